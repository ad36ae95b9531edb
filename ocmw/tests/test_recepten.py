"""The three recipes of CONTRIBUTING.md, followed to the letter: a room made after them works, and needs no other file."""

import importlib
import re
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as echte
from django.urls import reverse

from clienten.enums import Sluitreden
from clienten.models import Toewijzing
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import kijk_opnieuw, regel
from ocmw.regels.sleutels import ASSUMPTIE
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.installatie import laad_basis
from ocmw.ui.plaats import naar
from ocmw.werkruimte.dossier.actions import sluit_dossier
from ocmw.werkruimte.dossier.controle import controleer

KAMER = Path(__file__).parent / "proefkamer"
# What `ready()` of a room imports; the other files follow from these.
BIEDT_AAN = ("beloften", "regels", "journaalcodes", "plaats")

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.fixture
def kamer(settings, db):
    """The room as if it stood in the list of installed apps; nothing of it remains after the test."""
    with Aanbod.alles_alleen_nu():
        for deel in BIEDT_AAN:
            importlib.import_module(f"ocmw.tests.proefkamer.{deel}")
        settings.TEMPLATES = [{**echte.TEMPLATES[0], "DIRS": [*echte.TEMPLATES[0]["DIRS"], KAMER / "templates"]}]
        settings.ROOT_URLCONF = "ocmw.tests.proefkamer.urlconf"
        laad_basis()
        kijk_opnieuw()
        yield
    for naam in [naam for naam in sys.modules if naam.startswith("ocmw.tests.proefkamer.")]:
        del sys.modules[naam]


def recepten() -> str:
    return Path(echte.BASE_DIR, "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_elk_bestand_van_een_recept_staat_in_de_kamer_en_geen_ander():
    genoemd = set(re.findall(r"`(\w+\.py)`", recepten()))
    eigen = {pad.name for pad in KAMER.glob("*.py")} - {"__init__.py", "urlconf.py"}
    # A view, its address and its action have the names that every room gives them.
    assert eigen - {"views.py", "urls.py", "actions.py"} == genoemd


def test_een_soort_komt_verschuift_en_verdwijnt_met_haar_feit(kamer, an):
    client = maak_client(an, op=vandaag() - timedelta(days=3))
    soort = TERMIJNSOORTEN["proefgesprek"]
    rij = Toewijzing.objects.get(client=client, tot=None)

    termijn = Termijn.objects.open().get(client=client, soort=soort)
    assert termijn.vervalt_op == rij.van + timedelta(days=7)
    assert soort.stap.adres(client.pk) == reverse("proefkamer:proef_detail", args=[client.pk])

    Toewijzing.objects.filter(pk=rij.pk).update(van=rij.van - timedelta(days=2))
    assert {verschil.wat for verschil in controleer(vandaag()).verschillen} >= {"eerste_termijn_op"}
    assert controleer(vandaag(), herstel=True).hersteld == 1
    assert Termijn.objects.open().get(client=client, soort=soort).vervalt_op == rij.van + timedelta(days=5)
    assert controleer(vandaag()).aantal == 0

    sluit_dossier(client, reden=Sluitreden.VERHUISD, door=an, op=vandaag())
    assert not Termijn.objects.open().filter(client=client, soort=soort).exists()


def test_een_soort_staat_op_vandaag_met_haar_volgende_stap(kamer, an, als):
    client = maak_client(an, op=vandaag() - timedelta(days=30))
    pagina = als(an).get(naar("vandaag")).content.decode()
    assert "Proefgesprek" in pagina
    assert reverse("proefkamer:proef_detail", args=[client.pk]) in pagina


def test_een_regel_komt_erbij_en_wat_een_coordinator_wijzigde_blijft(kamer):
    assert regel("proef.dagen", op=vandaag()).waarde == 7
    assert regel("proef.dagen", op=vandaag()).bron == ASSUMPTIE
    Regelset.objects.filter(sleutel="proef.dagen").update(waarde=12, versie=2)
    laad_basis()
    kijk_opnieuw()
    assert regel("proef.dagen", op=vandaag()).waarde == 12


def test_een_pagina_staat_in_het_menu_opent_langs_de_deur_en_schrijft_in_het_journaal(kamer, an, leo, als):
    client = maak_client(an)
    assert "Proeven" in als(an).get(reverse("tewerkstelling:werkplek_list")).content.decode()
    lijst = als(an).get(reverse("proefkamer:proef_list")).content.decode()
    assert "Dagen tot het proefgesprek: 7 dagen" in lijst
    assert ASSUMPTIE in lijst
    assert als(leo).get(reverse("proefkamer:proef_list")).status_code == 403

    adres = naar("proef", client.pk)
    assert als(an).get(adres).status_code == 200
    assert Journaalregel.objects.filter(client_id=client.pk, medewerker_id=an.pk, soort=Journaalsoort.INZAGE).exists()
    als(an).post(adres)
    assert Journaalregel.objects.filter(client_id=client.pk, wat="proef_gehouden").count() == 1


def test_na_de_kamer_is_er_niets_meer_van():
    assert "proefgesprek" not in TERMIJNSOORTEN
