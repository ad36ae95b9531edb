"""After the traject the dossier stays open: silence counts there too, until it closes or a new doorverwijzing begins."""

from datetime import date, timedelta

import pytest
import time_machine

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.termijnen.models import Termijn
from trajecten.actions import sluit_traject_af
from trajecten.beloften import beloften_in_nazorg
from trajecten.enums import Stopreden
from trajecten.models import Doorverwijzing, Traject
from trajecten.termijnsoorten import CONTACT

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 22)
STILTE = {"nazorg": 31}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def contacttermijn(client):
    return Termijn.objects.open().filter(client=client, soort=CONTACT).values_list("vervalt_op", flat=True).first()


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
def test_sinds_het_laatste_contact_of_het_einde_van_het_traject(laatste_contact, vervalt_op):
    vorig = Traject(gestart_op=date(2025, 1, 1), afgesloten_op=date(2026, 11, 1))
    (belofte,) = beloften_in_nazorg(vorig, None, laatste_contact, wie=None, stilte_dagen=STILTE)
    assert (belofte.soort, belofte.vervalt_op) == (CONTACT, vervalt_op)


def test_een_nieuwe_doorverwijzing_neemt_het_over():
    vorig = Traject(gestart_op=date(2025, 1, 1), afgesloten_op=date(2026, 11, 1))
    oud = Doorverwijzing(begonnen_op=date(2024, 12, 1), verstuurd_op=date(2024, 12, 2))
    nieuw = Doorverwijzing(begonnen_op=date(2026, 11, 10))
    assert beloften_in_nazorg(vorig, oud, None, wie=None, stilte_dagen=STILTE)
    assert beloften_in_nazorg(vorig, nieuw, None, wie=None, stilte_dagen=STILTE) == []
