"""What the log keeps and refuses: codes, ids and dates, never words; and it is only added to."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, models, transaction

from clienten.journaalcodes import CLIENT_GEWIJZIGD, DOCUMENT_GEOPEND, TOEGEWEZEN
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, LIJST_GEEXPORTEERD
from ocmw.journaal.models import Inzagegrond, Journaalregel, noteer
from ocmw.regels.journaalcodes import REGEL_GEWIJZIGD
from ocmw.ui.aanbod import OnbekendAanbod
from ocmw.ui.versie import Versie
from ocmw.werkruimte.beheer.journaalcodes import INZAGE_NAGEKEKEN, MEDEWERKER_GEWIJZIGD
from ocmw.werkruimte.dossier.journaalcodes import DOSSIER_HERSTELD, REDEN_GEGEVEN
from ocmw.werkruimte.rapporten.journaalcodes import RAPPORT_GEOPEND
from trajecten.journaalcodes import GESPREK_GENOTEERD

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.mark.parametrize(
    "waarde",
    [
        "Hij is ziek.",
        "85.01.01 123.45",
        "twee woorden",
        "x" * 61,
        "<b>",
        "regel\neen",
        {"a": 1},
        1.5,
        object(),
        ["goed", "niet goed"],
        (["goed", ["diep fout"]],),
    ],
)
def test_vrije_tekst_komt_het_journaal_niet_in(an, waarde):
    voor = Journaalregel.objects.count()
    with pytest.raises(TypeError, match="'nota'"):
        noteer(CLIENT_GEWIJZIGD, None, door=an, nota=waarde)
    assert Journaalregel.objects.count() == voor


@pytest.mark.parametrize(
    ("waarde", "bewaard"),
    [
        (None, None),
        (True, True),
        (7, 7),
        ("in_begeleiding", "in_begeleiding"),
        ("clienten.Client:7", "clienten.Client:7"),
        ("", ""),
        ("x" * 60, "x" * 60),
        (date(2026, 6, 1), "2026-06-01"),
        (datetime(2026, 6, 1, 9, 0, tzinfo=UTC), "2026-06-01T09:00:00+00:00"),
        (["status", "duur"], ["status", "duur"]),
        (("a", 1, date(2026, 6, 1)), ["a", 1, "2026-06-01"]),
        (TOEGEWEZEN, "toegewezen"),
    ],
)
def test_codes_nummers_en_datums_wel(an, waarde, bewaard):
    regel = noteer(CLIENT_GEWIJZIGD, None, door=an, deel=waarde)
    regel.refresh_from_db()
    assert regel.details == {"deel": bewaard}


def test_een_regel_zegt_wie_wat_deed_met_welk_dossier(an):
    client = maak_client(an)
    regel = noteer(GESPREK_GENOTEERD, maak_gesprek(client, an), door=an)
    assert (regel.client_id, regel.ocmw_id, regel.medewerker_id) == (client.pk, client.ocmw_id, an.pk)
    assert regel.onderwerp.startswith("trajecten.Gesprek:")
    assert str(regel) == "An Claes noteerde een gesprek"


def test_van_een_gedeeld_dossier_staat_de_regel_bij_het_ocmw_van_de_client(oona, carla, samenwerking):
    client = maak_client(oona, coach=carla)
    assert noteer(DOSSIER_BEKEKEN, client, door=carla, client=client).ocmw_id == oona.ocmw_id


def test_zonder_dossier_staat_de_regel_bij_het_ocmw_van_de_collega(an):
    regel = noteer(LIJST_GEEXPORTEERD, None, door=an)
    assert (regel.ocmw_id, regel.client_id, regel.onderwerp, regel.reden) == (an.ocmw_id, None, "", "")


def test_wat_de_toepassing_zelf_doet_staat_op_naam_van_het_systeem(an):
    client = maak_client(an)
    regel = noteer(DOSSIER_HERSTELD, client, door=None, client=client)
    assert (regel.medewerker_id, regel.medewerker_naam, regel.rol) == (None, "systeem", "systeem")
    assert regel.ocmw_id == client.ocmw_id
    assert noteer(REGEL_GEWIJZIGD, None, door=None).ocmw_id is None


@pytest.mark.parametrize(
    ("wat", "soort"),
    [
        (DOSSIER_BEKEKEN, Journaalsoort.INZAGE),
        (DOCUMENT_GEOPEND, Journaalsoort.INZAGE),
        (REDEN_GEGEVEN, Journaalsoort.INZAGE),
        (LIJST_GEEXPORTEERD, Journaalsoort.UITVOER),
        (RAPPORT_GEOPEND, Journaalsoort.UITVOER),
        (MEDEWERKER_GEWIJZIGD, Journaalsoort.BEHEER),
        (INZAGE_NAGEKEKEN, Journaalsoort.BEHEER),
        (GESPREK_GENOTEERD, Journaalsoort.WIJZIGING),
    ],
)
def test_lezen_wijzigen_uitvoeren_en_beheren_zijn_uit_elkaar_te_houden(an, wat, soort):
    assert noteer(wat, None, door=an).soort == soort


def test_een_code_van_niemand_komt_niet_in_het_journaal(an):
    with pytest.raises(OnbekendAanbod):
        noteer("zomaar_iets", None, door=an)
    assert not Journaalregel.objects.exists()


def test_een_bewaarde_code_die_niemand_nog_aanbiedt_blijft_leesbaar(an):
    regel = noteer(GESPREK_GENOTEERD, None, door=an)
    assert regel.wat_in_woorden == "noteerde een gesprek"
    assert Journaalregel(wat="termijn_gemarkeerd", medewerker_naam="An").wat_in_woorden == "termijn_gemarkeerd"


# --- only added to --------------------------------------------------------------------------------
def test_een_regel_verandert_niet_meer(an):
    regel = noteer(LIJST_GEEXPORTEERD, None, door=an)
    regel.medewerker_naam = "Iemand anders"
    with pytest.raises(TypeError, match="nooit gewijzigd"):
        regel.save()
    with pytest.raises(TypeError, match="bewaartermijn"):
        regel.delete()
    with pytest.raises(TypeError, match="nooit gewijzigd"):
        Journaalregel.objects.filter(pk=regel.pk).update(medewerker_naam="Iemand anders")
    with pytest.raises(TypeError, match="bewaartermijn"):
        Journaalregel.objects.filter(pk=regel.pk).delete()
    regel.refresh_from_db()
    assert regel.medewerker_naam == "An Claes"


def test_ook_de_databank_zelf_weigert_een_wijziging(an):
    regel = noteer(LIJST_GEEXPORTEERD, None, door=an)
    buitenom = models.QuerySet(Journaalregel).filter(pk=regel.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        buitenom.update(medewerker_naam="Iemand anders")
    assert Journaalregel.objects.get(pk=regel.pk).medewerker_naam == "An Claes"


@pytest.mark.postgres
def test_en_op_postgresql_ook_het_wissen(an):
    regel = noteer(LIJST_GEEXPORTEERD, None, door=an)
    with pytest.raises(DatabaseError), transaction.atomic():
        models.QuerySet(Journaalregel).filter(pk=regel.pk).delete()
    assert Journaalregel.objects.filter(pk=regel.pk).exists()


def test_het_journaal_volgt_geen_levende_rijen():
    """No foreign keys: what is removed elsewhere never takes a row along, and a full table never blocks a removal."""
    assert not [veld.name for veld in Journaalregel._meta.get_fields() if veld.is_relation]
    assert not issubclass(Journaalregel, Versie)


def test_een_reden_zegt_van_wie_ze_is(an):
    assert str(Inzagegrond(medewerker=an, reden="overleg")) == "An Claes - Overleg of teamvergadering"
