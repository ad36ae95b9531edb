"""Numbers that leave the team: nobody is recognised, neither from a cell nor by subtraction (D15)."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ocmw.werkruimte.rapporten.kleinecel import VERBORGEN, verberg_kleine_cellen
from ocmw.werkruimte.rapporten.rapport import Celsoort, Rapporttabel, Tabelkolom

KOLOMMEN = (Tabelkolom("Wat"), Tabelkolom("Aantal", Celsoort.GETAL), Tabelkolom("Aandeel", Celsoort.AANDEEL))


def _tabel(aantallen, totaal=True):
    som = sum(aantallen)
    rijen = tuple((f"r{i}", n, n / som if som else 0) for i, n in enumerate(aantallen))
    return Rapporttabel(KOLOMMEN, rijen, totaal=("Samen", som, 1) if totaal else None)


def _aantallen(tabel):
    return [rij[1] for rij in tabel.rijen]


def test_een_kleine_groep_verdwijnt_met_de_volgende_kleinste():
    assert _aantallen(verberg_kleine_cellen(_tabel([14, 3, 9, 0]), 5)) == [14, VERBORGEN, VERBORGEN, 0]


def test_twee_kleine_groepen_dekken_elkaar():
    assert _aantallen(verberg_kleine_cellen(_tabel([14, 3, 4, 9]), 5)) == [14, "< 5", "< 5", 9]


def test_wat_uit_het_totaal_volgt_is_ook_verborgen():
    assert _aantallen(verberg_kleine_cellen(_tabel([14, 1, 1]), 5)) == [VERBORGEN] * 3
    assert _aantallen(verberg_kleine_cellen(_tabel([14, 4, 4]), 5)) == [VERBORGEN] * 3


def test_een_aandeel_verraadt_het_aantal_niet():
    tabel = verberg_kleine_cellen(_tabel([14, 3, 9]), 5)
    assert [rij[2] for rij in tabel.rijen] == [14 / 26, VERBORGEN, VERBORGEN]


def test_een_klein_totaal_is_ook_klein():
    tabel = verberg_kleine_cellen(_tabel([2, 1]), 5)
    assert tabel.totaal[1] == "< 5"


def test_nul_en_grote_groepen_blijven():
    assert _aantallen(verberg_kleine_cellen(_tabel([0, 5, 60]), 5)) == [0, 5, 60]


@settings(max_examples=300)
@given(st.lists(st.integers(0, 40), max_size=6), st.integers(3, 8))
def test_met_het_totaal_is_geen_kleine_groep_terug_te_rekenen(aantallen, grens):
    tabel = verberg_kleine_cellen(_tabel(aantallen), grens)
    zichtbaar = _aantallen(tabel)
    assert not [n for n in zichtbaar if isinstance(n, int) and 0 < n < grens]
    weg = [i for i, n in enumerate(zichtbaar) if isinstance(n, str)]
    if not weg or not isinstance(tabel.totaal[1], int) or not [n for n in aantallen if n >= grens]:
        return
    rest = tabel.totaal[1] - sum(n for n in zichtbaar if isinstance(n, int))
    for i in weg:
        assert len(_mogelijke_waarden(rest, zichtbaar, weg, i, grens)) > 1, (aantallen, zichtbaar)


def _mogelijke_waarden(rest, zichtbaar, weg, i, grens):
    """What cell `i` can be, given the sum of all hidden cells and what each of them shows."""

    def bereik(j):
        return (1, 10**6) if zichtbaar[j] == VERBORGEN else (1, grens - 1)

    anderen = [bereik(j) for j in weg if j != i]
    laagst, hoogst = sum(laag for laag, _ in anderen), sum(hoog for _, hoog in anderen)
    van, tot = bereik(i)
    return [n for n in range(van, min(tot, rest) + 1) if laagst <= rest - n <= hoogst]
