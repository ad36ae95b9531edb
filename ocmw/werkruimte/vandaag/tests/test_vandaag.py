"""Vandaag: what must be done, for whom, why; nothing of somebody else, and the same price on a bad morning."""

import json
import re
from datetime import timedelta
from typing import ClassVar

import pytest
from django.core.cache import cache

from clienten.actions import wijzig_client
from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van, nu, vandaag
from ocmw.regels.opzoeken import regelboek
from ocmw.termijnen.models import Termijn
from trajecten.beloften import ACTIEPUNT, CONTACT
from trajecten.models import Afspraak


def termijn(client, wie, dagen, **velden):
    return Termijn.objects.create(
        client=client,
        ocmw=client.ocmw,
        verantwoordelijke=wie,
        vervalt_op=vandaag() + timedelta(days=dagen),
        geopend_op=vandaag() - timedelta(days=60),
        **{"soort": ACTIEPUNT, "sleutel": f"{client.pk}:{dagen}", **velden},
    )


def mensen(antwoord):
    """Per person on the list, in order: the days of the promises and "afspraak" for an appointment."""
    return {
        mens.client: [feit.op if feit.termijn else "afspraak" for feit in mens.feiten]
        for groep in antwoord.context["lijst"].groepen
        for mens in groep.mensen
    }


def test_een_rij_per_mens_een_lijn_per_feit(an, bert, als):
    client = maak_client(bert, coach=an)
    for dagen in (7, 8, 0, -3):
        termijn(client, an, dagen)
    termijn(client, bert, -1)
    op = vandaag()
    antwoord = als(an).get("/")
    assert mensen(antwoord) == {client: [op - timedelta(days=3), op, op + timedelta(days=7)]}
    assert (antwoord.context["lijst"].aantal, antwoord.context["lijst"].te_laat) == (1, 1)
    assert "1 mens ·" in antwoord.text
    assert "+1 meer" in antwoord.text


def test_eerst_de_afspraken_van_vandaag_dan_wat_het_langst_te_laat_is(an, als):
    week, kort, lang, komt = (maak_client(an, coach=an) for _ in range(4))
    termijn(week, an, 5)
    termijn(kort, an, -2)
    termijn(lang, an, -9)
    Afspraak.objects.create(
        client=komt, medewerker=an, begint_op=begin_van(vandaag()) + timedelta(hours=23, minutes=50)
    )
    assert list(mensen(als(an).get("/"))) == [komt, lang, kort, week]


def test_een_afgewerkte_termijn_is_weg(an, als):
    gedaan = termijn(maak_client(an), an, -3)
    Termijn.objects.filter(pk=gedaan.pk).update(gesloten_op=vandaag(), voldaan=True)
    assert "Niets dat wacht" in als(an).get("/").content.decode()


def test_elk_punt_heeft_een_zin_een_reden_en_een_volgende_stap(an, als):
    client = maak_client(an, achternaam="Adam", geboortedatum=vandaag().replace(year=1980, day=1))
    termijn(client, an, -2, soort=CONTACT)
    termijn(client, an, -1, onderwerp="attest opvragen")
    tekst = als(an).get("/").content.decode()
    assert "Al een tijd geen contact" in tekst
    assert "In deze fase hoort er vaker contact te zijn." in tekst
    assert f"/clienten/{client.pk}/gesprekken/nieuw/" in tekst
    assert "Actiepunt: attest opvragen" in tekst
    assert "2 dagen te laat" in tekst
    assert f"{client.geboortedatum:%d/%m/%Y}" in tekst


def test_een_lange_lijst_heeft_een_plafond_en_zegt_hoeveel_er_nog_zijn(an, als):
    for _ in range(28):
        termijn(maak_client(an), an, -5)
    antwoord = als(an).get("/")
    assert (len(mensen(antwoord)), antwoord.context["lijst"].aantal, antwoord.context["lijst"].te_laat) == (25, 28, 28)
    assert "Toon ook de andere 3" in antwoord.text


class TestTeam:
    def test_de_coordinator_ziet_het_team_per_begeleider(self, an, bert, griet, carla, als):
        van_an, los = maak_client(bert, coach=an), maak_client(bert)
        maak_client(carla)
        termijn(van_an, an, -4)
        termijn(los, None, -2)
        antwoord = als(griet).get("/")
        groepen = {groep.naam: groep.te_laat for groep in antwoord.context["lijst"].groepen}
        assert groepen["An Claes"] >= 1
        assert groepen["Zonder trajectbegeleider"] >= 1
        assert set(mensen(antwoord)) >= {van_an, los}
        assert mensen(als(griet).get("/?lijst=mijn")) == {}

    def test_wie_niet_stuurt_krijgt_de_lijst_van_het_team_niet(self, an, lies_termijn, als):
        assert mensen(als(an).get("/?lijst=team")) == {}

    @pytest.fixture
    def lies_termijn(self, bert):
        termijn(maak_client(bert), bert, -4)


