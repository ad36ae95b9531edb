"""Situations of phase 5 and of the regular job, made through the real actions."""

from datetime import date, timedelta
from typing import Any

from clienten.models import Client
from nazorg.actions import registreer_werkervaring
from nazorg.afronding.actions import beantwoord_punt
from nazorg.afronding.models import Eindepunt
from nazorg.models import Werkervaring
from ocmw.kalender.klok import vandaag
from ocmw.testing.maak import maak_client, maak_contract
from ocmw.toegang.models import Medewerker
from tewerkstelling.models import Tewerkstelling


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
