"""A termijn while something is missing, some days before the start; gone when ready, stopped or started."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.feiten import Feiten
from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import beloofd
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_klaar, maak_plaatsing, vers
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from tewerkstelling.models import Werkplek
from tewerkstelling.startklaar.actions import ontvink_punt, wijzig_plaatsing, zet_plaatsing_stop
from tewerkstelling.startklaar.beloften import STARTKLAAR

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def open_():
    return Termijn.objects.open().filter(soort=STARTKLAAR)


def test_de_termijn_volgt_de_lijst(an):
    rij = maak_plaatsing(maak_client(an), an, van=date(2026, 12, 7))
    termijn = open_().get()
    assert (termijn.vervalt_op, termijn.verantwoordelijke, termijn.sleutel) == (
        date(2026, 11, 30),
        an,
        f"plaatsing:{rij.pk}",
    )
    assert termijn.onderwerp == "start ma 7 december 2026, nog 13 punten"
    maak_klaar(rij, an)
    assert not open_().exists()
    ontvink_punt(rij, "vervoer", door=an, op=OP)
    assert open_().get().onderwerp.endswith("nog 1 punt")
    zet_plaatsing_stop(rij, reden="client", door=an, op=OP)
    assert not open_().exists()


def test_de_termijn_verhuist_met_de_start(an):
    rij = maak_plaatsing(maak_client(an), an, van=date(2026, 12, 7))
    rij.van = date(2026, 12, 14)
    wijzig_plaatsing(rij, ["van"], door=an, op=OP)
    assert open_().get().vervalt_op == date(2026, 12, 7)


def test_een_papier_dat_elders_wijzigde_houdt_de_termijn_open(an):
    rij = maak_klaar(maak_plaatsing(maak_client(an), an), an)
    Werkplek.objects.update(gemeente="Lede")
    assert [b.onderwerp.endswith("nog 1 punt") for b in beloofd(rij.client, op=OP, soorten=[STARTKLAAR])] == [True]


def test_veel_clienten_kosten_evenveel_vragen(an):
    def kost():
        clienten = list(Client.objects.all())
        with CaptureQueriesContext(connection) as context:
            beloften(Feiten(clienten, op=OP), [STARTKLAAR])
        return len(context)

    maak_plaatsing(maak_client(an), an)
    een = kost()
    for n in range(5):
        vers(maak_plaatsing(maak_client(an), an, van=OP + timedelta(days=n)))
    assert kost() == een <= 5
