"""Is there a file of this person already? Asked before a new one is made, so nobody gets two."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from clienten.models import Client, ClientQuerySet
from clienten.models.client import zoekvorm
from ocmw.toegang.models import Medewerker

MEEST = 20


@dataclass(frozen=True)
class Gezochte:
    """What the user knows of the person: a valid INSZ (11 digits), or a name with a birth date."""

    insz: str = ""
    voornaam: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None


@dataclass(frozen=True)
class Gelijken:
    """`elders` says only that a file exists outside the reader's scope: no name, no OCMW."""

    gevonden: list[Client]
    elders: bool = False
    zelfde_insz: bool = False


def zoek_gelijken(gezocht: Gezochte, *, voor: Medewerker) -> Gelijken:
    """Open and closed files that are, or may be, this person; the certain ones first."""
    zeker = _zeker(gezocht)
    if zeker is None:
        return Gelijken([])
    zichtbaar = Client.objects.zichtbaar_voor(voor).select_related("ocmw", "stand__coach", "stand__mw")
    gevonden = list(zichtbaar.filter(zeker)[:MEEST])
    gezien = {client.pk for client in gevonden}
    gevonden += [client for client in _misschien(zichtbaar, gezocht) if client.pk not in gezien]
    elders = Client.objects.filter(zeker).exclude(pk__in=Client.objects.zichtbaar_voor(voor).values("pk")).exists()
    eigen = any(gezocht.insz and client.insz == gezocht.insz and client.ocmw_id == voor.ocmw_id for client in gevonden)
    return Gelijken(gevonden, elders=elders, zelfde_insz=eigen)


def _zeker(gezocht: Gezochte) -> Q | None:
    regels = Q()
    if gezocht.insz:
        oud = Client.objects.filter(oude_nummers__insz=gezocht.insz).values("pk")
        regels |= Q(insz=gezocht.insz) | Q(pk__in=oud)
    if gezocht.achternaam and gezocht.geboortedatum:
        # Families write their names both ways round.
        namen = [
            zoekvorm(f"{gezocht.achternaam} {gezocht.voornaam}"),
            zoekvorm(f"{gezocht.voornaam} {gezocht.achternaam}"),
        ]
        regels |= Q(zoeknaam__in=namen, geboortedatum=gezocht.geboortedatum)
    return regels or None


def _misschien(zichtbaar: ClientQuerySet, gezocht: Gezochte) -> list[Client]:
    """Same birth date and a name that starts alike, or the same name without a birth date."""
    if not gezocht.achternaam:
        return []
    begin = zoekvorm(gezocht.achternaam)[:3]
    naam = zoekvorm(f"{gezocht.achternaam} {gezocht.voornaam}")
    return list(
        zichtbaar.filter(
            Q(geboortedatum=gezocht.geboortedatum, zoeknaam__startswith=begin) | Q(geboortedatum=None, zoeknaam=naam)
        )[:MEEST]
    )
