"""The placements of one client: list, one with its checklist, propose, edit, renew."""

from dataclasses import replace
from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import nu, vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op, voorbeeld
from ocmw.ui.paging import blader, bladnummer
from tewerkstelling.match.models import Voorstel
from tewerkstelling.startklaar.aandacht import aandachtspunten
from tewerkstelling.startklaar.actions import maak_plaatsing, verleng_plaatsing, wijzig_plaatsing
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.forms import PlaatsingForm, VerlengForm, WerkplekkeuzeForm
from tewerkstelling.startklaar.gewist import laatst_gewist
from tewerkstelling.startklaar.kaart import kaarten
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.overgangen import (
    met_overlap,
    stand_van,
    weigering_voor,
    weigering_voor_verlenging,
    weigering_voor_wijzigen,
)
from tewerkstelling.startklaar.papier import papierregels, terugbetaling, wijzigingen
from tewerkstelling.startklaar.raming import raam
from tewerkstelling.startklaar.startfeiten import beslissing_van, loon_van, loonregels
from tewerkstelling.startklaar.views.openen import basis, open_plaatsing
from tewerkstelling.startklaar.voorzet import voorzet

_OPNIEUW_TEKENEN = (
    "Deze plaatsing is getekend. Wat je wijzigt, heeft niemand getekend.",
    "De handtekeningen vervallen. OCMW, gebruiker en werknemer tekenen opnieuw.",
)


@vereist(Recht.DOSSIER_LEZEN)
def plaatsing_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="plaatsing")
    pagina = blader(Plaatsing.objects.filter(client=client).met_alles(), bladnummer(request))
    context = basis(client, pagina=pagina, kaarten=kaarten(pagina.rijen, nu=nu()))
    return render(request, "startklaar/plaatsing_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def plaatsing_detail(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    stand = met_overlap(stand_van(rij, op=vandaag()), rij)
    verlenging = rij.verlengingen.exclude(status=Plaatsingstatus.STOPGEZET).first()
    # With any reason at all: would it start? Then what is missing may be missing.
    met_reden = replace(stand, motivatie="ja")
    raming = raam(rij) if stand.is_open else None
    context = basis(
        client,
        kaart=kaarten([rij], nu=nu())[0],
        stand=stand,
        weigering_start=weigering_voor(met_reden, Plaatsingstatus.GESTART, request.user),
        weigering_wijzigen=weigering_voor_wijzigen(stand),
        weigering_verlengen=weigering_voor_verlenging(stand, heeft_verlenging=verlenging is not None),
        verlenging=verlenging,
        terugbetaling=terugbetaling(rij.overeenkomst),
        loonregels=loonregels(loon_van(rij)),
        beslissing=beslissing_van(rij),
        raming=raming,
        aandacht=aandachtspunten(rij, raming) if stand.is_open else [],
        gewist=laatst_gewist(rij) if stand.is_open else None,
    )
    return render(request, "startklaar/plaatsing_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_create(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """First the place (`?werkplek=`), then the rest; a proposal of the match sends both (`?voorstel=`)."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="plaatsing")
    keuze = WerkplekkeuzeForm(request.GET if "werkplek" in request.GET else None, medewerker=request.user, op=vandaag())
    if not keuze.is_valid():
        return render(request, "startklaar/plaatsing_create.html", basis(client, keuze=keuze))
    nummer = request.GET.get("voorstel", "")
    geldig = nummer.isascii() and nummer.isdigit() and len(nummer) < 18
    voorstel = Voorstel.objects.filter(client=client, pk=int(nummer)).first() if geldig else None
    instance = voorzet(client, keuze.cleaned_data["werkplek"], op=vandaag(), uit_voorstel=voorstel)
    form = PlaatsingForm(request.POST or None, instance=instance, op=vandaag())
    bewaard, _ = sla_op(request, form, lambda: maak_plaatsing(form.instance, door=request.user, op=vandaag()))
    if bewaard:
        messages.success(request, "De plaatsing is voorgesteld. Vink nu af wat al in orde is.")
        return redirect(form.instance)
    return render(request, "startklaar/plaatsing_create.html", basis(client, form=form, werkplek=instance.werkplek))


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_edit(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    weigering = weigering_voor_wijzigen(stand_van(rij, op=vandaag()))
    if weigering:
        messages.error(request, weigering)
        return redirect(rij)
    getekend = rij.getekende_tekst if rij.heeft_handtekening else []
    form = PlaatsingForm(request.POST or None, instance=rij, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_plaatsing(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Plaatsing",
        kijk=lambda: voorbeeld(wijzigingen(getekend, papierregels(form.instance)), _OPNIEUW_TEKENEN),
    )
    if bewaard:
        gewist = getekend and not rij.heeft_handtekening
        zin = " De handtekeningen zijn gewist: laat opnieuw tekenen." if gewist else ""
        messages.success(request, f"De plaatsing is gewijzigd.{zin}")
        return redirect(rij)
    context = basis(client, form=form, plaatsing=rij, getekend=bool(getekend))
    return botsing or render(request, "startklaar/plaatsing_edit.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def plaatsing_verlengen(request: MedewerkerRequest, pk: int, plaatsing: int) -> HttpResponse:
    client, rij = open_plaatsing(request, pk, plaatsing)
    heeft = rij.verlengingen.exclude(status=Plaatsingstatus.STOPGEZET).exists()
    weigering = weigering_voor_verlenging(stand_van(rij, op=vandaag()), heeft_verlenging=heeft)
    form = VerlengForm(request.POST or None, vorige=rij, op=vandaag())
    nieuw: list[Plaatsing] = []
    bewaard, _ = sla_op(request, form, lambda: nieuw.append(_verleng(rij, form, request)))
    if bewaard:
        messages.success(request, "De verlenging is voorgesteld. OCMW, gebruiker en werknemer tekenen opnieuw.")
        return redirect(nieuw[0])
    context = basis(client, form=form, plaatsing=rij, weigering=weigering)
    return render(request, "startklaar/plaatsing_verlengen.html", context)


def _verleng(rij: Plaatsing, form: VerlengForm, request: MedewerkerRequest) -> Plaatsing:
    van, laatste = form.cleaned_data["van"], form.cleaned_data["laatste_dag"]
    return verleng_plaatsing(rij, van=van, tot=laatste + timedelta(days=1), door=request.user, op=vandaag())
