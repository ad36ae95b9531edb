from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.be import bis, nn

from clienten.insz import controlegetal, in_de_eeuw_van, lees_insz, strijdig_met_geboortedatum, toon_insz
from ocmw.gereedschap.testing.maak import insz_van

OP = date(2026, 11, 22)
geboortedagen = st.dates(date(1900, 1, 1), OP)
volgnummers = st.integers(1, 998)


def maak(geboren: date, volgnummer: int, verschuiving: int = 0) -> str:
    """An independent builder: the whole number is a multiple of 97 away from its check digits."""
    negen = f"{geboren.year % 100:02}{geboren.month + verschuiving:02}{geboren.day:02}{volgnummer:03}"
    basis = int(negen) + (2_000_000_000 if geboren.year >= 2000 else 0)
    return next(f"{negen}{c:02}" for c in range(1, 98) if (basis + c) % 97 == 0)


@pytest.mark.parametrize(
    ("tekst", "geboren", "geslacht", "soort"),
    [
        ("85.07.30-033.28", date(1985, 7, 30), "M", "RRN"),  # W7.37
        ("00.01.25-567.77", date(2000, 1, 25), "M", "RRN"),  # W7.39
        ("00.01.01-001.05", date(2000, 1, 1), "M", "RRN"),  # W7.42
        ("00.01.01-001.73", date(1900, 1, 1), "M", "RRN"),
        ("04.02.29-002.31", date(2004, 2, 29), "V", "RRN"),  # W7.43: leap day
        ("90.25.17-001.02", date(1990, 5, 17), "", "BIS"),  # W7.47: +20, gender unknown
        ("05.51.09-003.24", date(2005, 11, 9), "M", "BIS"),  # W7.49: +40
    ],
)
def test_geldige_nummers(tekst, geboren, geslacht, soort):
    insz = lees_insz(tekst, op=OP)
    assert insz.geldig
    assert (insz.geboortedatum, insz.geslacht, insz.soort, insz.reden) == (geboren, geslacht, soort, "")
    assert insz.nummer.isascii()
    assert len(insz.nummer) == 11
    assert toon_insz(insz.nummer) == tekst


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("85.07.30-033.29", "controlegetal"),  # W7.38
        ("00.01.25-567.78", "controlegetal"),  # W7.40
        ("05.02.29-001.53", "29/02/2005 bestaat niet"),  # W7.45
        ("66.04.10-666.00", "controlegetal"),  # W7.51
        ("85.07.30-033.98", "controlegetal"),
        ("85.07.30-033.99", "controlegetal"),
        ("", "geen INSZ"),
        ("   ", "geen INSZ"),
        ("onbekend", "gewone cijfers"),
        ("85.07.30-033.2", "hier staan er 10. Ontbreekt er vooraan een nul?"),
        ("85.07.30-033.281", "hier staan er 12"),
        ("８５０７３００３３２８", "gewone cijfers"),  # full-width digits
        ("٨٥٠٧٣٠٠٣٣٢٨", "gewone cijfers"),  # Arabic-Indic digits
        ("85073003328\n", "gewone cijfers"),
        ("8507300\n3328", "gewone cijfers"),
        ("850-730-033-28", "vreemde plaats"),
    ],
)
def test_ongeldige_nummers_zeggen_waarom(tekst, reden):
    insz = lees_insz(tekst, op=OP)
    assert not insz.geldig
    assert reden in insz.reden
    assert insz.reden.endswith((".", "?"))
    assert (insz.nummer, insz.geboortedatum, insz.soort) == ("", None, "")


@pytest.mark.parametrize(
    "tekst",
    [
        "85073003328",
        "85.07.30-033.28",
        "850730 033 28",
        "85.07.30-033-28",
        " 85 07 30 033 28 ",
        "85/07/30-033.28",
        "85.07.30\u2013033.28",
        "85.07.30\u00a0033.28",
        "85.07.30 - 033.28",
    ],
)
def test_gewone_schrijfwijzen(tekst):
    assert lees_insz(tekst, op=OP).nummer == "85073003328"


@given(geboortedagen, volgnummers, st.sampled_from([0, 20, 40]))
def test_elk_gebouwd_nummer_wordt_teruggelezen(geboren, volgnummer, verschuiving):
    insz = lees_insz(maak(geboren, volgnummer, verschuiving), op=OP)
    assert insz.geldig, insz.reden
    assert insz.geboortedatum == geboren
    assert insz.soort == ("BIS" if verschuiving else "RRN")
    assert insz.geslacht == ("" if verschuiving == 20 else "MV"[volgnummer % 2 == 0])


