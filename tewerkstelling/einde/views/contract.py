"""End a contract: the last day and the reason; after art.60 the nazorg starts the day after, with a first contact."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import Voorbeeld, sla_op, voorbeeld
from ocmw.ui.plaats import naar
from tewerkstelling.einde.actions import sluit_contract_af
from tewerkstelling.einde.forms import AfsluitForm
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.einde.overzicht import lijst_van
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import gevolgen_van_contract
from tewerkstelling.geld.berekening import gevolg_voor_vergoeding
from tewerkstelling.models import Tewerkstelling


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def contract_einde(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="werk")
    rij = get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)
    art60 = rij.soort == Contractsoort.ART60
    form = AfsluitForm(
        request.POST or None,
        instance=rij,
        op=vandaag(),
        met_nazorg=art60,
        **(_voorstel(rij) if art60 else {"voorstel": None}),
    )
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: sluit_contract_af(
            rij,
            laatste_dag=form.cleaned_data["laatste_dag"],
            reden=form.cleaned_data["eindreden"],
            eerste_contact_op=form.cleaned_data.get("eerste_contact_op"),
            door=request.user,
            op=vandaag(),
            met_onderbreking=form.sluit_onderbreking,
        ),
        "Einde van het contract",
        kijk=lambda: _vooraf(rij, form.cleaned_data["laatste_dag"], met_onderbreking=form.sluit_onderbreking),
    )
    if bewaard:
        messages.success(request, _gelukt(form.cleaned_data["laatste_dag"], form.cleaned_data.get("eerste_contact_op")))
        return redirect(naar("nazorg" if art60 else "werk", pk))
    context = {
        "client": client,
        "tab": "werk",
        "form": form,
        "contract": rij,
        "lijst": lijst_van(rij, lezer=request.user, op=vandaag()) if art60 else None,
    }
    return botsing or render(request, "einde/contract_einde.html", context)


def _vooraf(contract: Tewerkstelling, laatste_dag: date, *, met_onderbreking: bool) -> Voorbeeld:
    """The row carries its new end from here on: that is what the action saves."""
    contract.tot = laatste_dag + timedelta(days=1)
    geld = gevolg_voor_vergoeding(contract, op=vandaag()) if contract.soort == Contractsoort.ART60 else []
    return voorbeeld([*gevolgen_van_contract(contract, op=vandaag(), met_onderbreking=met_onderbreking), *geld])


def _voorstel(contract: Tewerkstelling) -> dict[str, Any]:
    """The day of the nazorg plan, or else one rhythm of the nazorg after the last day (F10), whichever that becomes."""
    plan = Eindepunt.objects.filter(contract=contract, contact_op__isnull=False).first()
    if plan and plan.contact_op:
        return {"voorstel": plan.contact_op}
    ritme = regel("traject.stilte_dagen", op=vandaag()).waarde["nazorg"]
    return {"voorstel": (contract.laatste_dag or vandaag()) + timedelta(days=ritme), "ritme": ritme}


def _gelukt(laatste_dag: date, contact_op: date | None) -> str:
    zin = f"Het contract eindigt op {laatste_dag:%d/%m/%Y}."
    return f"{zin} Het eerste contact in de nazorg staat op {contact_op:%d/%m/%Y}." if contact_op else zin
