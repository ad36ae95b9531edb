"""Own months for one contract or one employer: first what it changes, then save."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regel
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import Opgeslagen, Voorbeeld, sla_op
from tewerkstelling.evaluaties.actions import bewaar_schema
from tewerkstelling.evaluaties.forms import SchemaForm
from tewerkstelling.evaluaties.models import Evaluatieschema
from tewerkstelling.evaluaties.planning import Planning, regel_bij_start
from tewerkstelling.evaluaties.verschuiving import verschuivingen
from tewerkstelling.evaluaties.views.rooster import CONTRACTEN, contract_van
from tewerkstelling.models import Werkgever


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def schema_edit(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij, dag = contract_van(client, contract), vandaag()
    schema = Evaluatieschema.objects.filter(contract=rij).first() or Evaluatieschema()
    schema.contract = rij
    form = SchemaForm(request.POST or None, instance=schema)
    nu = Planning([rij], op=dag).schema(rij)
    bewaard, botsing = _bewaar(request, form)
    if bewaard:
        messages.success(request, "Het schema van dit contract is bewaard.")
        return redirect("evaluaties:evaluatierooster", pk, contract)
    context = {
        "client": client,
        "tab": "werk",
        "contract": rij,
        "form": form,
        "nu": nu,
        "regel": regel_bij_start("evaluatie.art60_maanden", rij, op=dag),
        "verschuivingen": verschuivingen([rij], schema, op=dag) if form.is_valid() else [],
    }
    return botsing or render(request, "evaluaties/schema_edit.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def werkgeverschema_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """For everybody who works at this employer, except who has an own scheme."""
    werkgever, dag = get_object_or_404(Werkgever.objects.zichtbaar_voor(request.user), pk=pk), vandaag()
    schema = Evaluatieschema.objects.filter(werkgever=werkgever).first() or Evaluatieschema()
    schema.werkgever = werkgever
    form = SchemaForm(request.POST or None, instance=schema)
    bewaard, botsing = _bewaar(request, form)
    if bewaard:
        messages.success(request, f"Het schema van {werkgever.naam} is bewaard.")
        return redirect("tewerkstelling:werkgever_detail", pk)
    lopend = CONTRACTEN.lopend(dag).filter(werkplek__werkgever=werkgever)
    zichtbaar = lopend.filter(client__in=Client.objects.zichtbaar_voor(request.user)).order_by("client__zoeknaam", "pk")
    aantal = lopend.count()
    context = {
        "werkgever": werkgever,
        "form": form,
        "lopend": aantal,
        "regel": regel("evaluatie.art60_maanden", op=dag),
        "verschuivingen": verschuivingen(zichtbaar, schema, op=dag) if form.is_valid() else [],
        "niet_zichtbaar": aantal - zichtbaar.count(),
    }
    return botsing or render(request, "evaluaties/werkgeverschema_edit.html", context)


def _bewaar(request: MedewerkerRequest, form: SchemaForm) -> Opgeslagen:
    """Other months than those on the page are shown first, also when they move nothing."""
    return sla_op(
        request,
        form,
        lambda: bewaar_schema(form.instance, door=request.user, op=vandaag()),
        "Evaluatieschema",
        kijk=lambda: Voorbeeld(code=",".join(map(str, form.cleaned_data["maanden"])) or "regel", altijd=True),
    )
