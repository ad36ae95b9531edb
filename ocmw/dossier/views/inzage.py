from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from clienten.models import Client
from ocmw.dossier.forms import InzageredenForm
from ocmw.journaal.enums import Wat
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht


@vereist(Recht.DOSSIER_LEZEN)
def inzage_reden(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Why do you open this dossier? The answer holds for some hours and stands in the journaal."""
    client = get_object_or_404(Client.objects.zichtbaar_voor(request.user), pk=pk)
    form = InzageredenForm(request.POST or None, initial={"naar": request.GET.get("naar", "")})
    if form.is_valid():
        uren = regel("inzage.reden_uren", op=vandaag()).waarde
        Inzagegrond.objects.create(
            medewerker=request.user,
            client_id=client.pk,
            reden=form.cleaned_data["reden"],
            toelichting=form.cleaned_data["toelichting"],
            geldig_tot=timezone.now() + timedelta(hours=uren),
        )
        noteer(Wat.REDEN_GEGEVEN, client, door=request.user, client=client, reden=form.cleaned_data["reden"])
        naar = form.cleaned_data["naar"]
        if not url_has_allowed_host_and_scheme(naar, allowed_hosts=None):
            naar = client.get_absolute_url()
        return redirect(naar)
    return render(request, "dossier/inzage_reden.html", {"client": client, "form": form})
