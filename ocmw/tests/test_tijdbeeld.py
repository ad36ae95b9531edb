"""One picture of time (docs/adr/0038): for one reader and one size the drawing group has the same bytes on every page and paper; links lie
outside it; and it holds only what that reader may see."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.gereedschap.testing.maak_evaluaties import maak_bezoek, maak_evaluatie
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.toegang.rechten import Recht
from ocmw.ui.tijdbeeld import Beeldmaat
from ocmw.ui.tijdtekening import teken
from ocmw.werkruimte.rapporten.dossier import dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.rapporten.weergave import rapport_als_html
from tewerkstelling.rechtenteller.basis import basis_van_contract, werk_met
from tewerkstelling.rechtenteller.watals import pas_toe, uitkomst
from tewerkstelling.tijdbeeld import Tijdlezing
from tewerkstelling.werkstand import werkstand
from trajecten.models import Gesprek

pytestmark = pytest.mark.databank
OP = date(2026, 11, 20)
GROEP = re.compile(r'<svg [^>]*class="tijdtekening maat-(\d+)"[^>]*viewBox="0 0 760[^>]*>.*?(<g class="tijdgroep">.*?</g>)</svg>', re.S)  # fmt: skip


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel(datetime(2026, 11, 20, 9, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def dossier(an):
    client = maak_client(an, coach=an, op=date(2025, 11, 1), geboortedatum=date(1990, 2, 1))
    maak_twe(client, an, start=date(2026, 1, 5), art60=(date(2026, 2, 2), date(2027, 2, 26)), status="geregistreerd")
    contract = client.tewerkstellingen.get()
    onderbreek(contract, an, van=date(2026, 6, 8), laatste_dag=date(2026, 7, 18), soort="ziekte_ziekenfonds")
    maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 3, 2), soort="mondeling")
    maak_bezoek(contract, an, op=date(2026, 3, 20))
    for maand in (3, 5, 9):
        maak_gesprek(client, an, op=date(2026, maand, 12))
    Gesprek.objects.filter(client=client, op=date(2026, 5, 12)).update(afgeschermd=True)
    return client


def groepen(tekst, maat=Beeldmaat.VOL):
    return [groep for hoog, groep in GROEP.findall(tekst) if int(hoog) == maat]


def plaatsen(browser, client, *, afgeschermd):
    contract = client.tewerkstellingen.get()
    adressen = {
        "werk": reverse("dossier:werk", args=[client.pk]),
        "nazorg": reverse("nazorg:nazorg_detail", args=[client.pk]),
        "rechten": reverse("rechtenteller:rechtenstand_detail", args=[client.pk]),
        "blad voor de cliënt": reverse("rapporten:stuk_rechten", args=[client.pk, contract.pk]),
    }
    uit = {naam: groepen(browser.get(adres).content.decode()) for naam, adres in adressen.items()}
    rapport = dossier_rapport(
        client,
        delen=[Deel.WERK],
        moment=datetime(2026, 11, 20, 9, tzinfo=UTC),
        opgemaakt_door="An",
        afgeschermd=afgeschermd,
    )
    return uit | {"dossierverslag": groepen(rapport_als_html(rapport))}


@pytest.mark.usefixtures("papier_zonder_kind")
def test_dezelfde_bytes_op_elke_plaats(als, an, dossier):
    gevonden = plaatsen(als(an), dossier, afgeschermd=an.mag(Recht.AFGESCHERMD_LEZEN))
    assert {naam: len(beelden) for naam, beelden in gevonden.items()} == dict.fromkeys(gevonden, 1)
    assert len({beelden[0] for beelden in gevonden.values()}) == 1
    (groep,) = gevonden["werk"]
    assert not re.search(r"<a |href|tabindex|data-", groep)
    for klasse in ("werk", "onderbreking", "nazorg", "uren", "telt", "rest", "gehouden", "gepland", "bezoek", "gesprek", "geld", "mijlpaal", "vandaag"):  # fmt: skip
        assert f'class="band-{klasse}"' in groep, klasse


def test_wie_een_gesprek_niet_mag_lezen_ziet_het_niet(als, an, griet, dossier):
    """The control: another reader, other bytes."""
    werk = reverse("dossier:werk", args=[dossier.pk])
    assert (an.mag(Recht.AFGESCHERMD_LEZEN), griet.mag(Recht.AFGESCHERMD_LEZEN)) == (True, False)
    aantal = {
        wie.voornaam: groepen(als(wie).get(werk).content.decode())[0].count('class="band-gesprek"')
        for wie in (an, griet)
    }
    assert aantal == {"An": 3, "Griet": 2}


def test_niemand_leest_de_soort_van_een_onderbreking_in_het_beeld(als, an, dossier):
    tekst = als(an).get(reverse("dossier:werk", args=[dossier.pk])).content.decode()
    figuur = tekst.split("data-tijdbeeld")[1].split("</figure>")[0]
    assert "Onderbreking" in figuur
    assert "iekte" not in figuur


def test_de_kop_van_het_overzicht_is_die_van_wat_als(als, an, dossier):
    adressen = (
        reverse("dossier:dossier_detail", args=[dossier.pk]),
        reverse("rechtenteller:watals", args=[dossier.pk]),
    )
    overzicht, watals = (groepen(als(an).get(adres).content.decode(), Beeldmaat.KOP) for adres in adressen)
    assert overzicht == watals
    assert len(overzicht) == 1


def test_in_wat_als_beweegt_het_beeld(als, an, dossier):
    adres = reverse("rechtenteller:watals", args=[dossier.pk])
    velden = {"start": "2026-02-02", "laatste_dag": "2026-12-31", "uren": "19"}
    post = {"aantal": 1, **{f"A-{naam}": waarde for naam, waarde in velden.items()}}
    nu, straks = groepen(als(an).post(adres, post).content.decode(), Beeldmaat.KOP)
    assert nu == groepen(als(an).get(adres).content.decode(), Beeldmaat.KOP)[0]
    assert nu != straks


def test_zoals_het_zou_zijn_heeft_dezelfde_lanen_en_blijft_wat_gehouden_is(an, dossier):
    werk = werkstand(dossier, op=OP)
    contract = werk.art60
    basis = basis_van_contract(werk, contract)
    wens = replace(basis.zoals_nu, laatste_dag=date(2026, 12, 31), uren=Decimal(19))
    lezing = Tijdlezing(werk, afgeschermd=True)
    anders = werk_met(werk, contract, pas_toe(basis.feiten, wens), uitkomst(basis, wens, op=OP).werk)
    zelfde = werk_met(werk, contract, basis.feiten, uitkomst(basis, basis.zoals_nu, op=OP).werk)
    nu, straks = lezing.beeld(), lezing.beeld(anders)
    assert teken(lezing.beeld(zelfde)).groep == teken(nu).groep  # playing with nothing changes nothing
    assert {t.label for t in straks.in_beeld if t.laag == "uren"} == {"19 u"}
    for soort in ("gehouden", "bezoek", "gesprek"):
        assert [t for t in straks.in_beeld if t.soort == soort] == [t for t in nu.in_beeld if t.soort == soort] != []
    for laag in ("rechten", "komt", "geld"):
        assert [t for t in straks.in_beeld if t.laag == laag] != [t for t in nu.in_beeld if t.laag == laag]


def test_elk_feit_is_een_schakel_die_bestaat(als, an, dossier):
    browser = als(an)
    tekst = browser.get(reverse("dossier:werk", args=[dossier.pk])).content.decode()
    schakels = set(re.findall(r'<a href="([^"]+)" tabindex', tekst))
    assert len(schakels) >= 5
    assert all(browser.get(schakel).status_code == 200 for schakel in schakels)
    assert tekst.count('tabindex="0"><title>') == 2  # one stop for the tab key, in the wide and in the narrow drawing


def test_zonder_venster_en_zonder_contract_is_er_geen_beeld(als, an):
    client = maak_client(an, coach=an, op=OP - timedelta(days=30))
    assert "data-tijdbeeld" not in als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