@given(geboortedagen, volgnummers, st.integers(0, 10), st.integers(1, 9))
def test_een_verkeerd_cijfer_valt_op(geboren, volgnummer, plaats, verschil):
    """One wrong digit never yields the same person: invalid, or (rarely) another century."""
    nummer = maak(geboren, volgnummer)
    fout = nummer[:plaats] + str((int(nummer[plaats]) + verschil) % 10) + nummer[plaats + 1 :]
    insz = lees_insz(fout, op=OP)
    assert not insz.geldig or insz.geboortedatum != geboren or insz.geboortedatum is None


@given(st.text("0123456789", min_size=9, max_size=9), st.sampled_from(["00", "98", "99"]))
def test_00_98_en_99_zijn_nooit_een_controlegetal(negen, controle):
    """I3."""
    assert not lees_insz(negen + controle, op=OP).geldig


@given(st.text("0123456789", min_size=9, max_size=9))
def test_de_eeuw_is_altijd_zeker(negen):
    """I3: the two variants differ by 68 modulo 97, so never coincide."""
    oud, nieuw = (controlegetal(negen, na_2000=na) for na in (False, True))
    assert oud != nieuw
    assert 1 <= oud <= 97
    assert 1 <= nieuw <= 97


@given(geboortedagen, volgnummers, st.sampled_from([0, 20, 40]))
def test_de_bibliotheek_is_het_eens_over_geldige_nummers(geboren, volgnummer, verschuiving):
    nummer = maak(geboren, volgnummer, verschuiving)
    register = bis if verschuiving else nn
    assert register.is_valid(nummer)
    assert register.get_birth_date(nummer) == geboren


@given(st.text("0123456789", min_size=9, max_size=9), st.booleans())
def test_wat_wij_aanvaarden_aanvaardt_de_bibliotheek_ook(negen, na_2000):
    """We are stricter, never looser, except for the month +60 that we mark with a warning (I9)."""
    nummer = f"{negen}{controlegetal(negen, na_2000=na_2000):02}"
    insz = lees_insz(nummer, op=OP)
    if insz.geldig and not insz.reden.startswith("Let op"):
        assert (bis if insz.soort == "BIS" else nn).is_valid(nummer)


@given(st.text(max_size=30))
def test_elke_tekst_krijgt_een_antwoord(tekst):
    insz = lees_insz(tekst, op=OP)
    assert insz.geldig == bool(insz.nummer)
    assert insz.geldig or insz.reden


def test_geboren_in_de_toekomst_bestaat_niet():
    """I4: tomorrow is refused, today is somebody's birthday."""
    assert lees_insz(maak(OP, 1), op=OP).geldig
    morgen = lees_insz(maak(date(2026, 11, 23), 1), op=OP)
    assert "toekomst" in morgen.reden


@pytest.mark.parametrize("maanddag", ["0000", "0001", "0017", "2000", "4000", "0700", "2700"])
def test_onbekende_geboortedatum(maanddag):
    """I6: month or day 00 is an unknown birthday, not an error."""
    negen = f"85{maanddag}033"
    insz = lees_insz(f"{negen}{controlegetal(negen, na_2000=False):02}", op=OP)
    assert insz.geldig
    maand = {"0700": 7, "2700": 7}.get(maanddag)
    assert insz.geboortedatum is None
    assert insz.geboren_tussen == (date(1985, maand or 1, 1), date(1985, maand or 12, 31))
    assert "onbekend" in insz.reden


def test_onbekend_jaar():
    negen = "000001033"
    insz = lees_insz(f"{negen}{controlegetal(negen, na_2000=False):02}", op=OP)
    assert insz.geldig
    assert insz.geboren_tussen is None


def test_onbekende_dag_in_een_toekomstig_jaar_bestaat_niet():
    negen = "300000033"
    assert "toekomst" in lees_insz(f"{negen}{controlegetal(negen, na_2000=True):02}", op=OP).reden


def test_maand_plus_60_is_geldig_met_een_waarschuwing():
    """I9."""
    insz = lees_insz(maak(date(1985, 7, 30), 33, 60), op=OP)
    assert (insz.geldig, insz.soort, insz.geslacht, insz.geboortedatum) == (True, "BIS", "", date(1985, 7, 30))
    assert insz.reden.startswith("Let op")


