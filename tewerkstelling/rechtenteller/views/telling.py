"""What was proven before, how this contract is counted, and its later hours. All move the day of the rights: shown first,
saved after."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op, voorbeeld
from tewerkstelling.actions import wijzig_tewerkstelling
from tewerkstelling.feiten import gevolgen_van_contract, gevolgen_van_rij
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.actions import bewaar_rechtspositie
from tewerkstelling.rechtenteller.forms import RechtspositieForm, TellingForm, UrenForm, UrenWegForm
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.views.terug import naar_rechten
from tewerkstelling.werkstand import kies_contract


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def rechtspositie_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    positie = Rechtspositie.objects.filter(client=client).first() or Rechtspositie()
    positie.client = client
    form = RechtspositieForm(request.POST or None, instance=positie, op=vandaag())
    contract = kies_contract(list(Tewerkstelling.objects.filter(client=client).select_related("client")), vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_rechtspositie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Wat al bewezen is",
        kijk=lambda: voorbeeld(gevolgen_van_rij(form.instance, contract, op=vandaag())),
    )
    if bewaard:
        messages.success(request, "Bewaard. De teller houdt er rekening mee.")
        return naar_rechten(client)
    context = {"client": client, "tab": "werk", "form": form}
    return botsing or render(request, "rechtenteller/rechtspositie_edit.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def telling_edit(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client, rij = _open(request, pk, contract)
    form = TellingForm(request.POST or None, instance=rij, op=vandaag())
    context = {"client": client, "tab": "werk", "contract": rij}
    return _bewaar(request, form, context, "Hoe we tellen", "rechtenteller/telling_edit.html")


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def uren_zetten(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    """Other hours from a day on; on a day that has them already, they take the place of those (?vanaf= shows them)."""
    client, rij = _open(request, pk, contract)
    context = {"client": client, "tab": "werk", "nu": rij.uren_tekst}  # the form writes into the row
    form = UrenForm(request.POST or None, instance=rij, vanaf=_dag(request.GET.get("vanaf", "")))
    return _bewaar(request, form, context, "Uren van het contract", "rechtenteller/uren_zetten.html")


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def uren_verwijderen(request: MedewerkerRequest, pk: int, contract: int, vanaf: str) -> HttpResponse:
    client, rij = _open(request, pk, contract)
    regime = next((regime for regime in rij.regimes if regime.vanaf == _dag(vanaf)), None)
    if regime is None:
        raise Http404("Op deze dag veranderen de uren niet.")
    form = UrenWegForm(request.POST or None, instance=rij, vanaf=regime.vanaf)
    context = {"client": client, "tab": "werk", "contract": rij, "regime": regime}
    return _bewaar(request, form, context, "Uren van het contract", "rechtenteller/uren_verwijderen.html")


def _open(request: MedewerkerRequest, pk: int, contract: int) -> tuple[Client, Tewerkstelling]:
    client = open_dossier(Client.objects.all(), request, pk, onderdeel="rechten")
    return client, get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _bewaar(
    request: MedewerkerRequest,
    form: TellingForm | UrenForm | UrenWegForm,
    context: dict[str, Any],
    titel: str,
    sjabloon: str,
) -> HttpResponse:
    """Show which dates move, then save exactly that."""
    rij = form.instance
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_tewerkstelling(rij, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        titel,
        kijk=lambda: voorbeeld(gevolgen_van_contract(rij, op=vandaag())),
    )
    if bewaard:
        messages.success(request, "Bewaard. De teller is aangepast.")
        return naar_rechten(rij.client, rij)
    return botsing or render(request, sjabloon, {**context, "form": form})
