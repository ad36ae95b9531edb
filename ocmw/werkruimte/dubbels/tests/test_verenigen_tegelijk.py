"""Two colleagues join the same dossier with another one at the same moment: one succeeds, the other reads why not."""

import pytest
from django.db import Error

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dubbels import actions
from ocmw.werkruimte.dubbels.actions import verenig_dossiers
from ocmw.werkruimte.dubbels.models import Vereniging
from trajecten.models import Gesprek

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def samen(an, bert, griet, monkeypatch):
    """Both have read the three dossiers, then wait for each other (at most a second), then move."""
    midden, links, rechts = maak_client(bert), maak_client(bert), maak_client(bert)
    maak_gesprek(midden, an, verslag="Maar een keer.")
    ontmoet(monkeypatch, actions, "_verhuis_nummers", ervoor=True)

    def verenig(blijft, collega):
        return lambda: verenig_dossiers(blijft, midden, {}, door=collega, op=vandaag())

    def anders(fout):
        if not isinstance(fout, (Error, RuntimeError, Client.DoesNotExist)):
            raise fout
        return f"gevallen: {type(fout).__name__}"

    return lambda: tegelijk(verenig(links, bert), verenig(rechts, griet), anders=anders)


def test_een_dossier_verdwijnt_maar_een_keer(samen):
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "bestaat niet meer" in geweigerd
    assert Vereniging.objects.count() == 1
    assert Gesprek.objects.count() == 1


@pytest.mark.postgres
def test_zonder_het_slot_valt_de_tweede(samen, monkeypatch):
    """Negative control: without the lock both begin, and one of them breaks halfway instead of reading a sentence."""
    monkeypatch.setattr(actions, "houd_vast", lambda client: None)
    uitkomsten = samen()
    assert not any("bestaat niet meer" in uitkomst for uitkomst in uitkomsten)
    assert any(uitkomst.startswith("gevallen") for uitkomst in uitkomsten)
