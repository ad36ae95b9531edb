"""The screens of the rules: read, change with a form that fits, look, publish, withdraw."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html as lxml_html
from openpyxl import load_workbook

from ocmw.gereedschap.testing.formulier import velden_van, zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_regels import keur_goed, maak_regelconcept, met_impact
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.sleutels import beginwaarden
from ocmw.werkruimte.beheer.actions import zet_installatierecht

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
DAG = date(2027, 3, 1)
LIJST = reverse("beheer:regel_list")


def adres(naam, *args):
    return reverse(f"beheer:{naam}", args=args)


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


@pytest.fixture(autouse=True)
def _met_installatierecht(request):
    """What a form does is asked here; who may change which rule stands in test_wettelijke_regels.py."""
    for naam in {"griet", "bea"} & set(request.fixturenames):
        zet_installatierecht(request.getfixturevalue(naam), heeft=True)


@pytest.fixture
def dossier(an):
    client = maak_client(an, voornaam="Roza", achternaam="Kanarie")
    vandaag_ = vandaag()
    maak_contract(client, an, van=vandaag_ - timedelta(days=30), laatste_dag=vandaag_ + timedelta(days=400))
    return client


@pytest.fixture
def concept(dossier, griet):
    waarde = [{"tot_leeftijd": None, "dagen": 468, "maanden": 36}]
    dag = vandaag() + timedelta(days=1)
    return met_impact(maak_regelconcept("rva.toelating", griet, waarde=waarde, geldig_van=dag), griet)


def test_de_lijst_toont_waarden_in_woorden(griet, als):
    pagina = tekst(als(griet).get(LIJST))
    assert "jonger dan" not in pagina, "de trappen van voor 2026 gelden niet meer"
    assert "voor elke leeftijd 312 dagen in 36 maanden" in pagina
    assert "90, 60 en 30 dagen vooraf" in pagina
    assert "Fase 1: 30 dagen" in pagina
    assert "Geen openbare bron" in pagina
    assert "tot_leeftijd" not in pagina
    assert "{&#x27;" not in pagina


@pytest.mark.parametrize(
    ("vraag", "wel", "niet"),
    [
        ("q=uitkering", "Dagen te bewijzen voor een uitkering", "Duur van de tijdelijke werkervaring"),
        ("onderwerp=twe", "Duur van de tijdelijke werkervaring", "Cliënten per mentor"),
        ("toon=aanname", "Cliënten per mentor", "Duur van de tijdelijke werkervaring"),
        ("toon=concept", "Geen regels gevonden", "Cliënten per mentor"),
    ],
)
def test_zoeken_en_filteren(griet, als, vraag, wel, niet):
    pagina = tekst(zoek(als(griet), f"{LIJST}?{vraag}"))
    assert wel in pagina
    assert niet not in pagina


def test_de_lijst_kost_evenveel_met_meer_regels(griet, als):
    browser = als(griet)
    browser.get(LIJST)

    def kost():
        with CaptureQueriesContext(connection) as queries:
            browser.get(LIJST)
        return len(queries)

    voor = kost()
    Regelset.objects.bulk_create(Regelset(sleutel=f"proef.{n}", waarde=n, geldig_van=DAG, bron="x") for n in range(30))
    assert kost() == voor <= 8


def test_een_regel_toont_zijn_geschiedenis_en_de_dagsoorten_als_tabel(griet, als):
    pagina = tekst(als(griet).get(adres("regel_detail", "rva.gelijkgesteld")))
    assert pagina.count("<table") == 2
    assert "Ziekte betaald door ziekenfonds of verzekeraar" in pagina
    assert "kwam mee met de installatie" in pagina
    assert als(griet).get(adres("regel_detail", "bestaat.niet")).status_code == 404


def test_een_bron_met_een_adres_is_een_link(griet, als):
    Regelset.objects.filter(sleutel="twe.max_maanden").update(bron="decreet, https://codex.example/1?a=1&b=2")
    pagina = tekst(als(griet).get(adres("regel_detail", "twe.max_maanden")))
    assert (
        'decreet, <a href="https://codex.example/1?a=1&amp;b=2" rel="noreferrer noopener">codex.example/1 <i' in pagina
    )


def test_geen_bladzijde_over_regels_spelt_een_adres_uit(griet, als):
    sleutels = {sleutel for sleutel, begin in beginwaarden() if "https://" in begin.bron}
    for url in (adres("regel_list"), *(adres("regel_detail", sleutel) for sleutel in sorted(sleutels))):
        pagina = lxml_html.fromstring(als(griet).get(url).content).find(".//main")
        assert pagina.xpath(".//a[starts-with(@href, 'https://')]"), url
        assert "://" not in pagina.text_content(), url


def test_van_kopie_tot_gepubliceerd(griet, als):
    browser = als(griet)
    antwoord = browser.post(adres("regelconcept_create", "mentorlink.geldig_dagen"), follow=True)
    concept = Regelconcept.objects.get()
    form = antwoord.context["form"]
    leeg = browser.post(adres("regelconcept_edit", concept.pk), velden_van(form, waarde="18"))
    assert leeg.context["form"].errors["bron"], "een bron is verplicht"
    data = velden_van(form, waarde="18", bron="decreet van 2027", geldig_van="2027-03-01")
    assert browser.post(adres("regelconcept_edit", concept.pk), data).status_code == 302
    concept.refresh_from_db()
    assert (concept.waarde, concept.bron, concept.geldig_van) == (18, "decreet van 2027", DAG)
    wacht = tekst(browser.get(adres("regelconcept_publiceren", concept.pk)))
    assert "Bekijk eerst wat er verandert" in wacht
    assert "Publiceer vanaf" not in wacht
    met_impact(concept, griet)
    klaar = browser.get(adres("regelconcept_publiceren", concept.pk))
    assert "Geen enkele datum in een open dossier verandert." in tekst(klaar)
    browser.post(adres("regelconcept_publiceren", concept.pk), velden_van(klaar.context["form"]))
    assert Regelset.objects.get(sleutel="mentorlink.geldig_dagen", geldig_van=DAG).gepubliceerd_door == griet
    detail = tekst(browser.get(adres("regel_detail", "mentorlink.geldig_dagen")))
    assert "door Griet Wouters" in detail
    assert "Komt nog" in detail


def test_wie_een_oude_bladzijde_voor_zich_heeft_publiceert_niets(concept, griet, als):
    browser = als(griet)
    form = browser.get(adres("regelconcept_publiceren", concept.pk)).context["form"]
    oud = velden_van(form)
    Regelconcept.objects.update(versie=concept.versie + 1, impact_versie=concept.versie + 1)
    pagina = browser.post(adres("regelconcept_publiceren", concept.pk), oud, follow=True)
    assert "Dat is nu nog niet berekend" in tekst(pagina) or "intussen" in tekst(pagina)
    assert Regelset.objects.filter(sleutel="rva.toelating").count() == 2


def test_in_het_verleden_vraagt_een_vinkje(griet, als):
    dag = vandaag() - timedelta(days=10)
    concept = met_impact(maak_regelconcept("mentorlink.geldig_dagen", griet, waarde=18, geldig_van=dag), griet)
    browser, url = als(griet), adres("regelconcept_publiceren", concept.pk)
    form = browser.get(url).context["form"]
    assert "al voorbij" in tekst(browser.post(url, velden_van(form), follow=True))
    browser.post(url, velden_van(form, terugwerkend="on"))
    assert Regelset.objects.filter(geldig_van=dag).exists()


def test_trappen_in_een_tabel(griet, als):
    browser = als(griet)
    browser.post(adres("regelconcept_create", "rva.toelating"))
    concept = Regelconcept.objects.get()
    url = adres("regelconcept_edit", concept.pk)
    form = browser.get(url).context["form"]
    fout = velden_van(form, bron="x", waarde__0__tot_leeftijd="36")
    assert "Laat de leeftijd in de laatste rij leeg" in tekst(browser.post(url, fout))
    goed = fout | {"waarde__1__dagen": "468", "waarde__1__maanden": "36"}
    assert browser.post(url, goed).status_code == 302
    concept.refresh_from_db()
    assert concept.waarde == [
        {"tot_leeftijd": 36, "dagen": 312, "maanden": 36},
        {"tot_leeftijd": None, "dagen": 468, "maanden": 36},
    ]
    half = velden_van(browser.get(url).context["form"], waarde__1__dagen="")
    antwoord = browser.post(url, half)
    assert antwoord.context["form"].errors["waarde__1__dagen"] == ["Vul een getal in."]


def test_dagsoorten_met_keuze_vinkje_en_zin(griet, als):
    browser = als(griet)
    browser.post(adres("regelconcept_create", "rva.gelijkgesteld"))
    concept = Regelconcept.objects.get()
    url = adres("regelconcept_edit", concept.pk)
    data = velden_van(browser.get(url).context["form"], bron="x", waarde__opleiding__telt="gelijkgesteld")
    assert browser.post(url, data).status_code == 302
    eerst, concept = concept.waarde, Regelconcept.objects.get()
    opleiding = {"telt": "gelijkgesteld", "eerste_dagen": None, "zin": eerst["opleiding"]["zin"]}
    assert concept.waarde == eerst | {"opleiding": opleiding}
    leeg = browser.post(url, data | {"waarde__opleiding__zin": "", "waarde__opleiding__telt": "misschien"})
    assert {"waarde__opleiding__zin", "waarde__opleiding__telt"} <= set(leeg.context["form"].errors)


@pytest.mark.parametrize(
    ("sleutel", "anders", "waarde"),
    [
        ("twe.waarschuwing_dagen", {"waarde": "120, 60"}, [120, 60]),
        ("twe.opschorting_telt", {"waarde": "on"}, True),
        ("twe.inspanningsvergoeding", {"waarde__maand": "254,35"}, {"maand": "254.35", "jaar": 3000}),
        ("traject.stilte_dagen", {"waarde__nazorg": "60"}, {"1": 30, "2": 21, "3": 21, "4": 45, "5": 21, "nazorg": 60}),
        ("werkbezoek.schema", {"waarde__weken": "1, 3"}, {"weken": [1, 3], "maanden": [1], "daarna_elke_maanden": 1}),
    ],
)
def test_elke_vorm_heeft_zijn_formulier(griet, als, sleutel, anders, waarde):
    browser = als(griet)
    browser.post(adres("regelconcept_create", sleutel))
    url = adres("regelconcept_edit", Regelconcept.objects.get().pk)
    antwoord = browser.post(url, velden_van(browser.get(url).context["form"], bron="x", **anders))
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    assert Regelconcept.objects.get().waarde == waarde


@pytest.mark.parametrize("tekst_", ["", "negentig", "30, 60", "60, 60", "-5"])
def test_een_rij_getallen_met_een_fout_krijgt_een_zin(griet, als, tekst_):
    browser = als(griet)
    browser.post(adres("regelconcept_create", "twe.waarschuwing_dagen"))
    url = adres("regelconcept_edit", Regelconcept.objects.get().pk)
    antwoord = browser.post(url, velden_van(browser.get(url).context["form"], bron="x", waarde=tekst_))
    assert antwoord.context["form"].errors["waarde"]


def test_twee_mensen_in_hetzelfde_concept_zien_beide_waarden(concept, griet, bea, als):
    url = adres("regelconcept_edit", concept.pk)
    mijn, hun = als(griet), als(bea)
    oud = velden_van(hun.get(url).context["form"])
    nieuw = velden_van(mijn.get(url).context["form"], waarde__0__dagen="400")
    assert mijn.post(url, nieuw).status_code == 302
    botsing = hun.post(url, oud | {"waarde__0__dagen": "500"})
    assert botsing.status_code == 409
    assert "intussen gewijzigd" in tekst(botsing)


def test_intrekken(concept, griet, als):
    als(griet).post(adres("regelconcept_intrekken", concept.pk))
    concept.refresh_from_db()
    assert concept.status == "ingetrokken"
    assert als(griet).get(adres("regelconcept_edit", concept.pk)).status_code == 302


def test_een_tweede_kopie_brengt_je_bij_het_concept_dat_er_is(concept, griet, als):
    antwoord = als(griet).post(adres("regelconcept_create", "rva.toelating"), follow=True)
    assert antwoord.context["concept"].pk == concept.pk
    assert "staat al een concept klaar" in tekst(antwoord)


# --- wat verandert er ---------------------------------------------------------------------------
def impact(concept, vraag=""):
    return f"{reverse('regelimpact:regelimpact', args=[concept.pk])}{vraag}"


def test_nu_en_straks_naast_elkaar(concept, griet, als):
    pagina = tekst(als(griet).get(impact(concept)))
    assert "Kanarie" in pagina
    assert "312 dagen" in pagina
    assert "468 dagen" in pagina
    assert "156 meer" in pagina
    assert "In 1 dossier verandert er iets." in pagina


@pytest.mark.parametrize(
    ("vraag", "aantal"), [("?soort=dagen", 1), ("?richting=minder", 0), ("?q=kana&soort=dagen", 1), ("?q=xyz", 0)]
)
def test_filteren_op_wat_hoe_en_naam(concept, griet, als, vraag, aantal):
    assert zoek(als(griet), impact(concept, vraag)).context["pagina"].aantal == aantal


def test_chips_met_aantallen_en_elke_naam_een_keer(concept, griet, als):
    antwoord = als(griet).get(impact(concept, "?richting=meer"))
    assert [(chip["label"], chip["aantal"], chip["aan"]) for chip in antwoord.context["chips"]] == [
        ("Alles", 1, True),
        ("Dagen te bewijzen", 1, False),
    ]
    alles = als(griet).get(impact(concept))
    assert alles.context["pagina"].aantal >= 2
    assert tekst(alles).count('class="naam"') == 1


@pytest.mark.parametrize("sortering", ["naam", "-naam", "voor", "-na", "verschil", "-verschil", "onzin"])
def test_sorteren(concept, griet, als, sortering):
    assert als(griet).get(impact(concept, f"?sorteer={sortering}")).context["pagina"].aantal >= 2


def test_een_beheerder_ziet_alleen_aantallen(concept, bea, als):
    pagina = tekst(als(bea).get(impact(concept)))
    assert "Alleen aantallen" in pagina
    assert "In 1 dossier verandert er iets." in pagina
    assert "Kanarie" not in pagina
    assert als(bea).get(reverse("regelimpact:regelimpact_uitvoer", args=[concept.pk])).status_code == 403


def test_een_ander_ocmw_ziet_het_aantal_en_geen_naam(concept, mia, als):
    pagina = tekst(als(mia).get(impact(concept)))
    assert "In 1 dossier verandert er iets." in pagina
    assert "Daarvan bij OCMW Turnhout: 0 dossiers." in pagina
    assert "Kanarie" not in pagina
    assert als(mia).get(impact(concept)).context["pagina"].aantal == 0


def test_naar_excel_met_een_rij_in_het_journaal(concept, griet, als):
    antwoord = als(griet).get(reverse("regelimpact:regelimpact_uitvoer", args=[concept.pk]) + "?soort=dagen")
    blad = load_workbook(BytesIO(antwoord.content)).active
    assert [cel.value for cel in blad[2]][1:2] == ["Kanarie"]
    assert [cel.value for cel in blad[2]][5:10] == ["Dagen te bewijzen", "312 dagen", "468 dagen", 156, "meer"]
    assert blad.max_row == 2
    assert Journaalregel.objects.get(wat="lijst_geexporteerd").details["aantal"] == 1


def test_een_halve_berekening_wordt_niet_getoond(concept, griet, als):
    Regelconcept.objects.update(impact_klaar_op=None)
    antwoord = als(griet).get(impact(concept))
    assert antwoord.context["pagina"].aantal == 0
    assert "Nog niet berekend" in tekst(antwoord)


def test_de_bladzijde_kost_evenveel_met_veel_rijen(concept, griet, an, als):
    browser = als(griet)
    browser.get(impact(concept))

    def kost():
        with CaptureQueriesContext(connection) as queries:
            browser.get(impact(concept))
        return len(queries)

    voor = kost()
    for _ in range(10):
        maak_contract(maak_client(an), an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=300))
    met_impact(concept, griet)
    assert kost() == voor <= 11


def test_na_het_publiceren_blijft_de_lijst_te_lezen(concept, griet, mia, als):
    keur_goed(concept, van=griet, tweede=mia)
    assert "Kanarie" in tekst(als(griet).get(impact(concept)))


@pytest.mark.parametrize("sleutel", ["twe.max_maanden", "traject.stilte_dagen"])
def test_wie_in_een_dossier_op_een_regel_klikt_leest_ze(an, als, sleutel):
    """A rule is shown by its name; its page says value, dates and source to everybody who works here, and no button."""
    pagina = tekst(als(an).get(adres("regel_detail", sleutel)))
    assert sleutel not in pagina, "de naam, niet de code"
    assert "kwam mee met de installatie" in pagina
    assert "Geen openbare bron" not in pagina
    assert "Kopieer naar een concept" not in pagina
    assert "Zonder openbare bron" not in tekst(als(an).get(LIJST))
