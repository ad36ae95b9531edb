"""The pages: who may what, what each shows, what stays shielded, and the same judgement from both sides."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from clienten.actions import wijs_toe
from clienten.models import Client
from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_contract, maak_medewerker
from ocmw.gereedschap.testing.maak_match import maak_kandidaat, maak_plek, maak_profiel, maak_voorstel
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.rechten import Rol
from tewerkstelling.match.lezen import kandidaten, lees_client, lees_kandidaten, lees_plekken
from tewerkstelling.match.maatstaf import maatstaf
from tewerkstelling.match.models import Voorstel
from tewerkstelling.match.oordeel import beoordeel
from tewerkstelling.models import Werkplek
from trajecten.fasen import Fase

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def koen(aalst):
    """A second trajectbegeleider of the same OCMW, with a caseload of his own."""
    return maak_medewerker("Koen", "Aerts", aalst, Rol.ATB)


@pytest.fixture
def client(an, bert):
    client = maak_kandidaat(an)
    wijs_toe(client, bert, rol="mw", door=an, op=OP)
    return client


@pytest.fixture
def plek(an):
    return maak_plek(an.ocmw, an)


def tekst(browser, naam, *argumenten, **vraag):
    antwoord = zoek(browser, reverse(naam, args=argumenten), vraag)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


# --- who --------------------------------------------------------------------------------------------
def test_wie_wat_mag(client, plek, als, an, bert, griet, leo, carla):
    voorstel = maak_voorstel(client, plek, an)
    beheren = [
        reverse("match:kandidaat_list", args=[plek.pk]),
        reverse("match:voorstel_create", args=[client.pk, plek.pk]),
        reverse("match:voorstel_edit", args=[client.pk, voorstel.pk]),
        reverse("match:werkprofiel_edit", args=[client.pk]),
    ]
    lezen = reverse("match:match_detail", args=[client.pk])
    for url in [*beheren, lezen]:
        assert als(an).get(url).status_code == 200
        assert als(griet).get(url).status_code == 200
        assert als(bert).get(url).status_code == (200 if url == lezen else 403)
        assert als(leo).get(url).status_code == 403
        assert als(carla).get(url).status_code == 404


def test_wie_alleen_leest_krijgt_geen_knop_om_voor_te_stellen(client, plek, als, an, bert):
    assert "Bekijk en stel voor" in tekst(als(an), "match:match_detail", client.pk)
    pagina = tekst(als(bert), "match:match_detail", client.pk)
    assert "Bekijk en stel voor" not in pagina
    assert "Poetsploeg" in pagina


def test_de_match_van_een_client_openen_staat_in_het_journaal(client, plek, als, an):
    tekst(als(an), "match:match_detail", client.pk)
    regel = Journaalregel.objects.get(wat="dossier_bekeken", medewerker_id=an.pk)
    assert (regel.client_id, regel.details["onderdeel"]) == (client.pk, "match")


# --- which candidates -------------------------------------------------------------------------------
def gevonden(wie):
    return set(kandidaten(wie, op=OP).values_list("pk", flat=True))


def test_kandidaten_zoeken_werk_of_zijn_bijna_klaar(an, carla):
    zoekt = maak_kandidaat(an)
    te_vroeg = maak_kandidaat(an, fase=Fase.IN_KAART)
    werkt = maak_kandidaat(an)
    maak_contract(werkt, an, van=OP - timedelta(days=30), laatste_dag=OP + timedelta(days=200))
    bijna_klaar = maak_kandidaat(an, fase=Fase.BEGELEIDING)
    maak_contract(bijna_klaar, an, van=OP - timedelta(days=300), laatste_dag=OP + timedelta(days=30))
    vreemd = maak_kandidaat(carla)
    assert gevonden(an) == {zoekt.pk, bijna_klaar.pk}
    assert te_vroeg.pk not in gevonden(an)
    assert gevonden(carla) == {vreemd.pk}


@pytest.mark.parametrize(("dagen", "ziet"), [(59, True), (61, False)])
def test_de_regel_zegt_wanneer_iemand_weer_kandidaat_is(dagen, ziet, an):
    client = maak_kandidaat(an, fase=Fase.BEGELEIDING)
    maak_contract(client, an, van=OP - timedelta(days=300), laatste_dag=OP + timedelta(days=dagen))
    assert (client.pk in gevonden(an)) == ziet


# --- what it shows ----------------------------------------------------------------------------------
def test_een_kandidaat_toont_reden_en_wat_zou_passen(als, an):
    client = maak_kandidaat(an, uren_max=Decimal(19))
    plek = maak_plek(an.ocmw, an, begint_om=time(7, 30), taalniveau="B1")
    pagina = tekst(als(an), "match:kandidaat_list", plek.pk)
    assert client.naam in pagina
    assert f"°{client.geboortedatum:%d/%m/%Y}" in pagina
    assert "Begint om 7u30; de cliënt kan vanaf 9u." in pagina
    for zin in ("start om 9u", "19 uur in plaats van 38", "de plek werkt met A2"):
        assert zin in pagina
    assert "match.gewichten" in pagina
    assert "/regels/match.gewichten/" in pagina, "haar bladzijde zegt de bron"


def test_harde_grenzen_staan_in_hun_eigen_groep(client, als, an):
    plek = maak_plek(an.ocmw, an, "Chauffeur", rijbewijs_nodig=True)
    past = maak_kandidaat(an, rijbewijs="ja")
    gewoon = tekst(als(an), "match:kandidaat_list", plek.pk)
    assert past.naam in gewoon
    assert client.naam not in gewoon
    assert "Past niet" in gewoon
    groep = tekst(als(an), "match:kandidaat_list", plek.pk, uitslag="past_niet")
    assert client.naam in groep
    assert "Er is een rijbewijs B nodig; de cliënt heeft er geen." in groep
    assert "geen rijbewijs nodig is" in groep
    assert "Bekijk en stel voor" not in groep


def test_past_er_niemand_dan_opent_de_eerste_groep_waar_iemand_in_zit(client, als, an):
    plek = maak_plek(an.ocmw, an, "Chauffeur", rijbewijs_nodig=True)
    assert client.naam in tekst(als(an), "match:kandidaat_list", plek.pk)
    assert client.naam not in tekst(als(an), "match:kandidaat_list", plek.pk, uitslag="past")


def test_de_beste_staat_eerst_en_sorteren_op_een_factor_kan(als, an):
    plek = maak_plek(an.ocmw, an)
    goed = maak_kandidaat(an, max_reisminuten=10)  # only the travel is red
    minder = maak_kandidaat(an, sectoren=["winkel"], uren_max=Decimal(19))
    pagina = tekst(als(an), "match:kandidaat_list", plek.pk)
    assert pagina.index(goed.naam) < pagina.index(minder.naam)
    op_reis = tekst(als(an), "match:kandidaat_list", plek.pk, sorteer="reis")
    assert op_reis.index(minder.naam) < op_reis.index(goed.naam)


def test_filters_versmallen(als, an, koen):
    plek = maak_plek(an.ocmw, an)
    van_an, van_koen = maak_kandidaat(an), maak_kandidaat(koen)
    mijn = tekst(als(an), "match:kandidaat_list", plek.pk, mijn="on")
    assert van_an.naam in mijn
    assert van_koen.naam not in mijn
    coach = tekst(als(an), "match:kandidaat_list", plek.pk, coach=an.pk)
    assert van_koen.naam not in coach
    naam = tekst(als(an), "match:kandidaat_list", plek.pk, q=van_an.achternaam)
    assert van_an.naam in naam
    assert van_koen.dossiernummer not in naam


@pytest.mark.parametrize(
    "vraag", [{"uitslag": "x"}, {"coach": "999"}, {"sorteer": "'"}, {"pagina": "-1"}, {"pagina": "9" * 9}]
)
def test_onzin_in_het_adres_is_geen_keuze(vraag, client, plek, als, an):
    assert client.naam in tekst(als(an), "match:kandidaat_list", plek.pk, **vraag)


# --- shielded -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("beperkt", ["ja", "nee", "onbekend"])
def test_de_coordinator_leest_dat_het_afgeschermd_is_wat_het_antwoord_ook_is(als, an, griet, beperkt):
    client = maak_kandidaat(an, beperkt=beperkt, niet_mogelijk=["hoogte"] if beperkt == "ja" else [])
    plek = maak_plek(an.ocmw, an)
    lijst = tekst(als(griet), "match:kandidaat_list", plek.pk, uitslag="navragen")
    pagina = tekst(als(griet), "match:match_detail", client.pk, uitslag="navragen")
    paar = tekst(als(griet), "match:voorstel_create", client.pk, plek.pk)
    for html in (lijst, pagina, paar):
        assert "Wat het lichaam aankan, is voor jou afgeschermd" in html
        assert "hoogte" not in html.lower().replace("op de hoogte", "")
    assert "Stel Voornaam" not in paar
    assert ("werken op hoogte" in tekst(als(an), "match:match_detail", client.pk)) == (beperkt == "ja")


def test_in_de_lijst_blijft_het_lichaam_van_andermans_client_afgeschermd(als, an, bert, koen):
    """The right to shielded data is for the own caseload; for another dossier the door asks a reason first."""
    plek = maak_plek(an.ocmw, an)
    ander = maak_kandidaat(koen)
    maak_profiel(ander, an, beperkt="ja", niet_mogelijk=["stof"])
    assert ander.dossiernummer not in tekst(als(an), "match:kandidaat_list", plek.pk, uitslag="past_niet")
    assert ander.dossiernummer in tekst(als(an), "match:kandidaat_list", plek.pk, uitslag="navragen")
    wijs_toe(ander, an, rol="mw", door=koen, op=OP)
    assert ander.naam in tekst(als(an), "match:kandidaat_list", plek.pk, uitslag="past_niet")
    assert als(bert).get(reverse("match:match_detail", args=[ander.pk])).status_code == 302  # asks why


# --- both directions ------------------------------------------------------------------------------------
def test_beide_richtingen_zeggen_hetzelfde(an):
    """A place with its candidates and a client with the places: one judgement, whoever asks."""
    for n in range(4):
        client = maak_kandidaat(an, taal=["A1", "A2", "B1", "C1"][n], uren_max=Decimal([19, 24, 30, 38][n]))
        maak_plek(an.ocmw, an, f"Plek {n}", begint_om=time(6 + n), rijbewijs_nodig=n == 2, reisminuten=20 * n)
    maak_contract(
        client, an, van=OP - timedelta(days=9), laatste_dag=OP + timedelta(days=30), werkplek=Werkplek.objects.first()
    )
    maat = maatstaf(op=OP)
    plekken = [feiten for _, feiten in lees_plekken(Werkplek.objects.all(), op=OP)]
    van_plek = {
        (k.pk, plek.werkplek): beoordeel(k.feiten, plek, maat, op=OP)
        for plek in plekken
        for k in lees_kandidaten(kandidaten(an, op=OP), an, op=OP)
    }
    van_client = {
        (client.pk, plek.werkplek): beoordeel(lees_client(client, ziet_beperking=True, op=OP), plek, maat, op=OP)
        for client in Client.objects.all()
        for plek in plekken
    }
    assert len(van_plek) == 4 * len(plekken)
    assert van_plek == van_client


# --- cost -------------------------------------------------------------------------------------------------
def queries(browser, url):
    browser.get(url)  # the first page of a session also fills caches
    with CaptureQueriesContext(connection) as context:
        browser.get(url)
    return len(context)


def test_de_lijst_kost_evenveel_met_veel_kandidaten(als, an, plek):
    browser, url, tellingen = als(an), reverse("match:kandidaat_list", args=[plek.pk]), []
    for n in range(8):
        client = maak_kandidaat(an)
        if n % 2:
            maak_voorstel(client, plek, an)
        if n in {1, 7}:
            tellingen.append(queries(browser, url))
    assert tellingen[0] == tellingen[1] <= 19  # one is the row of the journaal


def test_de_match_kost_evenveel_met_veel_plekken(client, als, an):
    browser, url, tellingen = als(an), reverse("match:match_detail", args=[client.pk]), []
    for n in range(8):
        plek = maak_plek(an.ocmw, an, f"Plek {n}")
        if n % 2:
            maak_voorstel(client, plek, an)
        if n in {1, 7}:
            tellingen.append(queries(browser, url))
    assert tellingen[0] == tellingen[1] <= 22


# --- writing ------------------------------------------------------------------------------------------------
def test_voorstellen_en_het_resultaat_noteren(client, plek, als, an):
    browser = als(an)
    antwoord = browser.post(reverse("match:voorstel_create", args=[client.pk, plek.pk]), {"nota": "Wil graag."})
    assert antwoord.status_code == 302
    voorstel = Voorstel.objects.get()
    url = reverse("match:voorstel_edit", args=[client.pk, voorstel.pk])
    leeg = browser.post(url, {"wordt": "proefweek", "versie": 1})
    assert "Vul deze dag in." in leeg.content.decode()
    browser.post(
        url, {"wordt": "proefweek", "proef_van": "2026-11-24", "proef_einde": "2026-11-28", "nota": "x", "versie": 1}
    )
    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.laatste_proefdag) == ("proefweek", date(2026, 11, 28))
    zonder = browser.post(url, {"wordt": "niet_geschikt", "versie": 2})
    assert "Kies waarom het niet geschikt was." in zonder.content.decode()
    browser.post(url, {"wordt": "niet_geschikt", "waarom": "taal", "nota": "", "versie": 2})
    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.reden) == ("niet_geschikt", "taal")
    klaar = browser.post(url, {"wordt": "gestart", "versie": 3})
    assert klaar.status_code == 200  # finished: shown, not changed
    voorstel.refresh_from_db()
    assert voorstel.status == "niet_geschikt"
    verloop = tekst(browser, "match:match_detail", client.pk)
    assert "Het Nederlands is nog niet genoeg" in verloop


def test_wie_te_laat_is_verliest_niets(client, plek, als, an, griet):
    """Griet opened it before An moved it: first she gets both, later An has finished it."""
    voorstel = maak_voorstel(client, plek, an, nota="Eerste")
    url = reverse("match:voorstel_edit", args=[client.pk, voorstel.pk])
    begin = als(griet).get(url).context["form"]["begin"].value()
    als(an).post(url, {"wordt": "proefweek", "proef_van": OP, "proef_einde": OP, "nota": "Van An", "versie": 1})
    stapel = {"wordt": "niet_geschikt", "waarom": "uren", "nota": "Van Griet", "begin": begin}
    samen = als(griet).post(url, {**stapel, "versie": 1})
    assert samen.status_code == 409
    assert {"Van An", "Van Griet"} <= {woord for woord in ("Van An", "Van Griet") if woord in samen.content.decode()}
    voorstel.refresh_from_db()
    assert voorstel.status == "proefweek"
    als(an).post(url, {"wordt": "gestart", "nota": "Van An", "versie": 2})
    laat = als(griet).post(url, {**stapel, "versie": 2}).content.decode()
    assert "Een collega rondde dit voorstel intussen af" in laat
    assert "Van Griet" in laat
    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.nota) == ("gestart", "Van An")


def test_een_tweede_voorstel_zegt_waarom_niet(client, plek, als, an):
    maak_voorstel(client, plek, an)
    antwoord = als(an).post(reverse("match:voorstel_create", args=[client.pk, plek.pk]), {"nota": ""})
    assert "Er loopt al een voorstel voor deze cliënt op deze plek." in antwoord.content.decode()
    assert Voorstel.objects.count() == 1


def test_een_plek_van_een_ander_ocmw_bestaat_hier_niet(client, als, an, carla):
    vreemd = maak_plek(carla.ocmw, carla, "Vreemd")
    assert als(an).get(reverse("match:voorstel_create", args=[client.pk, vreemd.pk])).status_code == 404
    assert "Vreemd" not in tekst(als(an), "match:match_detail", client.pk)
