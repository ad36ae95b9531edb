"""The caseload: who sees whom, each filter once, sorting, paging, and a price that does not grow."""

import re
from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.core.cache import cache

from clienten.models import Stand
from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels.opzoeken import regelboek
from trajecten.twe.models import Werkervaring

URL = "/clienten/"


def namen(antwoord):
    return [rij.achternaam for rij in antwoord.context["rijen"]]


def test_toont_alleen_het_eigen_ocmw(an, carla, als):
    maak_client(an, achternaam="Aalsters")
    maak_client(carla, achternaam="Turnhouts")
    assert namen(als(an).get(URL)) == ["Aalsters"]


def test_een_partner_toont_alleen_wie_is_toegewezen(oona, carla, samenwerking, als):
    maak_client(oona, achternaam="Gevolgd", coach=carla)
    maak_client(oona, achternaam="Ongevolgd")
    antwoord = als(carla).get(URL)
    assert namen(antwoord) == ["Gevolgd"]
    assert "zie je alleen de cliënten die aan" in antwoord.content.decode()


@pytest.mark.parametrize("rol", ["leo", "bea"])
def test_zonder_recht_geen_caseload(rol, als, request):
    assert als(request.getfixturevalue(rol)).get(URL).status_code == 403


class TestFilters:
    @pytest.fixture
    def mensen(self, an, bert):
        stil = maak_client(bert, achternaam="Stil", coach=an, taal="Arabisch")
        maak_traject(stil, an, op=vandaag() - timedelta(days=90))
        werkt = maak_client(bert, achternaam="Werkt", coach=an)
        maak_traject(werkt, an)
        maak_gesprek(werkt, an)
        maak_contract(werkt, an, van=vandaag() - timedelta(days=10), laatste_dag=vandaag() + timedelta(days=40))
        maak_client(bert, achternaam="Zonder")

    @pytest.mark.parametrize(
        ("vraag", "verwacht"),
        [
            ("", ["Stil", "Werkt"]),  # nothing asked: mine, first what must happen now
            ("mijn=false", ["Stil", "Werkt", "Zonder"]),
            ("sorteer=naam", ["Stil", "Werkt", "Zonder"]),
            ("mijn=on", ["Stil", "Werkt"]),
            ("zonder_coach=on", ["Zonder"]),
            ("actie=on", ["Stil", "Werkt"]),
            ("stilte=on", ["Stil"]),
            ("einde=on", ["Werkt"]),
            ("stap=11", ["Stil", "Werkt"]),
            ("taal=Arabisch", ["Stil"]),
            ("q=we", ["Werkt"]),
            ("q=STÍ", ["Stil"]),
            ("stap=onzin", ["Stil", "Werkt", "Zonder"]),
            ("sorteer=-naam", ["Zonder", "Werkt", "Stil"]),
            # A list sorted on a day hides nobody: who has no such day comes last, in either direction.
            ("sorteer=contact", ["Werkt", "Stil", "Zonder"]),
            ("sorteer=-contact", ["Werkt", "Zonder", "Stil"]),
            ("sorteer=einde", ["Werkt", "Stil", "Zonder"]),
        ],
    )
    def test_elk_filter(self, mensen, an, als, vraag, verwacht):
        assert namen(zoek(als(an), f"{URL}?{vraag}")) == verwacht

    def test_filter_op_coach(self, mensen, an, als):
        assert namen(als(an).get(f"{URL}?coach={an.pk}")) == ["Stil", "Werkt"]

    def test_een_vreemde_coach_verruimt_niets(self, mensen, an, carla, als):
        maak_client(carla)
        assert set(namen(als(an).get(f"{URL}?coach={carla.pk}"))) <= {"Stil", "Werkt", "Zonder"}

    def test_chips_tellen(self, mensen, an, als):
        chips = {chip["naam"]: chip["aantal"] for chip in als(an).get(URL).context["chips"]}
        assert chips == {"mijn": 2, "zonder_coach": 1, "actie": 2, "einde": 1, "stilte": 1}

    def test_het_bord_heeft_een_kolom_per_stap(self, mensen, an, als):
        kolommen = {k["stap"].value: len(k["kaarten"]) for k in als(an).get("/clienten/bord/").context["kolommen"]}
        assert (kolommen[0], kolommen[11], kolommen[15]) == (1, 2, 0)


def test_de_chip_mijn_leidt_naar_iedereen_en_terug(an, bert, als):
    maak_client(bert, achternaam="Mijn", coach=an)
    maak_client(bert, achternaam="Anders")
    browser = als(an)
    begin = browser.get(URL)
    assert namen(begin) == ["Mijn"]
    chip = next(chip for chip in begin.context["chips"] if chip["naam"] == "mijn")
    assert (chip["aan"], chip["url"]) == (True, "/clienten/?mijn=false")
    assert set(namen(browser.get(chip["url"]))) == {"Mijn", "Anders"}
    zonder_eigen = als(bert).get(URL)
    assert set(namen(zonder_eigen)) == {"Mijn", "Anders"}


def test_rood_is_wat_te_laat_is_en_van_mij(an, bert, griet, als):
    client = maak_client(bert, achternaam="Laat", coach=an)
    maak_traject(client, an, op=vandaag() - timedelta(days=200))
    van_an, van_griet = (als(wie).get(f"{URL}?mijn=false").text.split("<tbody>")[1] for wie in (an, griet))
    assert "status-te_laat" in van_an
    assert "status-te_laat" not in van_griet
    assert "maanden te laat" in van_griet


