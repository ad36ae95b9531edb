"""The step at every start: what it adds, what it puts right, what it leaves alone, and when it refuses."""

import subprocess
import sys
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.gereedschap.testing.proces import omgeving
from ocmw.gereedschap.testing.sjabloon import lege_databank
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels.models import Regelset
from ocmw.regels.sleutels import beginwaarden
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.beheer.bijwerken import TE_NIEUW, TE_OUD, PastNiet, werk_bij
from ocmw.werkruimte.dossier.controle import controleer
from ocmw.werkruimte.dossier.journaalcodes import DOSSIER_HERSTELD
from tewerkstelling.evaluaties.models import Competentielijst
from trajecten.beloften import CONTACT

pytestmark = pytest.mark.databank
KLAAR = "De databank is klaar voor deze versie.\n"
# One row of each sort that a database of before 0.1 has: a step that is gone, a room that is gone, and rules by migration.
VAN_VROEGER = [("nazorg", "0002_nazorgcontact"), ("rechten", "0001_begin"), ("regels", "0002_basisregels")]


@pytest.fixture
def leeg(django_db_setup, django_db_blocker):
    """A database without tables."""
    with django_db_blocker.unblock(), lege_databank():
        yield


@pytest.fixture
def dossier(an, bert):
    client = maak_client(bert, coach=an)
    maak_traject(client, an)
    maak_gesprek(client, an)
    return client


def zinnen():
    return werk_bij(op=vandaag()).zinnen


def inhoud():
    """Every table with its rows, as the database tells it."""
    with connection.cursor() as cursor:
        tabellen = sorted(connection.introspection.table_names(cursor))
        rijen = {}
        for tabel in tabellen:
            # Tables without a model, as an older version left them.
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")
            rijen[tabel] = sorted(map(repr, cursor.fetchall()))
    return rijen


# --- what it adds and what it puts right ------------------------------------------------------------
def test_een_databank_van_deze_versie_blijft_zoals_ze_is(dossier):
    assert zinnen() == []
    voor = inhoud()
    assert zinnen() == []
    assert inhoud() == voor


def test_een_regel_die_ontbreekt_komt_erbij_en_een_gewijzigde_blijft(db):
    Regelset.objects.filter(sleutel="traject.stilte_dagen").delete()
    gewijzigd = Regelset.objects.get(sleutel="mentorlink.geldig_dagen")
    Regelset.objects.filter(pk=gewijzigd.pk).update(waarde=gewijzigd.waarde + 7, bron="teamafspraak")
    Competentielijst.objects.all().delete()
    bijgewerkt = werk_bij(op=vandaag())
    assert bijgewerkt.basis["regels"] == Regelset.objects.filter(sleutel="traject.stilte_dagen").count() > 0
    assert bijgewerkt.zinnen == [
        f"Toegevoegd aan de {naam}: {aantal}." for naam, aantal in bijgewerkt.basis.items() if aantal
    ]
    assert len(bijgewerkt.zinnen) == 2
    na = Regelset.objects.get(sleutel="mentorlink.geldig_dagen")
    assert (na.pk, na.waarde, na.bron) == (gewijzigd.pk, gewijzigd.waarde + 7, "teamafspraak")


def breek_stand(client):
    Stand.objects.filter(client=client).update(stap=Stap.FASE_5)


def breek_datum(client):
    Termijn.objects.open().filter(client=client, soort=CONTACT).update(vervalt_op=vandaag() + timedelta(days=400))


def breek_door_te_wissen(client):
    Termijn.objects.open().filter(client=client).delete()


def breek_door_stand_te_wissen(client):
    Stand.objects.filter(client=client).delete()


