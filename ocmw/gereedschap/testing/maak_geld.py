"""Situations of the money: a window with its contracts and how it stands at VDAB."""

from datetime import date, timedelta

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_contract
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from tewerkstelling.geld.actions import bewaar_registratie
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import TweRegistratie
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring


def maak_werkervaring(client: Client, door: Medewerker, *, start: date) -> Werkervaring:
    return registreer_werkervaring(Werkervaring(client=client, start=start), door=door, op=vandaag())


def maak_registratie(
    venster: Werkervaring, door: Medewerker, status: MlpStatus = MlpStatus.GEREGISTREERD, **velden
) -> TweRegistratie:
    if status == MlpStatus.GEREGISTREERD:
        velden.setdefault("vdab_vanaf", min(venster.start, vandaag()))
    rij = TweRegistratie(client=venster.client, werkervaring=venster, status=status, **velden)
    return bewaar_registratie(rij, [], door=door, op=vandaag())


def maak_twe(
    client: Client, door: Medewerker, *, start: date, art60: tuple[date, date] | None = None, status: str = ""
) -> Werkervaring:
    """A window, an art.60 contract (first and last day) and its registration."""
    venster = maak_werkervaring(client, door, start=start)
    if art60:
        maak_contract(client, door, van=art60[0], laatste_dag=art60[1])
    if status:
        maak_registratie(venster, door, MlpStatus(status))
    return venster


def dagen_terug(dagen: int) -> date:
    return vandaag() - timedelta(days=dagen)
