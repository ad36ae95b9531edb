"""The dated rules: the list, and one rule with everything it was."""

from itertools import groupby

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from ocmw.kalender.klok import nu, vandaag
from ocmw.regels.actions import verbeter_bron, weigering_voor_beheer, weigering_voor_bron
from ocmw.regels.models import Regelbericht, Regelconcept, Regelset, eigenaar_van
from ocmw.regels.sleutels import Onderwerp
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import chips
from ocmw.ui.opslaan import sla_op
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.beheer.regelforms import RegelBronForm
from ocmw.werkruimte.beheer.regelrijen import CHIPS, Regelrij, regelrijen


def zichtbare_sets(request: MedewerkerRequest) -> QuerySet[Regelset]:
    """Of the installation, and of the OCMW whose house rules this colleague works with; oldest first."""
    eigen = Q(ocmw=None) | Q(ocmw=eigenaar_van(request.user.ocmw_id))
    return Regelset.objects.filter(eigen).order_by("sleutel", "geldig_van", "pk")


@vereist(Recht.AANGEMELD)
def regel_list(request: MedewerkerRequest) -> HttpResponse:
    """Every number that depends on a year or a policy, with its period and where it comes from."""
    alle = regelrijen(zichtbare_sets(request), Regelconcept.objects.lopend().zichtbaar_voor(request.user), op=vandaag())
    gevraagd = zoekvraag(request)
    vraag = {naam: gevraagd.get(naam, "") for naam in ("q", "onderwerp", "toon")}
    rijen = [rij for rij in alle if rij.past(vraag)]
    passend = [rij for rij in alle if rij.past({**vraag, "toon": ""})]
    beheert = request.user.mag(Recht.REGELS_BEHEREN)
    context = {
        "groepen": [(onderwerp, list(deel)) for onderwerp, deel in groupby(rijen, key=lambda rij: rij.onderwerp)],
        "aantal": len(rijen),
        "onderwerpen": Onderwerp.choices,
        "chips": chips(
            request,
            "toon",
            [
                (code, label, sum(rij.is_soort(code) for rij in passend))
                for code, label in CHIPS
                if beheert or code != "aanname"  # that nobody outside knows a rule, is for who looks after them
            ],
            wisselt=True,
        ),
        "actief": any(vraag.values()),
        "beheert": beheert,
    }
    return render(request, "beheer/regel_list.html", context)


@vereist(Recht.AANGEMELD)
def regel_detail(request: MedewerkerRequest, sleutel: str) -> HttpResponse:
    """One rule: what holds, what comes, what was, and who published it."""
    sets = list(zichtbare_sets(request).filter(sleutel=sleutel).select_related("gepubliceerd_door", "ocmw"))
    if not sets:
        raise Http404("Deze regel bestaat niet.")
    concept = (
        Regelconcept.objects.lopend()
        .zichtbaar_voor(request.user)
        .filter(sleutel=sleutel)
        .select_related("gewijzigd_door")
        .first()
    )
    rij = Regelrij(sleutel, sets, vandaag(), concept)
    context = {
        "rij": rij,
        "niet": weigering_voor_beheer(rij.nu, request.user),
        "beheert": request.user.mag(Recht.REGELS_BEHEREN),
        "sets": [
            (set_, set_ is rij.nu and rij.geldt, set_.geldig_van > rij.op, not weigering_voor_bron(set_, request.user))
            for set_ in reversed(sets)
        ],
    }
    return render(request, "beheer/regel_detail.html", context)


@vereist(Recht.REGELS_BEHEREN)
def regel_bron(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A typing error in source or explanation; the value stays as it was published."""
    set_ = get_object_or_404(zichtbare_sets(request), pk=pk)
    if reden := weigering_voor_bron(set_, request.user):
        messages.info(request, reden)
        return redirect("beheer:regel_detail", set_.sleutel)
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


@require_POST
@vereist(Recht.REGELS_BEHEREN)
def regelbericht_gelezen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """A coordinator saw that a rule of the installation changed; the message leaves Vandaag. Twice is no fault."""
    bericht = get_object_or_404(Regelbericht.objects.select_related("set"), pk=pk, medewerker=request.user)
    Regelbericht.objects.filter(pk=bericht.pk, gelezen_op=None).update(gelezen_op=nu())
    return redirect("beheer:regel_detail", bericht.set.sleutel)
