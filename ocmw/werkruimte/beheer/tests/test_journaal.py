"""The coordinator reads who looked and who changed: own OCMW only, filters in the address, an export that is logged."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest

from clienten.actions import wijs_toe
from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, LIJST_GEEXPORTEERD
from ocmw.journaal.models import Inzagegrond, Journaalregel, noteer
from ocmw.kalender.klok import nu, vandaag
from ocmw.werkruimte.beheer.filters import journaal_van


@pytest.fixture
def client(an):
    return maak_client(an, voornaam="Fatima", achternaam="El Amrani")


def open_met_reden(browser, client, reden="overleg", **extra):
    return browser.post(f"/clienten/{client.pk}/reden/", {"reden_gevraagd": "ja", "reden": reden, **extra})


def test_de_coordinator_ziet_wie_keek_met_naam_en_grond(an, griet, als, client):
    als(an).get(f"/clienten/{client.pk}/")
    pagina = als(griet).get("/journaal/", {"soort": "inzage"})
    assert [(r.wie, r.wat, r.grond, r.client) for r in pagina.context["regels"]] == [
        ("An Claes", "bekeek het dossier", "eigen caseload", "Fatima El Amrani")
    ]


def test_een_ander_ocmw_ziet_er_niets_van(an, mia, als, client):
    als(an).get(f"/clienten/{client.pk}/")
    assert als(mia).get("/journaal/").context["regels"] == []
    assert "Fatima" not in als(mia).get("/journaal/").content.decode()


def test_van_een_gedeelde_client_ziet_het_begeleidende_ocmw_de_regels(oona, carla, mia, samenwerking, als):
    gedeeld = maak_client(oona, coach=carla)
    als(carla).get(f"/clienten/{gedeeld.pk}/")
    assert {rij.client_id for rij in journaal_van(mia)} == {gedeeld.pk}
    samenwerking.tot = vandaag()
    samenwerking.save()
    del mia._gedeelde_clienten
    assert not journaal_van(mia).exists()


@pytest.mark.parametrize(
    ("filter_", "aantal"),
    [
        ({"q": "el amr"}, 3),
        ({"q": "niemand"}, 0),
        ({"wat": "dossier_bekeken"}, 2),
        ({"wat": "onzin"}, 4),
        ({"buiten": "on"}, 2),
        ({"van": "2999-01-01"}, 0),
        ({"tot": "1999-01-01"}, 0),
        ({"collega": "geen getal"}, 4),
    ],
)
def test_elk_filter_versmalt(an, bert, griet, als, client, filter_, aantal):
    """Four rows: made and assigned count as two, so look only at those of reading and export."""
    als(an).get(f"/clienten/{client.pk}/")
    browser = als(bert)
    open_met_reden(browser, client)
    browser.get(f"/clienten/{client.pk}/")
    noteer(LIJST_GEEXPORTEERD, None, door=an, lijst="caseload")
    basis = Journaalregel.objects.filter(soort__in=[Journaalsoort.INZAGE, Journaalsoort.UITVOER]).count()
    assert basis == 4
    gevonden = [r for r in zoek(als(griet), "/journaal/", filter_).context["regels"] if "dossier aan" not in r.wat]
    gevonden = [r for r in gevonden if r.wat not in {"wees het dossier toe", "maakte het dossier aan"}]
    assert len(gevonden) == aantal


def test_zoeken_op_dossiernummer(an, griet, als, client):
    maak_client(an)
    regels = zoek(als(griet), "/journaal/", {"q": client.dossiernummer.lower()}).context["regels"]
    assert {regel.dossiernummer for regel in regels} == {client.dossiernummer}


def test_de_uitvoer_is_zelf_een_regel_in_het_journaal(an, griet, als, client):
    als(an).get(f"/clienten/{client.pk}/")
    antwoord = als(griet).get("/journaal/uitvoer/", {"soort": "inzage"})
    blad = openpyxl.load_workbook(BytesIO(antwoord.content)).active
    rijen = list(blad.iter_rows(values_only=True))
    assert rijen[1][1:4] == ("An Claes", "arbeidstrajectbegeleider", "bekeek het dossier")
    regel = Journaalregel.objects.get(wat="lijst_geexporteerd")
    assert (regel.medewerker_id, regel.details) == (griet.pk, {"lijst": "journaal", "aantal": 1})


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries_van_het_journaal(an, griet, als, client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        noteer(DOSSIER_BEKEKEN, client, door=an, client=client, reden="caseload")
    browser = als(griet)
    browser.get("/journaal/")
    with django_assert_max_num_queries(10):
        browser.get("/journaal/")


def test_wie_keek_in_dit_dossier(an, griet, als, client):
    als(an).get(f"/clienten/{client.pk}/")
    pagina = als(griet).get(f"/clienten/{client.pk}/inzage/", {"soort": "inzage"})
    assert [regel.wie for regel in pagina.context["regels"]] == ["Griet Wouters", "An Claes"]
    assert als(an).get(f"/clienten/{client.pk}/inzage/").status_code == 403


def test_het_overzicht_voor_de_client_toont_geen_inhoud_en_is_een_afdruk_in_het_journaal(an, griet, als, client):
    als(an).get(f"/clienten/{client.pk}/")
    tekst = als(griet).get(f"/clienten/{client.pk}/inzage/afdruk/").content.decode()
    assert "An Claes" in tekst
    assert "eigen caseload" in tekst
    assert client.insz not in tekst
    assert Journaalregel.objects.get(wat="dossier_afgedrukt").details == {"onderdeel": "inzageverslag"}


def test_een_reden_staat_op_vandaag_tot_iemand_ze_nakijkt(an, bert, griet, als, client):
    browser = als(griet)
    assert "Buiten de caseload geopend" not in browser.get("/").content.decode()
    open_met_reden(als(bert), client, reden="andere", toelichting="Vraag van de politie.")
    assert "Buiten de caseload geopend" in browser.get("/").content.decode()
    assert "Vraag van de politie." in browser.get("/journaal/redenen/").content.decode()
    grond = Inzagegrond.objects.get()
    browser.post(f"/journaal/redenen/{grond.pk}/nagekeken/")
    browser.post(f"/journaal/redenen/{grond.pk}/nagekeken/")
    grond.refresh_from_db()
    assert grond.nagekeken_door == griet
    assert Journaalregel.objects.filter(wat="inzage_nagekeken").count() == 1
    assert "Buiten de caseload geopend" not in browser.get("/").content.decode()


def test_de_vrije_toelichting_staat_nooit_in_het_journaal(bert, als, client):
    open_met_reden(als(bert), client, reden="andere", toelichting="Hij is ziek.")
    assert "ziek" not in str(list(Journaalregel.objects.values()))


def test_andere_reden_vraagt_een_toelichting(bert, als, client):
    antwoord = open_met_reden(als(bert), client, reden="andere", naar="/meldingen/")
    assert "Schrijf kort wat je reden is." in antwoord.content.decode()
    assert 'value="/meldingen/"' in antwoord.content.decode()
    assert not Inzagegrond.objects.exists()


def test_een_reden_vervalt(bert, als, client):
    browser = als(bert)
    open_met_reden(browser, client)
    assert browser.get(f"/clienten/{client.pk}/").status_code == 200
    Inzagegrond.objects.update(geldig_tot=nu() - timedelta(seconds=1))
    assert browser.get(f"/clienten/{client.pk}/").status_code == 302


def test_wat_je_typte_komt_na_de_reden_terug(an, bert, als, client):
    """The reason ran out while somebody was writing: the form travels along with the question and is sent after it."""
    browser = als(bert)
    pad = f"/clienten/{client.pk}/gesprekken/nieuw/"
    velden = {"op": vandaag().isoformat(), "verslag": "Een lang <b>verslag</b>", "kanaal": "telefoon"}
    doorgestuurd = browser.post(pad, velden)
    assert doorgestuurd.status_code == 307
    vraag = browser.post(doorgestuurd.headers["Location"], velden)
    assert vraag.context["mee"] == list(velden.items())
    mee = {f"mee-{naam}": waarde for naam, waarde in velden.items()}
    verder = open_met_reden(browser, client, naar=pad, **mee)
    assert verder.context["mee"] == list(velden.items())
    assert f'action="{pad}"' in verder.content.decode()
    assert "&lt;b&gt;" in verder.content.decode()


def test_zonder_reden_na_een_toewijzing(an, bert, griet, als, client):
    wijs_toe(client, bert, rol="mw", door=griet, op=vandaag())
    assert als(bert).get(f"/clienten/{client.pk}/").status_code == 200
