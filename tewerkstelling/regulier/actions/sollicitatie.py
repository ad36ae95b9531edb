"""Vacancies and applications: follow one, note each step, and whom we spoke at an employer."""

from datetime import date

from clienten.handeling import actie, raakt
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import weiger_als
from tewerkstelling.regulier.actions.bewaren import bewaar_met_maker
from tewerkstelling.regulier.enums import Sollicitatiestatus
from tewerkstelling.regulier.journaalcodes import SOLLICITATIE_GEWIJZIGD
from tewerkstelling.regulier.models import Sollicitatie, Sollicitatiestap, Werkgeverscontact


@actie
def bewaar_sollicitatie(rij: Sollicitatie, velden: list[str], *, door: Medewerker, op: date) -> Sollicitatie:
    """Follow a vacancy, or write what was edited on the version the user saw."""
    weiger_als(rij.client.weigering_als_gesloten())
    if rij._state.adding:
        rij.status_op, rij.gewijzigd_door = op, door
        rij.full_clean(exclude=["client", "gewijzigd_door"])
        rij.save(force_insert=True)
    else:
        rij.bewaar(door=door, velden=velden)
    noteer(SOLLICITATIE_GEWIJZIGD, rij, door=door, client=rij.client, status=str(rij.status))
    raakt(rij)
    return rij


@actie
def zet_stap(
    rij: Sollicitatie, naar: Sollicitatiestatus | str, *, dag: date, nota: str = "", door: Medewerker, op: date
) -> Sollicitatiestap:
    """The application goes on: sent, an interview on `dag`, a result. Raises IntussenGewijzigd when a colleague moved it."""
    weiger_als(rij.weigering_voor(naar))
    weiger_als(
        "Kijk het jaar na: deze dag ligt in de toekomst." if dag > op and naar != Sollicitatiestatus.GESPREK else ""
    )
    was = rij.status
    rij.status, rij.status_op = naar, dag
    try:
        rij.bewaar(door=door, velden=["status", "status_op"])
    except IntussenGewijzigd:
        rij.status = was
        raise
    stap = Sollicitatiestap(client=rij.client, sollicitatie=rij, status=naar, op=dag, nota=nota.strip(), door=door)
    stap.save(force_insert=True)
    noteer(SOLLICITATIE_GEWIJZIGD, rij, door=door, client=rij.client, van=str(was), status=str(naar))
    raakt(rij)
    return stap


@actie
def bewaar_werkgeverscontact(
    rij: Werkgeverscontact, velden: list[str], *, door: Medewerker, op: date
) -> Werkgeverscontact:
    weiger_als(rij.client.weigering_als_gesloten())
    bewaar_met_maker(rij, velden, door=door)
    noteer(SOLLICITATIE_GEWIJZIGD, rij, door=door, client=rij.client, onderdeel="werkgeverscontact")
    return rij
