"""The list of phase 5: what is settled, what waits, and how much nazorg will be left."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.einde.actions import beantwoord_punt
from tewerkstelling.einde.bewezen import rechten_bij_einde
from tewerkstelling.einde.forms import EindepuntForm
from tewerkstelling.einde.lijst import Eindevraag
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.einde.overzicht import lijst_van, vragen_op
from tewerkstelling.einde.wegwijzer import wegen
from tewerkstelling.enums import Contractsoort
from tewerkstelling.maatregelen import maatregelen_op
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand
from tewerkstelling.werkstand import Werkstand, werkstand


@vereist(Recht.DOSSIER_LEZEN)
def einde(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The contract that people mean; the link from the tab and from a termijn knows the client only."""
    client = open_dossier(Client.objects.met_kop().select_related("profiel"), request, pk, onderdeel="einde")
    werk = _werk(client)
    return _toon(request, client, werk, werk.art60)


@vereist(Recht.DOSSIER_LEZEN)
def afronding_detail(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop().select_related("profiel"), request, pk, onderdeel="einde")
    werk = _werk(client)
    rij = next((c for c in werk.contracten if c.pk == contract and c.soort == Contractsoort.ART60), None)
    if rij is None:
        raise Http404("Dit contract bestaat niet.")
    return _toon(request, client, werk, rij)


def _werk(client: Client) -> Werkstand:
    return werkstand(client, op=vandaag())


def _toon(request: MedewerkerRequest, client: Client, werk: Werkstand, contract: Tewerkstelling | None) -> HttpResponse:
    op = vandaag()
    context: dict[str, Any] = {"client": client, "tab": "werk", "contract": contract, "op": op}
    if contract:
        voorbereiding = regel("einde.voorbereiding_maanden", op=op)
        context |= {
            "lijst": lijst_van(contract, lezer=request.user, op=op),
            "regel": regel("einde.vragen", op=op),
            "voorbereiding": voorbereiding,
            "begin_op": plus_maanden(contract.laatste_dag, -voorbereiding.waarde) if contract.laatste_dag else None,
            "stand_van_zaken": werk.nazorg,
            "rechten": rechten_bij_einde(rechtenstand(lees_rechten(werk.stand), contract, op=op)),
            "maatregelen": maatregelen_op(op)[0],
            "wegen": wegen(contract, lezer=request.user),
            "vult_in": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
        }
    return render(request, "einde/einde.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def punt_beantwoorden(request: MedewerkerRequest, pk: int, contract: int, code: str) -> HttpResponse:
    """One point; afterwards back to the list, or on to the next open point."""
    client = open_dossier(Client.objects.met_kop().select_related("profiel"), request, pk, onderdeel="einde")
    rij = get_object_or_404(Tewerkstelling.objects.select_related("client"), client=client, pk=contract)
    op = vandaag()
    vraag = next((v for v in vragen_op(op) if v.code == code), None)
    if vraag is None or (vraag.afgeschermd and not request.user.mag(Recht.AFGESCHERMD_LEZEN)):
        raise Http404("Dit punt bestaat niet.")
    maatregelen, bron = maatregelen_op(op)
    form = EindepuntForm(
        request.POST or None, instance=_punt(request, rij, vraag), vraag=vraag, maatregelen=maatregelen
    )
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: beantwoord_punt(form.instance, form.gewijzigde_velden(), door=request.user, op=op),
        vraag.vraag,
    )
    if bewaard:
        messages.success(request, "Het antwoord is bewaard.")
        return redirect(_verder(request, rij, vraag))
    weg = wegen(rij, lezer=request.user).get(code)
    context = {"client": client, "tab": "werk", "contract": rij, "vraag": vraag, "form": form, "bron": bron, "weg": weg}
    return botsing or render(request, "einde/punt_beantwoorden.html", context, status=422 if form.is_bound else 200)


def _punt(request: MedewerkerRequest, contract: Tewerkstelling, vraag: Eindevraag) -> Eindepunt:
    bestaand = Eindepunt.objects.filter(contract=contract, code=vraag.code).select_related("client").first()
    if bestaand is None:
        return Eindepunt(client=contract.client, contract=contract, code=vraag.code)
    if request.POST.get("versie", "") in {"", "0"} and request.method == "POST":
        bestaand.versie = 0  # nobody had answered when this page was opened
    return bestaand


def _verder(request: MedewerkerRequest, contract: Tewerkstelling, vraag: Eindevraag) -> str:
    """The next open point after this one when asked for, or else this point on the list."""
    lijst = lijst_van(contract, lezer=request.user, op=vandaag())
    codes = [punt.vraag.code for punt in lijst.punten]
    hier = codes.index(vraag.code) if vraag.code in codes else 0
    volgende = next((p for p in lijst.punten[hier + 1 :] if not p.klaar), None)
    if "verder" in request.POST and volgende:
        return reverse("einde:punt_beantwoorden", args=[contract.client_id, contract.pk, volgende.vraag.code])
    return f"{reverse('einde:afronding_detail', args=[contract.client_id, contract.pk])}#punt-{vraag.code}"
