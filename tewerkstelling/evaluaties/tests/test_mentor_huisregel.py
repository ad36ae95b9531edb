"""The form of a mentor goes by the house rules of the dossier: nobody is logged in who could say which those are."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client as Browser
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_link
from ocmw.gereedschap.testing.maak_regels import eigen_huisregels
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import VanWelkOcmw, huisregels_van, kijk_opnieuw, vergeet_regels
from tewerkstelling.evaluaties.models import Stem
from tewerkstelling.evaluaties.tests.test_mentorlink import vul_alles_in
from tewerkstelling.evaluaties.views import mentor as scherm

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def evaluatie(an):
    contract = maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    return maak_evaluatie(contract, an, moment="m2", gehouden_op=date(2026, 7, 1))


@pytest.fixture
def link(evaluatie, aalst, turnhout, an):
    """In Aalst a link works five days and the form is there twenty working days before; in Turnhout as everywhere."""
    eigen_huisregels()
    eigen = Regelset.objects.filter(ocmw=aalst)
    eigen.filter(sleutel="mentorlink.geldig_dagen").update(waarde=5)
    eigen.filter(sleutel="evaluatie.formulier_klaar_werkdagen").update(waarde=20)
    vergeet_regels()
    with huisregels_van(aalst.pk):
        return maak_link(evaluatie, an)


def test_de_link_en_de_dag_zijn_die_van_het_eigen_huis(link, evaluatie):
    rij, token = link
    assert rij.vervalt_op == OP + timedelta(days=5)
    kijk_opnieuw()
    mentor, url = Browser(enforce_csrf_checks=True), reverse("evaluaties:mentor_formulier", args=[token])
    assert mentor.get(url).context["tegen"] == date(2026, 6, 3)  # twenty working days before 1 July
    vul_alles_in(mentor, url, evaluatie)
    mentor.post(url, {"deel": 8, "verstuur": 1, "naam": "Rita V."})
    assert Stem.objects.get(wie="mentor").ingediend_op


def test_zonder_het_dossier_weet_de_pagina_niet_van_wie(link, monkeypatch):
    """Negative control."""
    monkeypatch.setattr(scherm, "neem_huisregels_van", lambda ocmw: None)
    kijk_opnieuw()
    with pytest.raises(VanWelkOcmw):
        Browser().get(reverse("evaluaties:mentor_formulier", args=[link[1]]))
