"""The ledger of one person: worked examples, what a month counts, and facts that cannot be counted."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest

from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Tellerfeiten, Tellerwerk
from tewerkstelling.rechtenteller.tests import zaken
from tewerkstelling.regime import Regime

GEBOREN = date(1990, 2, 1)


def tel(op, **feiten):
    return zaken.tel(op, Tellerfeiten(**{"geboortedatum": GEBOREN, **feiten}))


@pytest.mark.parametrize(
    ("start", "einde", "werk_tot"),
    [
        (date(2026, 4, 1), date(2027, 3, 31), None),
        (date(2026, 10, 15), date(2027, 10, 14), None),
        (date(2028, 2, 29), date(2029, 2, 28), None),
        # The last working day of October 2027 is a Friday, and only a whole month is 26 days: 21 x 6 / 5 is less.
        (date(2026, 11, 1), date(2027, 10, 29), date(2027, 10, 31)),
    ],
)
def test_twaalf_maanden_voltijds_zijn_312_dagen(start, einde, werk_tot):
    """W5.22, 25 and 26."""
    uit = tel(date(2026, 11, 30), start=start)
    assert (uit.verwacht_einde, uit.werk_tot) == (einde, werk_tot or einde)
    op_de_dag, ervoor = (tel(dag, start=start) for dag in (einde, einde - timedelta(days=1)))
    assert op_de_dag.resterend == 0 < ervoor.resterend


def test_halve_dagen_tellen_dubbel():
    """W5.28."""
    uit = tel(date(2027, 3, 30), start=date(2026, 4, 1), uren=Fraction(19), halve_dagen=True)
    assert (uit.geteld, uit.verwacht_einde) == (312, date(2027, 3, 30))
    vol = tel(date(2026, 6, 30), start=date(2026, 4, 1), halve_dagen=True)
    assert (vol.geteld, vol.zinnen()) == (156, ["3 volle maanden voltijds x 52 halve dagen."])


def test_de_periode_schuift_mee_met_de_aanvraag():
    vroeger = (Tellerwerk(date(2025, 1, 1), date(2025, 11, 30)),)
    feiten = {"start": date(2026, 4, 1), "uren": Fraction(19), "geboortedatum": date(1985, 5, 5), "vroeger": vroeger}
    uit = tel(date(2026, 5, 31), **feiten)
    assert (uit.verwacht_einde, uit.referte_van, uit.nodig) == (date(2026, 6, 1), date(2023, 6, 2), 312)
    assert uit.per_werk == (286, Fraction(43 * 6, 10))
    # Two years later those eleven months would be lost: then the day does not come any more.
    later = tel(date(2026, 5, 31), **feiten | {"start": date(2028, 11, 1)})
    assert later.verwacht_einde == date(2030, 10, 29)


@pytest.mark.parametrize("waar", ["vroeger", "ertussen", "eigen"])
def test_ziekte_verlengt_de_periode_waar_ze_ook_ligt(waar):
    dagen = {"vroeger": date(2025, 3, 3), "ertussen": date(2026, 1, 5), "eigen": date(2026, 5, 4)}
    ziek = (Gebeurtenis("ziekte_ziekenfonds", dagen[waar], dagen[waar] + timedelta(days=27)),)
    vroeger = Tellerwerk(date(2025, 1, 1), date(2025, 11, 30), gebeurtenissen=() if waar == "eigen" else ziek)
    feiten = Tellerfeiten(date(2026, 4, 1), date(2026, 12, 31), vroeger=(vroeger,), geboortedatum=GEBOREN)
    uit = zaken.tel(date(2026, 12, 31), replace(feiten, gebeurtenissen=ziek if waar == "eigen" else ()))
    assert (uit.verlengd_met, uit.referte_van) == (28, date(2024, 1, 1) - timedelta(days=28))


@pytest.mark.parametrize(
    ("geboren", "nodig"), [(date(1989, 6, 15), 312), (date(1989, 6, 14), 468), (date(1975, 6, 14), 624)]
)
def test_de_trap_is_die_van_de_dag_van_de_aanvraag(geboren, nodig):
    """Looked at in November 2026, when there are no brackets any more."""
    uit = tel(date(2026, 11, 30), start=date(2024, 6, 1), tot_en_met=date(2025, 6, 13), geboortedatum=geboren)
    assert (uit.aanvraag, uit.nodig) == (date(2025, 6, 14), nodig)


def test_de_eerste_dag_waarop_een_aanvraag_lukt_ligt_soms_op_een_regelwissel():
    uit = tel(date(2026, 11, 30), start=date(2024, 9, 1), tot_en_met=date(2026, 8, 31), geboortedatum=date(1970, 1, 1))
    assert (uit.verwacht_einde, uit.nodig, uit.geteld) == (date(2026, 2, 28), 312, 624)
    kort = tel(date(2026, 11, 30), start=date(2026, 4, 1), tot_en_met=date(2026, 6, 30))
    assert (kort.referte_van, kort.referte_tot) == (date(2023, 7, 1), date(2026, 6, 30))


def test_een_dag_die_nooit_komt():
    weinig = tel(date(2026, 11, 30), start=date(2026, 4, 1), uren=Fraction(8))
    assert (weinig.verwacht_einde, weinig.resterend > 0) == (None, True)
    assert weinig.onmogelijk.startswith("Met 8 uren per week passen de 312 dagen nooit in 36 maanden. Vanaf 13 uren")
    genoeg = tel(date(2026, 11, 30), start=date(2026, 4, 1), uren=Fraction(13))
    assert (genoeg.onmogelijk, genoeg.verwacht_einde > date(2028, 4, 1)) == ("", True)


@pytest.mark.parametrize(
    ("uren", "voltijds", "mag"), [(12, 38, True), (11, 38, False), (11, 33, True), (12, 40, True), (4, 38, False)]
)
def test_vrijwillig_deeltijds_vraagt_twaalf_uren_of_een_derde(uren, voltijds, mag):
    uit = tel(
        date(2026, 11, 30), start=date(2026, 4, 1), uren=Fraction(uren), voltijds=Fraction(voltijds), halve_dagen=True,
        minste_uren=Fraction(12), minste_deel=Fraction(1, 3),
    )  # fmt: skip
    assert (bool(uit.geteld), bool(uit.verwacht_einde), not uit.onmogelijk) == (mag, mag, mag)
    if not mag:
        assert "dat kan vanaf 12 uren per week" in uit.onmogelijk
        assert [lijn.telt for lijn in uit.lijnen] == ["niet"]


def test_ziekte_op_het_ziekenfonds_schuift_het_einde_en_verlengt_de_periode():
    ziek = Gebeurtenis("ziekte_ziekenfonds", date(2026, 6, 1), date(2026, 7, 12))
    zonder = tel(date(2026, 12, 31), start=date(2026, 4, 1))
    met = tel(date(2026, 12, 31), start=date(2026, 4, 1), gebeurtenissen=(ziek,))
    assert met.verwacht_einde > zonder.verwacht_einde
    assert met.verlengd_met == 42
    assert [lijn.telt for lijn in met.lijnen] == ["geteld", "niet", "geteld", "geteld"]
    assert all(zin.endswith(".") and "(A" not in zin for zin in met.zinnen())


def test_wat_de_wet_gelijkstelt_verandert_niets_aan_het_totaal():
    vrij = Gebeurtenis("vakantie", date(2026, 7, 6), date(2026, 7, 19))
    zonder = tel(date(2027, 3, 31), start=date(2026, 4, 1))
    met = tel(date(2027, 3, 31), start=date(2026, 4, 1), gebeurtenissen=(vrij,))
    assert (met.geteld, met.verwacht_einde) == (zonder.geteld, zonder.verwacht_einde)
    assert any(lijn.soort == "vakantie" for lijn in met.lijnen)


def test_wat_voor_de_periode_of_een_toelating_ligt_telt_niet():
    uit = tel(date(2027, 3, 31), start=date(2026, 4, 1), vorige_toelating=date(2026, 6, 30))
    assert (uit.lijnen[0].telt, uit.geteld) == ("niet", 312 - 3 * 26)
    oud = tel(date(2031, 3, 31), start=date(2026, 4, 1), tot_en_met=date(2031, 3, 31))
    assert [(lijn.soort, lijn.van, lijn.tot_en_met) for lijn in oud.lijnen] == [
        ("voor_referte", date(2026, 4, 1), date(2028, 3, 31)),
        ("maand", date(2028, 4, 1), date(2031, 3, 31)),
    ]


def test_wat_een_maand_telt():
    """July 2026 has 23 working days: 27,6. February 2027 has 20, and is 26 days when it is whole."""
    vrij = (Gebeurtenis("schorsing", date(2026, 7, 4), date(2026, 7, 4)),)
    juli = {"start": date(2026, 7, 1), "tot_en_met": date(2026, 7, 31)}
    assert [tel(date(2026, 7, 31), **juli, gebeurtenissen=g).geteld for g in ((), vrij)] == [26, 26]
    zonder_slot = tel(date(2026, 7, 31), **juli, gebeurtenissen=vrij).zinnen()
    assert zonder_slot[-1] == "20 werkdagen x 6 / 5, hoogstens 26 in een maand."
    februari = [tel(dag, start=date(2027, 2, 1)).geteld for dag in (date(2027, 2, 25), date(2027, 2, 26))]
    assert februari == [Fraction(19 * 6, 5), 26]
    ervoor, erna = (tel(date(2026, 12, dag), start=date(2026, 12, 1)) for dag in (30, 31))
    assert (ervoor.geteld, erna.geteld) == (25, 26)
    assert ervoor.zinnen() == ["22 werkdagen x 6 / 5, hoogstens 26 in een maand."]


def test_werk_naast_elkaar_is_samen_hoogstens_26_in_een_maand():
    naast = (Tellerwerk(date(2026, 4, 1), date(2026, 12, 31), uren=Fraction(10)),)
    uit = tel(date(2026, 6, 30), start=date(2026, 4, 1), vroeger=naast)
    assert uit.geteld == 78
    half = tel(date(2026, 4, 30), start=date(2026, 4, 1), uren=Fraction(19), vroeger=naast)
    assert half.geteld == 22 * Fraction(29, 38) * Fraction(6, 5)


def test_zes_weken_voltijds_zoals_in_de_bron():
    """30 working days from 5 May to 13 June 2014: 36 days."""
    assert tel(date(2014, 6, 13), start=date(2014, 5, 5), tot_en_met=date(2014, 6, 13)).geteld == 36


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ({"uren": Fraction(40)}, "niet meer dan die van een voltijdse"),
        ({"tot_en_met": date(2026, 3, 1)}, "laatste dag"),
        ({"start": date(1880, 3, 1)}, "te ver"),
        (
            {"vroeger": (Tellerwerk(date(2025, 1, 1), date(2025, 6, 1), uren=Fraction(50)),)},
            "niet meer dan die van een",
        ),
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
        tel(date(2026, 12, 31), **{"start": date(2026, 4, 1), **feiten})


def test_de_lijnen_van_een_contract_sluiten_op_elkaar_aan():
    for nummer in range(200):
        feiten = replace(zaken.zaak(nummer), tot_en_met=None, vroeger=(), wijzigingen=())
        tot = feiten.start + timedelta(days=nummer * 4)
        lijnen = [lijn for lijn in zaken.tel(tot, feiten).lijnen if lijn.telt != "inbegrepen"]
        assert (lijnen[0].van, lijnen[-1].tot_en_met) == (feiten.start, tot)
        for eerste, tweede in pairwise(lijnen):
            assert tweede.van == eerste.tot_en_met + timedelta(days=1)


def test_andere_uren_veranderen_niets_aan_wat_al_gewerkt_is():
    """Three months full-time (78 days), then half-time: 19 x 6 / 38 = 3 days a week."""
    half = Regime(date(2026, 7, 1), Fraction(19), 5)
    uit = tel(date(2026, 7, 28), start=date(2026, 4, 1), wijzigingen=(half,))
    assert uit.geteld == 78 + 20 * Fraction(3, 5)
    assert uit.zinnen() == ["3 volle maanden voltijds x 26 dagen.", "76 uren x 6 / 38."]
    rest = 312 - 78  # 78 weeks of 3 days from Wednesday 1 July 2026
    assert uit.verwacht_einde == date(2026, 7, 1) + timedelta(weeks=rest // 3) - timedelta(days=1)


def test_dezelfde_uren_zijn_geen_wijziging():
    for dag in (date(2026, 7, 1), date(2026, 7, 15), date(2027, 3, 31)):
        zelfde = Regime(dag, Fraction(38), 5)
        met = tel(date(2027, 3, 31), start=date(2026, 4, 1), wijzigingen=(zelfde,))
        assert (met.geteld, met.verwacht_einde) == (312, date(2027, 3, 31))
