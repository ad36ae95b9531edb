"""The papers of one placement: the terbeschikkingstelling with the fields of A8a, and the annex to the employment contract.
Neither holds more of the client than the name and the birth date: one goes to an employer (D3)."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from tewerkstelling.rooster import Moment, momenten
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.papier import AFSPRAKEN, CLAUSULES, DUUR, PARTIJEN, WERK, Papierregel, op_papier
from tewerkstelling.startklaar.startfeiten import LOONTITELS, loon_van, loonregels

# What the worker reads about the work; what the user pays back is none of the annex.
BIJLAGE = {
    "gebruiker",
    "functie",
    "taken",
    "adres",
    "uren",
    "rooster",
    "van",
    "tot",
    "mentor",
    "begeleiding",
    "doorstroom",
}


@require_safe
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def terbeschikkingstelling(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = _open(request, pk, plaatsing)
    regels = op_papier(rij)
    groepen = [
        (kop, [regel_ for regel_ in regels if regel_.groep == groep])
        for groep, kop in ((PARTIJEN, "Wie"), (WERK, "Het werk"), (DUUR, "Hoe lang"), (AFSPRAKEN, "Afspraken"))
    ]
    tekenaars = [
        ("Voor het OCMW", client.ocmw.naam, rij.getekend_ocmw_op),
        ("Voor de gebruiker", rij.werkplek.werkgever.naam, rij.getekend_gebruiker_op),
        ("De werknemer", client.naam, rij.getekend_werknemer_op),
    ]
    context = {
        "ocmw": client.ocmw,
        "client": client,
        "plaatsing": rij,
        "groepen": groepen,
        "clausules": [regel_ for regel_ in regels if regel_.groep == CLAUSULES],
        "evaluaties": _evaluaties(rij),
        "tekenaars": tekenaars,
    }
    return _geef(request, "rapporten/stukken/terbeschikkingstelling.html", context, rij, "terbeschikkingstelling")


@require_safe
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def arbeidsbijlage(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = _open(request, pk, plaatsing)
    context = {
        "ocmw": client.ocmw,
        "client": client,
        "plaatsing": rij,
        "regels": [_voor_jou(regel_) for regel_ in op_papier(rij) if regel_.code in BIJLAGE],
        "evaluaties": _evaluaties(rij),
        "tekenaars": [("Voor het OCMW", client.ocmw.naam, None), ("De werknemer", client.naam, None)],
    }
    return _geef(request, "rapporten/stukken/arbeidsbijlage.html", context, rij, "arbeidsbijlage")


@require_safe
@vereist(Recht.RAPPORT_DOSSIER)
def wat_krijg_ik(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    """For the client: what is not known yet is left open, with a line to write on."""
    client, rij = _open(request, pk, plaatsing)
    bekend = dict(loonregels(loon_van(rij)))
    context = {
        "ocmw": client.ocmw,
        "client": client,
        "plaatsing": rij,
        "loon": [(titel, bekend.get(titel, "")) for titel in LOONTITELS],
        "teksten": regel("plaatsing.wat_krijg_ik", op=rij.van).waarde,
    }
    return _geef(request, "rapporten/stukken/wat_krijg_ik.html", context, rij, "wat-krijg-ik")


def _open(request: MedewerkerRequest, pk: int, plaatsing: int) -> tuple[Client, Plaatsing]:
    client = open_dossier(Client.objects.select_related("ocmw"), request, pk, onderdeel="plaatsing")
    return client, get_object_or_404(Plaatsing.objects.met_alles(), client=client, pk=plaatsing)


def _geef(
    request: MedewerkerRequest, sjabloon: str, context: dict[str, Any], rij: Plaatsing, soort: str
) -> HttpResponse:
    naam = f"{soort}-{rij.client.dossiernummer}-{rij.van:%Y%m%d}"
    terug = rij.get_absolute_url()
    return geef_stuk(request, sjabloon, context, client=rij.client, soort=soort, naam=naam, terug=terug)


def _evaluaties(rij: Plaatsing) -> list[Moment]:
    maanden = regel("evaluatie.art60_maanden", op=rij.van).waarde
    return momenten(rij.van, rij.laatste_dag, maanden=maanden)


_JOU = {"gebruiker": "Waar je werkt", "adres": "Adres", "taken": "Je taken", "rooster": "Je werkrooster", "functie": "Je functie",
        "uren": "Je uren", "mentor": "Je mentor", "begeleiding": "Wie je begeleidt en hoe"}  # fmt: skip


def _voor_jou(regel_: Papierregel) -> Papierregel:
    """The annex speaks to the worker."""
    return Papierregel(regel_.code, _JOU.get(regel_.code, regel_.titel), regel_.tekst, regel_.groep)
