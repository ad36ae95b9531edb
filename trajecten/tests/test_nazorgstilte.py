"""After the traject the dossier stays open: silence counts there too, until it closes or a new doorverwijzing begins."""

from datetime import date, timedelta

import pytest
import time_machine

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import Termijnrol, met_rol
from trajecten.actions import sluit_traject_af
from trajecten.beloften import nazorg_sinds
from trajecten.enums import Stopreden
from trajecten.models import Doorverwijzing, Traject

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def contacttermijn(client):
    """Whichever room promises it: the path, or the nazorg that takes over from it."""
    open_ = Termijn.objects.open().filter(client=client, soort__in=met_rol(Termijnrol.STILTE))
    return open_.values_list("vervalt_op", flat=True).first()


def test_na_het_traject_telt_de_stilte_met_het_ritme_van_de_nazorg(an):
    client = maak_client(an)
    traject = maak_traject(client, an)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=OP)
    assert contacttermijn(client) == OP + timedelta(days=31)
    maak_gesprek(client, an, op=OP)
    assert contacttermijn(client) == OP + timedelta(days=31)


@pytest.mark.parametrize(
    ("laatste_contact", "vervalt_op"),
    [(None, date(2026, 12, 2)), (date(2026, 10, 1), date(2026, 12, 2)), (date(2026, 11, 15), date(2026, 12, 16))],
)
def test_sinds_het_laatste_contact_of_het_einde_van_het_traject(an, laatste_contact, vervalt_op):
    client = maak_client(an, op=date(2025, 1, 1))
    traject = maak_traject(client, an, op=date(2025, 1, 1))
    if laatste_contact:
        maak_gesprek(client, an, op=laatste_contact)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=date(2026, 11, 1))
    assert contacttermijn(client) == vervalt_op


def test_een_nieuwe_doorverwijzing_neemt_het_over():
    vorig = Traject(gestart_op=date(2025, 1, 1), afgesloten_op=date(2026, 11, 1))
    oud = Doorverwijzing(begonnen_op=date(2024, 12, 1), verstuurd_op=date(2024, 12, 2))
    nieuw = Doorverwijzing(begonnen_op=date(2026, 11, 10))
    assert nazorg_sinds(vorig, oud) == date(2026, 11, 1)
    assert nazorg_sinds(vorig, nieuw) is None
