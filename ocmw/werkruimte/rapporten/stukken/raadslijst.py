"""The placements that go to one meeting of the council: page, PDF and workbook show the same value."""

from datetime import date

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from ocmw.journaal.uitvoer import noteer_uitvoer
from ocmw.kalender.klok import nu, vandaag
from ocmw.kalender.woorden import aantal, dag_in_woorden
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.models import Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.werkboek import geef_werkboek
from ocmw.werkruimte.rapporten.maken import wie_en_rol
from ocmw.werkruimte.rapporten.rapport import Celsoort, Mededeling, Rapport, Rapporttabel, Sectie, Tabelkolom
from ocmw.werkruimte.rapporten.stukken.stuk import geef_stuk
from ocmw.werkruimte.rapporten.werkboek import rapport_als_xlsx
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing

DATUM = Celsoort.DATUM
KOLOMMEN = (
    Tabelkolom("Cliënt"), Tabelkolom("Geboren op", DATUM), Tabelkolom("Werkgever en werkplek"), Tabelkolom("Functie"),
    Tabelkolom("Eerste werkdag", DATUM), Tabelkolom("Laatste dag", DATUM), Tabelkolom("Uren per week"), Tabelkolom("Besluit"),
)  # fmt: skip
WERKGEVER = "Het OCMW blijft de werkgever van elke werknemer op deze lijst (art. 60, paragraaf 7)."


def voor_de_raad(request: MedewerkerRequest) -> QuerySet[Plaatsing]:
    """What this colleague sees and a council must see: one council decides for its own OCMW."""
    rijen = (
        Plaatsing.objects.zichtbaar_voor(request.user).exclude(status=Plaatsingstatus.STOPGEZET).exclude(raad_op=None)
    )
    return rijen.filter(client__ocmw=_ocmw(request))


def _ocmw(request: MedewerkerRequest) -> Ocmw:
    """The own OCMW, or `?ocmw=` when this colleague guides placements of another one."""
    gekozen = request.GET.get("ocmw", "")
    ander = next((ocmw for ocmw in _ocmws(request) if str(ocmw.pk) == gekozen), None)
    return ander or request.user.ocmw


def _ocmws(request: MedewerkerRequest) -> list[Ocmw]:
    zichtbaar = Plaatsing.objects.zichtbaar_voor(request.user).exclude(raad_op=None)
    return list(Ocmw.objects.filter(pk__in=zichtbaar.values("client__ocmw")))


def raadslijst_rapport(rijen: QuerySet[Plaatsing], ocmw: Ocmw, dag: date, *, opgemaakt_door: str) -> Rapport:
    """One row per placement, in the order of names."""
    regels = tuple(
        (
            p.client.naam, p.client.geboortedatum, f"{p.werkplek.werkgever.naam}: {p.werkplek.naam}", p.functie,
            p.van, p.laatste_dag, p.uren_tekst.replace(" ", "\u00a0"), p.raad_besluit,
        )
        for p in rijen.filter(raad_op=dag)
        .select_related("client", "werkplek__werkgever")
        .order_by("client__zoeknaam", "van", "pk")
    )  # fmt: skip
    tabel = Rapporttabel(KOLOMMEN, regels, leeg="Op deze dag staat geen plaatsing op de lijst.")
    return Rapport(
        titel="Raadslijst art. 60",
        ocmw=ocmw.naam,
        onderwerp=f"Vergadering van {dag_in_woorden(dag)}",
        periode=dag_in_woorden(dag),
        opgemaakt_door=opgemaakt_door,
        opgemaakt_op=nu(),
        secties=(Sectie(aantal(len(regels), "plaatsing", "plaatsingen"), (Mededeling(WERKGEVER), tabel)),),
        bestandsnaam=f"raadslijst-{ocmw.code}-{dag:%Y%m%d}",
    )


def _dag(request: MedewerkerRequest, dagen: list[date]) -> date:
    """`?dag=`, or else the next meeting, or else the last one."""
    try:
        gevraagd = parse_date(request.GET.get("dag", ""))
    except ValueError:  # 2026-02-31
        gevraagd = None
    komend = [dag for dag in dagen if dag >= vandaag()]
    return gevraagd or (min(komend) if komend else max(dagen, default=vandaag()))


def _maak(request: MedewerkerRequest) -> tuple[QuerySet[Plaatsing], date, Rapport]:
    rijen = voor_de_raad(request)
    dagen = rijen.order_by().values_list("raad_op", flat=True).distinct()
    dag = _dag(request, [dag for dag in dagen if dag])
    rapport = raadslijst_rapport(rijen, _ocmw(request), dag, opgemaakt_door=wie_en_rol(request.user))
    return rijen.filter(raad_op=dag), dag, rapport


@require_safe
@vereist(Recht.TEWERKSTELLING_BEHEREN)
def raadslijst(request: MedewerkerRequest) -> HttpResponse:
    _, dag, rapport = _maak(request)
    dagen = voor_de_raad(request).order_by("-raad_op").values("raad_op").annotate(aantal=Count("pk"))[:12]
    ocmws = _ocmws(request)
    context = {
        "rapport": rapport,
        "dag": dag,
        "dagen": dagen,
        "ocmws": ocmws if len(ocmws) > 1 else [],
        "ocmw": _ocmw(request),
        "leeg": not rapport.secties[0].blokken[1].rijen,  # type: ignore[union-attr]  # the second block is the table: _maak built it
    }
    return render(request, "rapporten/raadslijst.html", context)


@require_safe
@vereist(Recht.EXPORTEREN)
def raadslijst_pdf(request: MedewerkerRequest) -> HttpResponse:
    rijen, _, rapport = _maak(request)
    _noteer_uitvoer(request, rijen)
    context = {"rapport": rapport, "ocmw": _ocmw(request)}
    terug = f"{reverse('rapporten:raadslijst')}?{request.GET.urlencode()}"
    return geef_stuk(
        request,
        "rapporten/stukken/raadslijst.html",
        context,
        client=None,
        soort="raadslijst",
        naam=rapport.bestandsnaam,
        terug=terug,
    )


@require_safe
@vereist(Recht.EXPORTEREN)
def raadslijst_xlsx(request: MedewerkerRequest) -> HttpResponse:
    rijen, _, rapport = _maak(request)
    _noteer_uitvoer(request, rijen)
    return geef_werkboek(rapport_als_xlsx(rapport), rapport.bestandsnaam)


def _noteer_uitvoer(request: MedewerkerRequest, rijen: QuerySet[Plaatsing]) -> None:
    """The list leaves the application: it counts clients, not placements."""
    clienten = {p.client_id: p.client for p in rijen.select_related("client")}
    noteer_uitvoer(request, "raadslijst", len(clienten), clienten.values())
