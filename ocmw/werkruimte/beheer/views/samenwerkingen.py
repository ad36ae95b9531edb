from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.werkruimte.beheer.actions import beeindig_samenwerking, leg_samenwerking_vast
from ocmw.werkruimte.beheer.forms import SamenwerkingForm, SamenwerkingseindeForm


def van_ons(request: MedewerkerRequest) -> QuerySet[Samenwerking]:
    """Both directions: who comes in with us, and where we go in."""
    ocmw = request.user.ocmw_id
    return Samenwerking.objects.filter(Q(ocmw=ocmw) | Q(begeleidend=ocmw)).select_related("ocmw", "begeleidend")


@vereist(Recht.SAMENWERKING_BEHEREN)
def samenwerking_list(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    rijen = [
        {
            "samenwerking": samenwerking,
            "loopt": samenwerking.tot is None or samenwerking.tot > op,
            "van_ons": samenwerking.ocmw_id == request.user.ocmw_id,
        }
        for samenwerking in van_ons(request).order_by("-van", "pk")
    ]
    return render(request, "beheer/samenwerking_list.html", {"rijen": rijen})


@vereist(Recht.SAMENWERKING_BEHEREN)
def samenwerking_create(request: MedewerkerRequest) -> HttpResponse:
    form = SamenwerkingForm(request.POST or None, ocmw_id=request.user.ocmw_id, initial={"van": vandaag()})
    bewaard, _ = sla_op(request, form, lambda: leg_samenwerking_vast(form.instance, door=request.user))
    if bewaard:
        messages.success(request, f"{form.instance.begeleidend} kan nu toegewezen worden aan jullie cliënten.")
        return redirect("beheer:samenwerking_list")
    return render(request, "beheer/samenwerking_edit.html", {"form": form})


@vereist(Recht.SAMENWERKING_BEHEREN)
def samenwerking_beeindigen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    samenwerking = get_object_or_404(van_ons(request), pk=pk)
    form = SamenwerkingseindeForm(request.POST or None, initial={"tot": vandaag()})
    bewaard, _ = sla_op(
        request,
        form,
        lambda: beeindig_samenwerking(samenwerking, tot=form.cleaned_data["tot"], door=request.user, op=vandaag()),
        bij="tot",
    )
    if bewaard:
        messages.success(request, f"De samenwerking eindigt op {samenwerking.tot:%d/%m/%Y}.")
        return redirect("beheer:samenwerking_list")
    return render(request, "beheer/samenwerking_edit.html", {"form": form, "samenwerking": samenwerking})
