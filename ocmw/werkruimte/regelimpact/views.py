"""What a rule would change, dossier by dossier: now and afterwards, side by side."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.regels.enums import Impactsoort, Richting
from ocmw.regels.models import Regelconcept
from ocmw.regels.telling import geraakt, zinnen
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import Chip, chips
from ocmw.ui.paging import blader, bladnummer, sorteer
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.regelimpact.filters import ImpactFilter
from ocmw.werkruimte.regelimpact.models import Impactrij
from ocmw.werkruimte.regelimpact.uitvoer import impact_werkboek

UITVOER_PLAFOND = 20_000
SORTERINGEN = {
    "naam": ("client__zoeknaam", "client_id", "pk"),
    "voor": ("voor_dag", "pk"),
    "na": ("na_dag", "pk"),
    "verschil": ("verschil", "pk"),
}


@require_safe
@vereist(Recht.REGELS_BEHEREN)
def regelimpact(request: MedewerkerRequest, pk: int) -> HttpResponse:
    concept = get_object_or_404(
        Regelconcept.objects.zichtbaar_voor(request.user).select_related("impact_opdracht", "basis"), pk=pk
    )
    filter_ = ImpactFilter(zoekvraag(request), queryset=_rijen(request, concept))
    rijen, sortering = sorteer(filter_.qs.select_related("client__ocmw"), request.GET.get("sorteer"), SORTERINGEN)
    pagina = blader(rijen, bladnummer(request))
    telling = concept.impact_telling
    chips = _chips(request, concept)
    context = {
        "concept": concept,
        "pagina": pagina,
        "sortering": sortering,
        "chips": chips,
        "richtingen": Richting.choices,
        "actief": filter_.actief,
        "zinnen": zinnen(telling),
        "van_ons": zinnen(telling, request.user.ocmw_id),
        "geraakt": geraakt(telling),
        "geraakt_van_ons": geraakt(telling, request.user.ocmw_id),
        "telling": telling,
        "ziet_dossiers": request.user.mag(Recht.DOSSIER_LEZEN),
        "verborgen": _verborgen(request, concept),
        "vraag": request.GET.urlencode(),
    }
    return render(request, "regelimpact/regelimpact.html", context)


@require_safe
@vereist(Recht.EXPORTEREN)
def regelimpact_uitvoer(request: MedewerkerRequest, pk: int) -> HttpResponse:
    """What the filter shows, as a workbook; the export is a row in the journaal."""
    concept = get_object_or_404(Regelconcept.objects.zichtbaar_voor(request.user), pk=pk)
    if not request.user.mag(Recht.REGELS_BEHEREN):
        raise PermissionDenied("Hiervoor heb je het recht nodig om de regels te beheren.")
    rijen = ImpactFilter(zoekvraag(request), queryset=_rijen(request, concept)).qs.order_by(*SORTERINGEN["naam"])
    uitvoer = Lijstuitvoer("regelimpact", impact_werkboek, "rijen", hoogstens=UITVOER_PLAFOND)
    return uitvoer.geef(
        request,
        rijen.select_related("client__ocmw"),
        terug=f"{reverse('regelimpact:regelimpact', args=[pk])}?{request.GET.urlencode()}",
        onderwerp=concept,
        naam=f"wat-verandert-{concept.sleutel.replace('.', '-')}",
    )


def _rijen(request: MedewerkerRequest, concept: Regelconcept) -> QuerySet[Impactrij]:
    """Nothing while the job is still counting: a half list would be read as the whole one."""
    rijen = Impactrij.objects.zichtbaar_voor(request.user)
    return rijen.filter(concept=concept) if concept.impact_klaar_op else rijen.none()


def _chips(request: MedewerkerRequest, concept: Regelconcept) -> list[Chip]:
    """Per kind how many rows there are with the other filters; kinds without rows are left out."""
    gevraagd = zoekvraag(request)
    gevraagd.pop("soort", None)
    rijen = ImpactFilter(gevraagd, queryset=_rijen(request, concept)).qs.order_by()
    per_soort = dict(rijen.values_list("soort").annotate(Count("pk")))
    soorten = [(code, label, per_soort[code]) for code, label in Impactsoort.choices if code in per_soort]
    return chips(request, "soort", [("", "Alles", sum(per_soort.values())), *soorten])


def _verborgen(request: MedewerkerRequest, concept: Regelconcept) -> int:
    """Dossiers the reader sees otherwise, but not in this list: that they move would tell about their health."""
    if request.user.mag(Recht.AFGESCHERMD_LEZEN) or not request.user.mag(Recht.DOSSIER_LEZEN):
        return 0
    geheim = Impactrij.objects.filter(concept=concept, afgeschermd=True, ocmw=request.user.ocmw_id)
    return geheim.order_by().values("client").distinct().count()
