"""Interruptions of one contract. What moves a date is shown first and saved after."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import Voorbeeld, sla_op, voorbeeld
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import (
    beeindig_onderbreking,
    bewaar_onderbreking,
    verleng,
    verwijder_onderbreking,
    weigering_voor_lezer,
)
from tewerkstelling.feiten import gevolgen_van_onderbreking
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.forms import OnderbrekingForm, WegForm
from tewerkstelling.rechtenteller.views.terug import naar_rechten
from trajecten.twe.gevolgen import Gevolg


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def onderbreking_create(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    van = get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)
    rij = Onderbreking(client=client, contract=van)
    form = OnderbrekingForm(
        request.POST or None, instance=rij, mag_alles=request.user.mag(Recht.AFGESCHERMD_LEZEN), op=vandaag()
    )
    bewaard, _ = sla_op(
        request,
        form,
        lambda: bewaar_onderbreking(form.instance, [], door=request.user, op=vandaag(), met_contract=form.met_einde),
        kijk=lambda: _vooraf(van, form.instance, None, met_einde=form.met_einde),
    )
    if bewaard:
        messages.success(request, _gelukt("De onderbreking is bewaard.", form.instance))
        return naar_rechten(client, van)
    context = {"client": client, "tab": "werk", "form": form, "contract": van}
    return render(request, "rechtenteller/onderbreking_create.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def onderbreking_edit(request: MedewerkerRequest, pk: int, onderbreking: int) -> HttpResponse:
    client, rij, oud = _open(request, pk, onderbreking)
    form = OnderbrekingForm(
        request.POST or None, instance=rij, mag_alles=request.user.mag(Recht.AFGESCHERMD_LEZEN), op=vandaag()
    )
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_onderbreking(
            form.instance, form.velden(), door=request.user, op=vandaag(), met_contract=form.met_einde
        ),
        "Onderbreking",
        kijk=lambda: _vooraf(oud.contract, form.instance, oud, met_einde=form.met_einde),
    )
    if bewaard:
        messages.success(request, _gelukt("De onderbreking is gewijzigd.", form.instance))
        return naar_rechten(client, rij.contract)
    context = {"client": client, "tab": "werk", "form": form, "onderbreking": oud}
    return botsing or render(request, "rechtenteller/onderbreking_edit.html", context)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def onderbreking_terug(request: MedewerkerRequest, pk: int, onderbreking: int) -> HttpResponse:
    """One tap for who comes back: yesterday was the last day. Another day is chosen on the form."""
    client, rij, _ = _open(request, pk, onderbreking)
    try:
        beeindig_onderbreking(rij, laatste_dag=vandaag() - timedelta(days=1), door=request.user, op=vandaag())
    except Geweigerd as weigering:
        messages.error(request, weigering.reden)
    else:
        messages.success(request, f"Weer aan het werk vanaf vandaag. De onderbreking liep {rij.wanneer}.")
    return naar_rechten(client, rij.contract)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def onderbreking_verwijderen(request: MedewerkerRequest, pk: int, onderbreking: int) -> HttpResponse:
    client, rij, oud = _open(request, pk, onderbreking)
    form = WegForm(request.POST or None, instance=rij)
    bewaard, _ = sla_op(
        request,
        form,
        lambda: _verwijder(form, request),
        kijk=lambda: _vooraf(oud.contract, None, oud, met_einde=form.met_einde),
    )
    if bewaard:
        messages.success(request, "De onderbreking is verwijderd.")
        return naar_rechten(client, rij.contract)
    context = {"client": client, "tab": "werk", "form": form, "onderbreking": oud}
    return render(request, "rechtenteller/onderbreking_verwijderen.html", context)


def _verwijder(form: WegForm, request: MedewerkerRequest) -> None:
    """There is nothing to merge with a row that goes."""
    try:
        verwijder_onderbreking(form.instance, door=request.user, op=vandaag(), met_contract=form.met_einde)
    except IntussenGewijzigd:
        raise Geweigerd("Een collega wijzigde deze onderbreking intussen. Open de pagina opnieuw.") from None


def _open(request: MedewerkerRequest, pk: int, onderbreking: int) -> tuple[Client, Onderbreking, Onderbreking]:
    """The dossier, the row for the form, and the row as it is stored: the form writes into the first."""
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    rijen = Onderbreking.objects.select_related("contract__client")
    oud = get_object_or_404(rijen, client=client, pk=onderbreking)
    if reden := weigering_voor_lezer(oud, request.user):
        raise PermissionDenied(reden)
    return client, get_object_or_404(rijen, pk=onderbreking), oud


def _gelukt(zin: str, rij: Onderbreking) -> str:
    return f"{zin} Ze loopt nog: we tellen tot en met vandaag." if rij.tot is None else zin


def _vooraf(
    contract: Tewerkstelling, nieuw: Onderbreking | None, oud: Onderbreking | None, *, met_einde: bool
) -> Voorbeeld:
    """`contract` as stored; a copy of it gets the end it will have."""
    na = Tewerkstelling.objects.select_related("client").get(pk=contract.pk)
    if met_einde:
        verleng(na, nieuw, oud)
    if na.tot and na.tot <= na.van:
        na.tot = contract.tot  # nothing would be left; the action says so
    zelf = [Gevolg("De onderbreking", _in_woorden(oud), _in_woorden(nieuw))]
    open_ = any(rij and rij.tot is None for rij in (nieuw, oud))
    return voorbeeld([*(zelf if open_ else []), *gevolgen_van_onderbreking(na, nieuw, oud, op=vandaag())])


def _in_woorden(rij: Onderbreking | None) -> str:
    """An end that nobody knows is said before it is saved."""
    if rij is None:
        return ""
    if rij.laatste_dag is None:
        return f"vanaf {dag_in_woorden(rij.van)}, loopt nog: geteld tot en met vandaag"
    return f"van {dag_in_woorden(rij.van)} tot en met {dag_in_woorden(rij.laatste_dag)}"
