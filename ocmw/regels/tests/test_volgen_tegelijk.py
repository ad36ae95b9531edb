"""Two OCMWs follow each other's house rules at the same moment: one does, the other reads why not. Never a circle."""

from datetime import timedelta

import pytest
from django.db import connection

from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.kalender.klok import vandaag
from ocmw.regels import actions as acties
from ocmw.regels.models import Huisregeldeling
from ocmw.toegang.models import Samenwerking

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def samen(aalst, turnhout, griet, mia, monkeypatch):
    """Both hear that they may, then wait for each other (at most a second), then write."""
    Samenwerking.objects.create(
        ocmw=turnhout, begeleidend=aalst, van=vandaag() - timedelta(days=9), overeenkomst="raadsbesluit"
    )
    ontmoet(monkeypatch, acties, "weigering_voor_volgen")

    def volg(wie, ocmw, van):
        return lambda: acties.volg_huisregels(ocmw, van, door=wie, op=vandaag())

    return lambda: tegelijk(volg(griet, aalst, turnhout), volg(mia, turnhout, aalst))


def test_er_komt_nooit_een_kring(samen):
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "volgt zelf de huisregels" in geweigerd or "volgt jullie huisregels" in geweigerd
    assert Huisregeldeling.objects.count() == 1


def test_zonder_slot_volgen_ze_elkaar(samen, monkeypatch):
    """Negative control. SQLite lets one writer in at a time by itself, so there the second still reads a sentence."""

    class ZonderSlot:
        objects = None

    class Rijen:
        def select_for_update(self):
            return self

        def order_by(self, *_):
            return self

        def values_list(self, *_, **__):
            return []

    ZonderSlot.objects = Rijen()
    monkeypatch.setattr(acties, "Ocmw", ZonderSlot)
    kring = samen() == ["gelukt", "gelukt"]
    assert kring == (connection.vendor == "postgresql")
    assert (Huisregeldeling.objects.count() == 2) == kring
