"""Competence lists for who manages the rules: read, copy to a new version, edit what is not used yet."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.actions import begin_lijst, bewaar_lijst, kopieer_lijst
from tewerkstelling.evaluaties.forms import EigenLijstForm, LijstForm
from tewerkstelling.evaluaties.models import Competentielijst
from tewerkstelling.evaluaties.models.competentie import CompetentielijstQuerySet


def lijsten_van(ocmw: int) -> CompetentielijstQuerySet:
    """What this OCMW works with or can begin from; a list of another one does not exist here."""
    return Competentielijst.objects.van(ocmw).select_related("schaal", "ocmw")


@vereist(Recht.REGELS_BEHEREN)
def competentielijst_list(request: MedewerkerRequest) -> HttpResponse:
    ocmw = request.user.ocmw_id
    geldt = set(Competentielijst.objects.geldig(vandaag(), ocmw).values_list("pk", flat=True))
    rijen = [(lijst, lijst.pk in geldt) for lijst in lijsten_van(ocmw).met_gebruik(ocmw)]
    return render(request, "evaluaties/competentielijst_list.html", {"rijen": rijen})


@vereist(Recht.REGELS_BEHEREN)
def competentielijst_create(request: MedewerkerRequest) -> HttpResponse:
    """A list of one's own, that starts as a copy of another."""
    form, nieuw = EigenLijstForm(request.POST or None, op=vandaag(), ocmw=request.user.ocmw_id), []
    bewaard, _ = sla_op(
        request, form, lambda: nieuw.append(begin_lijst(**form.cleaned_data, door=request.user, op=vandaag()))
    )
    if bewaard:
        messages.success(request, "De lijst staat klaar. Pas ze aan voor iemand ze gebruikt.")
        return redirect("evaluaties:competentielijst_edit", nieuw[0].pk)
    return render(
        request, "evaluaties/competentielijst_create.html", {"form": form}, status=422 if form.is_bound else 200
    )


@vereist(Recht.REGELS_BEHEREN)
def competentielijst_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    lijst = get_object_or_404(lijsten_van(request.user.ocmw_id), pk=pk)
    context = {
        "lijst": lijst,
        "domeinen": lijst.domeinen.prefetch_related("competenties"),
        "schaal": list(zip(lijst.schaal.labels, lijst.schaal.clientlabels, strict=True)),
        "weigering": lijst.weigering_voor_wijzigen(request.user.ocmw_id),
        "geldt": not lijst.weigering_voor_kopieren(request.user.ocmw_id)
        and Competentielijst.objects.geldig(vandaag(), request.user.ocmw_id).filter(pk=pk).exists(),
    }
    return render(request, "evaluaties/competentielijst_detail.html", context)


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def competentielijst_kopieren(request: MedewerkerRequest, pk: int) -> HttpResponse:
    lijst = get_object_or_404(lijsten_van(request.user.ocmw_id), pk=pk)
    try:
        nieuw = kopieer_lijst(lijst, door=request.user, op=vandaag())
    except Geweigerd as fout:
        messages.error(request, fout.reden)
        return redirect("evaluaties:competentielijst_detail", pk)
    messages.success(request, f"Versie {nieuw.nummer} staat klaar. Nieuwe evaluaties gebruiken ze vanaf vandaag.")
    return redirect("evaluaties:competentielijst_edit", nieuw.pk)


@vereist(Recht.REGELS_BEHEREN)
def competentielijst_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    lijst = get_object_or_404(lijsten_van(request.user.ocmw_id), pk=pk)
    weiger_als(lijst.weigering_voor_wijzigen(request.user.ocmw_id))
    form = LijstForm(request.POST or None, instance=lijst)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_lijst(
            form.instance, form.gewijzigde_velden(), form.regels(), form.labels(), door=request.user, op=vandaag()
        ),
        "Competentielijst",
    )
    if bewaard:
        messages.success(request, "De lijst is bewaard.")
        return redirect("evaluaties:competentielijst_detail", pk)
    return botsing or render(request, "evaluaties/competentielijst_edit.html", {"lijst": lijst, "form": form})
