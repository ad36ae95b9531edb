"""Fill in one voice: the own scores, what a mentor said by phone, or the client on the coach's own screen."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from clienten.models import Client
from ocmw.journaal.deur import open_dossier
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.opslaan import sla_op
from ocmw.ui.weigering import weiger_als
from tewerkstelling.evaluaties.actions import bewaar_stem
from tewerkstelling.evaluaties.blad import vorige_scores
from tewerkstelling.evaluaties.enums import Stemsoort
from tewerkstelling.evaluaties.forms import StemForm
from tewerkstelling.evaluaties.models import Evaluatie, Stem
from tewerkstelling.evaluaties.views.evaluatie import evaluatie_van

SJABLOON = {Stemsoort.CLIENT: "evaluaties/stem_client.html"}
SMILEYS = ("emoji-frown", "emoji-neutral", "emoji-smile", "emoji-laughing")


def _stem(evaluatie: Evaluatie, wie: str) -> Stem:
    if wie not in Stemsoort.values:
        raise Http404("Deze stem bestaat niet.")
    stem = Stem.objects.filter(evaluatie=evaluatie, wie=wie).first() or Stem(evaluatie=evaluatie, wie=wie)
    stem.evaluatie = evaluatie
    stem.client = evaluatie.client
    return stem


@vereist(Recht.TEWERKSTELLING_BEHEREN)
def stem_edit(request: MedewerkerRequest, pk: int, evaluatie: int, wie: str) -> HttpResponse:
    client = open_dossier(Client.objects.met_kop(), request, pk, onderdeel="evaluaties")
    rij = evaluatie_van(client, evaluatie)
    stem, dag = _stem(rij, wie), vandaag()
    weiger_als(stem.weigering_voor_wijzigen())
    form = StemForm(request.POST or None, instance=stem)
    bewaard, botsing = sla_op(
        request,
        form,
        lambda: bewaar_stem(form.instance, form.scores(), form.opmerkingen(), door=request.user, op=dag),
        f"Scores: {stem.get_wie_display().lower()}",
    )
    if bewaard:
        messages.success(request, "De antwoorden zijn bewaard.")
        return redirect("evaluaties:evaluatie_detail", pk, evaluatie)
    context = {
        "client": client,
        "tab": "werk",
        "evaluatie": rij,
        "stem": stem,
        "form": form,
        "vorige": _vorige(rij, form, wie),
        "beelden": _beelden(len(rij.lijst.schaal.labels)),
    }
    return botsing or render(request, SJABLOON.get(Stemsoort(wie), "evaluaties/stem_edit.html"), context)


def _vorige(evaluatie: Evaluatie, form: StemForm, wie: str) -> dict[str, str]:
    """What this voice said the time before, by competence."""
    _, toen = vorige_scores(evaluatie)
    return {
        str(competentie.pk): toen.get((wie, domein.code, competentie.code), "")
        for domein in form.domeinen
        for competentie in domein.competenties.all()
    }


def _beelden(aantal: int) -> dict[str, str]:
    """A smiley per level, spread over the scale whatever its length; the word beside it always says the same."""
    gekozen = {str(n): SMILEYS[round((n - 1) * (len(SMILEYS) - 1) / max(1, aantal - 1))] for n in range(1, aantal + 1)}
    return gekozen | {"0": "question-circle"}
