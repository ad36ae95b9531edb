"""Reads from the database what the pure calculations of this app need: one place that turns rows into facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from clienten.models import Client
from nazorg.gevolgen import Gevolg, Periode, Werkfeiten, gevolgen
from nazorg.models import Werkervaring
from nazorg.venster import TweVenster, venster_vanaf
from ocmw.regels.opzoeken import regel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling


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
    voor = werkfeiten(nieuw.client)
    andere = Tewerkstelling.objects.filter(client=nieuw.client).exclude(pk=nieuw.pk)
    na = replace(voor, contracten=(*(periode_van(contract) for contract in andere), periode_van(nieuw)))
    return _met_regels(voor, na, op=op)


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
