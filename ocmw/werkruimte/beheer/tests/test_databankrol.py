"""The role of the website fills tables and changes none; what it noted, it cannot take back."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.journaal.keten import controleer, verzegel
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.beheer import bijwerken, databankrol
from ocmw.werkruimte.beheer.bijwerken import NIET_VAN_ONS, PastNiet, werk_bij
from ocmw.werkruimte.beheer.databankrol import is_eigenaar, rol_van_de_website, verleen_rechten
from trajecten.models import Gesprek

pytestmark = [pytest.mark.databank, pytest.mark.postgres, pytest.mark.django_db]
ROL = "ocmw_website_proef"


@pytest.fixture
def website(settings, tmp_path):
    """From here on everything is asked as the role of the website; it goes with the transaction of the test."""
    settings.ANKERS_DIR = tmp_path
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROL}")  # Django knows no roles
        verleen_rechten(ROL)
        cursor.execute(f"SET ROLE {ROL}")  # Django knows no roles
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")  # Django knows no roles


def test_de_website_werkt_met_de_rol_die_ze_heeft(an, als, website):
    """A dossier from its first line on, read and written as the role; and the clock seals and checks as the role too."""
    browser: Browser = als(an)
    client = maak_client(an, voornaam="Noor", achternaam="Jans")
    maak_traject(client, an)
    assert browser.get(f"/clienten/{client.pk}/").status_code == 200
    maak_gesprek(client, an)
    assert Gesprek.objects.filter(client=client).count() == 1
    assert verzegel()
    assert controleer() == []
    Client.objects.filter(pk=client.pk).update(voornaam="Nora")


@pytest.mark.parametrize("zin", [
    "UPDATE journaal_journaalregel SET rol = rol", "DELETE FROM journaal_journaalregel", "TRUNCATE journaal_journaalregel",
    "UPDATE journaal_zegel SET nummer = nummer", "DELETE FROM journaal_zegel", "TRUNCATE journaal_zegel",
    "ALTER TABLE journaal_journaalregel DISABLE TRIGGER USER", "DROP TRIGGER journaal_alleen_aanvullen ON journaal_journaalregel",
    "DROP TABLE journaal_zegel", "CREATE TABLE achterdeur (x int)", "TRUNCATE clienten_client CASCADE",
    "CREATE OR REPLACE FUNCTION journaal_alleen_aanvullen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "DELETE FROM django_migrations", "SET session_replication_role = replica",
])  # fmt: skip
def test_wat_de_website_niet_mag(an, website, zin):
    with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
        connection.cursor().execute(zin)  # the sentence is the test


def test_controle_de_eigenaar_mag_dat_wel(an):
    maak_client(an)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE journaal_journaalregel DISABLE TRIGGER USER")  # as an owner can
        cursor.execute("DELETE FROM journaal_journaalregel")  # as an owner can
    assert not Journaalregel.objects.exists()


def test_bijwerken_zonder_eigenaar_is_een_zin_en_alleen_als_er_iets_te_doen_is(website, monkeypatch):
    assert not is_eigenaar()
    monkeypatch.setattr(bijwerken, "_te_doen", lambda: True)
    with pytest.raises(PastNiet, match="mag alleen haar eigenaar"):
        werk_bij(op=vandaag())
    assert "bin/manage bijwerken" in NIET_VAN_ONS


def test_welke_rol_rechten_krijgt(monkeypatch):
    assert is_eigenaar()
    assert rol_van_de_website() == ""
    monkeypatch.setenv("OCMW_EIGENAAR_URL", "postgres://iemand@localhost/ocmw")
    monkeypatch.setenv("DATABASE_URL", f"postgres://{ROL}@localhost/ocmw")
    assert rol_van_de_website() == ROL
    monkeypatch.setenv("DATABASE_URL", f"postgres://{connection.settings_dict['USER']}@localhost/ocmw")
    assert rol_van_de_website() == "", "één rol voor beide: er is niets te verlenen"


def test_rechten_verlenen_mag_zo_vaak_je_wilt(website):
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")  # Django knows no roles
    databankrol.verleen_rechten(ROL)
    databankrol.verleen_rechten(ROL)
