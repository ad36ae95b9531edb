import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienten.nummers import lees_email, lees_telefoon, toon_telefoon


@pytest.mark.parametrize(
    ("tekst", "e164", "gsm"),
    [
        ("0470 12 34 56", "+32470123456", True),
        ("0484/45.13.59", "+32484451359", True),
        ("+32 470 12 34 56", "+32470123456", True),
        ("+32 (0)470 12 34 56", "+32470123456", True),
        ("0032 470 12 34 56", "+32470123456", True),
        ("0470\u00a012\u201134\u201156", "+32470123456", True),
        ("053 12 34 56", "+3253123456", False),
        ("02/555 12 12", "+3225551212", False),
        ("+31 6 12345678", "+31612345678", True),
        (" +32497250053\n", "+32497250053", True),
    ],
)
def test_nummers_zoals_mensen_ze_schrijven(tekst, e164, gsm):
    telefoon = lees_telefoon(tekst)
    assert (telefoon.geldig, telefoon.e164, telefoon.is_gsm, telefoon.reden) == (True, e164, gsm, "")


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "geen",
        "0470",
        "112",
        "0470 12 34 56 / 0470 65 43 21",
        "053 12 34 56 int. 12",
        "0800 BELGIE",
        "+999 12 34 56",
        "０４７０１２３４５６",
        "0470 12 34 5",
        "+",
        "--",
    ],
)
def test_wat_geen_nummer_is_zegt_waarom(tekst):
    telefoon = lees_telefoon(tekst)
    assert (telefoon.geldig, telefoon.e164) == (False, "")
    assert telefoon.reden.endswith((".", "?"))


@pytest.mark.parametrize(
    ("e164", "tekst"),
    [
        ("+32470123456", "0470 12 34 56"),
        ("+3253123456", "053 12 34 56"),
        ("+31612345678", "+31 6 12345678"),
        ("", ""),
        ("bellen na 17 u", "bellen na 17 u"),
    ],
)
def test_tonen(e164, tekst):
    assert toon_telefoon(e164) == tekst


@given(st.integers(0, 999_999), st.sampled_from(["470", "484", "492", "497"]))
def test_wat_we_tonen_lezen_we_terug(cijfers, reeks):
    e164 = f"+32{reeks}{cijfers:06}"
    assert lees_telefoon(toon_telefoon(e164)).e164 == e164


@given(st.text(max_size=25))
def test_elke_tekst_krijgt_een_antwoord(tekst):
    telefoon = lees_telefoon(tekst)
    assert telefoon.geldig == telefoon.e164.startswith("+")
    assert telefoon.geldig or telefoon.reden


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        (" Rachid91@Gmail.com ", "rachid91@gmail.com"),
        ("mailto:an@ocmw.example", "an@ocmw.example"),
        ("a.van-roy+werk@sub.voorbeeld.be", "a.van-roy+werk@sub.voorbeeld.be"),
    ],
)
def test_adressen_worden_gelijk_geschreven(tekst, adres):
    assert lees_email(tekst).adres == adres


@pytest.mark.parametrize(
    "tekst", ["", "an", "an@", "an@ocmw", "an@a.be, bert@a.be", "an@a.be;", "a b@c.be", "a@b.be\nc"]
)
def test_wat_geen_adres_is_zegt_waarom(tekst):
    email = lees_email(tekst)
    assert (email.geldig, email.adres) == (False, "")
    assert email.reden.endswith(".")
