"""A rule in the making: copy, change, see what it moves, publish or withdraw."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.regels.actions import (
    einde_van,
    maak_concept,
    publiceer,
    trek_concept_in,
    vraag_goedkeuring,
    vraag_impact,
    weigering_voor_aanbieden,
    weigering_voor_beheer,
    weigering_voor_goedkeuren,
    weigering_voor_publiceren,
    wijzig_concept,
)
from ocmw.regels.models import Regelconcept
from ocmw.regels.telling import geraakt, zinnen
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.beheer.regelforms import AanbiedForm, PubliceerForm, RegelconceptForm
from ocmw.werkruimte.beheer.regelrijen import Regelrij
from ocmw.werkruimte.beheer.views.regels import zichtbare_sets


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def regelconcept_create(request: MedewerkerRequest, sleutel: str) -> HttpResponse:
    """Copy the set that holds today; when somebody already did, go on with that draft."""
    sets = list(zichtbare_sets(request).filter(sleutel=sleutel))
    if not sets:
        messages.error(request, "Deze regel bestaat niet.")
        return redirect("beheer:regel_list")
    try:
        concept = maak_concept(Regelrij(sleutel, sets, vandaag()).nu, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
        lopend = Regelconcept.objects.lopend().zichtbaar_voor(request.user).filter(sleutel=sleutel).first()
        return redirect("beheer:regelconcept_edit", lopend.pk) if lopend else redirect("beheer:regel_detail", sleutel)
    messages.success(request, "De regel is gekopieerd. Pas aan wat verandert en vul de bron in.")
    return redirect("beheer:regelconcept_edit", concept.pk)


@vereist(Recht.REGELS_BEHEREN)
def regelconcept_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    concept = _concept(request, pk)
    if reden := concept.weigering_voor_wijzigen() or weigering_voor_beheer(concept, request.user):
        messages.info(request, reden)
        return redirect("beheer:regel_detail", concept.sleutel)
    form = RegelconceptForm(request.POST or None, instance=concept)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_concept(form.instance, form.te_bewaren(), door=request.user),
        "Concept van een regel",
    )
    if bewaard:
        messages.success(request, "Het concept is bewaard. Bereken nu wat er verandert.")
        return redirect("beheer:regelconcept_edit", pk)
    context = {"form": form, "concept": concept, **_impact(concept)}
    return botsing or render(request, "beheer/regelconcept_edit.html", context)


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def regelconcept_berekenen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    concept = _concept(request, pk)
    try:
        opdracht = vraag_impact(concept, door=request.user)
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
        return redirect("beheer:regelconcept_edit", pk)
    return redirect("opdrachten:opdracht_detail", pk=opdracht.pk)


@vereist(Recht.REGELS_BEHEREN)
def regelconcept_publiceren(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Ask once more, with what it does; what is posted says which version was on the screen. For a rule of the installation
    this is where the second person looks."""
    concept, dag = _concept(request, pk), vandaag()
    if reden := concept.weigering_voor_wijzigen() or weigering_voor_beheer(concept, request.user):
        messages.info(request, reden)
        return redirect("beheer:regel_detail", concept.sleutel)
    form = PubliceerForm(
        request.POST or None, initial={"versie": concept.versie}, in_het_verleden=concept.geldig_van < dag
    )
    if form.is_valid():
        concept.versie = form.cleaned_data["versie"]
        try:
            set_ = publiceer(
                concept, door=request.user, op=dag, terugwerkend=form.cleaned_data.get("terugwerkend", False)
            )
        except Geweigerd as weigering:
            messages.warning(request, weigering.reden)
            return redirect("beheer:regelconcept_publiceren", pk)
        messages.success(
            request, f"De regel is gepubliceerd en geldt vanaf {set_.geldig_van:%d/%m/%Y}. De termijnen volgen vanzelf."
        )
        return redirect("beheer:regel_detail", concept.sleutel)
    context = {
        "form": form,
        "concept": concept,
        "reden": weigering_voor_publiceren(concept),
        "niet_aanbieden": weigering_voor_aanbieden(concept, door=request.user),
        "niet_goedkeuren": weigering_voor_goedkeuren(concept, door=request.user),
        "tot": einde_van(concept.sleutel, concept.geldig_van, concept.ocmw_id),
        **_impact(concept),
    }
    return render(request, "beheer/regelconcept_publiceren.html", context)


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def regelconcept_aanbieden(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Ask a second person to approve; what is posted says which version was on the screen."""
    concept, form = _concept(request, pk), AanbiedForm(request.POST)
    if form.is_valid():
        concept.versie = form.cleaned_data["versie"]
        try:
            vraag_goedkeuring(concept, door=request.user)
        except Geweigerd as weigering:
            messages.warning(request, weigering.reden)
        else:
            messages.success(request, "De goedkeuring is gevraagd. Wie kan goedkeuren, ziet het op Vandaag.")
    return redirect("beheer:regelconcept_publiceren", pk)


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def regelconcept_intrekken(request: MedewerkerRequest, pk: int) -> HttpResponse:
    concept = _concept(request, pk)
    try:
        trek_concept_in(concept, door=request.user)
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
    else:
        messages.success(request, "Het concept is ingetrokken. De regel blijft zoals hij was.")
    return redirect("beheer:regel_detail", concept.sleutel)


def _concept(request: MedewerkerRequest, pk: int) -> Regelconcept:
    rijen = Regelconcept.objects.zichtbaar_voor(request.user).select_related(
        "basis", "impact_opdracht__aangevraagd_door", "gewijzigd_door", "aangeboden_door"
    )
    return get_object_or_404(rijen, pk=pk)


def _impact(concept: Regelconcept) -> dict[str, object]:
    telling = concept.impact_telling
    return {"zinnen": zinnen(telling), "geraakt": geraakt(telling), "nagekeken": telling.get("gedaan", 0)}
