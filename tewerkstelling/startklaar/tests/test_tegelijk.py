"""Two colleagues start the same placement at the same moment: one contract, and the other reads who was first."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.actions import ontvink_punt, start_plaatsing, verleng_plaatsing, vink_punt
from tewerkstelling.startklaar.actions import start as acties
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ontmoeting(monkeypatch):
    """Both threads pass the guard, then wait for each other (at most a second), then claim."""
    ontmoet(monkeypatch, acties, "stand_van")


@pytest.fixture
def klaar(an):
    return maak_klaar(maak_plaatsing(maak_client(an), an), an)


def starten(klaar, *wie):
    return tegelijk(*(lambda collega=c: start_plaatsing(vers(klaar), door=collega, op=vandaag()) for c in wie))


def test_er_start_maar_een(klaar, an, griet, ontmoeting):
    gelukt, geweigerd = starten(klaar, an, griet)
    assert gelukt == "gelukt"
    wie = vers(klaar).gestart_door
    assert geweigerd == f"Deze plaatsing is al gestart door {wie.naam}. Er is één contract gemaakt."
    contract = Tewerkstelling.objects.get()
    assert vers(klaar).contract == contract
    assert Journaalregel.objects.filter(wat="plaatsing_gestart").count() == 1


def test_zonder_slot_en_claim_kwamen_er_twee_contracten(klaar, an, griet, ontmoeting, monkeypatch):
    """Negative control: contracts that do not overlap, or the constraint of PostgreSQL would be what saves us. SQLite lets
    one writer in at a time by itself."""
    begonnen = []

    def contract_elders(contract, *, door, op):
        begonnen.append(door)
        contract.van += timedelta(days=1000 * len(begonnen))
        contract.tot += timedelta(days=1000 * len(begonnen))
        contract.save(force_insert=True)
        return contract

    def claim_altijd(plaatsing, contract, *, door, op, toch, motivatie):
        Plaatsing.objects.filter(pk=plaatsing.pk).update(
            status=Plaatsingstatus.GESTART, gestart_op=op, versie=F("versie") + 1
        )
        return True

    monkeypatch.setattr(acties, "met_slot", vers)
    monkeypatch.setattr(acties, "_claim", claim_altijd)
    monkeypatch.setattr(acties, "start_tewerkstelling", contract_elders)
    starten(klaar, an, griet)
    assert Tewerkstelling.objects.count() == (2 if connection.vendor == "postgresql" else 1)


def test_wie_een_punt_terug_openzet_terwijl_een_ander_start(klaar, an, griet, monkeypatch):
    """The start looked at the list under its lock: who unticks then, waits, and reads that it has started."""
    gekeken, echt = threading.Event(), acties.stand_van

    def kijk_en_wacht(*args, **kwargs):
        stand = echt(*args, **kwargs)
        gekeken.set()
        time.sleep(0.5)
        return stand

    def zet_terug_open():
        gekeken.wait(timeout=30)
        ontvink_punt(vers(klaar), "dimona", door=griet, op=vandaag())

    monkeypatch.setattr(acties, "stand_van", kijk_en_wacht)
    uit = tegelijk(lambda: start_plaatsing(vers(klaar), door=an, op=vandaag()), zet_terug_open)
    assert uit == ["gelukt", "Deze plaatsing is gestart: wat in orde was, blijft staan."]
    assert vers(klaar).punten.filter(code="dimona").exists()


def test_twee_mensen_vinken_hetzelfde_punt_af(an, griet):
    plaatsing = maak_plaatsing(maak_client(an), an)
    uit = tegelijk(*(lambda c=c: vink_punt(plaatsing, "dimona", door=c, op=vandaag()) for c in (an, griet)))
    assert uit == ["gelukt", "gelukt"]
    assert vers(plaatsing).punten.count() == 1


def test_er_komt_maar_een_verlenging(an, griet):
    oud = maak_gestart(maak_client(an), an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=30))
    van = oud.tot

    def verleng(collega):
        verleng_plaatsing(vers(oud), van=van, tot=van + timedelta(days=30), door=collega, op=vandaag())

    gelukt, geweigerd = tegelijk(lambda: verleng(an), lambda: verleng(griet))
    assert (gelukt, geweigerd) == ("gelukt", "Er is al een verlenging van deze plaatsing.")
    assert Plaatsing.objects.filter(voorganger=oud).count() == 1
