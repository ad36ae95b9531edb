"""Cliënten: the caseload as a table, as a board by phase, and as a workbook."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Stand
from clienten.models.client import zichtvorm
from ocmw.journaal.uitvoer import Lijstuitvoer
from ocmw.kalender.klok import vandaag
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.chips import Chip, adres_met, chips
from ocmw.ui.paging import blader, bladnummer, eerste_van_elk, sorteer, tel_samen
from ocmw.ui.vastevraag import VasteTelling, Vragenkas
from ocmw.ui.zoektekst import zoekvraag
from ocmw.werkruimte.clientenlijst.filters import CHIPS, SORTERINGEN, CaseloadFilter, chip_rijen
from ocmw.werkruimte.clientenlijst.rijen import Clientrij, rijen
from ocmw.werkruimte.clientenlijst.uitvoer import VELDEN, caseload_werkboek, clienten_van

CHIP_PLAFOND = 99
PER_KOLOM = 15
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
    ("termijn", "Eerste termijn"),
    ("contact", "Contact"),
    ("einde", "Einde"),
)


def _basis(request: MedewerkerRequest) -> Any:
    return Stand.objects.zichtbaar_voor(request.user)


def _lees(*, met_ocmw: bool, voor: Medewerker) -> Callable[[QuerySet[Stand]], list[Clientrij]]:
    return lambda standen: rijen(standen, op=vandaag(), met_ocmw=met_ocmw, voor=voor)


def _aantallen(request: MedewerkerRequest, basis: Any) -> dict[str, int]:
    """How many rows each chip would keep, counted to a ceiling in one query for all."""
    wie, op = request.user, vandaag()

    def telling() -> VasteTelling:
        lopend = basis.lopend()
        return VasteTelling.van(
            {naam: chip_rijen(lopend, naam, wie, op) for naam, _ in CHIPS}, plafond=CHIP_PLAFOND + 1
        )

    return _TELLINGEN.geef((wie.pk, zichtvorm(wie), op), telling).tel()


def _chips(request: MedewerkerRequest, filter_: CaseloadFilter, aantallen: dict[str, int]) -> list[Chip]:
    aan = filter_.form.cleaned_data if filter_.form.is_valid() else {}
    return [
        chip
        for naam, label in CHIPS
        for chip in chips(
            request, naam, [("on", label, aantallen[naam])], gekozen="on" if aan.get(naam) else "",
            wisselt="false" if naam == "mijn" else True, plafond=CHIP_PLAFOND,
        )
    ]  # fmt: skip


def _kader(request: MedewerkerRequest, filter_: CaseloadFilter, aantallen: dict[str, int]) -> dict[str, Any]:
    return {
        "filter": filter_,
        "chips": _chips(request, filter_, aantallen),
        "talen": TALEN,
        "stappen": Stap.choices,
        "coaches": filter_.coaches,
        "ocmws": filter_.ocmws,
        # A colleague who only sees the own caseload across OCMWs must know that the list is partial.
        "deel_van_partner": len(filter_.ocmws) > 1,
    }


@vereist(Recht.DOSSIER_LEZEN)
def client_list(request: MedewerkerRequest) -> HttpResponse:
    """Without a question: who you follow, first what must happen now. "Alle cliënten" asks for everybody."""
    basis, vraag = _basis(request), zoekvraag(request)
    aantallen = _aantallen(request, basis)
    if begin := not vraag and aantallen["mijn"] > 0:
        vraag["mijn"] = "on"
    filter_ = CaseloadFilter(vraag, queryset=basis, medewerker=request.user)
    gekozen = request.GET.get("sorteer") or ("termijn" if begin else None)
    standen, sortering = sorteer(filter_.qs, gekozen, SORTERINGEN)
    context = _kader(request, filter_, aantallen)
    pagina = blader(standen, bladnummer(request), lees=_lees(met_ocmw=context["deel_van_partner"], voor=request.user))
    context |= {
        "pagina": pagina,
        "rijen": pagina.rijen,
        "tabelrijen": [rij.als_html(kies=request.user.mag(Recht.TOEWIJZEN)) for rij in pagina.rijen],
        "sortering": sortering,
        "kolommen": KOLOMMEN,
        "weergave": "lijst",
        "begin": begin,
    }
    return render(request, "clientenlijst/client_list.html", context)


@vereist(Recht.DOSSIER_LEZEN)
def client_bord(request: MedewerkerRequest) -> HttpResponse:
    """One column per step; each shows its first cards and how many there are."""
    basis = _basis(request)
    filter_ = CaseloadFilter(zoekvraag(request), queryset=basis, medewerker=request.user)
    gefilterd = filter_.qs
    aantallen = tel_samen({str(stap.value): gefilterd.filter(stap=stap) for stap in BORD}, plafond=CHIP_PLAFOND + 1)
    context = _kader(request, filter_, _aantallen(request, basis))
    kaarten: dict[int, list[Clientrij]] = {stap.value: [] for stap in BORD}
    delen = [gefilterd.filter(stap=stap).order_by("zoeknaam", "client_id") for stap in BORD]
    getoond = Stand.objects.filter(pk__in=eerste_van_elk(delen, per=PER_KOLOM))
    for rij in _lees(met_ocmw=context["deel_van_partner"], voor=request.user)(
        getoond.order_by("zoeknaam", "client_id")
    ):
        kaarten[rij.nummer_stap].append(rij)
    kolommen = [
        {
            "stap": stap,
            "fase": stap.value - 10 if Stap.FASE_1 <= stap <= Stap.FASE_5 else 0,
            "kaarten": kaarten[stap.value],
            "aantal": f"{CHIP_PLAFOND}+" if aantallen[str(stap.value)] > CHIP_PLAFOND else aantallen[str(stap.value)],
            "meer": aantallen[str(stap.value)] > PER_KOLOM,
            "url": adres_met(request, reverse("clientenlijst:client_list"), stap=stap.value),
        }
        for stap in BORD
    ]
    context |= {"kolommen": kolommen, "weergave": "bord"}
    return render(request, "clientenlijst/client_bord.html", context)


@vereist(Recht.EXPORTEREN)
def client_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filter_ = CaseloadFilter(zoekvraag(request), queryset=_basis(request), medewerker=request.user)
    gesorteerd, _ = sorteer(filter_.qs.values_list(*VELDEN), request.GET.get("sorteer"), SORTERINGEN)
    uitvoer = Lijstuitvoer("caseload", caseload_werkboek, "cliënten", clienten_van)
    return uitvoer.geef(request, gesorteerd, terug=adres_met(request, reverse("clientenlijst:client_list")))
