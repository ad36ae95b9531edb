"""Reads from the database what the pure calculations of work and window need: one place that turns rows into facts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import models

from clienten.models import Client
from ocmw.regels.opzoeken import regel
from tewerkstelling.enums import Contractsoort
from tewerkstelling.gevolgen import Contractstand, aanhangende_gevolgen, lees_stand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from trajecten.twe.gevolgen import Contractperiode, Gevolg, Werkfeiten, gevolgen
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import TweVenster, venster_vanaf


def periode_van(contract: Tewerkstelling) -> Contractperiode:
    return Contractperiode(contract.van, contract.laatste_dag, contract.soort == Contractsoort.ART60)


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
    voor = lees_stand(nieuw.client)
    return _vergelijk(voor, _met_contract(voor, nieuw), op=op)


def gevolgen_van_onderbreking(
    contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None, *, op: date
) -> list[Gevolg]:
    """Which dates move when `nieuw` replaces `oud` (None: added, or taken away); `contract` is as it will be then."""
    voor = lees_stand(contract.client)
    blijven = [rij for rij in voor.onderbrekingen if oud is None or rij.pk != oud.pk]
    na = replace(_met_contract(voor, contract), onderbrekingen=[*blijven, nieuw] if nieuw else blijven)
    return _vergelijk(voor, na, op=op)


def gevolgen_van_rij(rij: models.Model, contract: Tewerkstelling | None, *, op: date) -> list[Gevolg]:
    """Which dates of this contract move when a row that another room keeps about the client becomes `rij`."""
    if contract is None:
        return []
    voor = lees_stand(contract.client)
    return _vergelijk(voor, replace(voor, contract=contract, anders=rij), op=op)


def _met_contract(voor: Contractstand, nieuw: Tewerkstelling) -> Contractstand:
    andere = [contract for contract in voor.contracten if contract.pk != nieuw.pk]
    return replace(voor, contract=nieuw, contracten=[*andere, nieuw])


def _vergelijk(voor: Contractstand, na: Contractstand, *, op: date) -> list[Gevolg]:
    """The row with the same pk in `voor` is what the contract of `na` is now."""
    werkervaring = lopende_werkervaring(na.client)
    nu = next((rij for rij in voor.contracten if na.contract and rij.pk == na.contract.pk), None)
    hangt_nu, hangt_straks = aanhangende_gevolgen(replace(voor, contract=nu), na, op=op)
    return _met_regels(
        replace(werkfeiten_uit(voor.contracten, werkervaring), aanhangend=hangt_nu),
        replace(werkfeiten_uit(na.contracten, werkervaring), aanhangend=hangt_straks),
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
