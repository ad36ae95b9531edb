"""The two lists of Sturing that name people, as a workbook: what the filters of the page show, journalled per dossier."""

from collections.abc import Sequence

from django.http import HttpResponse

from clienten.models import Client
from ocmw.journaal.uitvoer import MAX_UITVOER, Lijstuitvoer
from ocmw.kalender.klok import nu, vandaag
from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.http import MedewerkerRequest, vereist
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.rapporten.maken import wie_en_rol
from ocmw.werkruimte.rapporten.rapport import Cel, Celsoort, Rapport, Rapporttabel, Sectie, Tabelkolom
from ocmw.werkruimte.rapporten.werkboek import rapport_als_xlsx
from tewerkstelling.geld.keuze import kies as kies_radar
from tewerkstelling.geld.radar import Radargroep, feit_op_het_spel, maandeinde, radar
from tewerkstelling.rechtenteller.langer import kies as kies_langer
from tewerkstelling.rechtenteller.langer import rijen_van

NAMEN = (
    Tabelkolom("Cliënt"),
    Tabelkolom("Geboortedatum", Celsoort.DATUM),
    Tabelkolom("OCMW"),
    Tabelkolom("Trajectbegeleider"),
)
LANGERKOLOMMEN = (
    *NAMEN, Tabelkolom("Laatste dag nu", Celsoort.DATUM), Tabelkolom("Rechten verwacht op", Celsoort.DATUM, "rechten_geschat"),
    Tabelkolom("Mogelijk nieuw einde", Celsoort.DATUM), Tabelkolom("Dagen langer", Celsoort.MAAT, "dagen_langer"),
    Tabelkolom("Regel vanaf", Celsoort.DATUM), Tabelkolom("Let op"),
)  # fmt: skip


def radarkolommen(groep: Radargroep) -> tuple[Tabelkolom, ...]:
    """What is at stake is another fact in the list of those nobody looked at."""
    return (
        *NAMEN, Tabelkolom("Waarom"), Tabelkolom("Uitleg"), Tabelkolom("Op het spel (euro)", Celsoort.MAAT, feit_op_het_spel(groep)),
        Tabelkolom("Taak voor"), Tabelkolom("Taak tegen", Celsoort.DATUM),
    )  # fmt: skip


@vereist(Recht.EXPORTEREN)
def radar_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    maand = maandeinde(op)
    keuze = kies_radar(radar(request.user, maand, op=op), request.GET)
    kolommen = radarkolommen(keuze.groep)
    rijen = [
        (
            rij.client,
            (rij.naam, rij.geboortedatum, rij.ocmw, rij.coach, rij.kort, rij.reden, rij.op_het_spel,
             rij.taak.punt.medewerker.naam if rij.taak and rij.taak.punt.medewerker else "",
             rij.taak.punt.vervalt_op if rij.taak else None),
        )
        for rij in keuze.rijen
    ]  # fmt: skip
    return _geef(request, "geld-op-maandeinde", "Geld op maandeinde", dag_in_woorden(maand), kolommen, rijen)


@vereist(Recht.EXPORTEREN)
def langer_uitvoer(request: MedewerkerRequest) -> HttpResponse:
    op = vandaag()
    keuze = kies_langer(request.user, request.GET, op=op)
    rijen = [
        (
            rij.client,
            (rij.naam, rij.geboortedatum, rij.ocmw, rij.coach, rij.laatste_dag, rij.toont.get("rechten_geschat"),
             rij.nieuw_einde, rij.toont.get("dagen_langer"), rij.regels_van, " ".join([*filter(None, [rij.fout]), *rij.let_op])),
        )
        for rij in rijen_van(list(keuze.rijen[: MAX_UITVOER + 1]), op=op)
    ]  # fmt: skip
    return _geef(request, "langer-dan-nodig", "Contracten langer dan nodig", dag_in_woorden(op), LANGERKOLOMMEN, rijen)


def _geef(
    request: MedewerkerRequest,
    lijst: str,
    titel: str,
    periode: str,
    kolommen: tuple[Tabelkolom, ...],
    rijen: Sequence[tuple[int, tuple[Cel, ...]]],
) -> HttpResponse:
    """`rijen`: the pk of the client and the cells."""

    def werkboek(gekozen: list[tuple[int, tuple[Cel, ...]]]) -> bytes:
        tabel = Rapporttabel(kolommen, tuple(cellen for _, cellen in gekozen), leeg="Deze lijst is leeg.")
        rapport = Rapport(
            titel=titel,
            ocmw=request.user.ocmw.naam,
            onderwerp=titel,
            periode=periode,
            opgemaakt_door=wie_en_rol(request.user),
            opgemaakt_op=nu(),
            secties=(Sectie(titel, (tabel,)),),
        )
        return rapport_als_xlsx(rapport)

    zichtbaar = Client.objects.zichtbaar_voor(request.user).only("pk", "ocmw_id")
    uitvoer = Lijstuitvoer(lijst, werkboek, "rijen", lambda gekozen: zichtbaar.filter(pk__in=[pk for pk, _ in gekozen]))
    return uitvoer.geef(request, rijen, terug=request.path.replace("uitvoer/", ""))
