"""An import from bytes to dossiers in one call, on the day the workbook of Aalst was made."""

import pytest

import ocmw.werkruimte.invoer.jobs  # noqa: F401 - the worker finds it by itself; a test that runs alone does not
from ocmw.gereedschap.testing.maak import maak_medewerker
from ocmw.kalender import klok
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, lees_in, neem_over
from ocmw.werkruimte.invoer.models import Invoerrij
from ocmw.werkruimte.invoer.tests.boeken import AALST, OP, maak_boek


@pytest.fixture(autouse=True)
def _vaste_dag(request):
    """The workbook holds dates up to its own day; the clock stands still there."""
    time_machine = pytest.importorskip("time_machine")
    with time_machine.travel(f"{OP} 10:00", tick=True):
        yield


@pytest.fixture
def lees(griet):
    """`lees(bladen)`: read in and judged, nothing written yet."""

    def doe(bladen, door=griet, **velden):
        return lees_bladen_in(bladen, door, **velden)

    return doe


def lees_bladen_in(bladen, door, **velden):
    ruw = bladen if isinstance(bladen, bytes) else maak_boek(bladen)
    invoer = lees_in(ruw, bestandsnaam="lijst.xlsx", ocmw=door.ocmw, door=door, op=klok.vandaag())
    for naam, waarde in velden.items():
        setattr(invoer, naam, waarde)
    invoer.save()
    return beoordeel_invoer(invoer, door=door, op=klok.vandaag())


@pytest.fixture
def voer_in(griet, lees):
    """`voer_in(bladen)`: the whole way, by Griet."""

    def doe(bladen, door=griet, **velden):
        return neem_over(lees(bladen, door, **velden), door=door, op=klok.vandaag())

    return doe


@pytest.fixture
def team_aalst(aalst):
    return maak_team(aalst)


def maak_team(aalst):
    """The colleagues who stand in the workbook of Aalst."""
    namen = {Rol.ATB: "Guido Baeten|Silke De Meyer|Vincent Coppens|Fatima De Smet",
             Rol.MW: "Lotte Pauwels|Nathalie Vandewalle|Julienne Dobbelaere|Cindy Hendrickx|Lucien De Witte|Marie Maes|"
             "Robbe Aerts|Christiana Desmet"}  # fmt: skip
    return {
        naam: maak_medewerker(*naam.split(" ", 1), aalst, rol)
        for rol, lijst in namen.items()
        for naam in lijst.split("|")
    }


@pytest.fixture
def uitkomsten():
    """`uitkomsten(invoer)`: sheet -> {row number: outcome}."""

    def doe(invoer):
        gevonden = {}
        for rij in Invoerrij.objects.filter(blad__invoer=invoer).exclude(uitkomst="").select_related("blad"):
            gevonden.setdefault(rij.blad.naam, {})[rij.nummer] = rij.uitkomst
        return gevonden

    return doe


@pytest.fixture
def boek_aalst():
    return AALST.read_bytes()
