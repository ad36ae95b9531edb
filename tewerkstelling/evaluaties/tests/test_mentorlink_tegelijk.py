"""Two phones send in the same form at the same moment: one counts, the other hears that it was sent already."""

import threading
from datetime import date

import pytest
from django.db import connections

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_lijst, maak_link
from ocmw.kalender.klok import vandaag
from tewerkstelling.evaluaties.actions import mentorlink as acties
from tewerkstelling.evaluaties.models import Competentie, Mentorlink, Stem

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def verstuur_tegelijk(an):
    maak_lijst()
    contract = maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 12, 31))
    evaluatie = maak_evaluatie(contract, an)
    _, token = maak_link(evaluatie, an)
    eerste = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    ontmoeting = threading.Barrier(2)

    def loop():
        uitkomsten = {}

        def probeer(naam):
            # The action itself: around the page stands a transaction, and on SQLite the second would not even get to look.
            try:
                link = acties.lees_mentorlink(token)
                ontmoeting.wait(timeout=10)  # both looked and saw a link that works; only now they write
                gelukt = acties.dien_mentorformulier_in(link, {eerste.pk: 3}, {}, naam=naam, op=vandaag())
                uitkomsten[naam] = gelukt is not None
            finally:
                connections.close_all()

        draden = [threading.Thread(target=probeer, args=[naam]) for naam in ("Rita", "Jos")]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=30)
        return uitkomsten

    return loop


def test_een_van_de_twee_telt(verstuur_tegelijk):
    uitkomsten = verstuur_tegelijk()
    assert sorted(uitkomsten.values()) == [False, True]
    winnaar = next(naam for naam, gelukt in uitkomsten.items() if gelukt)
    assert Stem.objects.get(wie="mentor").naam == winnaar
    assert Mentorlink.objects.get().ingediend_op is not None


def test_zonder_de_voorwaarde_in_de_update_tellen_ze_allebei(verstuur_tegelijk, monkeypatch):
    """Negative control: the claim is what saves us, not the order in which the two happen to arrive."""
    monkeypatch.setattr(acties, "_claim", lambda link, op: True)
    assert sorted(verstuur_tegelijk().values()) == [True, True]
