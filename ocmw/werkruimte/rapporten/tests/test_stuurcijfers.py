"""Sturing: what stands on the first screen is what the list behind it shows, for every number that leads somewhere."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.rapporten.stuurcijfers import periodes, tegels
from trajecten.actions import sluit_traject_af

pytestmark = pytest.mark.django_db


@pytest.fixture
def werk(an, bert, aalst, turnhout):
    """A team of two coaches: running, closed, without coach, late twice in one file, ending; and somebody of another OCMW."""
    lies = maak_medewerker("Lies", "Van Damme", aalst, Rol.ATB)
    op = vandaag()
    for n in range(7):
        client = maak_client(bert, op=op - timedelta(days=150), coach=[an, lies][n % 2])
        traject = maak_traject(client, an, op=op - timedelta(days=40 if n < 3 else 140))
        if n == 6:
            sluit_traject_af(traject, reden="werk", door=an, op=op - timedelta(days=1))
    maak_client(bert)
    maak_client(maak_medewerker("Mieke", "Hermans", turnhout, Rol.MW))
    een, twee = Stand.objects.filter(coach=an).order_by("pk")[:2]
    een.einde_op, twee.einde_op = op + timedelta(days=20), op + timedelta(days=75)
    Stand.objects.bulk_update([een, twee], ["einde_op"])
    Termijn.objects.open().filter(client__in=[een.client_id, twee.client_id]).update(vervalt_op=op - timedelta(days=3))


def getal(antwoord):
    gevonden = re.search(r'class="telling"[^>]*>(\d+)', antwoord.content.decode())
    return int(gevonden.group(1)) if gevonden else 0


@pytest.mark.parametrize("periode", ["kwartaal", "vorig_jaar"])
def test_elk_getal_is_dat_van_de_lijst_erachter(als, griet, aalst, werk, periode):
    keuze = next(p for p in periodes(vandaag()) if p.code == periode)
    gezien = 0
    for tegel in tegels(griet, (aalst,), keuze, op=vandaag()):
        for staaf in tegel.staven:
            assert 0 <= staaf.deel <= 100
            if staaf.url:
                gezien += 1
                assert getal(als(griet).get(staaf.url)) == staaf.aantal, (tegel.titel, staaf.label)
    assert gezien >= 6


def test_wat_erin_en_eruit_ging(griet, aalst, werk):
    jaar = next(p for p in periodes(vandaag()) if p.code == "jaar")
    stroom, fasen, coaches, einde, _, laat = tegels(griet, (aalst,), jaar, op=vandaag())
    telling = {staaf.label: staaf.aantal for staaf in stroom.staven}
    assert telling["Liepen al"] + telling["Gestart"] - telling["Afgesloten"] == telling["Lopen nu"]
    assert "naar regulier werk" in stroom.zin
    assert {staaf.label for staaf in fasen.staven} >= {Stap.NIEUW.label, Stap.FASE_1.label}
    assert sum(staaf.aantal for staaf in coaches.staven) == Stand.objects.filter(ocmw=aalst).lopend().count()
    assert coaches.staven[-1].label == "Nog niemand"
    assert any(staaf.erbij.endswith("te laat") for staaf in coaches.staven)
    assert [staaf.aantal for staaf in einde.staven] == [1, 0, 1]
    te_laat = {t.client_id for t in Termijn.objects.open() if t.vervalt_op < vandaag()}
    assert laat.zin == f"{len(te_laat)} cliënten met een termijn die te laat is."


def test_een_leeg_ocmw_zegt_dat_er_niets_is(als, griet):
    html = als(griet).get("/sturing/").content.decode()
    assert "Geen enkel dossier." in html
    assert "Niets is te laat." in html


def test_de_periode_en_het_ocmw_staan_in_het_adres(als, griet, aalst, turnhout):
    Samenwerking.objects.create(ocmw=turnhout, begeleidend=aalst, van=vandaag(), overeenkomst="1")
    html = als(griet).get(f"/sturing/?periode=vorig_kwartaal&ocmw={turnhout.pk}").content.decode()
    assert "In en uit, vorig kwartaal" in html
    assert "tellen alleen de cliënten mee die jouw team nu begeleidt" in html
    assert "In en uit, dit kwartaal" in als(griet).get("/sturing/?periode=onzin&ocmw=x").content.decode()


@pytest.mark.parametrize(
    ("op", "van", "tot"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 11, 30), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_dit_kwartaal_en_het_vorige_sluiten_aan(op, van, tot):
    dit, vorig, jaar, _ = periodes(op)
    assert (dit.van, dit.tot_en_met) == (van, tot)
    assert vorig.tot_en_met + timedelta(days=1) == dit.van
    assert jaar.van <= dit.van <= dit.tot_en_met <= jaar.tot_en_met


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_dossiers(als, griet, an, bert, werk):
    als(griet).get("/sturing/")
    vragen = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as gezien:
            assert als(griet).get("/sturing/").status_code == 200
        vragen.append(len(gezien))
        for _ in range(5):
            maak_traject(maak_client(bert, coach=an), an)
    assert vragen[0] == vragen[1] <= 31


def test_beheer_staat_aan_de_kant_van_het_account(als, griet, bea, an):
    for wie, ziet in ((griet, True), (bea, True), (an, False)):
        html = als(wie).get("/").content.decode()
        assert ('class="bij-account"' in html) is ziet
    assert (
        "Journaal"
        not in re.search(r'<nav aria-label="Sturing".*?</nav>', als(griet).get("/sturing/").text, re.DOTALL)[0]
    )
