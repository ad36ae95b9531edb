import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocmw.werkruimte.invoer import cellen
from ocmw.werkruimte.invoer.boeklezer import normaliseer
from ocmw.werkruimte.invoer.datums import EXCEL_NUL, Leesfout, lees_datum, lees_duur, lees_uren
from ocmw.werkruimte.invoer.lezers import LEZERS, Leeswijze
from ocmw.werkruimte.invoer.tests.boeken import OP

DATUMS = st.dates(date(1930, 1, 1), date(2060, 12, 31))
WILD = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=60), st.dates().map(str))


@given(
    DATUMS,
    st.sampled_from(["{d}/{m}/{j}", "{d:02}/{m:02}/{j}", "{d}-{m}-{j}", "{d:02}.{m:02}.{j}", "{j}-{m:02}-{d:02}", "{j}/{m}/{d}", "{d} {m} {j}",
                     "{j}{m:02}{d:02}", "{d:02}/{m:02}/{j} 14:30", "{j}-{m:02}-{d:02}T00:00:00"]),
)  # fmt: skip
def test_elke_gangbare_schrijfwijze_geeft_dezelfde_dag(dag: date, vorm: str):
    assert lees_datum(vorm.format(d=dag.day, m=dag.month, j=dag.year), op=OP) == dag


@given(DATUMS)
def test_het_dagnummer_van_excel_en_een_datumcel_geven_dezelfde_dag(dag: date):
    assert lees_datum((dag - EXCEL_NUL).days, op=OP) == dag
    assert lees_datum(normaliseer(dag), op=OP) == dag


@given(st.dates(date(1926, 11, 23), OP))
def test_een_geboortejaar_van_twee_cijfers_ligt_in_het_verleden(dag: date):
    gelezen = lees_datum(f"{dag:%d.%m.%y}", op=OP, verleden=True)
    assert gelezen.year in {dag.year, dag.year + 100, dag.year - 100}
    assert gelezen.year <= OP.year


@pytest.mark.parametrize(
    ("cel", "dag"),
    [
        ("14.03.86", date(1986, 3, 14)),
        ("15.01.28", date(2028, 1, 15)),
        ("12 mei 2026", date(2026, 5, 12)),
        ("di 12 mei 2026", date(2026, 5, 12)),
        ("1 mrt. '26", date(2026, 3, 1)),
        ("12 mai 2026", date(2026, 5, 12)),
        ("3 août 2025", date(2025, 8, 3)),
        ("May 12, 2026", date(2026, 5, 12)),
        ("1ste maart 2026", date(2026, 3, 1)),
        ("2nd March 2026", date(2026, 3, 2)),
        (45123, date(2023, 7, 16)),
        (12052026, date(2026, 5, 12)),
        (1052026, date(2026, 5, 1)),
        ("-", None),
        ("nvt", None),
        ("n.v.t.", None),
        (None, None),
    ],
)
def test_datums_zoals_mensen_ze_schrijven(cel, dag):
    assert lees_datum(cel, op=OP) == dag


@pytest.mark.parametrize(
    "cel",
    ["31/02/2025", "29/02/2025", "07/25/2026", "mei 2026", 2026, "2026", "morgen", "1/1/26/3", "00/01/2026", True, "=formule", "#REF!",
     "12 mei 12026", 10**9, -4, 0.5, float("nan"), "٣/٤/٢٠٢٦ extra"],
)  # fmt: skip
def test_een_onmogelijke_datum_geeft_een_zin(cel):
    with pytest.raises(Leesfout) as fout:
        lees_datum(cel, op=OP)
    assert str(fout.value).endswith((".", "#REF!."))


def test_de_zin_noemt_de_getypte_tekst():
    with pytest.raises(Leesfout, match="'31/02/2025' bestaat niet"):
        lees_datum("31/02/2025", op=OP)


@pytest.mark.parametrize(
    ("cel", "uren"),
    [
        ("38u", (38, None)),
        ("19/38", (19, 38)),
        (28.5, (28.5, None)),
        ("28,5", (28.5, None)),
        ("38 u/week", (38, None)),
        ("19 uur op 38", (19, 38)),
        ("30,4 uren per week", (30.4, None)),
        ("38:00", (38, None)),
        (None, None),
        ("nvt", None),
    ],
)
def test_uren_per_week(cel, uren):
    verwacht = uren and tuple(None if deel is None else Decimal(str(deel)) for deel in uren)
    assert lees_uren(cel) == verwacht


