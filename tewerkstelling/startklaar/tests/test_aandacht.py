"""What deserves a look before a start: room, mentor, agreement, days to prove, and the paper; and why nobody signed any more."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_plekken import maak_mentor, maak_overeenkomst
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from tewerkstelling.aankomst import aankomsten
from tewerkstelling.match.lezen import lees_plekken
from tewerkstelling.models import Overeenkomst, Werkplek
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.startklaar.aandacht import aandachtspunten
from tewerkstelling.startklaar.actions import verleng_plaatsing, wijzig_plaatsing, zet_plaatsing_stop
from tewerkstelling.startklaar.enums import Plaatsingstopreden
from tewerkstelling.startklaar.gewist import laatst_gewist
from tewerkstelling.startklaar.raming import raam

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 20)
MAANDAG = date(2026, 12, 7)
JAAR = date(2027, 12, 6)
BEWEZEN = date(2027, 12, 3)  # 22,8 days in December, eleven whole months, and three working days: 312 days full-time


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def plek(an):
    return maak_werkplek(an.ocmw)


def kijk_na(rij):
    return " ".join(aandachtspunten(vers(rij), raam(vers(rij))))


class TestRaming:
    def test_een_jaar_voltijds_is_precies_genoeg(self, client, an):
        rij = maak_plaatsing(client, an, van=MAANDAG, laatste_dag=BEWEZEN)
        assert (raam(rij).dagen, raam(rij).bewezen_op, raam(rij).zin) == (312, BEWEZEN, "")

    def test_te_lang_en_te_kort_zeggen_hoeveel(self, client, an):
        lang = raam(maak_plaatsing(client, an, van=MAANDAG, laatste_dag=BEWEZEN + timedelta(days=31)))
        assert "De plaatsing loopt 31 dagen langer dan nodig." in lang.zin
        # 28.5 of 38 hours in 5 days: 0.9 day each; 312 / 0.9 = 347 working days = 69 weeks and two days.
        kort = raam(maak_plaatsing(client, an, van=MAANDAG, laatste_dag=JAAR, uren_per_week=Decimal("28.5")))
        assert kort.bewezen_op == MAANDAG + timedelta(weeks=69, days=1) == date(2028, 4, 4)
        assert kort.zin == (
            "De plaatsing eindigt te vroeg: met deze uren zijn de 312 dagen pas bewezen op di 4 april 2028 "
            "(schatting, de RVA beslist)."
        )

    def test_wat_elders_en_in_een_vorig_contract_bewezen_is_telt_mee(self, client, an):
        Rechtspositie.objects.create(client=client, al_bewezen=26)
        assert raam(maak_plaatsing(client, an, van=MAANDAG)).bewezen_op == date(2027, 11, 3)
        maak_gestart(client, an, van=OP, laatste_dag=date(2026, 12, 19))  # 21 working days: 25,2 more
        later = maak_plaatsing(client, an, van=date(2027, 1, 1))
        assert raam(later).bewezen_op == date(2027, 11, 1)

    def test_wie_alles_al_bewees_krijgt_geen_datum(self, client, an):
        Rechtspositie.objects.create(client=client, al_bewezen=312)
        assert raam(maak_plaatsing(client, an)) is None

    def test_het_antwoord_van_de_rva_gaat_voor_zolang_start_en_uren_dezelfde_zijn(self, client, an):
        contract = maak_gestart(client, an, van=OP, laatste_dag=OP + timedelta(days=5)).contract
        rij = maak_plaatsing(client, an, van=MAANDAG, laatste_dag=JAAR)
        rij.berekening = RvaBerekening.objects.create(
            client=client, contract=contract, status="berekend", basis_start=MAANDAG, basis_uren=38, basis_voltijds=38,
            verzonden_op=OP, antwoord_op=OP, dagen=290, einde_op=date(2027, 11, 9),
        )  # fmt: skip
        assert raam(rij).zin == (
            "De 290 dagen zijn bewezen op di 9 november 2027 (antwoord van de RVA). De plaatsing loopt 27 dagen langer dan nodig."
        )
        rij.uren_per_week = Decimal(19)
        assert not raam(rij).van_rva


class TestPlaats:
    def test_een_bezette_plek_en_een_andere_plaatsing(self, client, an, plek):
        rij = maak_plaatsing(client, an, werkplek=plek, van=MAANDAG)
        assert "geen plaats" not in kijk_na(rij)
        ander = maak_plaatsing(maak_client(an), an, werkplek=plek, van=MAANDAG)
        assert "0 van 1 bezet op de eerste werkdag, en 1 andere plaatsing in voorbereiding." in kijk_na(rij)
        Werkplek.objects.update(capaciteit=2)
        assert "geen plaats" not in kijk_na(rij)
        Werkplek.objects.update(capaciteit=1)
        zet_plaatsing_stop(ander, reden=Plaatsingstopreden.CLIENT, door=an, op=OP)
        maak_gestart(ander.client, an, werkplek=plek, van=OP)
        assert "Er is misschien geen plaats: 1 van 1 bezet op de eerste werkdag." in kijk_na(rij)

    def test_het_eigen_vorige_contract_neemt_geen_plaats(self, client, an, plek):
        maak_gestart(client, an, werkplek=plek, van=OP)
        assert "geen plaats" not in kijk_na(maak_plaatsing(client, an, werkplek=plek, van=OP + timedelta(days=90)))

    def test_een_plek_die_niet_beschikbaar_is(self, client, an, plek):
        rij = maak_plaatsing(client, an, werkplek=plek)
        Werkplek.objects.update(actief=False)
        assert "Deze werkplek staat als niet beschikbaar." in kijk_na(rij)


class TestMentorEnOvereenkomst:
    def test_een_volle_mentor_met_een_vervallen_opleiding(self, client, an, plek):
        mentor = maak_mentor(plek, an, max_clienten=1, vorming="VDAB", vorming_tot=MAANDAG)
        rij = maak_plaatsing(client, an, werkplek=plek, van=MAANDAG, mentor=mentor)
        assert "De mentoropleiding van Mieke Mentor is dan vervallen." in kijk_na(rij)
        assert "begeleidt dan al" not in kijk_na(rij)
        maak_gestart(maak_client(an), an, werkplek=plek, van=OP, mentor=mentor)
        assert "Mentor Mieke Mentor begeleidt dan al 1 van hoogstens 1 cliënt." in kijk_na(rij)

    def test_een_overeenkomst_die_de_plaatsing_niet_dekt(self, client, an, plek):
        afspraak = maak_overeenkomst(plek.werkgever, an, van=date(2027, 1, 1), tot=date(2027, 7, 1))
        rij = maak_plaatsing(client, an, werkplek=plek, van=MAANDAG, laatste_dag=JAAR, overeenkomst=afspraak)
        for zin in ("begint pas op vr 1 januari 2027.", "eindigt al op wo 30 juni 2027.", "nog niet getekend."):
            assert f"De overeenkomst met de werkgever {'is ' if 'getekend' in zin else ''}{zin}" in kijk_na(rij)

    def test_een_overeenkomst_waar_een_plaatsing_op_steunt_blijft_staan(self, als, client, an, plek):
        afspraak = maak_overeenkomst(plek.werkgever, an)
        maak_plaatsing(client, an, werkplek=plek, overeenkomst=afspraak)
        weg = reverse("tewerkstelling:overeenkomst_verwijderen", args=[plek.werkgever_id, afspraak.pk])
        assert "Een plaatsing steunt op deze overeenkomst" in als(an).post(weg, follow=True).content.decode()
        assert Overeenkomst.objects.exists()


def test_wie_in_voorbereiding_is_staat_op_het_bord_en_in_de_match(als, client, an, carla, plek):
    """Nobody promises the same seat twice; a client of another OCMW keeps it without a name."""
    rij = maak_plaatsing(client, an, werkplek=plek, van=MAANDAG)
    vreemd = maak_plaatsing(maak_client(carla), carla, werkplek=plek, van=MAANDAG)
    bord = als(an).get(reverse("tewerkstelling:werkplek_bord")).content.decode()
    assert "2 in voorbereiding" in bord
    assert rij.get_absolute_url() in bord
    assert client.naam in bord
    assert vreemd.client.naam not in bord
    ((_, voor_wie_dan_ook),) = lees_plekken(Werkplek.objects.all(), op=OP)
    ((_, voor_hem),) = lees_plekken(Werkplek.objects.all(), op=OP, voor=client.pk)
    assert (voor_wie_dan_ook.in_voorbereiding, voor_hem.in_voorbereiding) == (2, 1)


def test_een_verlenging_neemt_geen_tweede_plaats(an, client, plek):
    oud = maak_gestart(client, an, werkplek=plek, van=OP)
    verleng_plaatsing(oud, van=oud.tot, tot=oud.tot + timedelta(days=30), door=an, op=OP)
    assert aankomsten([plek.pk]) == {}


def test_een_zondag_een_late_raad_en_een_leeg_papier(client, an):
    rij = maak_plaatsing(client, an, van=date(2026, 12, 20), raad_op=date(2027, 1, 12))
    tekst = kijk_na(rij)
    assert "De eerste werkdag valt op een zondag." in tekst
    assert "De raad vergadert na de eerste werkdag, op di 12 januari 2027." in tekst
    assert (
        "Nog leeg op het papier: ondernemingsnummer, vestigingsnummer, contact bij de gebruiker, waarom zo lang"
        in tekst
    )
    assert "feestdag" in kijk_na(maak_plaatsing(client, an, van=date(2026, 12, 25)))


def test_de_pagina_zegt_wat_na_te_kijken_en_waarom_de_handtekeningen_weg_zijn(als, client, an):
    rij = maak_klaar(maak_plaatsing(client, an, van=MAANDAG, laatste_dag=JAAR), an)
    assert laatst_gewist(rij) is None
    rij.uren_per_week, rij.functie = Decimal("28.5"), "Chauffeur"
    wijzig_plaatsing(rij, ["uren_per_week", "functie"], door=an, op=OP)
    assert laatst_gewist(vers(rij)).wat == ("functie", "uren per week")
    pagina = " ".join(als(an).get(rij.get_absolute_url()).content.decode().split())
    assert "De handtekeningen zijn gewist op" in pagina
    assert "door An Claes, want dit wijzigde: functie, uren per week." in pagina
    assert "De plaatsing eindigt te vroeg" in pagina
    assert "312 dagen bewezen" in pagina
    maak_klaar(rij, an)
    assert laatst_gewist(vers(rij)) is None
