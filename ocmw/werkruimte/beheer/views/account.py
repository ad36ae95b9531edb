from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import RECHTEN, Recht, Rol
from ocmw.werkruimte.beheer.forms import InstellingenForm


@vereist(Recht.AANGEMELD)
def instellingen(request: MedewerkerRequest) -> HttpResponse:
    """What a colleague sets for themselves."""
    form = InstellingenForm(request.POST if request.method == "POST" else None, instance=request.user)
    if form.is_valid():
        request.user.save(update_fields=["ochtendbericht"])
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
