"""The dossier as wat-als needs it: one place that reads the rows of a client."""

from datetime import date

from clienten.models import Client
from tewerkstelling.feiten import lopende_werkervaring, periode_van
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.teller import feiten_met_vorige
from tewerkstelling.rechtenteller.watals import Basis
from tewerkstelling.ritme import EVALUATIEMAANDEN, schuift_op
from trajecten.twe.tarieven import Tarieven


def contract_om_mee_te_rekenen(contracten: list[Tewerkstelling], gekozen: str, *, op: date) -> Tewerkstelling | None:
    """The one that was chosen; else the one that runs, else the next, else the last. `contracten`: newest first."""
    for contract in contracten:
        if str(contract.pk) == gekozen:
            return contract
    lopend = [c for c in contracten if c.van <= op and (c.tot is None or c.tot > op)]
    komend = [c for c in contracten if c.van > op]
    return next(iter([*lopend, *reversed(komend), *contracten]), None)


def basis_van_contract(client: Client, contract: Tewerkstelling, *, op: date) -> Basis:
    """Everything that hangs on this contract, as it stands now."""
    contract.client = client
    alle = list(Tewerkstelling.objects.filter(client=client).exclude(pk=contract.pk).order_by("van"))
    onderbrekingen: dict[int, list[Onderbreking]] = {}
    for geval in Onderbreking.objects.filter(client=client):
        onderbrekingen.setdefault(geval.contract_id, []).append(geval)
    positie = Rechtspositie.objects.filter(client=client).first()
    feiten = feiten_met_vorige(contract, alle, onderbrekingen, positie)
    werkervaring = lopende_werkervaring(client)
    geld = Tarieven().voor(werkervaring.start) if werkervaring else None
    return Basis(
        feiten=feiten,
        andere=tuple(periode_van(ander) for ander in alle),
        geld=geld,
        twe_einde=geld.venster.laatste_dag if geld else None,
        evaluatie_maanden=tuple(maand for bron in EVALUATIEMAANDEN for maand in bron(contract, op)),
        schuift_op=tuple(schuift_op(op)),
    )