@pytest.mark.parametrize("breek", [breek_stand, breek_datum, breek_door_te_wissen, breek_door_stand_te_wissen])
def test_wat_niet_meer_uit_de_feiten_volgt_wordt_gelijkgezet_en_gezegd(dossier, breek):
    breek(dossier)
    aantal = controleer(vandaag()).aantal
    assert aantal
    assert zinnen() == [
        f"Gelijkgezet met de feiten: {aantal} termijnen en lijstgegevens (dossiers: 1). Het journaal noemt die dossiers; "
        "na een week stilstand is dit gewoon."
    ]
    assert controleer(vandaag()).aantal == 0
    assert Journaalregel.objects.filter(wat=DOSSIER_HERSTELD, client_id=dossier.pk).count() == 1


def test_een_nacht_die_voorbijging_terwijl_niets_draaide_is_geen_zin_waard(dossier):
    Stand.objects.filter(client=dossier).update(volgende_afspraak_op=vandaag() - timedelta(days=1))
    assert controleer(vandaag()).aantal == 1
    assert zinnen() == []
    assert controleer(vandaag()).aantal == 0


# --- when it refuses --------------------------------------------------------------------------------
def maak_oude_databank(stap):
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    recorder.record_applied("contenttypes", "0001_initial")
    recorder.record_applied(*stap)
    with connection.cursor() as cursor:
        # A table as no model of today makes it.
        cursor.execute("CREATE TABLE clienten_client (id integer, voornaam varchar(50))")
        # A row of that table.
        cursor.execute("INSERT INTO clienten_client VALUES (1, 'Rosa')")


def draai(*argv, data):
    return subprocess.run(
        [sys.executable, *argv], cwd=settings.BASE_DIR, env=omgeving(data), capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("stap", VAN_VROEGER, ids=[app for app, _ in VAN_VROEGER])
def test_een_databank_van_voor_0_1_krijgt_een_zin_en_blijft_zoals_ze_was(leeg, stap):
    maak_oude_databank(stap)
    voor = inhoud()
    with pytest.raises(CommandError) as geweigerd:
        call_command("bijwerken")
    assert str(geweigerd.value) == TE_OUD
    assert inhoud() == voor


@pytest.mark.parametrize(
    "programma", [("manage.py", "bijwerken"), ("bin/_database.py",)], ids=["opdracht", "bin/start"]
)
def test_wie_het_start_leest_die_zin_zonder_traceback(leeg, tmp_path, programma):
    maak_oude_databank(VAN_VROEGER[0])
    voor = inhoud()
    gedaan = draai(*programma, data=tmp_path)
    assert gedaan.returncode == 1
    assert gedaan.stderr.strip().removeprefix("CommandError: ") == TE_OUD
    assert inhoud() == voor


def test_een_databank_van_een_nieuwere_versie_is_niet_te_oud(db):
    MigrationRecorder(connection).record_applied("clienten", "9999_van_later")
    with pytest.raises(PastNiet) as geweigerd:
        werk_bij(op=vandaag())
    assert str(geweigerd.value) == TE_NIEUW


def test_een_vreemde_stap_van_een_pakket_is_onze_zaak_niet(db):
    """A package that a newer version of its own wrote to is for Django to judge."""
    MigrationRecorder(connection).record_applied("sessions", "9999_van_later")
    assert zinnen() == []


# --- from nothing, and two at once ------------------------------------------------------------------
@pytest.mark.traag
def test_een_lege_databank_wordt_een_volledige_ook_door_twee_tegelijk(leeg, tmp_path):
    """Two machines that start together after an upgrade. Neither says anything: everything is new."""
    samen = [
        subprocess.Popen(
            [sys.executable, "manage.py", "bijwerken"], cwd=settings.BASE_DIR, env=omgeving(tmp_path), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for _ in range(2)
    ]  # fmt: skip
    gezegd = [proces.communicate()[0] for proces in samen]
    assert gezegd == [KLAAR, KLAAR]
    assert [proces.returncode for proces in samen] == [0, 0]
    assert Regelset.objects.count() == len(list(beginwaarden()))
    codes = list(Competentielijst.objects.values_list("code", flat=True))
    assert len(codes) == len(set(codes)) > 0
    uitvoer = StringIO()
    call_command("bijwerken", stdout=uitvoer)
    assert uitvoer.getvalue() == KLAAR
