"""Why do you open this dossier? Asked outside the own caseload; the answer holds for some hours."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from clienten.models import Client
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.getypt import gepost
from ocmw.werkruimte.dossier.forms import InzageredenForm
from ocmw.werkruimte.dossier.journaalcodes import REDEN_GEGEVEN

# What somebody had typed in another form when the question came travels along under this name.
MEE = "mee-"


@vereist(Recht.DOSSIER_LEZEN)
def inzage_reden(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A form that was sent when the reason had run out arrives here by 307, is kept in the page and offered back."""
    client = get_object_or_404(Client.objects.zichtbaar_voor(request.user), pk=pk)
    beantwoord = request.method == "POST" and "reden_gevraagd" in request.POST
    form = InzageredenForm(request.POST if beantwoord else None, initial={"naar": request.GET.get("naar", "")})
    mee = _meegegeven(request, prefix=MEE if beantwoord else "")
    uren = regel("inzage.reden_uren", op=vandaag()).waarde
    if form.is_valid():
        Inzagegrond.objects.create(
            medewerker=request.user,
            client_id=client.pk,
            reden=form.cleaned_data["reden"],
            toelichting=form.cleaned_data["toelichting"],
            geldig_tot=timezone.now() + timedelta(hours=uren),
        )
        noteer(REDEN_GEGEVEN, client, door=request.user, client=client, reden=form.cleaned_data["reden"])
        naar = form.cleaned_data["naar"]
        if not url_has_allowed_host_and_scheme(naar, allowed_hosts=None) or naar.startswith(_eigen_pad(pk)):
            naar = client.get_absolute_url()
        if mee:
            return render(request, "dossier/inzage_verder.html", {"client": client, "naar": naar, "mee": mee})
        return redirect(naar)
    context = {"client": client, "form": form, "mee": mee, "uren": uren, "voorvoegsel": MEE}
    return render(request, "dossier/inzage_reden.html", context)


def _eigen_pad(pk: int) -> str:
    return reverse("dossier:inzage_reden", args=[pk])


def _meegegeven(request: MedewerkerRequest, *, prefix: str) -> list[tuple[str, str]]:
    """Every typed field, under its own name. A file cannot travel; its form asks for it again."""
    return [(naam.removeprefix(prefix), waarde) for naam, waarde in gepost(request) if naam.startswith(prefix)]
