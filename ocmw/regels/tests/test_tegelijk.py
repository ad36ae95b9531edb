"""Two colleagues publish the same draft at the same moment: one rule, and a sentence for the other."""

import contextlib
import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, connections

from ocmw.gereedschap.testing.maak_regels import maak_regelconcept, met_impact
from ocmw.kalender.klok import vandaag
from ocmw.regels import actions as acties
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.ui.weigering import Geweigerd

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tegelijk(griet, bea, monkeypatch):
    """Both see that it may be published, then wait for each other (at most a second), then write."""
    concept = met_impact(
        maak_regelconcept("mentorlink.geldig_dagen", griet, waarde=18, geldig_van=date(2027, 3, 1)), griet
    )
    ontmoeting = threading.Barrier(2)
    echt = acties.weigering_voor_publiceren

    def kijk_en_wacht(rij):
        reden = echt(rij)
        with contextlib.suppress(threading.BrokenBarrierError):
            ontmoeting.wait(timeout=1)
        return reden

    monkeypatch.setattr(acties, "weigering_voor_publiceren", kijk_en_wacht)

    def loop():
        uitkomsten = []

        def probeer(collega):
            try:
                acties.publiceer(Regelconcept.objects.get(pk=concept.pk), door=collega, op=vandaag())
                uitkomsten.append("gelukt")
            except Geweigerd as fout:
                uitkomsten.append(fout.reden)
            except (IntegrityError, ValidationError):
                uitkomsten.append("een fout van de databank in plaats van een zin")
            finally:
                connections.close_all()

        draden = [threading.Thread(target=probeer, args=[collega]) for collega in (griet, bea)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=30)
        return sorted(uitkomsten, key=len)

    return loop


def test_er_komt_maar_een_regel_en_de_ander_leest_waarom(tegelijk):
    gelukt, geweigerd = tegelijk()
    assert gelukt == "gelukt"
    assert geweigerd == acties.INTUSSEN
    assert Regelset.objects.filter(sleutel="mentorlink.geldig_dagen").count() == 2


def test_zonder_slot_en_claim_botst_de_tweede_op_de_databank(tegelijk, monkeypatch):
    """Negative control. SQLite lets one writer in at a time by itself, so there the second still reads a sentence."""
    monkeypatch.setattr(acties, "_claim", lambda concept, **velden: True)
    monkeypatch.setattr(acties, "_slot", lambda sleutel: None)
    botst = "een fout van de databank in plaats van een zin" in tegelijk()
    assert botst == (connection.vendor == "postgresql")
