"""The ledger: worked examples, and properties against day-by-day arithmetic that shares no code with it."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten, rechtenteller
from tewerkstelling.regime import Regime

REGELS = {
    "vakantie": {"telt": "gelijkgesteld", "zin": "Vakantie telt mee."},
    "ziekte_ziekenfonds": {"telt": "niet", "verlengt": True, "zin": "Ziekte op het ziekenfonds telt niet mee."},
    "schorsing": {"telt": "niet", "zin": "Een schorsing telt niet mee."},
}
TOELATING = [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}]
GEBOREN = date(1990, 2, 1)


def tel(op, **feiten):
    return rechtenteller(Tellerfeiten(geboortedatum=GEBOREN, **feiten), op=op, toelating=TOELATING, regels=REGELS)


@pytest.mark.parametrize(
    ("start", "einde"),
    [
        (date(2026, 4, 1), date(2027, 3, 31)),
        (date(2026, 10, 15), date(2027, 10, 14)),
        (date(2027, 2, 28), date(2028, 2, 27)),
        (date(2028, 2, 29), date(2029, 2, 27)),
    ],
)
def test_twaalf_maanden_voltijds_zijn_312_dagen(start, einde):
    uit = tel(einde, start=start)
    assert (uit.geteld, uit.resterend, uit.verwacht_einde) == (312, 0, einde)


def test_halve_dagen_tellen_dubbel():
    uit = tel(date(2027, 3, 30), start=date(2026, 4, 1), uren=Fraction(19), halve_dagen=True)
    assert (uit.geteld, uit.verwacht_einde) == (312, date(2027, 3, 30))


def test_ziekte_op_het_ziekenfonds_schuift_het_einde_en_verlengt_de_periode():
    ziek = Gebeurtenis("ziekte_ziekenfonds", date(2026, 6, 1), date(2026, 7, 12))
    zonder = tel(date(2026, 12, 31), start=date(2026, 4, 1))
    met = tel(date(2026, 12, 31), start=date(2026, 4, 1), gebeurtenissen=(ziek,))
    assert met.verwacht_einde > zonder.verwacht_einde
    assert met.verlengd_met == 42
    assert [lijn.telt for lijn in met.lijnen] == ["geteld", "niet", "geteld", "geteld"]
    assert all(zin.endswith(".") for zin in met.zinnen())


def test_wat_de_wet_gelijkstelt_verandert_niets_aan_het_totaal():
    vrij = Gebeurtenis("vakantie", date(2026, 7, 6), date(2026, 7, 19))
    zonder = tel(date(2027, 3, 31), start=date(2026, 4, 1))
    met = tel(date(2027, 3, 31), start=date(2026, 4, 1), gebeurtenissen=(vrij,))
    assert (met.geteld, met.verwacht_einde) == (zonder.geteld, zonder.verwacht_einde)
    assert any(lijn.soort == "vakantie" for lijn in met.lijnen)


def test_dagen_van_een_vroegere_toelating_tellen_niet_opnieuw():
    uit = tel(date(2027, 3, 31), start=date(2026, 4, 1), vorige_toelating=date(2026, 6, 30))
    assert uit.lijnen[0].telt == "niet"
    assert uit.geteld == 312 - 3 * 26


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ({"uren": Fraction(40)}, "niet meer dan die van een voltijdse"),
        ({"tot_en_met": date(2026, 3, 1)}, "laatste dag"),
        ({"gebeurtenissen": (Gebeurtenis("staken", date(2026, 5, 1), date(2026, 5, 2)),)}, "niet bekend"),
        ({"gebeurtenissen": (Gebeurtenis("vakantie", date(2026, 5, 3), date(2026, 5, 2)),)}, "eindigt voor"),
        ({"gebeurtenissen": (Gebeurtenis("vakantie", date(2026, 5, 1), date(2026, 5, 9)),) * 2}, "overlappen"),
        ({"wijzigingen": (Regime(date(2026, 4, 1), Fraction(19), 5),)}, "01/04/2026 vallen niet"),
        ({"wijzigingen": (Regime(date(2026, 5, 1), Fraction(19), 5),) * 2}, "01/05/2026 vallen niet"),
        ({"wijzigingen": (Regime(date(2026, 5, 1), Fraction(40), 5),)}, "niet meer dan voltijds"),
    ],
)
def test_onbruikbare_feiten_krijgen_een_zin(feiten, zin):
    with pytest.raises(ValueError, match=zin):
        tel(date(2026, 12, 31), start=date(2026, 4, 1), **feiten)


starts = st.dates(date(2024, 1, 1), date(2028, 12, 31))
soorten = st.sampled_from(sorted(REGELS))


@st.composite
def gevallen(draw, start, meest=6):
    rijen, dag = [], start
    for _ in range(draw(st.integers(0, meest))):
        van = dag + timedelta(days=draw(st.integers(0, 60)))
        tot = van + timedelta(days=draw(st.integers(0, 40)))
        rijen.append(Gebeurtenis(draw(soorten), van, tot))
        dag = tot + timedelta(days=1)
    return tuple(rijen)


def _per_dag(start, tot, uren, per_week, gebeurtenissen):
    """The oracle: every day on its own; a whole full-time month that nothing interrupted is 26, a part of it no more."""
    weg = {
        g.van + timedelta(days=n)
        for g in gebeurtenissen
        if REGELS[g.soort]["telt"] == "niet"
        for n in range((g.tot_en_met - g.van).days + 1)
    }
    totaal, maand = Fraction(0), 0
    while start + relativedelta(months=maand) <= tot:
        begin, volgende = start + relativedelta(months=maand), start + relativedelta(months=maand + 1)
        dagen = [begin + timedelta(days=n) for n in range((volgende - begin).days)]
        if uren == 38 and dagen[-1] <= tot and not weg.intersection(dagen):
            totaal += 26
        else:
            stuk = Fraction(0)
            for dag in [*dagen, None]:
                if dag is None or dag > tot or dag in weg:
                    totaal += min(stuk, 26) if uren == 38 else stuk
                    stuk = Fraction(0)
                elif dag.isoweekday() <= per_week:
                    stuk += Fraction(6, per_week) * Fraction(uren) / 38
        maand += 1
    return totaal


@given(st.data())
def test_het_totaal_is_dat_van_dag_voor_dag(data):
    start = data.draw(starts)
    tot = start + timedelta(days=data.draw(st.integers(0, 800)))
    uren, per_week = data.draw(st.sampled_from([38, 19, 28])), data.draw(st.integers(1, 6))
    rijen = data.draw(gevallen(start))
    uit = tel(tot, start=start, uren=Fraction(uren), dagen_per_week=per_week, gebeurtenissen=rijen)
    assert uit.geteld == _per_dag(start, tot, uren, per_week, rijen)


@given(st.data())
def test_de_lijnen_sluiten_op_elkaar_aan(data):
    start = data.draw(starts)
    tot = start + timedelta(days=data.draw(st.integers(0, 800)))
    uit = tel(tot, start=start, gebeurtenissen=data.draw(gevallen(start)))
    lijnen = [lijn for lijn in uit.lijnen if lijn.telt != "inbegrepen"]
    assert lijnen[0].van == start
    assert lijnen[-1].tot_en_met == tot
    for eerste, tweede in pairwise(lijnen):
        assert tweede.van == eerste.tot_en_met + timedelta(days=1)


@given(st.data())
def test_het_verwachte_einde_is_de_eerste_dag_waarop_de_dagen_er_zijn(data):
    """Or the last day of the contract month in which its working days alone were enough: a month is 26 when it is over."""
    start = data.draw(starts)
    feiten = {
        "start": start,
        "gebeurtenissen": data.draw(gevallen(start)),
        "uren": data.draw(st.sampled_from([Fraction(38), Fraction(19)])),
        "dagen_per_week": data.draw(st.integers(3, 6)),
        "al_bewezen": Fraction(data.draw(st.integers(0, 311))),
    }
    einde = tel(start, **feiten).verwacht_einde
    op_de_dag, ervoor = tel(einde, **feiten), tel(einde - timedelta(days=1), **feiten)
    assert op_de_dag.resterend == 0
    assert ervoor.geteld <= op_de_dag.geteld
    maand_af = any(lijn.soort == "maand" and lijn.tot_en_met == einde for lijn in op_de_dag.lijnen)
    assert ervoor.resterend > 0 or maand_af


def test_een_korte_maand_is_af_voor_haar_werkdagen_het_zijn():
    """February 2027 has 20 working days: 24 days, and 26 when it is over. 25 days are there on the 28th, not in March."""
    uit = tel(date(2027, 2, 28), start=date(2027, 2, 1), al_bewezen=Fraction(312 - 25))
    assert (uit.resterend, uit.verwacht_einde) == (0, date(2027, 2, 28))


def test_een_maand_die_nog_loopt_telt_nooit_meer_dan_een_hele():
    """22 working days x 6 / 5 is 26.4; on the 23rd the month is over and counts 26."""
    ervoor, erna = (tel(date(2026, 12, dag), start=date(2026, 12, 1)) for dag in (30, 31))
    assert (ervoor.geteld, erna.geteld) == (26, 26)
    assert ervoor.zinnen() == ["22 werkdagen x 6 / 5, hoogstens 26 in een maand (A17)."]


@given(st.data())
def test_een_gebeurtenis_toevoegen_en_weghalen_verandert_niets(data):
    """Facts in, ledger out: no order of writing and no event that was taken away leaves a trace."""
    start = data.draw(starts)
    rijen = data.draw(gevallen(start))
    voor = tel(start + timedelta(days=400), start=start, gebeurtenissen=rijen)
    laatste = max([start, *(g.tot_en_met for g in rijen)])
    extra = Gebeurtenis(data.draw(soorten), laatste + timedelta(days=1), laatste + timedelta(days=9))
    met = data.draw(st.permutations([*rijen, extra]))
    tel(start + timedelta(days=400), start=start, gebeurtenissen=tuple(met))
    weer = tel(start + timedelta(days=400), start=start, gebeurtenissen=tuple(g for g in met if g != extra))
    assert (weer.lijnen, weer.geteld, weer.verwacht_einde) == (voor.lijnen, voor.geteld, voor.verwacht_einde)


@given(st.data())
def test_halve_dagen_en_wat_al_bewezen_was_zijn_dezelfde_som(data):
    start, tot_dagen = data.draw(starts), data.draw(st.integers(0, 800))
    uren, al = data.draw(st.sampled_from([19, 28, 38])), Fraction(data.draw(st.integers(0, 20000)), 100)
    rijen, tot = data.draw(gevallen(start)), start + timedelta(days=tot_dagen)
    gewoon = tel(tot, start=start, uren=Fraction(uren), gebeurtenissen=rijen)
    met = tel(tot, start=start, uren=Fraction(uren), gebeurtenissen=rijen, al_bewezen=al)
    assert met.geteld == gewoon.geteld + al
    half = tel(tot, start=start, uren=Fraction(uren), gebeurtenissen=rijen, halve_dagen=True)
    if uren < 38:
        assert half.geteld == 2 * gewoon.geteld


def test_andere_uren_veranderen_niets_aan_wat_al_gewerkt_is():
    """Three months full-time (78 days), then half-time: 19 x 6 / 38 = 3 days a week."""
    half = Regime(date(2026, 7, 1), Fraction(19), 5)
    uit = tel(date(2026, 7, 28), start=date(2026, 4, 1), wijzigingen=(half,))
    assert uit.geteld == 78 + 20 * Fraction(3, 5)
    assert uit.zinnen() == [
        "3 volle maanden voltijds x 26 dagen (A17).",
        "76 uren x 6 / 38 (A17).",
    ]
    rest = 312 - 78  # 78 weeks of 3 days from Wednesday 1 July 2026
    assert uit.verwacht_einde == date(2026, 7, 1) + timedelta(weeks=rest // 3) - timedelta(days=1)


@given(st.data())
def test_andere_uren_zijn_een_contract_dat_verdergaat(data):
    """Cut where the hours change, count both parts as contracts of their own: the same ledger."""
    start = data.draw(starts)
    vanaf = start + timedelta(days=data.draw(st.integers(1, 400)))
    tot = start + timedelta(days=data.draw(st.integers(0, 800)))
    voor, na = data.draw(st.tuples(st.sampled_from([38, 19, 28]), st.sampled_from([38, 19, 30])))
    rijen = data.draw(gevallen(start))
    samen = tel(
        tot, start=start, uren=Fraction(voor), gebeurtenissen=rijen, wijzigingen=(Regime(vanaf, Fraction(na), 4),)
    )
    dag_voor = vanaf - timedelta(days=1)
    eerst = tel(min(tot, dag_voor), start=start, tot_en_met=dag_voor, uren=Fraction(voor), gebeurtenissen=rijen)
    geteld, lijnen = eerst.geteld, list(eerst.lijnen)
    if tot >= vanaf:
        later = tel(
            tot, start=vanaf, uren=Fraction(na), dagen_per_week=4, gebeurtenissen=rijen, al_bewezen=eerst.geteld
        )
        geteld, lijnen = later.geteld, [*lijnen, *later.lijnen]
    assert samen.geteld == geteld
    assert [(x.van, x.tot_en_met, x.soort, x.dagen) for x in samen.lijnen] == [
        (x.van, x.tot_en_met, x.soort, x.dagen) for x in lijnen
    ]


@given(st.data())
def test_ook_met_andere_uren_is_het_verwachte_einde_de_dag_waarop_de_dagen_er_zijn(data):
    start = data.draw(starts)
    dag, wijzigingen = start, []
    for _ in range(data.draw(st.integers(1, 3))):
        dag += timedelta(days=data.draw(st.integers(1, 150)))
        wijzigingen.append(
            Regime(dag, Fraction(data.draw(st.sampled_from([38, 19, 28]))), data.draw(st.integers(2, 6)))
        )
    feiten = {"start": start, "gebeurtenissen": data.draw(gevallen(start)), "wijzigingen": tuple(wijzigingen)}
    vroeg, einde = tel(start, **feiten), tel(start, **feiten).verwacht_einde
    assert vroeg.verwacht_einde == tel(einde, **feiten).verwacht_einde  # the same whenever one asks
    assert tel(einde, **feiten).resterend == 0
    ervoor = tel(einde - timedelta(days=1), **feiten)
    maand_af = any(lijn.soort == "maand" and lijn.tot_en_met == einde for lijn in tel(einde, **feiten).lijnen)
    afgebroken = einde + timedelta(days=1) in {regime.vanaf for regime in wijzigingen}
    assert ervoor.resterend > 0 or maand_af or afgebroken


def test_dezelfde_uren_vanaf_een_maandgrens_zijn_geen_wijziging():
    zelfde = Regime(date(2026, 7, 1), Fraction(38), 5)
    met = tel(date(2027, 3, 31), start=date(2026, 4, 1), wijzigingen=(zelfde,))
    assert (met.geteld, met.verwacht_einde) == (312, date(2027, 3, 31))
