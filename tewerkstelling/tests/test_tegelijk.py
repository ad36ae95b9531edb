"""Two colleagues register a contract for the same client at the same moment: one succeeds, the other reads why not."""

import contextlib
import threading
from datetime import date

import pytest
from django.db import OperationalError, connections

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.ui.bewaring import is_botsing
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import contract as acties
from tewerkstelling.models import Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tegelijk(an, griet, monkeypatch):
    """Both threads look for an overlap, then wait for each other (at most a second), then write."""
    client, plek = maak_client(an), maak_werkplek(an.ocmw)
    ontmoeting = threading.Barrier(2)
    echt = acties.weigering_voor_periode

    def kijk_en_wacht(contract):
        reden = echt(contract)
        with contextlib.suppress(threading.BrokenBarrierError):
            ontmoeting.wait(timeout=1)
        return reden

    monkeypatch.setattr(acties, "weigering_voor_periode", kijk_en_wacht)

    def loop():
        uitkomsten = []

        def probeer(collega):
            try:
                maak_contract(client, collega, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), werkplek=plek)
                uitkomsten.append("gelukt")
            except Geweigerd as fout:
                uitkomsten.append(fout.reden)
            except OperationalError as fout:
                if not is_botsing(fout):
                    raise
                uitkomsten.append("wachtte op elkaar")
            finally:
                connections.close_all()

        draden = [threading.Thread(target=probeer, args=[collega]) for collega in (an, griet)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=30)
        return sorted(uitkomsten, key=len)

    return loop


def test_er_komt_maar_een_contract(tegelijk):
    gelukt, geweigerd = tegelijk()
    assert gelukt == "gelukt"
    assert "overlapt met een ander contract" in geweigerd
    assert Tewerkstelling.objects.count() == 1


def test_zonder_het_slot_houdt_de_databank_de_tweede_tegen(tegelijk, monkeypatch):
    """SQLite lets one writer in at a time by itself; on PostgreSQL the exclusion constraint keeps the second out (the
    negative control without it stands in test_geen_overlap.py). Two rows that wait for each other's constraint may
    also end as a deadlock that PostgreSQL breaks: that is why the lock stands before it."""
    monkeypatch.setattr(acties, "_een_tegelijk", lambda client: None)
    gelukt, geweigerd = tegelijk()
    assert gelukt == "gelukt"
    assert "overlapt met een ander contract" in geweigerd or geweigerd == "wachtte op elkaar"
    assert Tewerkstelling.objects.count() == 1