class TestTerPlaatse:
    HTMX: ClassVar = {"HTTP_HX_REQUEST": "true"}

    def test_klaar_zegt_het_en_geeft_de_weg_terug(self, an, als):
        punt = termijn(maak_client(an, coach=an), an, -3)
        browser = als(an)
        antwoord = browser.post(f"/termijnen/{punt.pk}/klaar/", {"naar": "/"}, **self.HTMX)
        assert json.loads(antwoord["HX-Trigger"]) == {"dossier-gewijzigd": {"client": punt.client_id}}
        assert "Ongedaan maken" in antwoord.text
        rij = browser.get(f"/vandaag/mens/?client={punt.client_id}")
        assert f'id="mens-{punt.client_id}"' in rij.text
        assert [t.pk for t in rij.context["klaar"]] == [punt.pk]
        terug = browser.post(f"/termijnen/{punt.pk}/herstellen/", **self.HTMX)
        assert "Ongedaan gemaakt" in terug.text
        punt.refresh_from_db()
        assert (punt.gesloten_op, punt.voldaan, punt.voldaan_door) == (None, False, None)
        assert browser.get("/").context["klaar"] == []

    def test_wat_een_collega_afwerkte_maakt_niemand_anders_ongedaan(self, an, bert, als):
        punt = termijn(maak_client(bert, coach=an), an, -3, soort=CONTACT)
        Termijn.objects.filter(pk=punt.pk).update(gesloten_op=vandaag(), voldaan=True, voldaan_door=bert)
        antwoord = als(an).post(f"/termijnen/{punt.pk}/herstellen/", **self.HTMX)
        assert "Ongedaan maken kan alleen wie het deed" in antwoord.text
        punt.refresh_from_db()
        assert punt.gesloten_op == vandaag()

    def test_een_uitstel_en_terug(self, an, als):
        punt = termijn(maak_client(an, coach=an), an, -3)
        was, browser = punt.vervalt_op, als(an)
        antwoord = browser.post(
            f"/termijnen/{punt.pk}/uitstellen/", {"tot": str(vandaag() + timedelta(days=7)), "naar": "/"}, **self.HTMX
        )
        zegel = re.search(r'name="zegel" value="([^"]+)"', antwoord.text)[1]
        punt.refresh_from_db()
        assert punt.uitgesteld_tot == vandaag() + timedelta(days=7)
        geknoeid = browser.post(f"/termijnen/{punt.pk}/herstellen/", {"zegel": zegel + "x"}, **self.HTMX)
        assert "kan je niet meer ongedaan maken" in geknoeid.text
        ander = termijn(punt.client, an, -2)
        assert (
            "andere termijn" in browser.post(f"/termijnen/{ander.pk}/herstellen/", {"zegel": zegel}, **self.HTMX).text
        )
        browser.post(f"/termijnen/{punt.pk}/herstellen/", {"zegel": zegel}, **self.HTMX)
        punt.refresh_from_db()
        assert (punt.vervalt_op, punt.uitgesteld_tot, punt.uitstelreden) == (was, None, "")

    def test_lang_uitstellen_vraagt_een_reden(self, an, als):
        punt = termijn(maak_client(an, coach=an), an, -3)
        antwoord = als(an).post(
            f"/termijnen/{punt.pk}/uitstellen/", {"tot": str(vandaag() + timedelta(days=8))}, **self.HTMX
        )
        assert "Schrijf kort waarom je zo lang uitstelt." in antwoord.text

    def test_een_rij_van_een_ander_ocmw_is_er_niet(self, an, carla, als):
        ver = maak_client(carla)
        termijn(ver, carla, -3)
        assert als(an).get(f"/vandaag/mens/?client={ver.pk}").status_code == 404


