"""Cliënten: the caseload as a table, as a board by phase, and as a workbook."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Stand
from clienten.models.client import zichtvorm
from ocmw.journaal.journaalcodes import LIJST_GEEXPORTEERD
from ocmw.journaal.models import Journaalregel, journaalregel, noteer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.ui.paging import blader, eerste_van_elk, tel_samen
from ocmw.ui.vastevraag import VasteTelling, Vragenkas
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.clientenlijst.filters import CHIPS, CaseloadFilter, sorteer
from ocmw.werkruimte.clientenlijst.rijen import Clientrij, rijen
from ocmw.werkruimte.clientenlijst.uitvoer import caseload_werkboek

CHIP_PLAFOND = 99
PER_KOLOM = 15
MAX_UITVOER = 5000
# The same five counts for the same reader all day long.
_TELLINGEN: Vragenkas[VasteTelling] = Vragenkas()
BORD = [stap for stap in Stap if stap != Stap.GESLOTEN]
# Suggestions, not a closed list: reading the languages in use would cost more with every client.
TALEN = [
    (taal, taal)
    for taal in (
        "Arabisch",
        "Dari",
        "Engels",
        "Frans",
        "Nederlands",
        "Oekraïens",
        "Pasjtoe",
        "Roemeens",
        "Somali",
        "Tigrinya",
        "Turks",
    )
]
KOLOMMEN = (
    ("naam", "Cliënt"),
    ("fase", "Fase"),
    ("sinds", "Sinds"),
    ("contact", "Laatste contact"),
    ("termijn", "Eerste termijn"),
    ("einde", "Einde"),
)


def _basis(request: MedewerkerRequest) -> Any:
    return Stand.objects.zichtbaar_voor(request.user)


def _met_namen(rijen: QuerySet[Stand]) -> QuerySet[Stand]:
    return rijen.select_related("client", "coach", "mw", "ocmw")


def _lees(*, met_ocmw: bool) -> Callable[[QuerySet[Stand]], list[Clientrij]]:
    return lambda standen: rijen(standen, op=vandaag(), met_ocmw=met_ocmw)


def _chips(request: MedewerkerRequest, filter_: CaseloadFilter, basis: Any) -> list[dict[str, Any]]:
    """Each chip with how many rows it would keep, counted to a ceiling in one query for all."""

    def telling() -> VasteTelling:
        lopend = basis.lopend()
        return VasteTelling.van({naam: filter_.chip(lopend, naam) for naam, _ in CHIPS}, plafond=CHIP_PLAFOND + 1)

    aantallen = _TELLINGEN.geef((request.user.pk, zichtvorm(request.user), filter_.op), telling).tel()
    aan = filter_.form.cleaned_data if filter_.form.is_valid() else {}
    return [
        {
            "naam": naam,
            "label": label,
            "aan": bool(aan.get(naam)),
            "url": _url_met(request, request.path, pagina=None, **{naam: None if aan.get(naam) else "on"}),
            "aantal": f"{CHIP_PLAFOND}+" if aantallen[naam] > CHIP_PLAFOND else str(aantallen[naam]),
        }
        for naam, label in CHIPS
    ]


def _kader(request: MedewerkerRequest, filter_: CaseloadFilter, basis: Any) -> dict[str, Any]:
    return {
        "filter": filter_,
        "chips": _chips(request, filter_, basis),
        "talen": TALEN,
        "stappen": Stap.choices,
        "coaches": filter_.coaches,
        "ocmws": filter_.ocmws,
        # A colleague who only sees the own caseload across OCMWs must know that the list is partial.
        "deel_van_partner": len(filter_.ocmws) > 1,
    }


def _url_met(request: MedewerkerRequest, pad: str, **wijzigingen: Any) -> str:
    vraag = request.GET.copy()
    for naam, waarde in wijzigingen.items():
        vraag.pop(naam, None)
        if waarde is not None:
            vraag[naam] = str(waarde)
    return f"{pad}?{vraag.urlencode()}" if vraag else pad


@vereist(Recht.DOSSIER_LEZEN)
def client_list(request: MedewerkerRequest) -> HttpResponse:
    basis = _basis(request)
    filter_ = CaseloadFilter(zoekvraag(request), queryset=basis, medewerker=request.user)
    standen, sortering = sorteer(filter_.qs, request.GET.get("sorteer"))
    context = _kader(request, filter_, basis)
    pagina = blader(standen, request.GET.get("pagina"), lees=_lees(met_ocmw=context["deel_van_partner"]))
    context |= {
        "pagina": pagina,
        "rijen": pagina.rijen,
        "tabelrijen": [rij.als_html(kies=request.user.mag(Recht.TOEWIJZEN)) for rij in pagina.rijen],
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "weergave": "lijst",
    }
    return render(request, "clientenlijst/client_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def client_bord(request: MedewerkerRequest) -> HttpResponse:
    """One column per step; each shows its first cards and how many there are."""
    basis = _basis(request)
    filter_ = CaseloadFilter(zoekvraag(request), queryset=basis, medewerker=request.user)
    gefilterd = filter_.qs
    aantallen = tel_samen({str(stap.value): gefilterd.filter(stap=stap) for stap in BORD}, plafond=CHIP_PLAFOND + 1)
    context = _kader(request, filter_, basis)
    kaarten: dict[int, list[Clientrij]] = {stap.value: [] for stap in BORD}
    delen = [gefilterd.filter(stap=stap).order_by("zoeknaam", "client_id") for stap in BORD]
    getoond = Stand.objects.filter(pk__in=eerste_van_elk(delen, per=PER_KOLOM))
    for rij in _lees(met_ocmw=context["deel_van_partner"])(getoond.order_by("zoeknaam", "client_id")):
        kaarten[rij.nummer_stap].append(rij)
    kolommen = [
        {
            "stap": stap,
            "fase": stap.value - 10 if Stap.FASE_1 <= stap <= Stap.FASE_5 else 0,
            "kaarten": kaarten[stap.value],
            "aantal": f"{CHIP_PLAFOND}+" if aantallen[str(stap.value)] > CHIP_PLAFOND else aantallen[str(stap.value)],
            "meer": aantallen[str(stap.value)] > PER_KOLOM,
            "url": _url_met(request, reverse("clientenlijst:client_list"), stap=stap.value),
        }
        for stap in BORD
    ]
    context |= {"kolommen": kolommen, "weergave": "bord"}
    return render(request, "clientenlijst/client_bord.html", context)


@vereist(Recht.EXPORTEREN)
def client_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """The filtered list as a workbook: text and dates only, at most MAX_UITVOER rows, one row in the journaal."""
    filter_ = CaseloadFilter(zoekvraag(request), queryset=_basis(request), medewerker=request.user)
    gesorteerd, _ = sorteer(filter_.qs, request.GET.get("sorteer"))
    standen = list(_met_namen(gesorteerd)[: MAX_UITVOER + 1])
    if len(standen) > MAX_UITVOER:
        messages.error(request, f"Dat zijn meer dan {MAX_UITVOER} cliënten. Filter eerst, en voer dan uit.")
        return redirect(f"{request.path.replace('uitvoer/', '')}?{request.GET.urlencode()}")
    noteer(LIJST_GEEXPORTEERD, None, door=request.user, lijst="caseload", aantal=len(standen))
    # Every exported dossier is one row: who asks "who saw my data?" finds this export too.
    regels = (
        journaalregel(LIJST_GEEXPORTEERD, stand.client, door=request.user, client=stand.client, lijst="caseload")
        for stand in standen
    )
    Journaalregel.objects.bulk_create(regels, batch_size=500)
    antwoord = HttpResponse(
        caseload_werkboek(standen), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="caseload-{vandaag():%Y-%m-%d}.xlsx"'
    return antwoord
