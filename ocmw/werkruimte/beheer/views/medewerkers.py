from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Toewijzing
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.mail import mail_komt_aan
from ocmw.ui.opslaan import sla_op
from ocmw.ui.paging import blader, bladnummer
from ocmw.werkruimte.beheer.actions import (
    geef_code,
    geef_link,
    voeg_medewerker_toe,
    weigering_voor_eigen_account,
    wijzig_medewerker,
    zet_buiten_dienst,
)
from ocmw.werkruimte.beheer.forms import MedewerkerForm


def collegas(request: MedewerkerRequest) -> QuerySet[Medewerker]:
    return Medewerker.objects.filter(ocmw=request.user.ocmw_id)


@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_list(request: MedewerkerRequest) -> HttpResponse:
    rijen = collegas(request).order_by("-is_active", "achternaam", "voornaam", "pk")
    if request.GET.get("rol"):
        rijen = rijen.filter(rol=request.GET["rol"])
    if not request.GET.get("alle"):
        rijen = rijen.filter(is_active=True)
    return render(request, "beheer/medewerker_list.html", {"pagina": blader(rijen, bladnummer(request))})


@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_create(request: MedewerkerRequest) -> HttpResponse:
    form = MedewerkerForm(request.POST or None, instance=Medewerker(ocmw=request.user.ocmw))
    if form.is_valid():
        voeg_medewerker_toe(form.instance, door=request.user)
        return _laat_binnen(request, form.instance)
    return render(request, "beheer/medewerker_edit.html", {"form": form, "collega": None})


@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    collega = get_object_or_404(collegas(request), pk=pk)
    form = MedewerkerForm(request.POST or None, instance=collega)
    bewaard, _ = sla_op(
        request,
        form,
        lambda: (
            wijzig_medewerker(collega, form.changed_data, door=request.user, op=vandaag())
            if form.changed_data
            else None
        ),
        bij="rol",
    )
    if bewaard:
        messages.success(request, f"De gegevens van {collega} zijn bewaard.")
        return redirect("beheer:medewerker_list")
    context = {
        "form": form,
        "collega": collega,
        "geen_eigen": weigering_voor_eigen_account(collega, request.user),
        "volgt": Toewijzing.objects.filter(medewerker=collega, tot=None).count(),
    }
    return render(request, "beheer/medewerker_edit.html", context)


@require_POST
@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_stoppen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    collega = get_object_or_404(collegas(request), pk=pk)
    zet_buiten_dienst(collega, door=request.user, op=vandaag())
    messages.success(request, f"{collega} kan niet meer aanmelden. Wie nog aangemeld was, is nu afgemeld.")
    return redirect("beheer:medewerker_list")


@require_POST
@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_link(request: MedewerkerRequest, pk: int) -> HttpResponse:
    return _laat_binnen(request, get_object_or_404(collegas(request), pk=pk))


@require_POST
@vereist(Recht.GEBRUIKERS_BEHEREN)
def medewerker_code(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Shown once, on the answer itself: it goes through no mail, message or log."""
    return _toon_code(request, get_object_or_404(collegas(request), pk=pk))


def _laat_binnen(request: MedewerkerRequest, collega: Medewerker) -> HttpResponse:
    """The link when mail arrives, the code when it does not: a new colleague must be able to begin."""
    if not mail_komt_aan():
        return _toon_code(request, collega)
    geef_link(collega, door=request.user)
    messages.success(
        request,
        f"{collega} krijgt op {collega.email} een link om zelf een wachtwoord te kiezen. De link werkt een dag.",
    )
    return redirect("beheer:medewerker_list")


def _toon_code(request: MedewerkerRequest, collega: Medewerker) -> HttpResponse:
    code = geef_code(collega, door=request.user)
    return render(request, "beheer/medewerker_code.html", {"collega": collega, "code": code})
