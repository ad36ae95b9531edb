"""What can happen with the 24-month window. The termijnen follow in the same transaction."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.twe.journaalcodes import NAZORG_GEWIJZIGD, WEO_GEREGISTREERD
from trajecten.twe.models import Werkervaring
from trajecten.twe.venster import venster_vanaf


def weigering_voor_start(start: date) -> str:
    """Why the window cannot open on this day: no rule covers it (T1). Empty when it can."""
    try:
        venster_vanaf(start)
    except OnbekendeRegel:
        return f"Op {start:%d/%m/%Y} bestond tijdelijke werkervaring nog niet. Kijk het jaar na."
    return ""


@actie
def registreer_werkervaring(werkervaring: Werkervaring, *, door: Medewerker, op: date) -> Werkervaring:
    """The werkervaringsovereenkomst is signed: the window of T6 opens on its first day (T5)."""
    weiger_als(werkervaring.client.weigering_als_gesloten())
    weiger_als(weigering_voor_start(werkervaring.start))
    werkervaring.geregistreerd_door = werkervaring.gewijzigd_door = door
    werkervaring.full_clean(exclude=["client", "geregistreerd_door"])
    werkervaring.validate_constraints()  # also the one that needs the client: one running window at a time
    werkervaring.save(force_insert=True)
    noteer(WEO_GEREGISTREERD, werkervaring, door=door, client=werkervaring.client, start=werkervaring.start)
    raakt(werkervaring)
    return werkervaring


@actie
def wijzig_werkervaring(werkervaring: Werkervaring, velden: list[str], *, door: Medewerker, op: date) -> Werkervaring:
    """Correct the start, or stop early; raises IntussenGewijzigd when the row moved on."""
    weiger_als(weigering_voor_start(werkervaring.start))
    werkervaring.full_clean(exclude=["client", "geregistreerd_door"])
    werkervaring.bewaar(door=door, velden=velden)
    noteer(
        NAZORG_GEWIJZIGD,
        werkervaring,
        door=door,
        client=werkervaring.client,
        velden=velden,
        start=werkervaring.start,
        gestopt_op=werkervaring.gestopt_op,
    )
    raakt(werkervaring)
    return werkervaring
