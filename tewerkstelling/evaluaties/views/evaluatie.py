"""One evaluation: begin, read in three columns, write what was said, agree, round off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd, weiger_als
from tewerkstelling.evaluaties.actions import begin_evaluatie, bewaar_afspraken, rond_evaluatie_af, wijzig_evaluatie
from tewerkstelling.evaluaties.actions.mentorlink import weigering_voor_link
from tewerkstelling.evaluaties.blad import STEMMEN, lees_blad
from tewerkstelling.evaluaties.enums import Evaluatiesoort
from tewerkstelling.evaluaties.forms import EvaluatieForm, NieuweEvaluatieForm
from tewerkstelling.evaluaties.models import Competentielijst, Evaluatie, Mentorlink
from tewerkstelling.evaluaties.planning import Planning, formulier_tegen
from tewerkstelling.evaluaties.views.rooster import contract_van, wie_er_is
from tewerkstelling.evaluaties.views.talenten import talentpaneel
from trajecten.forms.gesprek import Puntrijen, wie_keuzes
from trajecten.lezers import team_van

EVALUATIES = Evaluatie.objects.select_related(
    "contract__werkplek__werkgever", "contract__mentor", "lijst__schaal", "afgerond_door"
)
STANDAARDLIJST = "art60"


def evaluatie_van(client: Client, pk: int) -> Evaluatie:
    evaluatie = get_object_or_404(EVALUATIES, client=client, pk=pk)
    evaluatie.client = evaluatie.contract.client = client
    return evaluatie


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def evaluatie_create(request: MedewerkerRequest, pk: int, contract: int) -> HttpResponse:
    """For a planned moment (`?moment=m7`), or an extra one."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij, dag = contract_van(client, contract), vandaag()
    gepland = next((g for g in Planning([rij], op=dag).evaluaties(rij) if g.code == request.GET.get("moment")), None)
    if gepland and gepland.evaluatie:
        return redirect("evaluaties:evaluatie_detail", pk, gepland.evaluatie.pk)
    begin = {
        "gehouden_op": gepland.op if gepland and gepland.op >= rij.van else dag,
        "soort": gepland.soort if gepland else Evaluatiesoort.VOLLEDIG,
        "lijst": Competentielijst.objects.geldig(dag, client.ocmw_id).filter(code=STANDAARDLIJST).first(),
        "aanwezig": wie_er_is(client, rij.mentor),
    }
    evaluatie = Evaluatie(client=client, contract=rij, moment=gepland.code if gepland else "")
    form = NieuweEvaluatieForm(request.POST or None, instance=evaluatie, initial=begin, op=dag)
    bewaard, _ = sla_op(request, form, lambda: begin_evaluatie(form.instance, door=request.user, op=dag))
    if bewaard:
        messages.success(request, "De evaluatie staat klaar.")
        return redirect("evaluaties:evaluatie_detail", pk, form.instance.pk)
    context = {"client": client, "tab": "werk", "contract": rij, "gepland": gepland, "form": form}
    return render(request, "evaluaties/evaluatie_create.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def evaluatie_detail(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij, dag = evaluatie_van(client, evaluatie), vandaag()
    mag = request.user.mag(Recht.TEWERKSTELLING_BEHEREN)
    link = Mentorlink.objects.filter(evaluatie=rij).first()
    context = {
        "client": client,
        "tab": "werk",
        "evaluatie": rij,
        "blad": lees_blad(rij),
        "stemsoorten": STEMMEN,
        "afspraken": rij.afspraken.zichtbaar_voor(request.user).select_related("medewerker"),
        "link": link,
        "linkstand": link.stand(dag) if link else None,
        "antwoord_tegen": formulier_tegen(link, rij, op=dag) if link else None,
        "link_weigering": weigering_voor_link(rij),
        "wijzigt": mag and not rij.weigering_voor_wijzigen(),
        **talentpaneel(client),
        "mag": mag and not client.gesloten_op,
        "afronden_weigering": rij.weigering_voor_afronden(dag) if mag else "",
    }
    return render(request, "evaluaties/evaluatie_detail.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def evaluatie_edit(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij = evaluatie_van(client, evaluatie)
    weiger_als(rij.weigering_voor_wijzigen())
    form = EvaluatieForm(request.POST or None, instance=rij, op=vandaag())
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: wijzig_evaluatie(form.instance, form.gewijzigde_velden(), door=request.user, op=vandaag()),
        "Evaluatie",
    )
    if bewaard:
        messages.success(request, "De evaluatie is bewaard.")
        return redirect("evaluaties:evaluatie_detail", pk, evaluatie)
    context = {"client": client, "tab": "werk", "evaluatie": rij, "form": form}
    return botsing or render(request, "evaluaties/evaluatie_edit.html", context)


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def evaluatie_afspraken(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    """Up to four agreements at a time; each becomes an actiepunt with a date."""
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij, dag = evaluatie_van(client, evaluatie), vandaag()
    weiger_als(rij.weigering_voor_wijzigen())
    data = request.POST if request.method == "POST" else None
    wie = wie_keuzes(client, request.user, team_van(client))
    punten = Puntrijen(data, wie=wie, vandaag=dag)
    if data is not None and punten.is_valid():
        nieuwe = bewaar_afspraken(rij, punten.punten(), door=request.user, op=dag)
        if nieuwe:
            messages.success(request, "De afspraken staan bij de acties van het traject.")
        return redirect("evaluaties:evaluatie_detail", pk, evaluatie)
    context = {"client": client, "tab": "werk", "evaluatie": rij, "punten": punten}
    return render(request, "evaluaties/evaluatie_afspraken.html", context, status=422 if data is not None else 200)


@require_POST
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def evaluatie_afronden(request: MedewerkerRequest, pk: int, evaluatie: int) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij = evaluatie_van(client, evaluatie)
    versie = request.POST.get("versie", "")
    # The page she rounds off from is the page she read.
    rij.versie = int(versie) if versie.isdecimal() and len(versie) < 9 else 0
    try:
        rond_evaluatie_af(rij, door=request.user, op=vandaag())
    except Geweigerd as fout:
        messages.error(request, fout.reden)
    except IntussenGewijzigd:
        messages.error(request, "Een collega wijzigde deze evaluatie intussen. Lees ze na en rond ze dan af.")
    else:
        messages.success(request, "De evaluatie is afgerond. Ze verandert niet meer.")
    return redirect("evaluaties:evaluatie_detail", pk, evaluatie)
