from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from ocmw.toegang.http import MedewerkerRequest, openbaar, vereist
from ocmw.toegang.rechten import RECHTEN, Recht, Rol
from ocmw.toegang.schermslot import OP_SLOT
from ocmw.werkruimte.beheer.forms import InstellingenForm


@vereist(Recht.AANGEMELD)
def instellingen(request: MedewerkerRequest) -> HttpResponse:
    """What a colleague sets for themselves."""
    form = InstellingenForm(request.POST if request.method == "POST" else None, instance=request.user)
    if form.is_valid():
        request.user.save(update_fields=["ochtendbericht", "sneltoetsen"])
        messages.success(request, "Bewaard.")
        return redirect("beheer:instellingen")
    return render(request, "beheer/instellingen.html", {"form": form})


@vereist(Recht.AANGEMELD)
def rechten(request: MedewerkerRequest) -> HttpResponse:
    """The policy as it is enforced: drawn from the same table the code reads, so it cannot differ from it."""
    rijen = [(recht.label, [recht in RECHTEN[rol] for rol in Rol]) for recht in Recht]
    return render(request, "beheer/rechten.html", {"rollen": list(Rol), "rijen": rijen, "eigen": request.user.rol})


@vereist(Recht.AANGEMELD)
def eigen_adres(request: MedewerkerRequest) -> HttpResponse:
    messages.info(request, "Je e-mailadres is ook je aanmelding. Vraag een beheerder om het te wijzigen.")
    return redirect("beheer:instellingen")


@require_POST
@openbaar
def schermslot(request: HttpRequest) -> HttpResponse:
    """The page itself notices that nobody is there (static/js/slot.js): out, and to the login that leads back to it."""
    terug = request.POST.get("next", "")
    if request.user.is_authenticated:
        logout(request)
        messages.info(request, OP_SLOT)
    inloggen = reverse("account_login")
    if not url_has_allowed_host_and_scheme(terug, {request.get_host()}, require_https=request.is_secure()):
        return redirect(inloggen)
    return redirect(f"{inloggen}?{urlencode({'next': terug})}")
