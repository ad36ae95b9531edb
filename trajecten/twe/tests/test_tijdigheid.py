"""One verdict on time, whoever asks: window, consequences, nazorg and money (T13, T16)."""

from datetime import date, timedelta

import pytest

from trajecten.twe.gevolgen import Contractperiode, Werkfeiten, gevolgen
from trajecten.twe.nazorgstand import nazorgstand
from trajecten.twe.tests.test_vergoeding import TARIEF
from trajecten.twe.venster import Tijdigheid, TweVenster
from trajecten.twe.vergoeding import Looptijd, Twefeiten, betaalbare_maanden, vergoeding

START, EINDE, GRENS = date(2024, 9, 1), date(2026, 8, 31), date(2024, 11, 1)
VENSTER = TweVenster(START, EINDE, GRENS - timedelta(days=1), (), ())


@pytest.mark.parametrize(
    ("van", "oordeel", "betaalt", "zeker"),
    [
        (date(2024, 8, 31), Tijdigheid.NIET_ZEKER, True, False),
        (START, Tijdigheid.ZEKER, True, True),
        (date(2024, 10, 31), Tijdigheid.ZEKER, True, True),
        (GRENS, Tijdigheid.NIET_ZEKER, True, False),
        (date(2024, 11, 2), Tijdigheid.TE_LAAT, False, True),
    ],
)
def test_een_oordeel_op_elke_plaats(van, oordeel, betaalt, zeker):
    tot = date(2025, 8, 31)
    werk = Werkfeiten((Contractperiode(van, tot),), VENSTER)
    assert VENSTER.tijdigheid(van) == oordeel
    rijen = {g.wat: g.na for g in gevolgen(werk, werk, art60_dagen=(), twe_dagen=(), op=START)}
    assert rijen["Startte art.60 op tijd?"] == oordeel.in_woorden
    if van > START:
        woord = {"zeker": "op tijd.", "niet zeker": "niet zeker op tijd.", "te laat": "te laat."}[oordeel.value]
        assert nazorgstand(werk, op=START).zin.endswith(f"Dat is {woord}")
    uit = vergoeding(Twefeiten(START, EINDE, (Looptijd(van, tot),)), TARIEF)
    assert (uit.tijdig, bool(uit.bedrag), not uit.niet_zeker) == (oordeel, betaalt, zeker)
    assert uit.niet_zeker in {0, uit.bedrag}


def som(*art60, gestopt=EINDE, **meer):
    looptijden = [Looptijd(van, tot) for van, tot in art60]
    return betaalbare_maanden(
        twe_start=START, twe_einde=gestopt, art60=looptijden, tarief=TARIEF, rechten_nodig=True, **meer
    )


def test_wat_na_het_venster_begint_is_geen_overschrijding():
    binnen = (date(2024, 10, 15), date(2025, 10, 14))
    alleen = som(binnen)
    assert som(binnen, (date(2026, 10, 1), date(2027, 9, 30))).bedrag == alleen.bedrag
    # What began inside and must run on, is one: September, October and November at the full 445.
    door = som(binnen, (date(2026, 8, 1), date(2026, 11, 30)))
    assert (door.extra_maanden, door.bedrag - alleen.bedrag) == (3, 195 + 3 * 445)


def test_een_gestopte_werkervaring_neemt_geen_later_contract_op():
    eerst, later = (date(2024, 10, 15), date(2025, 1, 14)), (date(2025, 5, 1), date(2026, 4, 30))
    gestopt = date(2025, 3, 31)
    assert som(eerst, later, gestopt=gestopt).bedrag == som(eerst, gestopt=gestopt).bedrag == 7 * 250 + 3 * 195
    assert som(later, gestopt=gestopt).tijdig is None


def test_een_contract_na_het_venster_hoort_er_nergens_bij():
    werk = Werkfeiten((Contractperiode(date(2026, 10, 1), date(2027, 9, 30)),), VENSTER)
    assert (werk.art60_binnen, werk.rest) == ([], None)


def test_een_contract_of_een_lijst_niet_allebei():
    with pytest.raises(ValueError, match="niet allebei"):
        som((START, EINDE), art60_van=START, art60_tot=EINDE)
