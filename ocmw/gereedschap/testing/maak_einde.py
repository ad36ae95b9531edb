"""Situations of phase 5 and of the regular job, made through the real actions."""

from datetime import date, timedelta
from typing import Any

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.einde.actions import beantwoord_punt
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.regulier.actions import bewaar_sollicitatie, start_regulier_werk, zet_stap
from tewerkstelling.regulier.models import Opvolging, Sollicitatie
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring


def maak_einde(
    door: Medewerker, *, coach: Medewerker | None = None, over: int = 45, weo_maanden: int = 12
) -> tuple[Client, Tewerkstelling]:
    """A client in the 24 months whose art.60 contract of a year ends in `over` days (negative: it ended)."""
    op = vandaag()
    client = maak_client(door, coach=coach, op=op - timedelta(days=30 * weo_maanden))
    start = op - timedelta(days=30 * weo_maanden)
    registreer_werkervaring(Werkervaring(client=client, start=start), door=door, op=op)
    laatste_dag = op + timedelta(days=over)
    contract = maak_contract(client, door, van=start + timedelta(days=14), laatste_dag=laatste_dag)
    return client, contract


def beantwoord(contract: Tewerkstelling, code: str, *, door: Medewerker, **velden: Any) -> Eindepunt:
    punt = Eindepunt(client=contract.client, contract=contract, code=code, **velden)
    return beantwoord_punt(punt, list(velden), door=door, op=vandaag())


ALLES: dict[str, dict[str, Any]] = {
    "blijven": {"antwoord": "ja"},
    "maatregelen": {"keuzes": ["ibo"]},
    "sollicitaties": {"antwoord": "gedaan"},
    "sociale_economie": {"antwoord": "nee"},
    "evaluatie": {"antwoord": "gedaan"},
    "papieren": {"antwoord": "gedaan"},
    "uitkering": {"antwoord": "niet_nodig", "toelichting": "Start meteen in een nieuwe job."},
    "vdab": {"antwoord": "gedaan"},
    "competenties": {"antwoord": "gedaan"},
    "nazorgplan": {"toelichting": "Elke maand bellen.", "contact_op": date(2027, 2, 1)},
}


def beantwoord_alles(contract: Tewerkstelling, *, door: Medewerker, behalve: tuple[str, ...] = ()) -> None:
    for code, velden in ALLES.items():
        if code not in behalve:
            beantwoord(contract, code, door=door, **velden)


def maak_sollicitatie(
    client: Client, door: Medewerker, *stappen: str, dag: date | None = None, **velden: Any
) -> Sollicitatie:
    """A vacancy the client follows, with these steps noted on `dag` (today)."""
    op = vandaag()
    rij = Sollicitatie(client=client, **{"functie": "Magazijnier", "bij": "Bakkerij Peeters", **velden})
    bewaar_sollicitatie(rij, [], door=door, op=op)
    for stap in stappen:
        zet_stap(rij, stap, dag=dag or op, door=door, op=op)
    return rij


def maak_regulier_werk(
    client: Client, door: Medewerker, *, van: date | None = None, **opvolging: Any
) -> Tewerkstelling:
    """Somebody who applied, was taken and started in a regular job."""
    rij = maak_sollicitatie(client, door, "verstuurd", "aangenomen")
    contract = Tewerkstelling(client=client, van=van or vandaag(), functie="Magazijnier", uren_per_week=30)
    afspraak = Opvolging(client=client, **{"opvolgen": "nee", "reden": "De werkgever wil het niet.", **opvolging})
    return start_regulier_werk(rij, contract, afspraak, door=door, op=vandaag())
