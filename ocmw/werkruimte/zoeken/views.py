"""Search: name, birth date, INSZ, phone or dossier number; only what exists for the reader."""

import re
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.http import HttpResponse
from django.shortcuts import render

from clienten.models import Client, InszHistoriek
from clienten.models.client import op_naam
from clienten.namen import lang_genoeg
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.zoektekst import zoekteksten

MEESTE = 25
_DATUM = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$")


def zoek_q(tekst: str) -> Q | None:
    """What the words can mean; None when they are too short to search for."""
    cijfers = re.sub(r"\D", "", tekst)
    datum = _DATUM.match(tekst.strip())
    if datum:
        try:
            dag = date(int(datum[3]), int(datum[2]), int(datum[1]))
        except ValueError:
            return None
        return Q(geboortedatum=dag)
    if re.match(r"^[dD]\d{1,9}$", tekst.strip()):
        return Q(pk=int(cijfers))
    if re.match(r"^[\d\s.+/\-]+$", tekst) and len(cijfers) >= 4:
        return _telefoon(cijfers) if tekst.strip().startswith(("+", "00")) else _cijfers(cijfers)
    return op_naam(tekst) if lang_genoeg(tekst) else None


def _cijfers(cijfers: str) -> Q:
    if len(cijfers) == 11:
        return Q(insz=cijfers) | Q(pk__in=InszHistoriek.objects.filter(insz=cijfers).values("client"))
    vraag = Q(insz__startswith=cijfers) | Q(insz__endswith=cijfers)
    if len(cijfers) >= 8:
        vraag |= _telefoon(f"32{cijfers.removeprefix('0')}")
    return vraag


def _telefoon(cijfers: str) -> Q:
    nummer = f"+{cijfers.removeprefix('00')}"
    return Q(contact__gsm=nummer) | Q(contact__telefoon=nummer)


def _eerste(rijen: QuerySet[Client]) -> list[Client]:
    """By name, one more than the page shows, with what a line shows.

    The keys first: what is joined is joined to these only. And not along the index of the names: the database would walk it
    from A until it has a page, past everybody else.
    """
    pks = rijen.order_by(Concat("zoeknaam", Value("")), "pk").values("pk")[: MEESTE + 1]
    return list(Client.objects.filter(pk__in=pks).select_related("stand__coach", "ocmw").order_by("zoeknaam", "pk"))


@vereist(Recht.DOSSIER_LEZEN)
def zoeken(request: MedewerkerRequest) -> HttpResponse:
    tekst = zoekteksten(request).get("q", "")[:80]
    vraag = zoek_q(tekst) if tekst.strip() else None
    gevonden: list[Any] = []
    if vraag is not None:
        gevonden = _eerste(Client.objects.zichtbaar_voor(request.user).filter(vraag))
    context = {
        "q": tekst,
        "te_kort": bool(tekst.strip()) and vraag is None,
        "gevonden": gevonden[:MEESTE],
        "meer": len(gevonden) > MEESTE,
    }
    return render(request, "zoeken/zoeken.html", context)
