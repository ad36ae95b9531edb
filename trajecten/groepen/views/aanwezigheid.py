"""Presence of one series, a trimester at a time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ocmw.journaal.deur import noteer_lijst
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from trajecten.groepen.aanwezigheidsbeeld import LETTERS, Trimester, maak_beeld, trimester_van
from trajecten.groepen.models import Inschrijving, Sessieaanwezigheid
from trajecten.groepen.models.inschrijving import op_familienaam
from trajecten.groepen.views.reeks import open_reeks


def _keuzes(trimesters: list[Trimester], gekozen: Trimester | None) -> list[dict[str, object]]:
    if len(trimesters) < 2:
        return []
    delen = [{"label": tri.woord, "url": f"?trimester={tri.code}", "hier": tri == gekozen} for tri in trimesters]
    return [{"titel": "", "delen": delen}]


@require_safe
@vereist(Recht.GROEP_LEZEN)
def reeks_aanwezigheid(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """Of the people this colleague sees by name; the others are a count. The trimester of today, or the last one before it."""
    reeks = open_reeks(request, pk)
    sessies = list(reeks.sessies.gaat_door().select_related("reeks"))
    per_trimester = sorted({trimester_van(sessie.dag) for sessie in sessies})
    voorbij = [tri for tri in per_trimester if tri <= trimester_van(vandaag())]
    gekozen = next((tri for tri in per_trimester if tri.code == request.GET.get("trimester", "")), None)
    gekozen = gekozen or next(reversed(voorbij or per_trimester), None)
    sessies = [sessie for sessie in sessies if trimester_van(sessie.dag) == gekozen]
    deelnames = reeks.inschrijvingen.filter(neemt_deel_sinds__isnull=False)
    rijen = list(
        Inschrijving.objects.zichtbaar_voor(request.user).filter(pk__in=deelnames).select_related("client", "deelnemer")
    )
    rijen.sort(key=op_familienaam)
    merken = Sessieaanwezigheid.objects.filter(sessie__in=[sessie.pk for sessie in sessies], inschrijving__in=rijen)
    standen = {(sessie, rij): stand for sessie, rij, stand in merken.values_list("sessie", "inschrijving", "stand")}
    beeld = maak_beeld(rijen, sessies, standen)
    noteer_lijst(request, [rij.client_id for rij in rijen if rij.client_id], lijst="groep")
    context = {
        "reeks": reeks,
        "programma": reeks.programma,
        "keuzes": _keuzes(per_trimester, gekozen),
        "gekozen": gekozen,
        "sessies": sessies,
        "beeld": beeld,
        "anderen": deelnames.count() - len(rijen),
        "legende": [(letter, stand.label, stand.value) for stand, letter in LETTERS.items()],
    }
    return render(request, "groepen/reeks_aanwezigheid.html", context)
