"""From rows to the ledger: which rules count, birthdays and rule changes inside a contract, earlier contracts."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
import time_machine

from ocmw.gereedschap.testing.maak import insz_van, maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import tel_dagen
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten
from tewerkstelling.rechtenteller.teller import feiten_met_vorige, feiten_van, tel

pytestmark = [pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.mark.parametrize(
    ("geboren", "aanvraag", "nodig", "maanden"),
    [
        (date(1990, 2, 1), date(2026, 1, 31), 312, 21),  # 35 still
        (date(1990, 2, 1), date(2026, 2, 1), 468, 33),  # 36 on the day itself, inside the contract
        (date(1976, 2, 20), date(2026, 2, 19), 468, 33),
        (date(1976, 2, 20), date(2026, 2, 20), 624, 42),  # 50
        (date(1976, 2, 20), date(2026, 3, 1), 312, 36),  # no bracket any more (A12)
        (date(2004, 2, 29), date(2026, 2, 28), 312, 21),
        (None, date(2026, 3, 1), 312, 36),
    ],
)
def test_een_verjaardag_in_het_contract_verandert_wat_nodig_is(geboren, aanvraag, nodig, maanden):
    feiten = Tellerfeiten(
        start=date(2025, 6, 1), tot_en_met=date(2026, 11, 30), geboortedatum=geboren, aanvraag=aanvraag
    )
    teller = tel(feiten, op=OP).teller
    assert (teller.nodig, teller.referte_van) == (nodig, plus_maanden(aanvraag, -maanden))
    assert teller.referte_tot == aanvraag - timedelta(days=1)


@pytest.mark.parametrize(
    ("nummer", "bekend", "beide"),
    [
        ("890000033", "alleen dat het 1989 is", (312, 468)),  # 36 or not, on 14 June 2025
        ("890600033", "alleen dat het juni 1989 is", (312, 468)),
        ("892600033", "alleen dat het juni 1989 is", (312, 468)),
        ("890700033", "", ()),  # whichever day of July: 35
        ("000001033", "niet", (312, 624)),
    ],
)
def test_wat_het_insz_van_de_geboortedatum_weet(an, nummer, bekend, beide):
    """An application on 14 June 2025, when the age counted: the answer for both ends, and what is uncertain."""
    client = maak_client(an)
    client.geboortedatum, client.insz = None, insz_van(nummer)
    contract = maak_contract(client, an, van=date(2024, 6, 1), laatste_dag=date(2025, 6, 13))
    telling = tel(feiten_van(contract), op=OP)
    assert bool(telling.onzeker) == bool(bekend)
    if telling.onzeker:
        assert f"De geboortedatum kennen we {bekend}. De leeftijd" in telling.onzeker.zin
        assert (telling.onzeker.vroegst.nodig, telling.onzeker.laatst.nodig) == beide
        assert telling.teller.nodig == beide[1]


def test_een_regel_die_in_het_contract_wijzigt():
    """The rules of the day of the application hold for the whole contract, also for what happened before (A12, A14)."""
    ziek = (Gebeurtenis("ziekte_ziekenfonds", date(2025, 11, 3), date(2025, 11, 30)),)
    feiten = {"start": date(2025, 9, 1), "geboortedatum": date(1995, 1, 1), "gebeurtenissen": ziek}
    oud = tel(Tellerfeiten(**feiten, tot_en_met=date(2026, 2, 27)), op=OP)
    nieuw = tel(Tellerfeiten(**feiten, tot_en_met=date(2026, 2, 28)), op=OP)
    assert (oud.gelijkgesteld.geldig_tot, nieuw.gelijkgesteld.geldig_van) == (date(2026, 3, 1), date(2026, 3, 1))
    assert [lijn.telt for lijn in oud.teller.lijnen if lijn.soort == "ziekte_ziekenfonds"] == ["inbegrepen"]
    assert [lijn.telt for lijn in nieuw.teller.lijnen if lijn.soort == "ziekte_ziekenfonds"] == ["niet"]
    assert (oud.teller.verlengd_met, nieuw.teller.verlengd_met) == (0, 28)


def met_gebeurtenis(gebeurtenis, *, van, tot_en_met, aanvraag):
    """The count of one full-time contract in which this happened, of somebody born in 1995."""
    feiten = Tellerfeiten(
        start=van,
        tot_en_met=tot_en_met,
        geboortedatum=date(1995, 1, 1),
        gebeurtenissen=(gebeurtenis,),
        aanvraag=aanvraag,
    )
    return tel(feiten, op=OP).teller


@pytest.mark.parametrize(("aanvraag", "telt"), [(date(2026, 2, 28), "inbegrepen"), (date(2026, 3, 1), "niet")])
def test_een_beroepsopleiding_telde_voor_maart_2026(aanvraag, telt):
    """The reform stopped counting it, so before it it counted (A14)."""
    les = Gebeurtenis("opleiding", date(2025, 7, 7), date(2025, 7, 20))
    teller = met_gebeurtenis(les, van=date(2025, 1, 1), tot_en_met=date(2025, 12, 31), aanvraag=aanvraag)
    assert [lijn.telt for lijn in teller.lijnen if lijn.soort == "opleiding"] == [telt]
    assert (teller.geteld == 312) is (telt == "inbegrepen")


@pytest.mark.parametrize(("aanvraag", "tellend"), [(date(2026, 2, 28), 10), (date(2026, 3, 1), 0)])
def test_de_eerste_tien_dagen_zonder_loon_telden_voor_maart_2026(aanvraag, tellend):
    """Three working weeks without pay in one year: ten working days of them counted."""
    weg = Gebeurtenis("verlof_zonder_wedde", date(2025, 5, 5), date(2025, 5, 23))
    teller = met_gebeurtenis(weg, van=date(2025, 5, 1), tot_en_met=date(2025, 5, 31), aanvraag=aanvraag)
    # May 2025 has 22 working days, 15 of them without pay.
    assert teller.geteld == (22 - 15 + tellend) * Fraction(6, 5)


def test_een_nieuwe_regel_van_de_coordinator_geldt_vanaf_haar_dag():
    Regelset.objects.filter(sleutel="rva.toelating", geldig_tot=None).update(geldig_tot=date(2027, 1, 1))
    waarde = [{"tot_leeftijd": None, "dagen": 400, "maanden": 36}]
    Regelset.objects.create(sleutel="rva.toelating", waarde=waarde, geldig_van=date(2027, 1, 1), bron="nieuwe wet")
    vergeet_regels()
    nodig = [
        tel(Tellerfeiten(start=date(2026, 4, 1), tot_en_met=laatste), op=OP).teller.nodig
        for laatste in (date(2026, 12, 30), date(2026, 12, 31))
    ]
    assert nodig == [312, 400]


def test_een_schrikkeldag_is_een_dag_van_zijn_maand():
    met = tel(Tellerfeiten(start=date(2028, 2, 1), tot_en_met=date(2028, 2, 29)), op=date(2028, 3, 9)).teller
    zonder = tel(Tellerfeiten(start=date(2027, 2, 1), tot_en_met=date(2027, 2, 28)), op=date(2028, 3, 9)).teller
    assert (met.geteld, zonder.geteld) == (26, 26)
    deel = tel(Tellerfeiten(start=date(2028, 2, 1), tot_en_met=date(2028, 2, 28)), op=date(2028, 3, 9)).teller
    assert deel.geteld == 20 * Fraction(6, 5)  # Tuesday 29 February is missing: 20 working days


def test_van_rijen_naar_feiten(an):
    client = maak_client(an, geboortedatum=date(1990, 2, 1))
    contract = maak_contract(
        client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), uren_per_week=Decimal("28.5"), dagen_per_week=4
    )
    onderbreek(contract, an, van=date(2026, 7, 6), laatste_dag=date(2026, 7, 19))
    positie = Rechtspositie(client=client, al_bewezen=Decimal("10.5"), vorige_toelating_op=date(2020, 1, 1))
    feiten = feiten_van(contract, tel_dagen(Onderbreking.objects.all(), [contract], op=OP), positie)
    assert feiten == Tellerfeiten(
        start=date(2026, 4, 1),
        geboortedatum=date(1990, 2, 1),
        tot_en_met=date(2027, 3, 31),
        uren=Fraction("28.5"),
        dagen_per_week=4,
        gebeurtenissen=(Gebeurtenis("schorsing", date(2026, 7, 6), date(2026, 7, 19)),),
        al_bewezen=Fraction("10.5"),
        vorige_toelating=date(2020, 1, 1),
        aanname=feiten.aanname,
    )
    assert "nog niet gevraagd" in feiten.aanname


@pytest.fixture
def twee(an):
    """Half a year of work in 2025, then the contract that runs."""
    client = maak_client(an)
    maak_contract(client, an, van=date(2025, 4, 1), laatste_dag=date(2025, 9, 30), soort="regulier")
    return maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


def eerder(contract, positie=None, **velden):
    for naam, waarde in velden.items():
        setattr(contract, naam, waarde)
    alle = list(Tewerkstelling.objects.filter(client=contract.client).select_related("client"))
    teller = tel(feiten_met_vorige(contract, alle, {}, positie), op=OP).teller
    return [dagen for dagen in teller.per_werk[:-1] if dagen]


def test_een_vorig_contract_telt_mee(twee):
    assert eerder(twee) == [156]


def test_dagen_voor_een_vroegere_toelating_tellen_niet_opnieuw(twee):
    positie = Rechtspositie(client=twee.client, vorige_toelating_op=date(2025, 6, 30))
    assert eerder(twee, positie) == [78]
    positie.vorige_toelating_op = date(2025, 12, 31)
    assert eerder(twee, positie) == []


def test_dagen_voor_de_referteperiode_tellen_niet(twee, an):
    assert eerder(twee, aanvraag_op=date(2028, 7, 1)) == [78]  # from 1 July 2025 on
    assert eerder(twee, aanvraag_op=date(2029, 1, 1)) == []


def test_een_contract_zonder_uren_telt_voltijds(an):
    contract = maak_contract(
        maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), uren_per_week=None
    )
    assert tel(feiten_van(contract), op=date(2026, 4, 30)).teller.geteld == 26


def test_art60_naast_ander_werk_kan_en_telt_samen(an):
    """19 of 38 hours each: together a full month is 26,4 working days' worth in April 2026, and never more than 26."""
    client = maak_client(an)
    half = {"laatste_dag": date(2027, 3, 31), "uren_per_week": Decimal(19)}
    art60 = maak_contract(client, an, van=date(2026, 4, 1), **half)
    maak_contract(client, an, van=date(2026, 4, 1), soort="regulier", **half)
    alle = list(Tewerkstelling.objects.filter(client=client))
    telling = tel(feiten_met_vorige(art60, alle, {}, None), op=date(2026, 4, 30)).teller
    assert (telling.geteld, telling.per_werk[0]) == (26, Fraction(22 * 6, 10))
    for soort in ("art60", "regulier"):
        with pytest.raises(Geweigerd, match="overlapt met een ander contract"):
            maak_contract(client, an, van=date(2026, 6, 1), laatste_dag=date(2026, 6, 30), soort=soort)