@pytest.mark.parametrize("maand", ["13", "19", "33", "39", "53", "73", "80", "99"])
def test_onbestaande_maanden(maand):
    negen = f"85{maand}30033"
    assert f"Maand {maand}" in lees_insz(f"{negen}{controlegetal(negen, na_2000=False):02}", op=OP).reden


@pytest.mark.parametrize("volgnummer", ["000", "999"])
def test_volgnummers_lopen_van_001_tot_998(volgnummer):
    """I5."""
    negen = f"850730{volgnummer}"
    assert "Volgnummer" in lees_insz(f"{negen}{controlegetal(negen, na_2000=False):02}", op=OP).reden


def test_strijdig_met_de_geboortedatum():
    insz = lees_insz("85.07.30-033.28", op=OP)
    assert strijdig_met_geboortedatum(insz, date(1985, 7, 30)) == ""
    assert "30/07/1985" in strijdig_met_geboortedatum(insz, date(1985, 7, 3))


JAAR, MAAND = "Volgens het INSZ is het geboortejaar 1985, niet", "Volgens het INSZ is de geboortemaand 07/1985, niet"


@pytest.mark.parametrize("verschuiving", [0, 20, 40])
@pytest.mark.parametrize(
    ("maand", "dag", "geboren", "strijd"),
    [
        (0, 0, date(1985, 1, 1), ""),
        (0, 0, date(1985, 12, 31), ""),
        (0, 0, date(1986, 1, 1), f"{JAAR} 1986."),
        (0, 0, date(1984, 12, 31), f"{JAAR} 1984."),
        (0, 17, date(1985, 3, 4), ""),  # a day without a month says nothing
        (7, 0, date(1985, 7, 1), ""),
        (7, 0, date(1985, 7, 31), ""),
        (7, 0, date(1985, 8, 1), f"{MAAND} 08/1985."),
        (7, 0, date(1986, 7, 15), f"{MAAND} 07/1986."),
        (7, 30, date(1985, 7, 30), ""),
        (7, 30, date(1985, 7, 29), "Volgens het INSZ is de geboortedatum 30/07/1985, niet 29/07/1985."),
    ],
)
def test_alleen_wat_het_nummer_weet_kan_strijdig_zijn(verschuiving, maand, dag, geboren, strijd):
    """Year, month and day, each known or not: one function for the form and the import."""
    insz = lees_insz(insz_van(f"85{maand + verschuiving:02}{dag:02}033"), op=OP)
    assert insz.geldig
    assert strijdig_met_geboortedatum(insz, geboren) == strijd


@pytest.mark.parametrize(
    ("maanddag", "geboren", "bedoeld"),
    [
        ("0730", date(2085, 7, 30), date(1985, 7, 30)),
        ("0700", date(2085, 7, 12), date(1985, 7, 12)),
        ("0000", date(2085, 3, 12), date(1985, 3, 12)),
        ("0730", date(2085, 7, 29), None),
        ("0730", date(1984, 7, 30), None),
        ("0700", date(2085, 8, 12), None),
    ],
)
def test_het_nummer_kent_de_eeuw(maanddag, geboren, bedoeld):
    assert in_de_eeuw_van(lees_insz(insz_van(f"85{maanddag}033"), op=OP), geboren) == bedoeld


def test_een_schrikkeldag_bestaat_niet_in_elke_eeuw():
    assert in_de_eeuw_van(lees_insz("00.01.01-001.73", op=OP), date(2000, 2, 29)) is None
    assert in_de_eeuw_van(lees_insz(insz_van("000001033"), op=OP), date(1985, 7, 30)) is None  # not even a year


def test_een_ongeldig_nummer_spreekt_niets_tegen():
    assert strijdig_met_geboortedatum(lees_insz("85.07.30-033.29", op=OP), date(1990, 1, 1)) == ""


@pytest.mark.parametrize("tekst", ["", "8507300332", "85.07.30-033.28", "８５０７３００３３２８"])
def test_tonen_laat_andere_tekst_met_rust(tekst):
    assert toon_insz(tekst) == tekst


@pytest.mark.parametrize("maand", ["00", "20", "40"])
def test_een_onmogelijke_dag_wordt_ook_zonder_maand_geweigerd(maand):
    """Month unknown, but no day is the 45th."""
    fout, goed = (f"85{maand}{dag}033" for dag in ("45", "00"))
    assert (
        lees_insz(f"{fout}{controlegetal(fout, na_2000=False):02}", op=OP).reden == "Dag 45 bestaat niet in een INSZ."
    )
    assert lees_insz(f"{goed}{controlegetal(goed, na_2000=False):02}", op=OP).geldig
