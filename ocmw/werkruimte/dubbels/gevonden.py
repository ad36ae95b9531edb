"""Dossiers of the own OCMW that may be one person, for the coordinator."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count

from clienten.models import Client, InszHistoriek
from clienten.namen import naamsleutel
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.dubbels.models import AnderePersoon

NAAM, NUMMER = "Zelfde naam en geboortedatum", "Zelfde INSZ, nu of vroeger"


@dataclass(frozen=True)
class Gevonden:
    een: Client
    twee: Client
    reden: str


def mogelijk_dubbel(lezer: Medewerker) -> list[Gevonden]:
    """Sorted by name. A pair somebody called two people is left out."""
    redenen = {**_op_naam(lezer.ocmw_id), **_op_nummer(lezer.ocmw_id)}
    anders = set(
        AnderePersoon.objects.filter(client__ocmw=lezer.ocmw_id).values_list("client", "ander") if redenen else ()
    )
    redenen = {paar: reden for paar, reden in redenen.items() if paar not in anders and paar[::-1] not in anders}
    wie = Client.objects.select_related("stand__coach", "stand__mw").in_bulk({pk for paar in redenen for pk in paar})
    rijen = [Gevonden(wie[een], wie[twee], reden) for (een, twee), reden in redenen.items()]
    return sorted(rijen, key=lambda rij: (rij.een.zoeknaam, rij.een.pk, rij.twee.pk))


def _op_naam(ocmw: int) -> dict[tuple[int, int], str]:
    """The database narrows it down to days on which more than one was born; the key of a name is ours (ADR 0012)."""
    eigen = Client.objects.filter(ocmw=ocmw).exclude(geboortedatum=None)
    dagen = eigen.order_by().values("geboortedatum").annotate(n=Count("pk")).filter(n__gt=1).values("geboortedatum")
    groepen: dict[tuple[object, str], list[int]] = defaultdict(list)
    rijen = eigen.filter(geboortedatum__in=dagen).order_by("pk")
    for pk, voornaam, achternaam, dag in rijen.values_list("pk", "voornaam", "achternaam", "geboortedatum"):
        if sleutel := naamsleutel(f"{voornaam} {achternaam}"):
            groepen[dag, sleutel].append(pk)
    return {paar: NAAM for pks in groepen.values() for paar in combinations(pks, 2)}


def _op_nummer(ocmw: int) -> dict[tuple[int, int], str]:
    oud = InszHistoriek.objects.filter(client__ocmw=ocmw).values_list("insz", "client")
    wie: dict[str, set[int]] = defaultdict(set)
    for insz, client in oud:
        wie[insz].add(client)
    for insz, client in Client.objects.filter(ocmw=ocmw, insz__in=wie).values_list("insz", "pk"):
        wie[insz].add(client)
    return {paar: NUMMER for pks in wie.values() for paar in combinations(sorted(pks), 2)}
