"""Talks: noted in under 30 seconds, changed without losing what a colleague wrote."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from clienten.handeling import handeling
from clienten.models import Client, Stand
from clienten.models.client import op_naam
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import PER_PAGINA, blader, bladnummer
from ocmw.ui.plaats import naar
from ocmw.ui.weigering import Geweigerd
from ocmw.ui.zoektekst import zoekteksten
from trajecten.actions import botsing, maak_afspraak, noteer_gesprek, wijzig_gesprek
from trajecten.forms.afspraak import AfspraakForm
from trajecten.forms.gesprek import GesprekForm, Puntrijen, wie_keuzes
from trajecten.lezers import leesbaar_voor, team_van
from trajecten.models import Afspraak, Gesprek
from trajecten.sjablonen import DATUMCHIPS, DUURCHIPS, SJABLONEN

KEUZES = 20


@vereist(Recht.GESPREK_NOTEREN)
def gesprek_start(request: MedewerkerRequest) -> HttpResponse:
    """With whom? The own caseload first, because a talk is nearly always with somebody you follow."""
    tekst = zoekteksten(request).get("q", "")
    zoek = op_naam(tekst, "client__")
    rijen = Stand.objects.zichtbaar_voor(request.user).lopend().select_related("client")
    rijen = rijen.filter(zoek) if zoek else rijen.van(request.user).order_by("-laatste_contact_op")
    context = {"rijen": rijen[:KEUZES], "q": tekst, "vol": KEUZES}
    return render(request, "trajecten/gesprek_start.html", context)


@vereist(Recht.GESPREK_NOTEREN)
def gesprek_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="gesprekken")
    gesprekken = client.gesprekken.zichtbaar_voor(request.user).select_related("door").order_by("-op", "-pk")
    gepland = list(client.afspraken.gepland().select_related("medewerker").order_by("begint_op")[:PER_PAGINA])
    nu = timezone.now()
    context = {
        "client": client,
        "tab": "tijdlijn",
        "pagina": blader(gesprekken, bladnummer(request)),
        "afspraken": [a for a in gepland if a.begint_op >= nu],
        "open_afspraken": [a for a in gepland if a.begint_op < nu],
    }
    return render(request, "trajecten/gesprek_list.html", context)


@vereist(Recht.GESPREK_NOTEREN)
def gesprek_nieuw(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="gesprek")
    team, dag = team_van(client), vandaag()
    uit = _uit_afspraak(request, client)
    wie = wie_keuzes(client, request.user, team)
    data = request.POST if request.method == "POST" else None
    form = GesprekForm(
        data,
        instance=Gesprek(client=client),
        initial={"op": dag, "duur": 30, **_vooraf(uit)},
        medewerker=request.user,
        vandaag=dag,
    )
    punten = Puntrijen(wie=wie, vandaag=dag) if data is None else Puntrijen.met_verslag(data, wie=wie, vandaag=dag)
    afspraak = AfspraakForm(
        data,
        instance=Afspraak(client=client, medewerker=request.user),
        prefix="afspraak",
        initial={"plaats": uit.plaats if uit else ""},
        vandaag=dag,
        optioneel=True,
    )
    geldig = data is not None and all([form.is_valid(), punten.is_valid(), afspraak.is_valid()])
    if geldig and _bewaar(request, form, punten, afspraak, uit):
        return redirect(naar("dossier", client.pk))
    context = {
        **_schrijfhulp(client, request, team),
        "form": form,
        "punten": punten,
        "afspraak": afspraak,
        "uit": uit,
        "datumchips": DATUMCHIPS,
    }
    blad = "trajecten/gesprek_paneel.html" if request.headers.get("HX-Request") else "trajecten/gesprek_nieuw.html"
    return render(request, blad, context, status=422 if data is not None else 200)


@require_POST
@vereist(Recht.GESPREK_NOTEREN)
def gesprek_punten(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The rows that follow from the note so far; nothing is saved."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="gesprek")
    wie = wie_keuzes(client, request.user, team_van(client))
    punten = Puntrijen.met_verslag(request.POST, wie=wie, vandaag=vandaag())
    return render(
        request, "trajecten/_puntrijen.html", {"punten": punten, "datumchips": DATUMCHIPS, "kop": "Actiepunten"}
    )


def _bewaar(
    request: MedewerkerRequest, form: GesprekForm, punten: Puntrijen, afspraak: AfspraakForm, uit: Afspraak | None
) -> bool:
    dag = vandaag()
    toch = bool(afspraak.cleaned_data.get("toch"))
    if afspraak.ingevuld and not toch and (reden := botsing(afspraak.instance)):
        afspraak.add_error("toch", f"{reden} Vink aan als je toch wil plannen.")
        return False
    try:
        with handeling(op=dag):
            noteer_gesprek(form.instance, punten.punten(), door=request.user, op=dag, uit=uit)
            if afspraak.ingevuld:
                maak_afspraak(afspraak.instance, door=request.user, op=dag, toch=toch)
    except Geweigerd as weigering:
        form.add_error(None, weigering.reden)
        return False
    aantal = len(punten.punten())
    extra = f" met {aantal} actiepunt{'en' if aantal > 1 else ''}" if aantal else ""
    messages.success(request, f"Het gesprek is genoteerd{extra}.")
    return True


@vereist(Recht.GESPREK_NOTEREN)
def gesprek_wijzigen(request: MedewerkerRequest, pk: int, gesprek_pk: int) -> HttpResponse:
    alle = Gesprek.objects.filter(client=pk).select_related("client__ocmw", "door")
    gesprek = open_dossier(alle, request, gesprek_pk, onderdeel="gesprek")
    dag = vandaag()
    form = GesprekForm(request.POST or None, instance=gesprek, medewerker=request.user, vandaag=dag)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_gesprek(form.instance, form.gewijzigde_velden(), door=request.user, op=dag),
        f"Gesprek met {gesprek.client.naam}",
    )
    if bewaard:
        messages.success(request, "Het gesprek is gewijzigd.")
        return redirect("trajecten:gesprek_list", pk)
    context = {
        **_schrijfhulp(gesprek.client, request, team_van(gesprek.client)),
        "form": form,
        "gesprek": gesprek,
        "actiepunten": gesprek.actiepunten.zichtbaar_voor(request.user).select_related("medewerker"),
    }
    return botsing or render(request, "trajecten/gesprek_wijzigen.html", context, status=422 if form.is_bound else 200)


def _schrijfhulp(client: Client, request: MedewerkerRequest, team: list[Any]) -> dict[str, Any]:
    return {
        "client": client,
        "tab": "tijdlijn",
        "lezers": leesbaar_voor(client, team, afgeschermd=False),
        "lezers_afgeschermd": leesbaar_voor(client, team, afgeschermd=True),
        "sjablonen": SJABLONEN,
        "duurchips": DUURCHIPS,
    }


def _uit_afspraak(request: MedewerkerRequest, client: Client) -> Afspraak | None:
    """The appointment this talk settles, when the page was opened from one."""
    keuze = request.GET.get("afspraak", "")
    return client.afspraken.gepland().filter(pk=keuze).first() if keuze.isdecimal() else None


def _vooraf(uit: Afspraak | None) -> dict[str, Any]:
    if uit is None:
        return {}
    op = min(timezone.localtime(uit.begint_op).date(), vandaag())
    return {"kanaal": uit.kanaal, "duur": uit.duur, "op": op}
