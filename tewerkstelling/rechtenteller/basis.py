"""The dossier as wat-als needs it: one place that reads the rows of a client, and asks the rooms above what they would say."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from ocmw.ui.aanbod import Aanbod
from tewerkstelling.feiten import periode_van, stilstand
from tewerkstelling.gevolgen import Contractstand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, geldig_antwoord, lees_rechten
from tewerkstelling.rechtenteller.tellen import Tellerfeiten
from tewerkstelling.rechtenteller.teller import feiten_met_vorige
from tewerkstelling.rechtenteller.watals import Basis
from tewerkstelling.ritme import EVALUATIEDAGEN, Evaluatiedag, schuift_op
from tewerkstelling.werkstand import Werkstand
from trajecten.twe.gevolgen import Werkfeiten
from trajecten.twe.vergoeding import Vergoeding

# The dossier as it is -> what VDAB would pay in another state of it; None: nothing can be said.
Geldvraag = Callable[[Werkstand, Rechtenfeiten], Callable[[Contractstand], Vergoeding | None]]
GELDVRAAG: Aanbod[Geldvraag] = Aanbod("wat VDAB betaalt")


def basis_van_contract(werk: Werkstand, contract: Tewerkstelling) -> Basis:
    """Everything that hangs on this contract, as it stands now."""
    stand, op = replace(werk.stand, contract=contract), werk.op
    rechten = lees_rechten(stand)
    andere = [ander for ander in sorted(stand.contracten, key=lambda c: c.van) if ander.pk != contract.pk]
    per_contract = {een.pk: stand.van(een) for een in stand.contracten}
    evaluaties = [bron(stand, op) for bron in EVALUATIEDAGEN]
    geld = [bron(werk, rechten) for bron in GELDVRAAG]

    def dagen(feiten: Tellerfeiten) -> Sequence[Evaluatiedag]:
        anders = stand_met(stand, contract, feiten)
        return [dag for vraag in evaluaties for dag in vraag(anders)]

    def som(feiten: Tellerfeiten) -> Vergoeding | None:
        anders = stand_met(stand, contract, feiten)
        return next((uit for vraag in geld if (uit := vraag(anders))), None)

    return Basis(
        feiten=feiten_met_vorige(contract, stand.contracten, per_contract, rechten.positie),
        andere=tuple(periode_van(ander) for ander in andere),
        werk=werk.feiten,
        stilte=tuple(stilstand([rij for rij in stand.onderbrekingen if rij.contract_id != contract.pk], op=op)),
        evaluaties=dagen,
        geld=som,
        schuift_op=tuple(schuift_op(op)),
        contract=f"contract-{contract.pk}",
        volgens_rva=antwoord.einde_op if (antwoord := geldig_antwoord(rechten, contract)) else None,
    )


def werk_met(werk: Werkstand, contract: Tewerkstelling, feiten: Tellerfeiten, werkfeiten: Werkfeiten) -> Werkstand:
    """The same dossier for the picture of time; `werkfeiten` as the outcome of the wish has them."""
    return replace(werk, stand=stand_met(replace(werk.stand, contract=contract), contract, feiten), feiten=werkfeiten)


def stand_met(stand: Contractstand, contract: Tewerkstelling, feiten: Tellerfeiten) -> Contractstand:
    """The dossier with this contract as the facts of a wish have it; nothing of it is saved."""
    rij = copy.copy(contract)
    rij.van, rij.tot = feiten.start, feiten.tot_en_met + timedelta(days=1) if feiten.tot_en_met else None
    if contract.uren_per_week is not None or feiten.uren != feiten.voltijds:
        rij.uren_per_week = Decimal(f"{float(feiten.uren):.2f}")
    rij.andere_uren = [
        {"vanaf": regime.vanaf.isoformat(), "uren": str(regime.uren), "dagen": regime.dagen_per_week}
        for regime in feiten.wijzigingen
    ]
    gevallen = [
        Onderbreking(client=stand.client, contract=rij, soort=g.soort, van=g.van, tot=g.tot_en_met + timedelta(days=1))
        for g in feiten.gebeurtenissen
    ]
    anders = [een for een in stand.rijen if een.contract_id != contract.pk]
    contracten = [rij if een.pk == rij.pk else een for een in stand.contracten]
    return replace(stand, contract=rij, contracten=contracten, rijen=[*anders, *gevallen])
