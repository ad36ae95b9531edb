"""Two colleagues publish the same draft at the same moment: one rule, and a sentence for the other."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection

from ocmw.gereedschap.testing.maak_regels import maak_regelconcept, met_impact
from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.kalender.klok import vandaag
from ocmw.regels import actions as acties
from ocmw.regels.models import Regelconcept, Regelset

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


BOTST = "een fout van de databank in plaats van een zin"


@pytest.fixture
def samen(griet, bea, monkeypatch):
    """Both see that it may be published, then wait for each other (at most a second), then write."""
    concept = met_impact(
        maak_regelconcept("mentorlink.geldig_dagen", griet, waarde=18, geldig_van=date(2027, 3, 1)), griet
    )
    ontmoet(monkeypatch, acties, "weigering_voor_publiceren")

    def publiceer(collega):
        return lambda: acties.publiceer(Regelconcept.objects.get(pk=concept.pk), door=collega, op=vandaag())

    def anders(fout):
        if not isinstance(fout, (IntegrityError, ValidationError)):
            raise fout
        return BOTST

    return lambda: tegelijk(publiceer(griet), publiceer(bea), anders=anders)


def test_er_komt_maar_een_regel_en_de_ander_leest_waarom(samen):
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert geweigerd == acties.INTUSSEN
    assert Regelset.objects.filter(sleutel="mentorlink.geldig_dagen").count() == 2


def test_zonder_slot_en_claim_botst_de_tweede_op_de_databank(samen, monkeypatch):
    """Negative control. SQLite lets one writer in at a time by itself, so there the second still reads a sentence."""
    monkeypatch.setattr(acties, "_claim", lambda concept, **velden: True)
    monkeypatch.setattr(acties, "_slot", lambda sleutel: None)
    botst = BOTST in samen()
    assert botst == (connection.vendor == "postgresql")
