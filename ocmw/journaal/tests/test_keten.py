"""The chain of the journaal: whatever is changed, removed, slipped in or written anew is found, at its place."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ocmw.gereedschap.testing.legen import _zonder_wacht
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal import keten
from ocmw.journaal.jobs import controleer_journaal, verzegel_journaal
from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, LIJST_GEEXPORTEERD
from ocmw.journaal.keten import BEGIN, Breuk, ankerbestand, controleer, schakel, verzegel
from ocmw.journaal.models import Journaalregel, Zegel, noteer
from ocmw.journaal.uitslag import is_gebroken, laatste_uitslag

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _eigen_map(settings, tmp_path):
    settings.ANKERS_DIR = settings.TEKEN_DIR = tmp_path


@pytest.fixture
def regels(an):
    for nummer in range(5):
        noteer(LIJST_GEEXPORTEERD, None, door=an, rijen=nummer)
    verzegel()
    return list(Journaalregel.objects.order_by("pk"))


def buiten_de_toepassing_om(sql, *waarden, tabel="journaal_journaalregel"):
    """As somebody who owns the tables can: the guard away, the change, the guard back."""
    with transaction.atomic(), connection.cursor() as cursor, _zonder_wacht(connection, cursor, tabel):
        cursor.execute(sql, waarden)


def test_elke_regel_krijgt_een_plaats_in_de_keten_van_haar_ocmw(an, carla, regels):
    noteer(LIJST_GEEXPORTEERD, None, door=carla)
    noteer(DOSSIER_BEKEKEN, None, door=None)
    assert verzegel() == 2
    assert verzegel() == 0, "een tweede keer is er niets te doen"
    plaatsen = Zegel.objects.order_by("keten", "nummer").values_list("keten", "nummer")
    assert set(plaatsen) == {(an.ocmw_id, n) for n in range(1, 6)} | {(carla.ocmw_id, 1), (0, 1)}
    assert controleer() == []


@pytest.mark.parametrize(("sql", "waar", "wat"), [
    ("UPDATE journaal_journaalregel SET medewerker_naam = 'Iemand Anders' WHERE id = %s", 3, "een regel is gewijzigd"),
    ("UPDATE journaal_journaalregel SET op = '2020-01-01 00:00:00+00:00' WHERE id = %s", 3, "een regel is gewijzigd"),
    ("UPDATE journaal_journaalregel SET details = '{}' WHERE id = %s", 3, "een regel is gewijzigd"),
    ("DELETE FROM journaal_journaalregel WHERE id = %s", 3, "een regel is verdwenen"),
])  # fmt: skip
def test_wat_buiten_de_toepassing_om_gebeurt_wordt_gevonden(an, regels, sql, waar, wat):
    buiten_de_toepassing_om(sql, regels[waar - 1].pk)
    assert controleer() == [Breuk(an.ocmw_id, waar, wat)]


def test_een_zegel_dat_weg_is_wordt_gevonden(an, regels):
    buiten_de_toepassing_om("DELETE FROM journaal_zegel WHERE regel_id = %s", regels[1].pk, tabel="journaal_zegel")
    (breuk,) = controleer()
    assert (breuk.nummer, breuk.wat) == (2, "een zegel ontbreekt")


def herschrijf(ocmw):
    """Who owns the database and knows our code: the whole chain anew, without a row that must not be known."""
    buiten_de_toepassing_om("DELETE FROM journaal_zegel WHERE keten = %s", ocmw, tabel="journaal_zegel")
    verzegel(alles=True)


def test_wie_de_hele_keten_herschrijft_botst_op_het_anker(an, regels):
    assert controleer() == []
    buiten_de_toepassing_om("DELETE FROM journaal_journaalregel WHERE id = %s", regels[2].pk)
    noteer(LIJST_GEEXPORTEERD, None, door=an)
    herschrijf(an.ocmw_id)
    assert controleer() == [Breuk(an.ocmw_id, 5, "de keten is herschreven")]


def test_controle_zonder_anker_zou_niemand_het_herschrijven_zien(an, regels):
    assert controleer() == []
    buiten_de_toepassing_om("DELETE FROM journaal_journaalregel WHERE id = %s", regels[2].pk)
    herschrijf(an.ocmw_id)
    ankerbestand().unlink()
    assert controleer() == []


def test_wie_het_einde_afknipt_of_alles_leegmaakt_botst_op_het_anker(an, regels):
    assert controleer() == []
    for tabel in ("journaal_zegel", "journaal_journaalregel"):
        buiten_de_toepassing_om(f"DELETE FROM {tabel}", tabel=tabel)
    assert controleer() == [Breuk(an.ocmw_id, 5, "het einde van de keten is weg")]


def test_een_regel_die_laat_vastgelegd_wordt_sluit_achteraan_aan(an, regels):
    """A long transaction: its row has a lower number than rows that were sealed before it was there to see."""
    laag = Journaalregel(
        pk=regels[0].pk - 1 if regels[0].pk > 1 else 10**9, soort="uitvoer", wat=LIJST_GEEXPORTEERD, medewerker_id=an.pk,
        medewerker_naam=an.naam, rol=an.rol, ocmw_id=an.ocmw_id, op=timezone.now() - timedelta(hours=2),
    )  # fmt: skip
    laag.save(force_insert=True)
    assert verzegel() == 1
    assert Zegel.objects.get(regel_id=laag.pk).nummer == 6
    assert controleer() == []


def test_wat_verder_terug_ligt_dan_elke_minuut_bekeken_wordt_vindt_de_nacht(an, regels, monkeypatch):
    monkeypatch.setattr(keten, "TERUGKIJKEN", 2)
    noteer(LIJST_GEEXPORTEERD, None, door=an)
    verzegel()
    buiten_de_toepassing_om("DELETE FROM journaal_zegel WHERE regel_id = %s", regels[0].pk, tabel="journaal_zegel")
    assert verzegel() == 0
    assert verzegel(alles=True) == 1


def test_in_stukken_verzegelen_geeft_dezelfde_keten(an, monkeypatch):
    monkeypatch.setattr(keten, "PER_KEER", 2)
    for nummer in range(5):
        noteer(LIJST_GEEXPORTEERD, None, door=an, rijen=nummer)
    assert verzegel() == 5
    assert controleer() == []


def test_de_databank_zelf_laat_niets_wijzigen_of_verwijderen(an, regels):
    zinnen = [
        f"{wat} {tabel}{hoe}"
        for tabel, kolom in (("journaal_journaalregel", "rol"), ("journaal_zegel", "nummer"))
        for wat, hoe in (("DELETE FROM", ""), ("UPDATE", f" SET {kolom} = {kolom}"), ("TRUNCATE", ""))
        if wat != "TRUNCATE" or connection.vendor == "postgresql"
    ]
    for zin in zinnen:
        with pytest.raises(DatabaseError, match="alleen aangevuld"), transaction.atomic():
            connection.cursor().execute(zin)  # the sentence is the test
    assert Journaalregel.objects.filter(pk__in=[regel.pk for regel in regels]).count() == 5


def test_vervangen_is_verwijderen(an, regels):
    if connection.vendor == "sqlite":
        with pytest.raises(DatabaseError, match="alleen aangevuld"), transaction.atomic():
            # The ORM has no words for replacing.
            connection.cursor().execute(
                "INSERT OR REPLACE INTO journaal_journaalregel SELECT * FROM journaal_journaalregel WHERE id = %s",
                [regels[0].pk],
            )
    with pytest.raises(TypeError):
        Zegel.objects.update(nummer=7)


def test_de_nacht_vertelt_wat_ze_vond(als, bea, an, regels):
    verzegel_journaal()
    assert controleer_journaal() == 0
    assert not is_gebroken()
    assert "elke regel nagekeken" in als(bea).get("/werking/").content.decode()
    buiten_de_toepassing_om("DELETE FROM journaal_journaalregel WHERE id = %s", regels[2].pk)
    assert controleer_journaal() == 1
    assert is_gebroken()
    assert laatste_uitslag().breuken == (Breuk(an.ocmw_id, 3, "een regel is verdwenen"),)
    pagina = als(bea).get("/werking/").content.decode()
    assert f"OCMW nummer {an.ocmw_id}: vanaf regel 3, een regel is verdwenen." in pagina
    assert "Het journaal klopt niet meer" in pagina, "ook in de balk"


def test_een_gebroken_keten_krijgt_geen_nieuw_anker(an, regels):
    assert controleer() == []
    voor = ankerbestand().read_text(encoding="utf-8")
    buiten_de_toepassing_om("DELETE FROM journaal_journaalregel WHERE id = %s", regels[2].pk)
    noteer(LIJST_GEEXPORTEERD, None, door=an)
    assert controleer()
    assert ankerbestand().read_text(encoding="utf-8") == voor


def test_een_half_geschreven_anker_telt_niet_en_de_andere_wel(an, regels):
    controleer()
    with ankerbestand().open("a", encoding="utf-8") as bestand:
        bestand.write('{"keten": 1, "num')
    assert controleer() == []
    assert json.loads(ankerbestand().read_text(encoding="utf-8").splitlines()[0])["nummer"] == 5


def test_de_keten_van_een_dossier_van_een_ander_ocmw(an, carla):
    """A row belongs to the OCMW of the dossier, whoever looked."""
    client = maak_client(an)
    noteer(DOSSIER_BEKEKEN, client, door=carla, client=client)
    verzegel()
    assert set(Zegel.objects.values_list("keten", flat=True)) == {an.ocmw_id}


@given(st.lists(st.text(max_size=20), min_size=2, max_size=6, unique=True), st.data())
def test_een_andere_inhoud_of_volgorde_is_een_ander_einde(namen, data):
    def einde(lijst):
        vorige = BEGIN
        for plaats, naam in enumerate(lijst):
            vorige = schakel(vorige, dict.fromkeys(keten._VELDEN, naam) | {"pk": plaats})
        return vorige

    anders = data.draw(st.permutations(namen))
    assert (einde(namen) == einde(anders)) == (namen == anders)
    assert einde(namen) != einde(namen[:-1])


def test_de_ankers_staan_in_een_map_die_elders_mag_liggen():
    assert settings.ANKERS_DIR
    assert ankerbestand().is_relative_to(settings.ANKERS_DIR)
