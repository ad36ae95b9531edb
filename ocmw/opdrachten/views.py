from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.opdrachten.actions import annuleer_opdracht
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


@vereist(Recht.AANGEMELD)
def opdracht_detail(request: MedewerkerRequest, pk: Any) -> HttpResponse:
    """Page and polled fragment in one: htmx asks again every second until the work is over, and then the page as a
    whole changes: its heading and buttons too."""
    opdracht = get_object_or_404(Opdracht.objects.zichtbaar_voor(request.user), pk=pk)
    if request.htmx:
        if opdracht.status == Opdrachtstatus.KLAAR and opdracht.klaar_url:
            return HttpResponse(status=204, headers={"HX-Redirect": opdracht.klaar_url})
        if not opdracht.is_open:
            return HttpResponse(status=204, headers={"HX-Refresh": "true"})
        return render(request, "opdrachten/_voortgang.html", {"opdracht": opdracht})
    if opdracht.status == Opdrachtstatus.KLAAR and opdracht.klaar_url:
        return redirect(opdracht.klaar_url)
    return render(request, "opdrachten/opdracht_detail.html", {"opdracht": opdracht})


@require_POST
@vereist(Recht.AANGEMELD)
def opdracht_annuleren(request: MedewerkerRequest, pk: Any) -> HttpResponse:
    opdracht = get_object_or_404(Opdracht.objects.zichtbaar_voor(request.user), pk=pk)
    annuleer_opdracht(opdracht)
    return redirect("opdrachten:opdracht_detail", pk=opdracht.pk)
