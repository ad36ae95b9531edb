"""The schedule of one contract: evaluations and visits, what moved them and why; and how to move one of them."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.actions import verzet_moment
from tewerkstelling.evaluaties.forms import VerzettingForm
from tewerkstelling.evaluaties.models import Evaluatie, Verzetting, Werkbezoek
from tewerkstelling.evaluaties.planning import Gepland, Planning, regel_bij_start
from tewerkstelling.evaluaties.views.talenten import talentpaneel
from tewerkstelling.models import Mentor, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from trajecten.models import Actiepunt

CONTRACTEN = Tewerkstelling.objects.select_related("client", "werkplek__werkgever", "mentor")


def contract_van(client: Client, pk: int) -> Tewerkstelling:
    contract = get_object_or_404(CONTRACTEN, client=client, pk=pk)
    contract.client = client
    return contract


def wie_er_is(client: Client, mentor: Mentor | None) -> str:
    """Who usually sits at the table, to start the field with."""
    return ", ".join((client.voornaam, f"{mentor.naam} (mentor)" if mentor else "mentor"))


@vereist(Recht.DOSSIER_LEZEN)
def evaluatie_list(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """The schedule of the contract that runs, or of the last one."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    return _toon(request, client, None)


@vereist(Recht.DOSSIER_LEZEN)
def evaluatierooster(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    return _toon(request, client, contract)


def _toon(request: MedewerkerRequest, client: Client, gekozen: int | None) -> HttpResponse:
    dag = vandaag()
    contracten = list(CONTRACTEN.filter(client=client))
    eerst = sorted(contracten, key=lambda c: (c.soort != Contractsoort.ART60, -c.van.toordinal()))
    contract = next((c for c in eerst if gekozen in {None, c.pk}), None)
    if contract is None and gekozen is not None:
        raise Http404("Dit contract bestaat niet.")
    context: dict[str, Any] = {"client": client, "tab": "werk", "op": dag, "contracten": contracten}
    if contract:
        planning = Planning([contract], op=dag)
        evaluaties = planning.evaluaties(contract)
        context |= talentpaneel(client) | {
            "contract": contract,
            "schema": planning.schema(contract),
            "evaluaties": evaluaties,
            # Extra ones, and those whose moment left the schedule afterwards.
            "extra": Evaluatie.objects.filter(contract=contract).exclude(
                pk__in=[gepland.evaluatie.pk for gepland in evaluaties if gepland.evaluatie]
            ),
            "onderbrekingen": _leesbaar(planning.onderbrekingen(contract), request),
            "regel_verschuift": regel("evaluatie.verschuift_bij", op=dag),
            "gepland_bezoek": next(
                (b for b in planning.bezoeken(contract) if not b.bezocht and b.op >= dag - timedelta(days=30)),
                None,
            ),
            "regel_bezoek": regel_bij_start("werkbezoek.schema", contract, op=dag),
            "bezoeken": Werkbezoek.objects.filter(contract=contract).prefetch_related(
                Prefetch("afspraken", Actiepunt.objects.zichtbaar_voor(request.user).select_related("medewerker"))
            ),
            "wijzigt": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
        }
    return render(request, "evaluaties/evaluatierooster.html", context)


def _leesbaar(rijen: list[Onderbrekingsdagen], request: MedewerkerRequest) -> list[tuple[str, Onderbrekingsdagen]]:
    """What says something about health or justice has no name for who may not read it."""
    mag = request.user.mag(Recht.AFGESCHERMD_LEZEN)
    return [(rij.naam if mag or not rij.afgeschermd else "", rij) for rij in rijen]


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def moment_verzetten(request: MedewerkerRequest, pk: int, contract: int, moment: str) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij = contract_van(client, contract)
    gepland = _gepland(rij, moment)
    verzetting = gepland.verzetting or Verzetting(client=client, contract=rij, moment=gepland.code)
    verzetting.client, verzetting.contract = client, rij
    form = VerzettingForm(request.POST or None, instance=verzetting, initial={"op": gepland.op})
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: verzet_moment(form.instance, gepland, door=request.user, op=vandaag()),
        "Evaluatie verzetten",
        bij="op",
    )
    if bewaard:
        messages.success(request, f"De evaluatie van {gepland.naam} is verzet.")
        return redirect("evaluaties:evaluatierooster", pk, contract)
    context = {"client": client, "tab": "werk", "contract": rij, "gepland": gepland, "form": form}
    return botsing or render(request, "evaluaties/moment_verzetten.html", context)


def _gepland(contract: Tewerkstelling, code: str) -> Gepland:
    for gepland in Planning([contract], op=vandaag()).evaluaties(contract):
        if gepland.code == code:
            return gepland
    raise Http404("Dit moment staat niet in het schema.")
