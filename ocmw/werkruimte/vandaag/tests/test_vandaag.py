"""Vandaag: what must be done, for whom, why; nothing of somebody else, and the same price on a bad morning."""

from datetime import timedelta

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


def stapels(antwoord):
    return {stapel.code: [t.vervalt_op for t in stapel.termijnen] for stapel in antwoord.context["stapels"]}


def test_drie_stapels_van_mijn_eigen_termijnen(an, bert, als):
    client = maak_client(bert, coach=an)
    for dagen in (-3, 0, 7, 8):
        termijn(client, an, dagen)
    termijn(client, bert, -1)
    op = vandaag()
    assert stapels(als(an).get("/")) == {
        "te_laat": [op - timedelta(days=3)],
        "vandaag": [op],
        "binnenkort": [op + timedelta(days=7)],
    }


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


def test_een_lange_rij_houdt_de_rest_van_de_week_zichtbaar(an, als):
    client = maak_client(an)
    for nummer in range(25):
        termijn(client, an, -5, sleutel=f"laat:{nummer}")
    termijn(client, an, 3)
    antwoord = als(an).get("/")
    laat, _, week = antwoord.context["stapels"]
    assert (len(laat.termijnen), laat.aantal, laat.meer) == (12, 25, 13)
    assert week.aantal == 1
    assert "Toon ook de andere 13" in antwoord.content.decode()


class TestAfspraken:
    def maak(self, client, wie, begint, **velden):
        return Afspraak.objects.create(client=client, medewerker=wie, begint_op=begint, **velden)

    def test_voorbij_vandaag_en_later(self, an, als):
        client = maak_client(an)
        gisteren = self.maak(client, an, nu() - timedelta(days=1))
        laat = self.maak(client, an, begin_van(vandaag()) + timedelta(hours=23, minutes=59))
        morgen = self.maak(client, an, begin_van(vandaag() + timedelta(days=1)) + timedelta(hours=9))
        self.maak(client, an, nu() + timedelta(days=12))
        agenda = als(an).get("/").context["agenda"]
        assert (agenda.open, agenda.vandaag, agenda.week) == ([gisteren], [laat], [morgen])

    def test_niet_die_van_een_collega_en_niet_wat_is_afgezegd(self, an, bert, als):
        client = maak_client(bert, coach=an)
        self.maak(client, bert, nu() + timedelta(hours=30))
        self.maak(client, an, nu() + timedelta(hours=31), status="afgezegd")
        assert "geen afspraken" in als(an).get("/").content.decode()

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
    # session, user, across the border, bell, agenda, counts, late, this week, team, moved, opened, their names
    with django_assert_num_queries(12):
        browser.get("/")
