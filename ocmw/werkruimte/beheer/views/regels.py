"""The dated rules: the list, and one rule with everything it was."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ocmw.kalender.klok import vandaag
from ocmw.regels.actions import verbeter_bron
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.sleutels import Onderwerp
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import chips
from ocmw.ui.opslaan import sla_op
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.beheer.regelforms import RegelBronForm
from ocmw.werkruimte.beheer.regelrijen import CHIPS, Regelrij, regelrijen


@vereist(Recht.REGELS_BEHEREN)
def regel_list(request: MedewerkerRequest) -> HttpResponse:
    """Every number that depends on a year or a policy, with its period and where it comes from."""
    alle = regelrijen(Regelset.objects.all(), Regelconcept.objects.lopend(), op=vandaag())
    gevraagd = zoekvraag(request)
    vraag = {naam: gevraagd.get(naam, "") for naam in ("q", "onderwerp", "toon")}
    rijen = [rij for rij in alle if rij.past(vraag)]
    passend = [rij for rij in alle if rij.past({**vraag, "toon": ""})]
    context = {
        "groepen": [(onderwerp, list(deel)) for onderwerp, deel in groupby(rijen, key=lambda rij: rij.onderwerp)],
        "aantal": len(rijen),
        "onderwerpen": Onderwerp.choices,
        "chips": chips(
            request,
            "toon",
            [(code, label, sum(rij.is_soort(code) for rij in passend)) for code, label in CHIPS],
            wisselt=True,
        ),
        "actief": any(vraag.values()),
    }
    return render(request, "beheer/regel_list.html", context)


@vereist(Recht.REGELS_BEHEREN)
def regel_detail(request: MedewerkerRequest, sleutel: str) -> HttpResponse:
    """One rule: what holds, what comes, what was, and who published it."""
    sets = list(Regelset.objects.filter(sleutel=sleutel).select_related("gepubliceerd_door").order_by("geldig_van"))
    if not sets:
        raise Http404("Deze regel bestaat niet.")
    concept = Regelconcept.objects.lopend().filter(sleutel=sleutel).select_related("gewijzigd_door").first()
    rij = Regelrij(sleutel, sets, vandaag(), concept)
    context = {"rij": rij, "sets": [(set_, set_.geldt(rij.op), set_.geldig_van > rij.op) for set_ in reversed(sets)]}
    return render(request, "beheer/regel_detail.html", context)


@vereist(Recht.REGELS_BEHEREN)
def regel_bron(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A typing error in source or explanation; the value stays as it was published."""
    set_ = get_object_or_404(Regelset, pk=pk)
    form = RegelBronForm(request.POST or None, instance=set_)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: verbeter_bron(form.instance, form.gewijzigde_velden(), door=request.user),
        "Bron van een regel",
    )
    if bewaard:
        messages.success(request, "De bron is verbeterd.")
        return redirect("beheer:regel_detail", set_.sleutel)
    return botsing or render(request, "beheer/regel_bron.html", {"form": form, "set": set_})
