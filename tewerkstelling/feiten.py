"""Reads from the database what the pure calculations of work and window need: one place that turns rows into facts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import models

from clienten.feiten import Feiten, per_client
from clienten.models import Client
from ocmw.regels.opzoeken import regel
from tewerkstelling.beloften import contracten
from tewerkstelling.enums import Contractsoort
from tewerkstelling.gevolgen import Contractstand, aanhangende_gevolgen, lees_stand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, eindig_met
from tewerkstelling.ritme import schuift_op
from trajecten.twe.gevolgen import Contractperiode, Gevolg, Werkfeiten, gevolgen
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import TweVenster, venster_of_niets


def periode_van(contract: Tewerkstelling) -> Contractperiode:
    return Contractperiode(contract.van, contract.laatste_dag, contract.soort == Contractsoort.ART60)


def werkervaring_in_beeld(client: Client) -> Werkervaring | None:
    """The one that runs, or else that was stopped last."""
    return Werkervaring.objects.filter(client=client).in_beeld_eerst().first()


def venster_van(werkervaring: Werkervaring) -> TweVenster | None:
    """None for a start before TWE existed (T1), which only an old workbook brings in."""
    return venster_of_niets(werkervaring.start, werkervaring.gestopt_op)


def werkfeiten_uit(stand: Contractstand, werkervaring: Werkervaring | None, *, op: date) -> Werkfeiten:
    """What interrupts comes along, so that no picture can leave it out. No query."""
    return Werkfeiten(
        contracten=tuple(periode_van(contract) for contract in stand.contracten),
        venster=venster_van(werkervaring) if werkervaring else None,
        onderbrekingen=tuple(stilstand(stand.onderbrekingen, op=op)),
        gesloten_op=stand.client.gesloten_op,
    )


def stilstand(onderbrekingen: Iterable[Onderbrekingsdagen], *, op: date) -> list[Onderbrekingsdagen]:
    """Those in which nobody works."""
    soorten = schuift_op(op) if onderbrekingen else ()
    return [rij for rij in onderbrekingen if rij.soort in soorten]


def gevolgen_van_contract(nieuw: Tewerkstelling, *, op: date, met_onderbreking: bool = False) -> list[Gevolg]:
    """Which dates move when this contract is added, or replaces its row as it is stored now. `met_onderbreking`: what goes on
    after its last day ends with it."""
    voor = lees_stand(nieuw.client, op=op)
    na = _met_contract(voor, nieuw)
    return _vergelijk(voor, replace(na, rijen=eindig_met(na.rijen, nieuw)) if met_onderbreking else na, op=op)


def gevolgen_van_onderbreking(
    contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None, *, op: date
) -> list[Gevolg]:
    """Which dates move when `nieuw` replaces `oud` (None: added, or taken away); `contract` is as it will be then."""
    voor = lees_stand(contract.client, op=op)
    blijven = [rij for rij in voor.rijen if oud is None or rij.pk != oud.pk]
    na = replace(_met_contract(voor, contract), rijen=[*blijven, nieuw] if nieuw else blijven)
    return _vergelijk(voor, na, op=op)


def gevolgen_van_rij(rij: models.Model, contract: Tewerkstelling | None, *, op: date) -> list[Gevolg]:
    """Which dates of this contract move when a row that another room keeps about the client becomes `rij`."""
    if contract is None:
        return []
    voor = lees_stand(contract.client, op=op)
    return _vergelijk(voor, replace(voor, contract=contract, anders=rij), op=op)


def _met_contract(voor: Contractstand, nieuw: Tewerkstelling) -> Contractstand:
    andere = [contract for contract in voor.contracten if contract.pk != nieuw.pk]
    return replace(voor, contract=nieuw, contracten=[*andere, nieuw])


def _vergelijk(voor: Contractstand, na: Contractstand, *, op: date) -> list[Gevolg]:
    """The row with the same pk in `voor` is what the contract of `na` is now."""
    werkervaring = werkervaring_in_beeld(na.client)
    nu = next((rij for rij in voor.contracten if na.contract and rij.pk == na.contract.pk), None)
    hangt_nu, hangt_straks = aanhangende_gevolgen(replace(voor, contract=nu), na, op=op)
    return _met_regels(
        replace(werkfeiten_uit(voor, werkervaring, op=op), aanhangend=hangt_nu),
        replace(werkfeiten_uit(na, werkervaring, op=op), aanhangend=hangt_straks),
        op=op,
    )


def gevolgen_van_venster(werkervaring: Werkervaring, *, op: date) -> list[Gevolg]:
    """Which dates move when the window of this client becomes that of `werkervaring`."""
    stand, nu = lees_stand(werkervaring.client, op=op), werkervaring_in_beeld(werkervaring.client)
    return _met_regels(werkfeiten_uit(stand, nu, op=op), werkfeiten_uit(stand, werkervaring, op=op), op=op)


def _met_regels(voor: Werkfeiten, na: Werkfeiten, *, op: date) -> list[Gevolg]:
    return gevolgen(
        voor,
        na,
        art60_dagen=regel("art60.waarschuwing_dagen", op=op).waarde,
        twe_dagen=regel("twe.waarschuwing_dagen", op=op).waarde,
        op=op,
    )


def werkfeiten_per_client(clienten: Sequence[Client], *, op: date) -> dict[int, Werkfeiten]:
    """The same facts for a page of clients, by key; who has no window is left out. Three queries, none for nobody."""
    eerste: dict[int, Werkervaring] = {}
    pks = [client.pk for client in clienten]
    for rij in Werkervaring.objects.filter(client__in=pks).in_beeld_eerst() if pks else ():
        eerste.setdefault(rij.client_id, rij)
    feiten = Feiten([client for client in clienten if client.pk in eerste], op=op)
    if not eerste:
        return {}
    gevallen = per_client(Onderbreking.objects.filter(client__in=feiten.pks))
    uit = {}
    for client in feiten.clienten.values():
        werk, stil = feiten.lees(contracten).get(client.pk, []), gevallen.get(client.pk, [])
        uit[client.pk] = werkfeiten_uit(Contractstand(client, None, werk, stil, op), eerste[client.pk], op=op)
    return uit
