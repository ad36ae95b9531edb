"""Programmes, series and sessions for tests, through the real actions."""

from datetime import date, time, timedelta
from typing import Any

from clienten.models import Client
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from trajecten.groepen.actions import bewaar_programma, bewaar_reeks, schrijf_in
from trajecten.groepen.models import Groepsreeks, Inschrijving, Programma


def maak_programma(door: Medewerker, **velden: Any) -> Programma:
    nummer = Programma.objects.count()
    waarden = {"naam": f"JOBCLUB {nummer}", "partner": "Leerpunt", "van": date(2020, 1, 1), **velden}
    return bewaar_programma(Programma(ocmw=door.ocmw, **waarden), [], door=door, op=vandaag())


def maak_reeks(door: Medewerker, programma: Programma | None = None, **velden: Any) -> Groepsreeks:
    """Every Tuesday that is no holiday, from two months ago until half a year from now, unless it says otherwise."""
    waarden = {
        "naam": "Reeks",
        "van": vandaag() - timedelta(days=60),
        "tot": vandaag() + timedelta(days=180),
        "weekdagen": ["di"],
        "begin_om": time(9),
        "eind_om": time(12),
        "plaats": "Leerpunt, lokaal 3",
        **velden,
    }
    reeks = Groepsreeks(programma=programma or maak_programma(door), **waarden)
    return bewaar_reeks(reeks, [], door=door, op=vandaag())


def maak_inschrijving(reeks: Groepsreeks, client: Client, door: Medewerker, **velden: Any) -> Inschrijving:
    return schrijf_in(Inschrijving(reeks=reeks, client=client, **velden), door=door, op=vandaag())
