"""What a draft of a rule would move in all contracts: contracts per second, and memory that stays flat."""

import resource
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

from clienten.models import Client
from ocmw.gereedschap.bench.genereer import Wereld, bewaar
from ocmw.gereedschap.bench.meetbank import Meetbank
from ocmw.gereedschap.bench.meten import Tijdmeting, eenmaal
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.uitvoering import Verslag
from ocmw.regels.actions import maak_concept, vraag_impact, wijzig_concept
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.opzoeken import gepubliceerd_boek, met_regels
from ocmw.werkruimte.beheer.actions import zet_installatierecht
from ocmw.werkruimte.regelimpact.doorrekenen import bereken_impact
from ocmw.werkruimte.regelimpact.impact import Boeken
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.teller import feiten_van, tel
from trajecten.twe.models import Werkervaring

KILOBYTE = 1024  # ru_maxrss counts kilobytes, the aim megabytes
STRENGER = [{"tot_leeftijd": 36, "dagen": 312, "maanden": 36}, {"tot_leeftijd": None, "dagen": 468, "maanden": 42}]


class Geheugen(Verslag):
    """Notes the most memory the process had after each batch."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # passed on as they came
        self.pieken: list[int] = []

    def voortgang(self, gedaan: int, totaal: int, stap: str = "") -> None:
        super().voortgang(gedaan, totaal, stap)
        self.pieken.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def meet_impact(bank: Meetbank) -> Tijdmeting:
    """The whole job, rows written; the reference counts the same days twice from facts that are in memory already."""
    _vul_aan(bank.wereld)
    concept = _concept(bank.wereld)
    opdracht = vraag_impact(concept, door=bank.wereld.coordinator)
    opdracht.neem_op()
    geheugen = Geheugen(opdracht)
    begin = perf_counter()
    bereken_impact(opdracht, geheugen)
    seconden = perf_counter() - begin
    concept.refresh_from_db()
    telling = concept.impact_telling
    rustig = geheugen.pieken[min(3, len(geheugen.pieken) - 1)]
    return replace(
        eenmaal(seconden * 1000, _kale_telling(concept) * 1000),
        per_seconde=telling["contracten"] / seconden,
        geheugen=(geheugen.pieken[-1] - rustig) / KILOBYTE,
        toelichting=f"{telling['contracten']} contracten, {telling['niet_te_berekenen']} niet te berekenen",
    )


def _vul_aan(wereld: Wereld) -> None:
    """A running contract and a window for everybody, and an interruption for every fifth."""
    zonder = Client.objects.open().filter(tewerkstellingen=None).order_by("pk")
    van, tot = wereld.op - timedelta(days=120), wereld.op + timedelta(days=300)
    bewaar(
        (
            Tewerkstelling(client=client, werkplek=wereld.werkplek_van(client.pk), van=van, tot=tot, uren_per_week=38)
            for client in list(zonder)
        ),
        Tewerkstelling,
    )
    contracten = Tewerkstelling.objects.filter(onderbrekingen=None, pk__gt=0).order_by("pk")
    dag = wereld.op - timedelta(days=60)
    bewaar(
        (
            Onderbreking(client_id=c.client_id, contract=c, soort="schorsing", van=dag, tot=dag + timedelta(days=14))
            for c in list(contracten[::5])
        ),
        Onderbreking,
    )
    vensterloos = Client.objects.open().filter(werkervaringen=None)
    bewaar(
        (
            Werkervaring(
                client=client, start=van - timedelta(days=client.pk % 60), geregistreerd_door=wereld.coordinator
            )
            for client in list(vensterloos)
        ),
        Werkervaring,
    )


def _concept(wereld: Wereld) -> Regelconcept:
    Regelconcept.objects.lopend().filter(sleutel="rva.toelating").delete()
    set_ = Regelset.objects.get(sleutel="rva.toelating", geldig_tot=None)
    zet_installatierecht(wereld.coordinator, heeft=True)
    concept = maak_concept(set_, door=wereld.coordinator, op=wereld.op)
    concept.waarde, concept.bron, concept.geldig_van = STRENGER, "bench", vandaag() + timedelta(days=1)
    return wijzig_concept(concept, ["waarde", "bron", "geldig_van"], door=wereld.coordinator)


def _kale_telling(concept: Regelconcept) -> float:
    boeken = Boeken.van(concept, gepubliceerd_boek(), None)
    feiten = [feiten_van(contract) for contract in Tewerkstelling.objects.select_related("client")]
    begin = perf_counter()
    for boek in (boeken.nu, boeken.straks):
        with met_regels(boek):
            for feit in feiten:
                tel(feit, op=vandaag())
    return perf_counter() - begin
