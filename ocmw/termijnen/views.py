"""What people do with a termijn, wherever it is shown: on the spot when the page asks so, else and without a script by going back."""

import json
from datetime import date
from typing import Any, TypedDict

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.actions import (
    geef_termijn_door,
    herstel_termijn,
    neem_termijn_terug,
    stel_termijn_uit,
    trek_uitstel_in,
    voldoe_termijn,
)
from ocmw.termijnen.forms import DoorgeefForm, UitstelForm
from ocmw.termijnen.models import Termijn
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd

UITSTEL = "uitstel"
DOORGEVEN = "doorgeven"
EEN_DAG = 86_400


class Voorheen(TypedDict):
    """What a postponement replaced."""

    vervalt_op: date
    uitgesteld_tot: date | None
    reden: str


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def termijn_voldoen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    termijn = _open(request, pk)
    try:
        voldoe_termijn(termijn, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
    else:
        _meld(request, termijn, f"Klaar: {termijn.soort_in_woorden.lower()} van {termijn.client}.")
    return _terug(request, termijn, request.POST.get("naar", ""))


@vereist(Recht.TERMIJN_BEHEREN)
def termijn_uitstellen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Ask until when and why; a small page of its own, so it works without a script and on a phone."""
    termijn = _open(request, pk)
    form = UitstelForm(request.POST or None, initial={"naar": request.GET.get("naar", "")})
    was = {"dag": termijn.vervalt_op, "tot": termijn.uitgesteld_tot, "reden": termijn.uitstelreden}
    bewaard, _ = sla_op(
        request,
        form,
        lambda: stel_termijn_uit(
            termijn,
            tot=form.cleaned_data["tot"],
            reden=form.cleaned_data["reden"],
            door=request.user,
            op=vandaag(),
        ),
        bij="tot",
    )
    if bewaard:
        zegel = signing.dumps({**was, "dag": str(was["dag"]), "tot": str(was["tot"] or ""), "pk": pk}, salt=UITSTEL)
        _meld(request, termijn, f"Uitgesteld tot {termijn.vervalt_op:%d/%m/%Y}: {termijn} van {termijn.client}.", zegel)
        return _terug(request, termijn, form.cleaned_data["naar"])
    if request.htmx and request.POST:
        messages.warning(request, " ".join(str(fout) for fouten in form.errors.values() for fout in fouten))
        return _terug(request, termijn, "")
    context = {"termijn": termijn, "client": termijn.client, "tab": "overzicht", "form": form}
    return render(request, "termijnen/termijn_uitstellen.html", context)


@vereist(Recht.TERMIJN_BEHEREN)
def termijn_doorgeven(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """To whom: the names in the menu of a row when the page asks for them there, else a small page of its own."""
    termijn = _open(request, pk)
    form = DoorgeefForm(
        request.POST or None, initial={"naar": request.GET.get("naar", "")}, collegas=termijn.overnemers
    )
    was = termijn.doorgegeven_aan_id
    bewaard, _ = sla_op(
        request,
        form,
        lambda: geef_termijn_door(termijn, aan=form.cleaned_data["aan"], door=request.user, op=vandaag()),
        bij="aan",
    )
    if bewaard:
        zegel = signing.dumps({"pk": pk, "van": was}, salt=DOORGEVEN)
        zin = f"Doorgegeven aan {form.cleaned_data['aan'].naam}: {termijn} van {termijn.client}."
        _meld(request, termijn, zin, doorgeefzegel=zegel)
        return _terug(request, termijn, form.cleaned_data["naar"])
    if request.htmx and request.method == "GET":
        return render(request, "termijnen/_doorgeefkeuze.html", {"termijn": termijn, "collegas": termijn.overnemers})
    if request.htmx:
        messages.warning(request, " ".join(str(fout) for fouten in form.errors.values() for fout in fouten))
        return _terug(request, termijn, "")
    context = {"termijn": termijn, "client": termijn.client, "tab": "overzicht", "form": form}
    return render(request, "termijnen/termijn_doorgeven.html", context)


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def termijn_herstellen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Undo: what was ticked today is open again; with the seal of a postponement, the day is what it was."""
    termijn = _open(request, pk)
    zegel = request.POST.get("zegel", "")
    try:
        if doorgeefzegel := request.POST.get("doorgeefzegel", ""):
            van = Medewerker.objects.filter(pk=_lees_zegel(doorgeefzegel, DOORGEVEN, pk)["van"]).first()
            neem_termijn_terug(termijn, van=van, door=request.user, op=vandaag())
        elif zegel:
            was = _lees(zegel, pk)
            trek_uitstel_in(termijn, **was, door=request.user, op=vandaag())
        else:
            herstel_termijn(termijn, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
    else:
        messages.success(request, f"Ongedaan gemaakt: {termijn} van {termijn.client}.")
    return _terug(request, termijn, request.POST.get("naar", ""))


def _open(request: MedewerkerRequest, pk: int) -> Termijn:
    return open_dossier(Termijn.objects.select_related("client"), request, pk, onderdeel="termijn")


def _lees(zegel: str, pk: int) -> Voorheen:
    """What a postponement replaced, as this installation sealed it a day ago at most. Raises Geweigerd otherwise."""
    was = _lees_zegel(zegel, UITSTEL, pk)
    tot = date.fromisoformat(was["tot"]) if was["tot"] else None
    return {"vervalt_op": date.fromisoformat(was["dag"]), "uitgesteld_tot": tot, "reden": was["reden"]}


def _lees_zegel(zegel: str, soort: str, pk: int) -> dict[str, Any]:
    try:
        was: dict[str, Any] = signing.loads(zegel, salt=soort, max_age=EEN_DAG)
    except signing.BadSignature as fout:
        raise Geweigerd("Dit kan je niet meer ongedaan maken. Wijzig het in het dossier.") from fout
    if was["pk"] != pk:
        raise Geweigerd("Dit hoort bij een andere termijn.")
    return was


def _meld(request: MedewerkerRequest, termijn: Termijn, zin: str, zegel: str = "", *, doorgeefzegel: str = "") -> None:
    """Say it, with the way back beside it."""
    context = {
        "zin": zin,
        "termijn": termijn,
        "zegel": zegel,
        "doorgeefzegel": doorgeefzegel,
        "ter_plaatse": bool(request.htmx),
    }
    messages.success(request, mark_safe(render_to_string("termijnen/_ongedaan.html", context, request)))


def _terug(request: MedewerkerRequest, termijn: Termijn, naar: str) -> HttpResponse:
    """On the spot: only what is said; the page hears which dossier changed and draws its own part again."""
    if request.htmx:
        antwoord = render(request, "components/_berichten_erbij.html")
        antwoord["HX-Trigger"] = json.dumps({"dossier-gewijzigd": {"client": termijn.client_id}})
        return antwoord
    if not url_has_allowed_host_and_scheme(naar, allowed_hosts=None):
        naar = termijn.client.get_absolute_url()
    return redirect(naar)
