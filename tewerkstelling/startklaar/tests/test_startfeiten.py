"""What the list knows by itself: werkervaringsovereenkomst, right, decision, wage, and what came too late."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_klaar, maak_plaatsing, vers
from ocmw.journaal.models import Journaalregel
from ocmw.regels.models import Regelset
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.startklaar.actions import (
    noteer_beslissing,
    noteer_loon,
    start_plaatsing,
    vink_punt,
    zet_plaatsing_stop,
)
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Puntstand
from tewerkstelling.startklaar.models import Loonafspraak, Startbeslissing
from tewerkstelling.startklaar.startfeiten import beslissing_van, loon_van, loonregels
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 20)
DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def rij(bert, an):
    return maak_plaatsing(maak_client(bert, coach=an), an)


def punt(rij, code):
    return checklist(vers(rij)).punt(code)


def beslis(rij, door, **waarden):
    beslissing = beslissing_van(vers(rij))
    for veld, waarde in waarden.items():
        setattr(beslissing, veld, waarde)
    return noteer_beslissing(beslissing, list(waarden), door=door, op=OP)


def loon(rij, door, **waarden):
    afspraak = loon_van(vers(rij))
    for veld, waarde in waarden.items():
        setattr(afspraak, veld, waarde)
    return noteer_loon(afspraak, list(waarden), door=door, op=OP)


def adres(naam, rij):
    return reverse(naam, args=[rij.client_id, rij.pk])


# --- an unknown fact is never green --------------------------------------------------------------
def test_niets_is_groen_voor_iemand_keek(rij):
    lijst = checklist(vers(rij))
    assert lijst.aantal_in_orde == 0
    assert all(punt.ontbreekt for punt in lijst.punten)


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ({}, "Niemand keek na"),
        ({"recht": "geen", "recht_op": OP}, "art.60 kan dan niet"),
        ({"recht": "leefloon", "recht_op": OP - 40 * DAG}, "Kijk opnieuw"),
    ],
)
def test_het_recht_is_pas_in_orde_als_het_nagekeken_is(rij, bert, waarden, zin):
    if waarden:
        beslis(rij, bert, **waarden)
    assert zin in " ".join(punt(rij, "recht").ontbreekt)
    beslis(rij, bert, recht="equivalent", recht_op=OP)
    groen = punt(rij, "recht")
    assert (groen.in_orde, groen.op, groen.door) == (True, OP, bert.naam)
    assert groen.toelichting.startswith("Equivalent leefloon")


@pytest.mark.parametrize("leeg", ["mw_op", "client_op", "waarom"])
def test_de_beslissing_vraagt_wie_wanneer_en_waarom(rij, bert, leeg):
    alles = {"mw": bert, "mw_op": OP, "client_op": OP, "waarom": "Hij wil leren werken in een team."}
    beslis(rij, bert, **{veld: waarde for veld, waarde in alles.items() if veld != leeg})
    assert not punt(rij, "beslissing").in_orde
    beslis(rij, bert, **alles)
    assert punt(rij, "beslissing").in_orde
    assert "Hij wil" not in str(list(Journaalregel.objects.values_list("details", flat=True)))


@pytest.mark.parametrize(
    ("waarden", "groen"),
    [
        ({"brutoloon": Decimal(2200)}, False),
        ({"brutoloon": Decimal(2200), "cheques": "ja", "reis": "geen"}, False),
        ({"brutoloon": Decimal(2200), "cheques": "ja", "cheque_waarde": Decimal(8), "reis": "fiets"}, False),
        ({"brutoloon": Decimal(2200), "cheques": "nee", "reis": "openbaar"}, False),
        ({"cheques": "nee", "reis": "geen"}, False),
        ({"brutoloon": Decimal(2200), "cheques": "nee", "reis": "geen"}, True),
        (
            {
                "brutoloon": Decimal(2200), "cheques": "ja", "cheque_waarde": Decimal(8), "reis": "fiets",
                "fiets_per_km": Decimal("0.3"),
            },
            True,
        ),
    ],
)  # fmt: skip
def test_het_loon_is_pas_bekend_als_elk_deel_een_antwoord_heeft(rij, an, waarden, groen):
    loon(rij, an, **waarden)
    assert punt(rij, "loon").in_orde is groen


@pytest.mark.parametrize(
    ("start", "groen", "zin"),
    [
        (None, False, "nog geen werkervaringsovereenkomst"),
        (OP + 20 * DAG, False, "na de eerste werkdag"),
        (OP - 800 * DAG, False, "eindigden op"),
        (OP - 30 * DAG, True, ""),
        (OP + 14 * DAG, True, ""),  # on the first working day
    ],
)
def test_de_werkervaringsovereenkomst_loopt_op_de_eerste_werkdag(rij, bert, start, groen, zin):
    if start:
        registreer_werkervaring(Werkervaring(client=rij.client, start=start), door=bert, op=OP)
    gevonden = punt(rij, "weo")
    assert gevonden.in_orde is groen
    assert zin in " ".join(gevonden.ontbreekt)


def test_zonder_werkervaringsovereenkomst_kan_het_met_uitleg(rij, an):
    with pytest.raises(Geweigerd, match="volgt uit het dossier"):
        vink_punt(rij, "weo", door=an, op=OP)
    with pytest.raises(Geweigerd, match="niet nodig"):
        vink_punt(rij, "weo", stand=Puntstand.NIET_NODIG, door=an, op=OP)
    vink_punt(rij, "weo", stand=Puntstand.NIET_NODIG, toelichting="Sociale economie", door=an, op=OP)
    assert punt(rij, "weo").niet_nodig


# --- too late is not in order ----------------------------------------------------------------------
@pytest.mark.parametrize("code", ["dimona", "vdab", "verzekering"])
def test_na_de_eerste_werkdag_is_te_laat_en_blijft_dat(bert, an, code):
    rij = maak_plaatsing(maak_client(bert, coach=an), an, van=OP - 5 * DAG)
    maak_klaar(rij, an, zonder=(code, "handtekeningen"))
    vink_punt(rij, code, dag=OP - 4 * DAG, door=an, op=OP)
    laat = punt(rij, code)
    assert (laat.in_orde, laat.te_laat, laat.houdt_tegen) == (False, True, False)
    assert "na de eerste werkdag" in laat.ontbreekt[0]
    vink_punt(rij, code, dag=OP - 5 * DAG, door=an, op=OP)  # the day itself is in time
    assert punt(rij, code).in_orde


def test_te_laat_start_met_een_reden_en_staat_er_nog(bert, an):
    from ocmw.gereedschap.testing.maak_startklaar import teken

    rij = maak_plaatsing(maak_client(bert, coach=an), an, van=OP - 5 * DAG)
    maak_klaar(rij, an, zonder=("dimona", "handtekeningen"))
    teken(rij, an, op=OP - 6 * DAG)
    vink_punt(rij, "dimona", dag=OP, door=an, op=OP)
    with pytest.raises(Geweigerd, match="toch starten als je schrijft waarom"):
        start_plaatsing(vers(rij), door=an, op=OP)
    start_plaatsing(vers(rij), motivatie="De personeelsdienst was ziek.", door=an, op=OP)
    assert "dimona" in vers(rij).toch_gestart
    assert punt(rij, "dimona").te_laat


# --- a list that an OCMW wrote before ---------------------------------------------------------------
def test_een_oude_lijst_weet_het_ook(rij):
    set_ = Regelset.objects.get(sleutel="plaatsing.startklaar")
    oud = [deel for deel in set_.waarde if deel["code"] not in {"weo", "recht", "beslissing", "loon"}]
    Regelset.objects.filter(pk=set_.pk).update(waarde=oud)
    codes = [punt.code for punt in checklist(vers(rij)).punten]
    assert len(codes) == len(set(codes)) == len(oud) + 4
    assert {"weo", "recht", "beslissing", "loon"} <= set(codes)


# --- the rows ----------------------------------------------------------------------------------------
def test_twee_die_tegelijk_noteren_zien_elkaar(rij, an, bert):
    eerste, tweede = (Startbeslissing(client=rij.client, plaatsing=rij, waarom=w) for w in ("a", "b"))
    noteer_beslissing(eerste, ["waarom"], door=an, op=OP)
    with pytest.raises(IntussenGewijzigd):
        noteer_beslissing(tweede, ["waarom"], door=bert, op=OP)


def test_in_de_toekomst_besliste_niemand(rij, an):
    with pytest.raises(Geweigerd, match="verleden"):
        beslis(rij, an, client_op=OP + DAG)


def test_een_stopgezette_plaatsing_wijzigt_niet(rij, an):
    zet_plaatsing_stop(rij, reden="client", door=an, op=OP)
    with pytest.raises(Geweigerd, match="stopgezet"):
        loon(rij, an, cheques="nee")


def test_wat_de_client_krijgt_zegt_alleen_wat_bekend_is():
    assert loonregels(Loonafspraak()) == []
    vol = Loonafspraak(
        brutoloon=Decimal(2200), cheques="ja", cheque_waarde=Decimal(8), reis="openbaar", abonnement_procent=100
    )
    assert [titel for titel, _ in loonregels(vol)] == ["Loon", "Maaltijdcheques", "Naar het werk"]
    assert "100 %" in loonregels(vol)[2][1]


# --- the pages -----------------------------------------------------------------------------------------
def test_de_maatschappelijk_werker_noteert_recht_en_beslissing(als, bert, an, rij):
    browser, url = als(bert), adres("startklaar:plaatsing_beslissing", rij)
    form = browser.get(url).context["form"]
    assert form["mw"].initial == bert.pk or form.initial["mw"] == bert.pk
    invoer = {
        "recht": "leefloon", "recht_op": "2026-11-18", "mw": bert.pk, "mw_op": "2026-11-18",
        "client_op": "2026-11-19", "waarom": "Ze wil een diploma halen en eerst ritme vinden.",
    }  # fmt: skip
    assert browser.post(url, velden_van(form, **invoer)).url == rij.get_absolute_url()
    rij_ = Startbeslissing.objects.get()
    assert (rij_.recht_door, rij_.mw) == (bert, bert)
    pagina = browser.get(rij.get_absolute_url()).content.decode()
    assert "Ze wil een diploma halen" in pagina
    assert browser.get(adres("startklaar:plaatsing_loon", rij)).status_code == 403


@pytest.mark.parametrize(
    ("invoer", "veld", "zin"),
    [
        ({"recht": "leefloon"}, "recht_op", "Vul de dag in"),
        ({"recht_op": "2026-11-18"}, "recht", "Kies wat je vond"),
        ({"mw_op": "2026-11-18", "mw": ""}, "mw", "welke maatschappelijk werker"),
        ({"client_op": "2026-12-18"}, "client_op", "verleden"),
    ],
)
def test_een_halve_beslissing_zegt_wat_ontbreekt(als, an, rij, invoer, veld, zin):
    url = adres("startklaar:plaatsing_beslissing", rij)
    form = als(an).get(url).context["form"]
    antwoord = als(an).post(url, velden_van(form, **invoer))
    assert zin in " ".join(antwoord.context["form"].errors[veld])


def test_een_bedrag_hoort_bij_zijn_keuze(als, an, rij):
    url = adres("startklaar:plaatsing_loon", rij)
    form = als(an).get(url).context["form"]
    antwoord = als(an).post(url, velden_van(form, cheques="nee", cheque_waarde="8", reis="geen"))
    assert "hoort bij de keuze" in " ".join(antwoord.context["form"].errors["cheque_waarde"])
    invoer = {"brutoloon": "2200,50", "cheques": "ja", "cheque_waarde": "12", "reis": "fiets", "fiets_per_km": "0,3"}
    assert als(an).post(url, velden_van(form, **invoer)).status_code == 302
    assert Loonafspraak.objects.get().brutoloon == Decimal("2200.50")
    pagina = als(an).get(rij.get_absolute_url()).content.decode()
    assert "meer dan het vrijgestelde bedrag" in pagina
