"""Whose house rules an OCMW works with: its own, or those of an OCMW it cooperates with. First what would change, then yes."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import vandaag
from ocmw.regels.actions import volg_huisregels, weigering_voor_volgen
from ocmw.regels.models import Huisregeldeling
from ocmw.regels.opzoeken import Regelboek, Regelwaarde, regelboek
from ocmw.regels.sleutels import SLEUTELS, Aard
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Ocmw, Samenwerking
from ocmw.toegang.rechten import Recht
from ocmw.ui.rijnummer import rijnummer
from ocmw.ui.weigering import Geweigerd


@dataclass(frozen=True)
class Huisregelverschil:
    """A house rule that another value would take the place of."""

    nu: Regelwaarde
    straks: Regelwaarde


@vereist(Recht.REGELS_BEHEREN)
def huisregels(request: MedewerkerRequest) -> HttpResponse:
    ocmw, op = request.user.ocmw, vandaag()
    deling = Huisregeldeling.objects.filter(ocmw=ocmw).select_related("van").first()
    gevraagd, stoppen = _gevraagd(request.GET.get("van", "")), request.GET.get("van") == "eigen"
    vraag = gevraagd is not None or stoppen
    context = {
        "deling": deling,
        "volgers": [rij.ocmw for rij in Huisregeldeling.objects.filter(van=ocmw).select_related("ocmw")],
        "keuzes": [(ander.pk, str(ander)) for ander in _partners(ocmw)],
        "gevraagd": gevraagd,
        "vraag": vraag,
        "reden": weigering_voor_volgen(ocmw, gevraagd, op=op) if vraag else "",
        "verschillen": verschillen(ocmw, gevraagd) if vraag else [],
    }
    return render(request, "beheer/huisregels.html", context)


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def huisregels_volgen(request: MedewerkerRequest) -> HttpResponse:
    van = _gevraagd(request.POST.get("van", ""))
    if van is None and request.POST.get("van") != "eigen":
        messages.warning(request, "Kies een OCMW.")
        return redirect("beheer:huisregels")
    try:
        volg_huisregels(request.user.ocmw, van, door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.warning(request, weigering.reden)
    else:
        zin = f"Jullie volgen nu de huisregels van {van}." if van else "Jullie werken nu met jullie eigen huisregels."
        messages.success(request, f"{zin} De termijnen van jullie dossiers volgen vanzelf.")
    return redirect("beheer:huisregels")


def verschillen(ocmw: Ocmw, van: Ocmw | None) -> list[Huisregelverschil]:
    """The house rules of today that get another value for `ocmw` when it follows `van` (None: nobody)."""
    nu, op = regelboek(), vandaag()
    zonder = {volger: wie for volger, wie in nu.volgt.items() if volger != ocmw.pk}
    straks = Regelboek(nu.sets, zonder | ({ocmw.pk: van.pk} if van else {}))
    paren = [
        Huisregelverschil(nu.zoek(sleutel, op, ocmw.pk), straks.zoek(sleutel, op, ocmw.pk))
        for sleutel, uitleg in SLEUTELS.items()
        if uitleg.aard == Aard.HUIS
    ]
    return [paar for paar in paren if paar.nu.waarde != paar.straks.waarde]


def _gevraagd(pk: str) -> Ocmw | None:
    return Ocmw.objects.filter(pk=rijnummer(pk)).first()


def _partners(ocmw: Ocmw) -> list[Ocmw]:
    """With whom an agreement runs, whoever opened the door."""
    samen = Samenwerking.objects.geldig(vandaag()).filter(Q(ocmw=ocmw) | Q(begeleidend=ocmw))
    paren = samen.select_related("ocmw", "begeleidend")
    anderen = {rij.begeleidend if rij.ocmw_id == ocmw.pk else rij.ocmw for rij in paren}
    return sorted(anderen, key=str)
