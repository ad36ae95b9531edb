from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
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
        "actief": any(filter_.data.get(naam) for naam in filter_.filters),
        "watkeuzes": journaalkeuzes(),
        "collegas": [(m.pk, m.naam) for m in Medewerker.objects.filter(ocmw=request.user.ocmw_id)],
    }
    return render(request, "beheer/journaal_list.html", context)


def _chips(request: MedewerkerRequest) -> list[dict[str, Any]]:
    """The kinds as quick filters, each with its count (up to a ceiling) under the other filters."""
    vraag, gevraagd = request.GET.copy(), zoekvraag(request)
    for naam in ("soort", "buiten", "pagina"):
        vraag.pop(naam, None)
        gevraagd.pop(naam, None)
    basis = JournaalFilter(gevraagd, queryset=journaal_van(request.user), medewerker=request.user).qs
    buiten = JournaalFilter({"buiten": "on"}, queryset=basis, medewerker=request.user).qs
    tellingen = tel_samen(
        {soort.value: basis.filter(soort=soort) for soort in Journaalsoort} | {"buiten": buiten}, plafond=TEL_TOT
    )
    chips = []
    for naam, waarde, label in [
        *(("soort", s.value, s.label) for s in Journaalsoort),
        ("buiten", "on", "Buiten de caseload"),
    ]:
        aan = request.GET.get(naam) == waarde
        doel = vraag.copy()
        if not aan:
            doel[naam] = waarde
        aantal = tellingen[waarde if naam == "soort" else "buiten"]
        chips.append(
            {
                "label": label,
                "url": f"?{doel.urlencode()}",
                "aan": aan,
                "aantal": f"{TEL_TOT}+" if aantal >= TEL_TOT else aantal,
            }
        )
    return chips


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
