"""Five things people do a hundred times a day, and what each passes: one POST, or one dossier of the night."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from unittest.mock import patch

from clienten.models import Stand
from ocmw.celery import app as celery_app
from ocmw.gereedschap.bench.meetbank import Meetbank, aangemeld
from ocmw.gereedschap.bench.meten import Werk, stuur, teruggedraaid
from ocmw.gereedschap.bench.situatie import Meetsituatie
from ocmw.gereedschap.bench.spoor import Stroom, volg
from ocmw.kindproces import starten
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.tasks import voer_opdracht_uit
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.dossier.jobs import ververs_standen
from ocmw.werkruimte.rapporten import pdf
from ocmw.werkruimte.rapporten.enums import Deel

Voorbereiding = Callable[[Meetsituatie], Werk]


def stroom(bereid_voor: Voorbereiding) -> Callable[[Meetbank], Stroom]:
    """The situation is made first and is not counted; nothing of it remains."""

    def meet(bank: Meetbank) -> Stroom:
        with teruggedraaid():
            return volg(bereid_voor(Meetsituatie(bank.wereld)))

    return meet


def client_maken(situatie: Meetsituatie) -> Werk:
    gegevens = {
        "voornaam": "Nieuwe",
        "achternaam": "Persoon",
        "insz": "",
        "geboortedatum": "1990-05-17",
        "geslacht": "",
        "taal": "Nederlands",
        "taalniveau": "",
        "nationaliteit": "",
        "statuut": "",
        "verblijfsstatuut": "",
        "mag_werken": "ja",
        "vdab_nummer": "",
        "opmerking": "",
        "contact-gsm": "0470 12 34 56",
        "contact-telefoon": "",
        "contact-email": "",
        "contact-straat": "",
        "contact-postcode": "",
        "contact-gemeente": "",
        "contact-noodcontact": "",
    }
    return stuur(aangemeld(situatie.mw), "/clienten/nieuw/gegevens/", gegevens)


def gespreksgegevens(wie: Medewerker, *, op: date) -> dict[str, Any]:
    """What the page posts when somebody types a note and touches nothing else: four empty action points come along."""
    punten: dict[str, Any] = {}
    for n in range(4):
        punten |= {f"punt{n}-omschrijving": "", f"punt{n}-vervalt_op": op + timedelta(days=7), f"punt{n}-wie": wie.pk}
    return {
        "kanaal": "gesprek",
        "op": op,
        "aanwezigheid": "aanwezig",
        "duur": 30,
        "verslag": "We bespraken hoe het gaat en wat de volgende stap is.",
        **punten,
    }


def gesprek_noteren(situatie: Meetsituatie) -> Werk:
    url = f"/clienten/{situatie.met_traject().pk}/gesprekken/nieuw/"
    return stuur(aangemeld(situatie.coach), url, gespreksgegevens(situatie.coach, op=situatie.op))


def plaatsing_starten(situatie: Meetsituatie) -> Werk:
    plaatsing = situatie.startklaar()
    url = f"{plaatsing.get_absolute_url()}starten/"
    return stuur(aangemeld(situatie.coach), url, {"versie": plaatsing.versie})


def dossier_verversen(situatie: Meetsituatie) -> Werk:
    """One dossier whose end passed this night; the bench makes its clients later, so there is no other."""
    client = situatie.met_traject()
    Stand.objects.filter(client=client).update(einde_op=situatie.op - timedelta(days=1))

    def ververs() -> None:
        hersteld = ververs_standen()
        if hersteld != 1:
            raise LookupError(f"Er zijn {hersteld} dossiers hersteld in plaats van 1.")

    return ververs


def dossier_als_pdf(situatie: Meetsituatie) -> Werk:
    """The request, the job behind it and the file it keeps; the job runs here, after the POST, as a worker would."""
    celery_app.loader.import_default_modules()  # a worker knows all jobs
    client = situatie.met_traject()
    vraag = stuur(aangemeld(situatie.coach), f"/clienten/{client.pk}/verslag/", {"delen": Deel.values})

    def maak() -> str:
        opdracht_pk: str = vraag().headers["Location"].rstrip("/").rpartition("/")[2]
        # The job reports every two seconds that it lives: on a slow machine that would be more statements.
        with patch.object(starten, "TIK", pdf.MAX_SECONDEN):
            voer_opdracht_uit(opdracht_pk)
        return opdracht_pk

    with teruggedraaid():  # a job that fails says so in its row, and is short
        opdracht = Opdracht.objects.get(pk=maak())
    if opdracht.status != Opdrachtstatus.KLAAR:
        raise RuntimeError(f"De opdracht is {opdracht.get_status_display()}: {opdracht.fout}")
    return maak
