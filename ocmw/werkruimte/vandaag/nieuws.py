"""What others did for you: the bell, and the page behind it. Not what you must do, which is Vandaag (docs/adr/0039)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import DateTimeField, Q, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from clienten.models import Client, Toewijzing
from clienten.models.client import zichtvorm
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van, vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.plaats import BALK
from ocmw.ui.vastevraag import Plek, VasteVraag, Vragenkas
from ocmw.werkruimte.vandaag.dagbeeld import Beweging, bewegingen

DAGEN_TERUG = 14
MEESTE_REGELS = 400
MEESTE_NIEUWS = 60
PLAFOND = 99
# On every page: putting this question together costs more than its answer.
_VRAGEN: Vragenkas[VasteVraag] = Vragenkas()


@dataclass(frozen=True)
class Nieuws:
    """`nieuw`: since this colleague last said she saw it."""

    nieuw: list[Beweging]
    gezien: list[Beweging]


def nieuwsregels(medewerker: Medewerker, op: date) -> QuerySet[Journaalregel]:
    """What colleagues changed in the dossiers this one follows, or has a line of that was handed over to her; newest first."""
    volgt = Toewijzing.objects.geldig(op).filter(medewerker=medewerker).values("client")
    gekregen = Termijn.objects.open().filter(doorgegeven_aan=medewerker).values("client")
    # medewerker_id is null for the system itself; comparing leaves those rows out too.
    return (
        Journaalregel.objects.filter(Q(client_id__in=volgt) | Q(client_id__in=gekregen), soort=Journaalsoort.WIJZIGING)
        .exclude(medewerker_id=medewerker.pk)
        .filter(medewerker_id__isnull=False)
    )


def sinds(medewerker: Medewerker, op: date) -> datetime:
    """From when something is new."""
    vroegst = begin_van(op - timedelta(days=DAGEN_TERUG))
    return max(medewerker.nieuws_gezien_op or vroegst, vroegst)


def nieuws(medewerker: Medewerker, op: date) -> Nieuws:
    """Per dossier and colleague; three queries."""
    regels = list(
        nieuwsregels(medewerker, op).filter(op__gte=begin_van(op - timedelta(days=DAGEN_TERUG)))[:MEESTE_REGELS]
    )
    zichtbaar = Client.objects.zichtbaar_voor(medewerker).only("voornaam", "achternaam", "geboortedatum")
    clienten = zichtbaar.in_bulk({regel.client_id for regel in regels}) if regels else {}
    grens = sinds(medewerker, op)
    return Nieuws(
        bewegingen((regel for regel in regels if regel.op > grens), clienten, meeste=MEESTE_NIEUWS),
        bewegingen((regel for regel in regels if regel.op <= grens), clienten, meeste=MEESTE_NIEUWS),
    )


def ongezien(medewerker: Medewerker, op: date) -> int:
    """How many dossiers where somebody else did something, per colleague; counts to just over PLAFOND. One query."""

    def vraag() -> VasteVraag:
        nieuw: Any = nieuwsregels(medewerker, op).filter(op__gt=Plek("sinds", DateTimeField())).order_by()
        return VasteVraag.van(nieuw.values_list("client_id", "medewerker_id").distinct()[: PLAFOND + 1])

    vast = _VRAGEN.geef((medewerker.pk, zichtvorm(medewerker), op), vraag)
    return sum(1 for _ in vast.rijen(sinds=sinds(medewerker, op)))


@BALK.biedt("bel")
def bel(request: HttpRequest) -> str:
    medewerker = request.user
    if not medewerker.is_authenticated or Recht.DOSSIER_LEZEN not in medewerker.rechten:
        return ""
    aantal = ongezien(medewerker, vandaag())
    tekst = f"{PLAFOND}+" if aantal > PLAFOND else str(aantal)
    return render_to_string("vandaag/_bel.html", {"aantal": aantal, "tekst": tekst})