@pytest.mark.parametrize("cel", ["halftijds", "1/2", "50%", "38/19", -3, 0, 60, "veel", "19/38/3", True])
def test_onleesbare_uren_geven_een_zin(cel):
    with pytest.raises(Leesfout):
        lees_uren(cel)


@pytest.mark.parametrize(
    ("cel", "minuten"),
    [(45, 45), ("45 min", 45), ("45'", 45), ("1u", 60), ("1u30", 90), ("1 uur 15 min", 75), ("1:30", 90), (1.5, 90), ("1,5u", 90), (0, None), (None, None)],
)  # fmt: skip
def test_duur(cel, minuten):
    assert lees_duur(cel) == minuten


def test_de_kop_zegt_of_een_kaal_getal_uren_zijn():
    assert lees_duur(1, in_uren=True) == 60
    assert lees_duur(1) == 1


@pytest.mark.parametrize(
    ("cel", "fase"),
    [
        ("1. Verkenning", "1"),
        ("4. Begeleiding tewerkstelling", "4"),
        ("FASE 5", "5"),
        ("fase IV", "4"),
        (3, "3"),
        ("Nazorg", "nazorg"),
        ("Stopgezet", "afgesloten"),
        ("2. Zoeken tewerkstelling", "3"),
        ("Einde art.60", "5"),
        (None, ""),
        ("  ", ""),
    ],
)
def test_fasen(cel, fase):
    assert cellen.lees_fase(cel, eigen={}) == fase


@pytest.mark.parametrize("cel", ["7. ???", "4. Kleur groen", "8", 7, "groen", "=1+1"])
def test_een_onbekende_fase_wordt_niet_geraden(cel):
    with pytest.raises(Leesfout):
        cellen.lees_fase(cel, eigen={})


def test_een_eigen_fasenaam_gaat_voor():
    assert cellen.lees_fase("Kleur  GROEN", eigen={"kleur groen": "2"}) == "2"
    assert cellen.lees_fase("Verkenning", eigen={"verkenning": "2"}) == "2"


@pytest.mark.parametrize(
    ("cel", "nummer"),
    [("0484/45.13.59", "+32484451359"), ("+32492421348", "+32492421348"), ("0471 15 07 20", "+32471150720"), (484451359, "+32484451359"), (53766611, "+3253766611"), ("0031 6 12345678", "+31612345678"), ("-", "")],
)  # fmt: skip
def test_telefoon(cel, nummer):
    assert cellen.lees_telefoon_cel(cel) == nummer


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("Peeters, Jan", ("Peeters", "Jan")),
        ("VAN DEN BROECK Nathalie", ("VAN DEN BROECK", "Nathalie")),
        ("Nathalie VAN DEN BROECK", ("VAN DEN BROECK", "Nathalie")),
        ("Van den Broeck Nathalie", ("Van den Broeck", "Nathalie")),
        ("Peeters", ("Peeters", "")),
        ("Jan van den Broeck", ("van den Broeck", "Jan")),
        ("Jan Van den Broeck", ("Van den Broeck", "Jan")),
        ("Van den Broeck Jan", ("Van den Broeck", "Jan")),
        ("Hassan El Mansouri", ("El Mansouri", "Hassan")),
        ("Claes De Smet Jan", ("Claes De Smet", "Jan")),
        ("Van Jan", ("Van", "Jan")),
    ],
)
def test_naam_splitsen(tekst, delen):
    assert cellen.splits_naam(tekst) == delen


def test_een_insz_dat_excel_zijn_nullen_afnam():
    assert cellen.lees_insz_cel(12556777, op=OP).nummer == "00012556777"


@pytest.mark.parametrize(
    ("cel", "code"),
    [("x", "ja"), ("Ja", "ja"), (1, "ja"), (True, "ja"), ("neen", "nee"), (False, "nee"), (None, ""), ("onbekend", "")],
)
def test_ja_en_nee(cel, code):
    assert cellen.lees_keuze(cel, cellen.JA_NEE, wat="ja of nee") == code


@pytest.mark.parametrize("veld", sorted(LEZERS))
@given(cel=WILD)
def test_geen_enkele_cel_laat_een_lezer_struikelen(veld, cel):
    with contextlib.suppress(Leesfout):
        LEZERS[veld](normaliseer(cel), Leeswijze(OP, {}))
