"""Is there a file of this person already? Asked before a new one is made, so nobody gets two."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import Q

from clienten.models import Client, ClientQuerySet
from clienten.models.client import op_naam
from clienten.namen import naamsleutel, zoekwoorden
from ocmw.toegang.models import Medewerker

MEEST = 20


@dataclass(frozen=True)
class Gezochte:
    """What the user knows of the person: a valid INSZ (11 digits), or a name with a birth date."""

    insz: str = ""
    voornaam: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}"


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


def zelfde_naam(clienten: ClientQuerySet, naam: str) -> list[int]:
    """Whose whole name folds to the same key; `clienten` are already narrowed down, for example to one birth date."""
    sleutel = naamsleutel(naam)
    namen = clienten.order_by().values_list("pk", "voornaam", "achternaam") if sleutel else ()
    return [pk for pk, voornaam, achternaam in namen if naamsleutel(f"{voornaam} {achternaam}") == sleutel]


def _zeker(gezocht: Gezochte) -> Q | None:
    regels = Q()
    if gezocht.insz:
        oud = Client.objects.filter(oude_nummers__insz=gezocht.insz).values("pk")
        regels |= Q(insz=gezocht.insz) | Q(pk__in=oud)
    if gezocht.achternaam and gezocht.geboortedatum:
        op_die_dag = Client.objects.filter(geboortedatum=gezocht.geboortedatum)
        regels |= Q(pk__in=zelfde_naam(op_die_dag, gezocht.naam))
    return regels or None


def _misschien(zichtbaar: ClientQuerySet, gezocht: Gezochte) -> list[Client]:
    """Same birth date and a family name that has a word in common or starts alike; or the same name without a birth date."""
    if not gezocht.achternaam:
        return []
    regels = Q()
    for woord in zoekwoorden(gezocht.achternaam).split() if gezocht.geboortedatum else ():
        regels |= Q(zoekwoorden__woordbegin=woord[:3], geboortedatum=gezocht.geboortedatum)
    sleutel = naamsleutel(gezocht.naam)
    if sleutel and (heel := op_naam(gezocht.naam)):
        regels |= heel & Q(geboortedatum=None)
    rijen = zichtbaar.filter(regels)[: MEEST * MEEST] if regels else []
    zelfde = (rij for rij in rijen if rij.geboortedatum is not None or naamsleutel(rij.naam) == sleutel)
    return list(islice(zelfde, MEEST))
