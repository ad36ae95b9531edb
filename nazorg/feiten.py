"""Reads from the database what the pure calculations of this app need: one place that turns rows into facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clienten.models import Client
from nazorg.gevolgen import Gevolg, Periode, Werkfeiten, gevolgen
from nazorg.models import Werkervaring
from nazorg.opvolging import opvolging
from nazorg.rechtenstand import Rechtenfeiten, lees_rechten
from nazorg.venster import TweVenster, venster_vanaf
from ocmw.regels.opzoeken import regel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Onderbreking, Rechtspositie, Tewerkstelling


def periode_van(contract: Tewerkstelling) -> Periode:
    return Periode(contract.van, contract.laatste_dag, contract.soort == Contractsoort.ART60)


def lopende_werkervaring(client: Client) -> Werkervaring | None:
    return Werkervaring.objects.lopend().filter(client=client).first()


def werkfeiten_uit(contracten: Iterable[Tewerkstelling], werkervaring: Werkervaring | None) -> Werkfeiten:
    return Werkfeiten(
        contracten=tuple(periode_van(contract) for contract in contracten),
        venster=venster_vanaf(werkervaring.start) if werkervaring else None,
    )


def werkfeiten(client: Client) -> Werkfeiten:
    """As the dossier stands now."""
    return werkfeiten_uit(Tewerkstelling.objects.filter(client=client), lopende_werkervaring(client))


def gevolgen_van_contract(nieuw: Tewerkstelling, *, op: date) -> list[Gevolg]:
    """Which dates move when this contract is added, or replaces its row as it is stored now."""
    rechten = lees_rechten(nieuw.client)
    return _vergelijk(rechten, _met_contract(rechten, nieuw), nieuw, op=op)


def gevolgen_van_onderbreking(
    contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None, *, op: date
) -> list[Gevolg]:
    """Which dates move when `nieuw` replaces `oud` (None: added, or taken away); `contract` is as it will be then."""
    rechten = lees_rechten(contract.client)
    blijven = [rij for rij in rechten.onderbrekingen if oud is None or rij.pk != oud.pk]
    na = replace(_met_contract(rechten, contract), onderbrekingen=[*blijven, nieuw] if nieuw else blijven)
    return _vergelijk(rechten, na, contract, op=op)


def gevolgen_van_positie(positie: Rechtspositie, contract: Tewerkstelling | None, *, op: date) -> list[Gevolg]:
    """Which dates of this contract move when the client turns out to have proven more, or less, before."""
    rechten = lees_rechten(positie.client)
    return _vergelijk(rechten, replace(rechten, positie=positie), contract, op=op) if contract else []


def _met_contract(rechten: Rechtenfeiten, nieuw: Tewerkstelling) -> Rechtenfeiten:
    andere = [contract for contract in rechten.contracten if contract.pk != nieuw.pk]
    return replace(rechten, contracten=[*andere, nieuw])


def _vergelijk(voor: Rechtenfeiten, na: Rechtenfeiten, contract: Tewerkstelling, *, op: date) -> list[Gevolg]:
    """`contract` as it will be; the row with the same pk in `voor` is what it is now."""
    werkervaring = lopende_werkervaring(contract.client)
    nu = next((rij for rij in voor.contracten if rij.pk == contract.pk), None)
    return _met_regels(
        replace(werkfeiten_uit(voor.contracten, werkervaring), opvolging=opvolging(voor, nu, op=op) if nu else ()),
        replace(werkfeiten_uit(na.contracten, werkervaring), opvolging=opvolging(na, contract, op=op)),
        op=op,
    )


def gevolgen_van_venster(client: Client, venster: TweVenster | None, *, op: date) -> list[Gevolg]:
    """Which dates move when the window of this client becomes `venster` (None: it is stopped)."""
    voor = werkfeiten(client)
    return _met_regels(voor, replace(voor, venster=venster), op=op)


def _met_regels(voor: Werkfeiten, na: Werkfeiten, *, op: date) -> list[Gevolg]:
    return gevolgen(
        voor,
        na,
        art60_dagen=regel("art60.waarschuwing_dagen", op=op).waarde,
        twe_dagen=regel("twe.waarschuwing_dagen", op=op).waarde,
        op=op,
    )