class TestAfspraken:
    def maak(self, client, wie, begint, **velden):
        return Afspraak.objects.create(client=client, medewerker=wie, begint_op=begint, **velden)

    def test_voorbij_vandaag_en_later(self, an, als):
        client = maak_client(an)
        self.maak(client, an, nu() - timedelta(days=1))
        self.maak(client, an, begin_van(vandaag()) + timedelta(hours=23, minutes=59))
        self.maak(client, an, begin_van(vandaag() + timedelta(days=1)) + timedelta(hours=9))
        self.maak(client, an, nu() + timedelta(days=12))
        ((mens,),) = [groep.mensen for groep in als(an).get("/").context["lijst"].groepen]
        assert sorted((feit.op - vandaag()).days for feit in mens.feiten if feit.afspraak) == [0, 0, 1]
        assert sum(feit.voorbij for feit in mens.feiten) == 1

    def test_niet_die_van_een_collega_en_niet_wat_is_afgezegd(self, an, bert, als):
        client = maak_client(bert, coach=an)
        self.maak(client, bert, nu() + timedelta(hours=30))
        self.maak(client, an, nu() + timedelta(hours=31), status="afgezegd")
        assert mensen(als(an).get("/")) == {}

    def test_wie_tolk_nodig_heeft_ziet_je_vooraf(self, an, als):
        client = maak_client(an, tolk_nodig=True, taal="Tigrinya")
        self.maak(client, an, nu() + timedelta(days=1))
        tekst = als(an).get("/").content.decode()
        assert "tolk nodig" in tekst
        assert "Tigrinya" in tekst


class TestBewogen:
    def test_toont_wat_collegas_deden_bij_mijn_clienten(self, an, bert, als):
        van_mij = maak_client(bert, coach=an, achternaam="Gevolgd")
        maak_client(bert, achternaam="Ongevolgd")
        bewogen = als(an).get("/").context["bewogen"]
        assert [(b.client, b.wie) for b in bewogen] == [(van_mij, "Bert Maes")]

    def test_niet_wat_ik_zelf_deed(self, an, als):
        maak_client(an)
        assert als(an).get("/").context["bewogen"] == []

    def test_hetzelfde_staat_er_een_keer(self, an, bert, als):
        client = maak_client(bert, coach=an)
        for naam in ("Eva", "Ewa"):
            client = Client.objects.get(pk=client.pk)
            client.voornaam = naam
            wijzig_client(client, ["voornaam"], door=bert, op=vandaag())
        (beweging,) = als(an).get("/").context["bewogen"]
        assert beweging.wat.count("wijzigde de gegevens van de cliënt") == 1

    def test_de_coordinator_ziet_het_team_maar_niet_een_ander_ocmw(self, griet, an, carla, als):
        hier = maak_client(an)
        maak_client(carla)
        assert {b.client for b in als(griet).get("/").context["bewogen"]} == {hier}


def test_laatst_geopend_staat_op_volgorde_zonder_dubbels(an, als):
    een, twee = maak_client(an), maak_client(an)
    browser = als(an)
    for client in (een, twee, een):
        browser.get(client.get_absolute_url())
    assert browser.get("/").context["geopend"] == [een, twee]


def test_een_dossier_dat_je_niet_meer_ziet_verdwijnt_uit_laatst_geopend(an, carla, als):
    weg = maak_client(carla)
    Journaalregel.objects.create(
        soort="inzage", wat="dossier_bekeken", medewerker_id=an.pk, medewerker_naam=an.naam, rol=an.rol, client_id=weg.pk
    )  # fmt: skip
    assert als(an).get("/").context["geopend"] == []


@pytest.mark.parametrize("rol", ["leo", "bea"])
def test_zonder_dossiers_geen_clientgegevens(rol, an, als, request):
    maak_client(an, achternaam="Geheim")
    medewerker = request.getfixturevalue(rol)
    antwoord = als(medewerker).get("/")
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert "Geheim" not in tekst
    assert f"Welkom, {medewerker.voornaam}" in tekst
    assert "Zoek een cliënt" not in tekst


def test_de_coordinator_ziet_hoeveel_er_wacht(griet, bert, als):
    maak_client(bert)
    delen = {deel["label"]: deel["aantal"] for deel in als(griet).get("/").context["team"]}
    assert delen["Zonder trajectbegeleider"] == "1"


@pytest.mark.parametrize("aantal", [1, 30])
def test_een_drukke_dag_kost_evenveel_queries(an, bert, als, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        client = maak_client(bert, coach=an)
        maak_traject(client, an)
        Afspraak.objects.create(client=client, medewerker=an, begint_op=nu() + timedelta(days=1, minutes=nummer))
        for dagen in (-2, 0, 2):
            termijn(client, an, dagen)
    browser = als(an)
    browser.get(client.get_absolute_url())
    cache.clear()
    regelboek()
    # session, user, across the border, bell, promises, appointments, done today, team, moved, opened, their names,
    # who has a window of 24 months (with one: its contracts and what interrupts them)
    with django_assert_num_queries(12):
        browser.get("/")
