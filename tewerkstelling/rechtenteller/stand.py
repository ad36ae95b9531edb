"""What the count says in the rows that lists read: per art.60 contract that still runs or will, the day of the rights."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any

from clienten.feiten import MET_DOSSIER, Feiten
from clienten.models import Client
from clienten.stand import LEESRIJEN, Leesrij
from ocmw.regels.opzoeken import OnbekendeRegel, regelboek
from ocmw.ui.veelrijen import voeg_toe
from tewerkstelling.beloften import MET_CONTRACT, art60_met_einde, contracten, onderbrekingen
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from tewerkstelling.rechtenteller.models import Rechtendag, Rechtspositie
from tewerkstelling.rechtenteller.rechtenstand import REGELS_ONBEKEND
from tewerkstelling.rechtenteller.teller import REGELS, feiten_met_vorige, tel

KOLOMMEN = (
    "client_id",
    "ocmw_id",
    "van",
    "tot",
    "rechten_op",
    "nodig_tot",
    "dagen",
    "regels_van",
    "onzeker",
    "fout",
    "stempel",
)
EEN_DAG = timedelta(days=1)


def regelstempel() -> str:
    """Another one as soon as a rule the count looks at is another one, whenever that rule holds."""
    boek = regelboek()
    return sha256(repr([boek.van(sleutel) for sleutel in REGELS]).encode()).hexdigest()[:16]


def rechtendag_van(
    contract: Tewerkstelling,
    alle: Sequence[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbrekingsdagen]],
    positie: Rechtspositie | None,
) -> dict[str, Any]:
    """What the same function as the dossier and wat-als says, up to the last day of the contract, which must be known."""
    laatste = contract.laatste_dag
    if laatste is None:
        raise ValueError("Een contract zonder einde duurt nooit te lang.")
    try:
        telling = tel(feiten_met_vorige(contract, alle, onderbrekingen, positie), op=laatste)
    except OnbekendeRegel:
        return {"fout": REGELS_ONBEKEND}
    except ValueError as reden:
        return {"fout": str(reden)}
    teller = telling.teller
    bekend = {"regels_van": telling.toelating.geldig_van, "onzeker": telling.onzeker is not None}
    if teller.onmogelijk:
        return {**bekend, "fout": teller.onmogelijk}
    return {
        **bekend,
        "rechten_op": teller.verwacht_einde or teller.nodig_tot,
        "nodig_tot": teller.nodig_tot,
        "dagen": teller.dagen_langer,
    }


@dataclass
class Rechtendagplan:
    """Rows to add, rows that say something else with what they said, and rows of a contract that no longer has one."""

    nieuw: list[Rechtendag] = field(default_factory=list)
    anders: list[tuple[Rechtendag, Rechtendag]] = field(default_factory=list)
    weg: list[Rechtendag] = field(default_factory=list)

    def schrijf(self) -> None:
        if self.weg:
            Rechtendag.objects.filter(pk__in=[rij.pk for rij in self.weg]).delete()
        if len(self.anders) == 1:
            (_, rij) = self.anders[0]
            Rechtendag.objects.filter(pk=rij.pk).update(**{naam: getattr(rij, naam) for naam in KOLOMMEN})
        elif self.anders:
            Rechtendag.objects.bulk_update(
                [rij for _, rij in self.anders], [naam.removesuffix("_id") for naam in KOLOMMEN]
            )
        voeg_toe(self.nieuw, met_pk=False)

    def verschillen(self) -> Iterator[tuple[int, str, Any, Any]]:
        for rij in self.nieuw:
            yield rij.client_id, "rechten_op", None, rij.rechten_op
        for was, wordt in self.anders:
            for naam in KOLOMMEN:
                if getattr(was, naam) != getattr(wordt, naam):
                    yield wordt.client_id, naam, getattr(was, naam), getattr(wordt, naam)
        for rij in self.weg:
            yield rij.client_id, "rechten_op", rij.rechten_op, None


def maak_rechtendagplan(feiten: Feiten) -> Rechtendagplan:
    """One query besides the contracts, where one still runs or will: their rows come with them."""
    plan = Rechtendagplan()
    alle = (contract for rijen in feiten.lees(contracten).values() for contract in rijen)
    bewaard = {dag.pk: dag for contract in alle if (dag := getattr(contract, "rechtendag", None))}
    for wordt in _dagen(feiten):
        was = bewaard.pop(wordt.pk, None)
        if was is None:
            plan.nieuw.append(wordt)
        elif any(getattr(was, naam) != getattr(wordt, naam) for naam in KOLOMMEN):
            plan.anders.append((was, wordt))
    plan.weg += bewaard.values()
    return plan


def _dagen(feiten: Feiten) -> Iterator[Rechtendag]:
    open_ = set(feiten.open)
    lopend = [drie for drie in art60_met_einde(feiten) if drie[0] in open_]
    if not lopend:
        return
    stempel, alle, gevallen = regelstempel(), feiten.lees(contracten), feiten.lees(onderbrekingen)
    for pk, contract, laatste in lopend:
        contract.client = client = feiten.clienten[pk]
        yield Rechtendag(
            contract_id=contract.pk,
            client_id=pk,
            ocmw_id=client.ocmw_id,
            van=contract.van,
            tot=laatste + EEN_DAG,
            stempel=stempel,
            **rechtendag_van(contract, alle[pk], gevallen, getattr(client, "rechtspositie", None)),
        )


MET_CONTRACT.bied("rechten", "rechtendag")
MET_DOSSIER.bied("rechten", "rechtspositie")
LEESRIJEN.bied("rechten", Leesrij(maak_rechtendagplan, (Tewerkstelling, Onderbreking, Rechtspositie, Client)))
