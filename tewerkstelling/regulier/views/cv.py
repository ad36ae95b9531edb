"""The cv of one client: what stands in it, taken over from the file and then edited. The PDF is ocmw.werkruimte.rapporten's."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from tewerkstelling.regulier.actions import bewaar_cv, bewaar_cvregel, neem_over_uit_dossier, verwijder_cvregel
from tewerkstelling.regulier.cvblad import cvblad
from tewerkstelling.regulier.enums import Cvregelsoort
from tewerkstelling.regulier.forms import CvForm, CvregelForm
from tewerkstelling.regulier.models import Cv, Cvregel


def _open(request: MedewerkerRequest, pk: int) -> Client:
    return open_dossier(Client.objects.met_kop(), request, pk, onderdeel="cv")


@vereist(Recht.DOSSIER_LEZEN)
def cv_detail(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = _open(request, pk)
    context = {
        "client": client,
        "tab": "werk",
        "blad": cvblad(client),
        "schrijft": request.user.mag(Recht.TEWERKSTELLING_BEHEREN) and not client.gesloten_op,
    }
    return render(request, "regulier/cv_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def cv_edit(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = _open(request, pk)
    cv = Cv.objects.filter(client=client).select_related("client__profiel").first()
    if cv and request.method == "POST" and request.POST.get("versie", "") in {"", "0"}:
        cv.versie = 0  # there was no cv yet when this page was opened
    form = CvForm(request.POST or None, instance=cv or Cv(client=client))
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_cv(
            form.instance, form.gewijzigde_velden(), form.profielwijziging, door=request.user, op=vandaag()
        ),
        "Cv",
    )
    if bewaard:
        messages.success(request, "Het cv is bewaard.")
        return redirect("regulier:cv_detail", pk)
    context = {"client": client, "tab": "werk", "form": form}
    return botsing or render(request, "regulier/cv_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def cv_overnemen(request: MedewerkerRequest, pk: int) -> HttpResponse:
    client = _open(request, pk)
    aantal = neem_over_uit_dossier(client, door=request.user, op=vandaag())
    zin = {0: "Alles uit het dossier staat al op het cv.", 1: "1 regel is overgenomen uit het dossier."}
    messages.success(request, zin.get(aantal, f"{aantal} regels zijn overgenomen uit het dossier. Kijk ze na."))
    return redirect("regulier:cv_detail", pk)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def cvregel_create(request: MedewerkerRequest, pk: int, soort: str) -> HttpResponse:
    client = _open(request, pk)
    if soort not in Cvregelsoort.values:
        raise Http404("Zo'n regel bestaat niet.")
    form = CvregelForm(request.POST or None, instance=Cvregel(client=client, soort=soort), vandaag=vandaag())
    return _bewaar(request, client, form)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def cvregel_edit(request: MedewerkerRequest, pk: int, regel: int) -> HttpResponse:
    client = _open(request, pk)
    rij = get_object_or_404(Cvregel.objects.select_related("client"), client=client, pk=regel)
    return _bewaar(request, client, CvregelForm(request.POST or None, instance=rij, vandaag=vandaag()))


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def cvregel_verwijderen(request: MedewerkerRequest, pk: int, regel: int) -> HttpResponse:
    client = _open(request, pk)
    rij = get_object_or_404(Cvregel.objects.select_related("client"), client=client, pk=regel)
    verwijder_cvregel(rij, door=request.user, op=vandaag())
    messages.success(request, "De regel is van het cv gehaald.")
    return redirect("regulier:cv_detail", pk)


def _bewaar(request: MedewerkerRequest, client: Client, form: CvregelForm) -> HttpResponse:
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_cvregel(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Regel van het cv",
    )
    if bewaard:
        messages.success(request, "De regel is bewaard.")
        return redirect("regulier:cv_detail", client.pk)
    context = {"client": client, "tab": "werk", "form": form, "regel": form.instance}
    return botsing or render(request, "regulier/cvregel_edit.html", context, status=422 if form.is_bound else 200)
