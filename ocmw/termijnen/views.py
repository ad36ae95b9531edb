"""The two buttons beside a termijn, wherever it is shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.actions import stel_termijn_uit, voldoe_termijn
from ocmw.termijnen.forms import UitstelForm
from ocmw.termijnen.models import Termijn
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import Geweigerd


@require_POST
@vereist(Recht.TERMIJN_BEHEREN)
def termijn_voldoen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    termijn = open_dossier(Termijn.objects.select_related("client"), request, pk, onderdeel="termijn")
    try:
        voldoe_termijn(termijn, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
    else:
        messages.success(request, f"Klaar: {termijn.soort_in_woorden.lower()} van {termijn.client}.")
    return _terug(request, termijn, request.POST.get("naar", ""))


@vereist(Recht.TERMIJN_BEHEREN)
def termijn_uitstellen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Ask until when and why; a small page of its own, so it works without a script and on a phone."""
    termijn = open_dossier(Termijn.objects.select_related("client"), request, pk, onderdeel="termijn")
    form = UitstelForm(request.POST or None, initial={"naar": request.GET.get("naar", "")})
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
        messages.success(request, f"Uitgesteld tot {termijn.vervalt_op:%d/%m/%Y}.")
        return _terug(request, termijn, form.cleaned_data["naar"])
    context = {"termijn": termijn, "client": termijn.client, "tab": "overzicht", "form": form}
    return render(request, "termijnen/termijn_uitstellen.html", context)


def _terug(request: MedewerkerRequest, termijn: Termijn, naar: str) -> HttpResponse:
    if not url_has_allowed_host_and_scheme(naar, allowed_hosts=None):
        naar = termijn.client.get_absolute_url()
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": naar})
    return redirect(naar)