def test_de_band_in_de_rij_heeft_de_blokken_van_de_grote(an, als):
    client = maak_client(an, coach=an)
    Werkervaring.objects.create(client=client, start=vandaag() - timedelta(days=95), geregistreerd_door=an)
    maak_contract(client, an, van=vandaag() - timedelta(days=90), laatste_dag=vandaag() + timedelta(days=270))
    groot, rij = als(an).get(client.get_absolute_url()).text, als(an).get(URL).text
    klein = rij.split('maat-16"')[1].split("</svg>")[0]
    groot = groot.split('maat-72"')[1].split("</svg>")[0]
    blokken = re.findall(r'class="band-(?:werk|nazorg)" x="([\d.]+)"(?: y="\d+")? width="([\d.]+)"', groot)
    assert blokken
    assert re.findall(r'class="band-(?:werk|nazorg)" x="([\d.]+)" y="0" width="([\d.]+)"', klein) == blokken
    assert "De 24 maanden lopen" in klein


def test_bladeren(an, als):
    for nummer in range(30):
        maak_client(an, achternaam=f"Naam{nummer:02d}")
    browser = als(an)
    assert len(namen(browser.get(URL))) == 25
    assert namen(browser.get(f"{URL}?pagina=2")) == [f"Naam{n}" for n in range(25, 30)]
    assert namen(browser.get(f"{URL}?pagina=99")) == [f"Naam{n}" for n in range(25, 30)]


@pytest.mark.parametrize(
    ("url", "queries"), [(f"{URL}?sorteer=naam", 13), (f"{URL}?sorteer=contact", 14), ("/clienten/bord/", 14)]
)
@pytest.mark.parametrize("aantal", [1, 30])
def test_lijst_kost_evenveel_queries(an, als, aantal, url, queries, django_assert_num_queries):
    for _ in range(aantal):
        client = maak_client(an)
        maak_traject(client, an)
        Werkervaring.objects.create(client=client, start=vandaag(), geregistreerd_door=an)
        maak_contract(client, an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=300))
    browser = als(an)
    cache.clear()
    regelboek()
    # session, user, clients across the border, chips, count or counts, rows (of who has no such day: once more), two filter
    # lists; and for the bands the windows, the contracts, what interrupts them, and whether the rules are still the same
    with django_assert_num_queries(queries):
        browser.get(url)


def test_lege_caseload_leert_de_volgende_stap(an, als):
    assert "Nog geen cliënten" in als(an).get(URL).content.decode()
    maak_client(an)
    assert "Geen cliënten met deze filters" in zoek(als(an), f"{URL}?q=zzz").content.decode()


class TestUitvoer:
    def test_is_voor_wie_mag_uitvoeren(self, an, als):
        assert als(an).get("/clienten/uitvoer/").status_code == 403

    def test_bevat_de_gefilterde_rijen_als_tekst(self, griet, an, als):
        client = maak_client(an, achternaam="=1+1", voornaam="Eva")
        maak_client(an, achternaam="Ander")
        antwoord = zoek(als(griet), "/clienten/uitvoer/?q=1")
        blad = openpyxl.load_workbook(BytesIO(antwoord.content)).active
        assert [cel.value for cel in blad[2]][:3] == [client.dossiernummer, "=1+1", "Eva"]
        assert blad["B2"].data_type == "s"
        assert blad.max_row == 2

    def test_laat_per_dossier_een_spoor(self, griet, an, als):
        client = maak_client(an)
        als(griet).get("/clienten/uitvoer/")
        sporen = Journaalregel.objects.filter(wat="lijst_geexporteerd")
        assert sorted(sporen.values_list("client_id", flat=True), key=str) == [client.pk, None]


class TestToewijzen:
    def test_wijst_de_aangevinkte_clienten_toe(self, griet, bert, an, als):
        client = maak_client(bert)
        als(griet).post("/clienten/toewijzen/", {"client": [client.pk], "coach": an.pk})
        assert Stand.objects.get(client=client).coach == an

    def test_raakt_niets_buiten_het_eigen_ocmw(self, griet, an, carla, als):
        vreemd = maak_client(carla)
        als(griet).post("/clienten/toewijzen/", {"client": [vreemd.pk, "x"], "coach": an.pk})
        assert Stand.objects.get(client=vreemd).coach == carla

    def test_zonder_keuze_komt_er_een_zin(self, griet, als):
        antwoord = als(griet).post("/clienten/toewijzen/", {}, follow=True)
        assert "Vink eerst de cliënten aan" in antwoord.content.decode()


def test_wat_een_mens_typte_is_tekst_en_geen_opmaak(an, als):
    """A row is written without a template: what a person typed is escaped in every column that shows it."""
    kwaad = "<b title='x\">&"
    an.voornaam, an.achternaam = kwaad, "Coach"
    an.save()
    client = maak_client(an, voornaam=kwaad, achternaam=kwaad, taal=kwaad)
    Stand.objects.filter(pk=client.pk).update(coach=an, mw=an)
    inhoud = als(an).get("/clienten/").text
    rij = inhoud[inhoud.index("<tr data-rij>") : inhoud.index("</tbody>")]
    assert kwaad not in rij
    assert rij.count("&lt;b title=&#x27;x&quot;&gt;&amp;") == 6
