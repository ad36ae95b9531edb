from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import Chip, chips
from ocmw.ui.paging import blader, bladnummer, sorteer, tel_samen
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.beheer.filters import JournaalFilter, journaal_van, journaalkeuzes
from ocmw.werkruimte.beheer.uitvoer import journaal_werkboek
from ocmw.werkruimte.beheer.weergave import regels_van

UITVOER_PLAFOND = 20_000
TEL_TOT = 500
SORTERINGEN = {"op": ("op", "pk")}


def gefilterd(request: MedewerkerRequest) -> JournaalFilter:
    return JournaalFilter(zoekvraag(request), queryset=journaal_van(request.user), medewerker=request.user)


@vereist(Recht.JOURNAAL_LEZEN)
def journaal_list(request: MedewerkerRequest) -> HttpResponse:
    """Who looked and who changed, newest first; every filter but the name stands in the address."""
    filter_ = gefilterd(request)
    rijen, volgorde = sorteer(filter_.qs, request.GET.get("sorteer"), SORTERINGEN, "-op")
    pagina = blader(rijen, bladnummer(request))
    context = {
        "pagina": pagina,
        "regels": regels_van(pagina.rijen, request.user),
        "chips": _chips(request),
        "sortering": volgorde,
        "actief": filter_.actief,
        "watkeuzes": journaalkeuzes(),
        "collegas": [(m.pk, m.naam) for m in Medewerker.objects.filter(ocmw=request.user.ocmw_id)],
    }
    return render(request, "beheer/journaal_list.html", context)


def _chips(request: MedewerkerRequest) -> list[Chip]:
    """The kinds as quick filters, each with its count (up to a ceiling) under the other filters."""
    gevraagd = zoekvraag(request)
    for naam in ("soort", "buiten"):
        gevraagd.pop(naam, None)
    basis = JournaalFilter(gevraagd, queryset=journaal_van(request.user), medewerker=request.user).qs
    buiten = JournaalFilter({"buiten": "on"}, queryset=basis, medewerker=request.user).qs
    tellingen = tel_samen(
        {soort.value: basis.filter(soort=soort) for soort in Journaalsoort} | {"buiten": buiten}, plafond=TEL_TOT + 1
    )
    soorten = [(soort.value, str(soort.label), tellingen[soort.value]) for soort in Journaalsoort]
    return [
        *chips(request, "soort", soorten, wisselt=True, zonder=("buiten",), plafond=TEL_TOT),
        *chips(
            request, "buiten", [("on", "Buiten de caseload", tellingen["buiten"])],
            wisselt=True, zonder=("soort",), plafond=TEL_TOT,
        ),
    ]  # fmt: skip


@vereist(Recht.JOURNAAL_LEZEN)
def journaal_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """What the filter shows, as a workbook; the export is a row in the journaal itself."""
    uitvoer = Lijstuitvoer(
        "journaal",
        lambda rijen: journaal_werkboek(regels_van(rijen, request.user)),
        "regels",
        hoogstens=UITVOER_PLAFOND,
    )
    return uitvoer.geef(
        request,
        sorteer(gefilterd(request).qs, request.GET.get("sorteer"), SORTERINGEN, "-op")[0],
        terug=f"{reverse('beheer:journaal_list')}?{request.GET.urlencode()}",
    )
