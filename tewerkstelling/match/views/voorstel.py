"""Propose a client for a place, and note what came of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.match.actions import oordeel_over, stel_voor, weigering_voor_voorstel, zet_voorstel
from tewerkstelling.match.enums import Factor, Kleur
from tewerkstelling.match.feiten import Zijde
from tewerkstelling.match.forms import ResultaatForm, VoorstelForm
from tewerkstelling.match.lijst import Matchcel, Matchrij
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Werkplek


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def voorstel_create(request: MedewerkerRequest, pk: int, plek: int) -> HttpResponse:
    """The pair side by side, factor by factor; below it the proposal, or the sentence why it cannot be made."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="match")
    werkplek = get_object_or_404(Werkplek.objects.zichtbaar_voor(request.user).select_related("werkgever"), pk=plek)
    form = VoorstelForm(request.POST or None)
    bewaard, _ = sla_op(
        request,
        form,
        lambda: stel_voor(client, werkplek, door=request.user, op=vandaag(), nota=form.cleaned_data["nota"]),
    )
    if bewaard:
        messages.success(request, f"{client.naam} is voorgesteld voor {werkplek}. Noteer later het resultaat.")
        return redirect("match:match_detail", pk)
    oordeel = oordeel_over(client, werkplek, door=request.user, op=vandaag())
    context = {
        "client": client,
        "tab": "werk",
        "werkplek": werkplek,
        "rij": Matchrij(werkplek, oordeel, Zijde.PLEK, 0),
        "maat": maatstaf(op=vandaag()),
        "weigering": weigering_voor_voorstel(client, werkplek, oordeel),
        "form": form,
    }
    return render(request, "match/voorstel_create.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def voorstel_edit(request: MedewerkerRequest, pk: int, voorstel: int) -> HttpResponse:
    """What came of it. A proposal that is finished is shown, not changed."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="match")
    rij = get_object_or_404(
        Voorstel.objects.filter(client=client).select_related("werkplek__werkgever", "door", "client"), pk=voorstel
    )
    form = ResultaatForm(request.POST or None, instance=rij) if rij.open else None
    if form:
        bewaard, botsing = sla_op(
            request,
            form,
            lambda: zet_voorstel(form.instance, door=request.user, op=vandaag(), **form.verandering()),
            "Voorstel",
        )
        if bewaard:
            messages.success(request, f"Het voorstel is bijgewerkt: {rij.get_status_display().lower()}.")
            return redirect("match:match_detail", pk)
        if botsing:
            return botsing
    context = {
        "client": client,
        "tab": "werk",
        "voorstel": rij,
        "form": form,
        # Somebody finished it while this colleague was typing: nothing is written, and nothing typed is lost.
        "getypt": request.POST.get("nota", "") if form is None else "",
        "te_laat": request.method == "POST" and form is None,
        "toen": _toen(rij, ziet_beperking=request.user.mag(Recht.AFGESCHERMD_LEZEN)),
    }
    return render(request, "match/voorstel_edit.html", context)


def _toen(voorstel: Voorstel, *, ziet_beperking: bool) -> list[Matchcel]:
    """How the factors stood when it was proposed."""
    kleuren = voorstel.oordeel_voor(ziet_beperking=ziet_beperking)["factoren"]
    return [
        Matchcel(factor, kleur, str(kleur.label), "")
        for factor, kleur in ((factor, Kleur(kleuren[factor])) for factor in Factor if factor in kleuren)
    ]
