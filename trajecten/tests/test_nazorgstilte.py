"""After the traject the dossier stays open: silence counts there too, until it closes or a new doorverwijzing begins."""

from datetime import date, timedelta

import pytest
import time_machine

from clienten.feiten import Feiten, volgers
from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from trajecten.actions import sluit_traject_af
from trajecten.beloften import CONTACT, nazorg_sinds
from trajecten.enums import Stopreden
from trajecten.feiten import bundels, laatste_contact, trajecten
from trajecten.models import Doorverwijzing, Traject

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def contacttermijn(client):
    return Termijn.objects.open().filter(client=client, soort=CONTACT).values_list("vervalt_op", flat=True).first()


def beloofd(vorig, contact):
    feiten = Feiten([Client(pk=1)], op=OP)
    gelezen = {bundels: {}, trajecten: {1: [vorig]}, laatste_contact: {1: contact} if contact else {}, volgers: {}}
    for lezer, waarde in gelezen.items():
        feiten.onthoud(lezer, waarde)
    return beloften(feiten, [CONTACT])[1]


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
    (belofte,) = beloofd(vorig, laatste_contact)
    assert (belofte.soort, belofte.vervalt_op) == (CONTACT, vervalt_op)


def test_een_nieuwe_doorverwijzing_neemt_het_over():
    vorig = Traject(gestart_op=date(2025, 1, 1), afgesloten_op=date(2026, 11, 1))
    oud = Doorverwijzing(begonnen_op=date(2024, 12, 1), verstuurd_op=date(2024, 12, 2))
    nieuw = Doorverwijzing(begonnen_op=date(2026, 11, 10))
    assert nazorg_sinds(vorig, oud) == date(2026, 11, 1)
    assert nazorg_sinds(vorig, nieuw) is None
