"""Two colleagues register a contract for the same client at the same moment: one succeeds, the other reads why not."""

from datetime import date

import pytest
from django.db import OperationalError

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.ui.bewaring import is_botsing
from tewerkstelling.actions import contract as acties
from tewerkstelling.models import Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def samen(an, griet, monkeypatch):
    """Both threads look for an overlap, then wait for each other (at most a second), then write."""
    client, plek = maak_client(an), maak_werkplek(an.ocmw)
    ontmoet(monkeypatch, acties, "weigering_voor_periode")

    def registreer(collega):
        return lambda: maak_contract(
            client, collega, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), werkplek=plek
        )

    def anders(fout):
        if not (isinstance(fout, OperationalError) and is_botsing(fout)):
            raise fout
        return "wachtte op elkaar"

    return lambda: tegelijk(registreer(an), registreer(griet), anders=anders)


def test_er_komt_maar_een_contract(samen):
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "overlapt met een ander contract" in geweigerd
    assert Tewerkstelling.objects.count() == 1


def test_zonder_het_slot_houdt_de_databank_de_tweede_tegen(samen, monkeypatch):
    """SQLite lets one writer in at a time by itself; on PostgreSQL the exclusion constraint keeps the second out (the
    negative control without it stands in test_geen_overlap.py). Two rows that wait for each other's constraint may
    also end as a deadlock that PostgreSQL breaks: that is why the lock stands before it."""
    monkeypatch.setattr(acties, "_een_tegelijk", lambda client: None)
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "overlapt met een ander contract" in geweigerd or geweigerd == "wachtte op elkaar"
    assert Tewerkstelling.objects.count() == 1
