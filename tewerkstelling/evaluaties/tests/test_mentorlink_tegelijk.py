"""Two phones send in the same form at the same moment: one counts, the other hears that it was sent already."""

import threading
from datetime import date

import pytest
from django.db import connections
from django.test import Client as Browser
from django.urls import reverse

from ocmw.kalender.klok import vandaag
from ocmw.testing.maak import maak_client, maak_contract
from ocmw.testing.maak_evaluaties import maak_evaluatie, maak_lijst, maak_link
from tewerkstelling.evaluaties.actions import mentorlink as acties
from tewerkstelling.evaluaties.models import Competentie, Mentorlink, Stem
from tewerkstelling.evaluaties.views import mentor as scherm

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def verstuur_tegelijk(an, monkeypatch):
    maak_lijst()
    contract = maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 12, 31))
    evaluatie = maak_evaluatie(contract, an)
    link, token = maak_link(evaluatie, an)
    eerste = Competentie.objects.filter(domein__lijst=evaluatie.lijst).first()
    acties.bewaar_mentorklad(link, {"scores": {str(eerste.pk): "3"}}, op=vandaag())
    ontmoeting = threading.Barrier(2)
    echt = scherm.dien_mentorformulier_in

    def wacht_op_elkaar(*args, **kwargs):
        # Both looked and saw a link that works; only now they write.
        ontmoeting.wait(timeout=10)
        return echt(*args, **kwargs)

    monkeypatch.setattr(scherm, "dien_mentorformulier_in", wacht_op_elkaar)
    adres = reverse("evaluaties:mentor_formulier", args=[token])

    def loop():
        uitkomsten = {}

        def probeer(naam):
            try:
                uitkomsten[naam] = Browser().post(adres, {"deel": 8, "verstuur": 1, "naam": naam}).status_code
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
    assert sorted(uitkomsten.values()) == [302, 404]
    winnaar = next(naam for naam, status in uitkomsten.items() if status == 302)
    assert Stem.objects.get(wie="mentor").naam == winnaar
    assert Mentorlink.objects.get().ingediend_op is not None


def test_zonder_de_voorwaarde_in_de_update_tellen_ze_allebei(verstuur_tegelijk, monkeypatch):
    """Negative control: the claim is what saves us, not the order in which the two happen to arrive."""
    monkeypatch.setattr(acties, "_claim", lambda link, op: True)
    assert sorted(verstuur_tegelijk().values()) == [302, 302]
