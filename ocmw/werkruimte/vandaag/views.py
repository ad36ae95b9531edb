"""Vandaag: the page every role lands on, and the notifications behind the bell."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from clienten.models import Client
from ocmw.kalender.klok import nu, vandaag
from ocmw.kalender.woorden import aantal
from ocmw.termijnen.models import Melding
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.ui.rijnummer import rijnummer
from ocmw.werkruimte.vandaag.dagbeeld import bewogen_en_geopend, bij_clienten, team
from ocmw.werkruimte.vandaag.forms import OpruimForm
from ocmw.werkruimte.vandaag.nieuws import nieuws
from ocmw.werkruimte.vandaag.opruimen import (
    LEEFTIJDEN,
    MEESTE,
    VEEL,
    Opruiming,
    oude_lijnen,
    per_soort,
    ruim_op,
    zet_terug,
)
from ocmw.werkruimte.vandaag.werklijst import klaar_vandaag, werklijst
from tewerkstelling.geld.radar import samenvatting
from trajecten.groepen.views.les import lessen_op


@vereist(Recht.AANGEMELD)
def vandaag_pagina(request: MedewerkerRequest) -> HttpResponse:
    """Without the right to read dossiers (lesgever, beheer) the page holds no client data at all."""
    op = vandaag()
    if not request.user.mag(Recht.DOSSIER_LEZEN):
        lessen = lessen_op(request.user, op) if request.user.mag(Recht.AANWEZIGHEID_NOTEREN) else []
        if len(lessen) == 1:
            return redirect(lessen[0])  # a lesgever comes for the group of today
        return render(request, "vandaag/vandaag_zonder_dossiers.html", {"op": op, "lessen": lessen})
    bewogen, geopend = bewogen_en_geopend(request.user, op)
    van_team = _van_team(request)
    context = {
        **_lijst(request, op, van_team=van_team),
        "kan_team": request.user.mag(Recht.TEAM_VOLGEN),
        "volgt": bij_clienten(request.user, op),
        "team": team(request.user, op),
        "bewogen": bewogen,
        "geopend": geopend,
        "maandeinde": samenvatting(request.user, op=op) if request.user.mag(Recht.RAPPORT_CASELOAD) else None,
    }
    return render(request, "vandaag/vandaag.html", context)


@require_safe
@vereist(Recht.DOSSIER_LEZEN)
def vandaag_mens(request: MedewerkerRequest) -> HttpResponse:
    """One row of the list again, after something changed in that dossier; with the counts above and what is done below. Somebody
    with nothing left leaves an empty row, so that undo has a place to come back to."""
    pk = rijnummer(request.GET.get("client", ""))
    if not pk:
        return HttpResponse("Zeg voor welke cliënt.", status=400)
    get_object_or_404(Client.objects.zichtbaar_voor(request.user), pk=pk)
    context = _lijst(request, vandaag(), van_team=_van_team(request))
    context |= {"mens": context["lijst"].mensen.get(pk), "pk": pk}
    return render(request, "vandaag/vandaag_mens.html", context)


def _van_team(request: MedewerkerRequest) -> bool:
    """The list of the team: where it is asked for, and at once for who steers."""
    if not request.user.mag(Recht.TEAM_VOLGEN):
        return False
    return request.GET.get("lijst", "team") == "team"


def _lijst(request: MedewerkerRequest, op: date, *, van_team: bool) -> dict[str, Any]:
    klaar = klaar_vandaag(request.user, op) if request.user.mag(Recht.TERMIJN_BEHEREN) else []
    return {
        "op": op,
        "lijst": werklijst(request.user, op, nu(), team=van_team),
        "van_team": van_team,
        "klaar": klaar,
        "morgen": op + timedelta(days=1),
        "volgende_week": op + timedelta(days=7),
        "veel": VEEL,
    }


@vereist(Recht.TERMIJN_BEHEREN)
def opruimen(request: MedewerkerRequest) -> HttpResponse:
    """One answer for the own late lines of some kinds and age; the answer can be taken back until midnight."""
    op = vandaag()
    gevraagd = request.GET.get("ouder", "")
    ouder = int(gevraagd) if gevraagd in map(str, LEEFTIJDEN) else LEEFTIJDEN[1]
    rijen = list(oude_lijnen(request.user, ouder_dan=ouder, op=op)[:MEESTE])
    form = OpruimForm(request.POST or None, soorten=per_soort(rijen))

    uit = Opruiming()

    def bewaar() -> None:
        velden = form.cleaned_data
        gekozen = [rij for rij in rijen if rij.soort in velden["soorten"]]
        tot = velden["tot"] if velden["hoe"] == "later" else None
        ruim_op(gekozen, uit, tot=tot, reden=velden["reden"], door=request.user, op=op)

    bewaard, _ = sla_op(request, form, bewaar, bij="soorten")
    if bewaard:
        request.session["opgeruimd"] = {"dag": op.isoformat(), "gedaan": uit.gedaan}
        messages.success(request, f"{aantal(len(uit.gedaan), 'lijn is', 'lijnen zijn')} opgeruimd.")
        for waarom, keren in uit.bleven.items():
            messages.warning(request, f"{aantal(keren, 'lijn bleef', 'lijnen bleven')} staan. {waarom}")
        return redirect("vandaag:opruimen")
    laatste = request.session.get("opgeruimd", {})
    terug = len(laatste["gedaan"]) if laatste.get("dag") == op.isoformat() else 0
    context = {"form": form, "ouder": ouder, "leeftijden": LEEFTIJDEN, "rijen": rijen, "meeste": MEESTE, "terug": terug}
    return render(request, "vandaag/opruimen.html", context)


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def opruimen_terug(request: MedewerkerRequest) -> HttpResponse:
    laatste = request.session.pop("opgeruimd", {})
    op = vandaag()
    gedaan = laatste["gedaan"] if laatste.get("dag") == op.isoformat() else []
    terug = zet_terug(gedaan, door=request.user, op=op)
    messages.success(request, f"{aantal(terug, 'lijn staat', 'lijnen staan')} weer open.")
    return redirect("vandaag:opruimen")


@vereist(Recht.DOSSIER_LEZEN)
def nieuws_list(request: MedewerkerRequest) -> HttpResponse:
    """What others did for you; looking is not the same as seen."""
    return render(request, "vandaag/nieuws_list.html", {"nieuws": nieuws(request.user, vandaag())})


@require_POST
@vereist(Recht.DOSSIER_LEZEN)
def nieuws_gezien(request: MedewerkerRequest) -> HttpResponse:
    Medewerker.objects.filter(pk=request.user.pk).update(nieuws_gezien_op=nu())
    messages.success(request, "Het nieuws staat op gezien.")
    return redirect("vandaag:nieuws_list")


@vereist(Recht.TERMIJN_BEHEREN)
def melding_list(request: MedewerkerRequest) -> HttpResponse:
    """What the nightly round told this colleague, newest first; done promises have left by themselves."""
    rijen = Melding.objects.voor(request.user).select_related("termijn__client")
    if "gelezen" not in request.GET:
        rijen = rijen.filter(gelezen_op=None)
    context = {"pagina": blader(rijen, bladnummer(request)), "ook_gelezen": "gelezen" in request.GET}
    return render(request, "vandaag/melding_list.html", context)


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def melding_gelezen(request: MedewerkerRequest) -> HttpResponse:
    """Tick off one notification, or all of them; one that is not yours does not exist."""
    rijen = Melding.objects.ongelezen(request.user)
    pk = request.POST.get("melding", "")
    if pk != "alle":
        rijen = rijen.filter(pk=rijnummer(pk))
    hoeveel = Melding.objects.filter(pk__in=list(rijen.values_list("pk", flat=True)[:5000])).update(gelezen_op=nu())
    if pk == "alle":
        zin = "1 melding staat op gelezen." if hoeveel == 1 else f"{hoeveel} meldingen staan op gelezen."
        messages.success(request, zin)
    return redirect("vandaag:melding_list")
