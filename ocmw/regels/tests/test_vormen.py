"""The shape of a value: read, taken apart for a form and put together again, and refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.regels.sleutels import SLEUTELS, Onderwerp, beginwaarden, beschrijving
from ocmw.regels.vormen import Getal, Getallenrij, Trappen, Velden, afgeleide_vorm

TOELATING = SLEUTELS["rva.toelating"].vorm
GELIJKGESTELD = SLEUTELS["rva.gelijkgesteld"].vorm


@pytest.mark.parametrize(("sleutel", "waarde"), [(sleutel, begin.waarde) for sleutel, begin in beginwaarden()])
def test_elke_basisregel_past_in_zijn_vorm(sleutel, waarde):
    vorm = beschrijving(sleutel, waarde).vorm
    assert vorm.weigering(waarde) == ""
    assert vorm.bouw(vorm.plat(waarde)) == waarde
    assert "{" not in vorm.in_woorden(waarde)
    assert "[" not in vorm.in_woorden(waarde)
    gevraagd = {blad.pad for blad in vorm.bladeren(waarde)}
    assert set(vorm.plat(waarde)) <= gevraagd, "het formulier vraagt niet alles wat in de waarde staat"


def test_elke_sleutel_heeft_een_naam_en_een_onderwerp():
    assert not [s for s, b in SLEUTELS.items() if not b.naam or b.onderwerp == Onderwerp.ANDERE]
    assert not [s for s, b in SLEUTELS.items() if not b.begin], (
        "Zonder begin bestaat de regel in geen enkele installatie."
    )


@pytest.mark.parametrize(
    ("sleutel", "waarde", "zin"),
    [
        ("twe.max_maanden", 24, "24 maanden"),
        ("twe.opschorting_telt", False, "nee"),
        ("twe.waarschuwing_dagen", [90, 60, 30], "90, 60 en 30 dagen vooraf"),
        ("twe.inspanningsvergoeding", {"maand": 250, "jaar": 3000}, "Per maand: 250 euro; Hoogstens per jaar: 3000 euro"),
        ("rva.toelating", [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}],
         "voor elke leeftijd 312 dagen in 36 maanden"),
        ("rva.toelating",
         [{"tot_leeftijd": 36, "dagen": 312, "maanden": 21}, {"tot_leeftijd": None, "dagen": 624, "maanden": 42}],
         "jonger dan 36: 312 dagen in 21 maanden; alle andere leeftijden: 624 dagen in 42 maanden"),
    ],
)  # fmt: skip
def test_in_woorden(sleutel, waarde, zin):
    assert SLEUTELS[sleutel].vorm.in_woorden(waarde) == zin


def test_de_dagsoorten_in_het_kort_en_als_tabel():
    waarde = SLEUTELS["rva.gelijkgesteld"].begin[0].waarde
    assert GELIJKGESTELD.in_woorden(waarde) == "7 gelijkgesteld, 4 telt niet"
    rooster = GELIJKGESTELD.rooster(waarde)
    assert rooster.rijen[0][:3] == ("Vakantie of feestdagen", "gelijkgesteld", "nee")


def trap(*rijen):
    return [{"tot_leeftijd": tot, "dagen": dagen, "maanden": 21} for tot, dagen in rijen]


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [
        ([], "minstens één rij"),
        (trap((36, 312)), "de laatste rij leeg"),
        (trap((50, 312), (36, 468), (None, 624)), "van jong naar oud"),
        (trap((36, 312), (36, 468), (None, 624)), "elke leeftijd één keer"),
        (trap((None, 312), (None, 624)), "Alleen in de laatste rij"),
        (trap((36, None), (None, 624)), "Rij 1, te bewijzen: Vul een getal in"),
        (trap((36, 0), (None, 624)), "van 1 tot 2000"),
    ],
)
def test_trappen_lopen_op_en_eindigen_bij_alle_andere(waarde, zin):
    assert zin in TOELATING.weigering(waarde)


@pytest.mark.parametrize(
    ("vorm", "waarde", "zin"),
    [
        (Getallenrij("dagen", neer=True), [], "valt deze regel weg"),
        (Getallenrij("dagen", neer=True), [30, 60], "groot naar klein"),
        (Getallenrij("maanden"), [2, 2], "elk getal één keer"),
        (Getallenrij("maanden"), ["x"], "hele getallen"),
        (Getal("dag", "dagen", 1, 99), None, "Vul een getal in."),
        (Getal("dag", "dagen", 1, 99), 100, "van 1 tot 99"),
        (Getal("dag", "dagen", 1, 99), True, "van 1 tot 99"),
        (SLEUTELS["traject.stilte_dagen"].vorm, {"1": 30}, "Fase 2: Vul een getal in."),
        (SLEUTELS["evaluatie.verschuift_bij"].vorm, ["griep"], "griep bestaat niet"),
        (GELIJKGESTELD, {}, "Vakantie of feestdagen ontbreekt: de toepassing rekent ermee."),
    ],
)
def test_een_regel_die_de_toepassing_nodig_heeft_wordt_niet_leeg(vorm, waarde, zin):
    assert zin in vorm.weigering(waarde)


def test_een_onbekende_regel_krijgt_de_vorm_van_zijn_waarde():
    assert isinstance(afgeleide_vorm({"a": 1, "b": [1, 2]}), Velden)
    assert not isinstance(afgeleide_vorm([{"a": 1}]), Trappen)
    assert beschrijving("nieuw.ding_dagen", 3).naam == "Nieuw: ding dagen"
    assert afgeleide_vorm(["a", "b"]).in_woorden(["a", "b"]) == "a en b"


bladen = st.one_of(st.integers(0, 999), st.booleans(), st.text("abc", min_size=1, max_size=5))
waarden = st.recursive(
    st.one_of(bladen, st.lists(st.integers(0, 99), min_size=1, max_size=4)),
    lambda kinderen: st.dictionaries(st.text("abc", min_size=1, max_size=3), kinderen, min_size=1, max_size=3),
    max_leaves=6,
)


@given(waarden)
def test_uit_elkaar_en_weer_samen_is_dezelfde_waarde(waarde):
    vorm = afgeleide_vorm(waarde)
    assert vorm.bouw(vorm.plat(waarde)) == waarde
    assert {blad.pad for blad in vorm.bladeren(waarde)} == set(vorm.plat(waarde))
