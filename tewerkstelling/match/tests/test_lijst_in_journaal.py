"""A page that shows more than names of many dossiers leaves one row, and each of those dossiers can tell it."""

import pytest
from django.db import DatabaseError, connection

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_plek
from ocmw.journaal.journaalcodes import LIJST_BEKEKEN
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.rechten import Rol

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


@pytest.fixture
def plek(an):
    return maak_plek(an.ocmw, an)


@pytest.fixture
def koen(aalst):
    return maak_medewerker("Koen", "Aerts", aalst, Rol.ATB)


def heet_fatima(client):
    client.voornaam, client.achternaam = "Fatima", "El Amrani"
    client.save()


def kandidatenlijst(browser, plek, **vraag):
    return browser.get(f"/werkplekken/{plek.pk}/kandidaten/", vraag)


def test_een_lijst_is_een_regel_met_wie_erin_stond(als, an, plek):
    wie = [maak_kandidaat(an) for _ in range(3)]
    assert kandidatenlijst(als(an), plek).status_code == 200
    (regel,) = Journaalregel.objects.filter(wat=LIJST_BEKEKEN)
    assert (regel.medewerker_id, regel.client_id, regel.details["onderdeel"]) == (an.pk, None, "kandidaten")
    assert sorted(regel.details["clienten"]) == sorted(f"D{client.pk}" for client in wie)


def test_wie_naar_het_dossier_vraagt_ziet_ook_de_lijsten(als, an, griet, plek):
    client, andere = maak_kandidaat(an), maak_client(an)
    kandidatenlijst(als(an), plek)
    assert (
        "bekeek een lijst waarin dit dossier staat" in als(griet).get(f"/clienten/{client.pk}/inzage/").content.decode()
    )
    afdruk = als(griet).get(f"/clienten/{client.pk}/inzage/afdruk/").content.decode()
    assert "bekeek een lijst waarin dit dossier staat" in afdruk
    assert "bekeek een lijst" not in als(griet).get(f"/clienten/{andere.pk}/inzage/").content.decode()


def test_een_nummer_dat_erin_past_is_een_ander_dossier(an):
    Journaalregel.objects.create(
        soort="inzage", wat=LIJST_BEKEKEN, medewerker_naam="x", rol="atb", details={"clienten": ["D123"]}
    )
    assert Journaalregel.objects.over([123]).count() == 1
    assert not Journaalregel.objects.over([12, 23, 1234]).exists()


@pytest.mark.parametrize(
    "pad", ["/sollicitaties/", "/werkplekken/startklaar/", "/doorverwijzingen/", "/sturing/maandeinde/"]
)
def test_een_lege_lijst_laat_niets_na(als, griet, pad):
    assert als(griet).get(pad, {"vooraf": "1"}).status_code == 200
    assert not Journaalregel.objects.filter(wat=LIJST_BEKEKEN).exists()


def test_buiten_de_eigen_caseload_staan_alleen_initialen(als, an, koen, griet, plek):
    heet_fatima(maak_kandidaat(an))
    van_koen = kandidatenlijst(als(koen), plek, uitslag="navragen").content.decode()
    assert "F.E.A." in van_koen
    assert "Fatima" not in van_koen
    assert "openen vraagt een reden" in van_koen
    for wie in (an, griet):
        assert "Fatima" in kandidatenlijst(als(wie), plek, uitslag="" if wie == an else "navragen").content.decode()


def test_zoeken_op_naam_verraadt_niet_van_wie_de_initialen_zijn(als, an, koen, plek):
    """What is typed never stands in an address: the filter leads to one with a code."""
    heet_fatima(maak_kandidaat(an))
    for wie, ziet in ((koen, False), (an, True)):
        vraag = {"q": "Fatima", "uitslag": "past" if ziet else "navragen"}
        pagina = zoek(als(wie), f"/werkplekken/{plek.pk}/kandidaten/", vraag)
        assert ("F.E.A." in pagina.content.decode() or "Fatima El" in pagina.content.decode()) == ziet


@pytest.mark.django_db(transaction=True)
def test_zonder_regel_is_er_geen_lijst(als, an, plek):
    maak_kandidaat(an)

    def weiger(execute, sql, params, many, context):
        if "journaal_journaalregel" in sql and sql.startswith("INSERT"):
            raise DatabaseError("het journaal antwoordt niet")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(weiger):
        assert kandidatenlijst(als(an), plek).status_code == 503
