import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as iban_register
from stdnum.be import vat

from tewerkstelling.nummers import lees_iban, lees_kbo, lees_vestiging, toon_kbo, toon_vestiging


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("0566.988.259", "0566988259"),  # W8.53
        ("BE 0566.988.259", "0566988259"),
        ("be0566988259", "0566988259"),
        ("0566 988 259", "0566988259"),
        ("1001.234.592", "1001234592"),  # W8.54: leading 1 since 2023
    ],
)
def test_ondernemingsnummers(tekst, nummer):
    kbo = lees_kbo(tekst)
    assert (kbo.geldig, kbo.genormaliseerd, kbo.reden) == (True, nummer, "")


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("0566.988.258", "controlegetal"),  # W8.53
        ("2100000000", "vestigingsnummer"),  # W8.54
        ("8100000000", "vestigingsnummer"),
        ("9100000000", "Dat bestaat niet"),
        ("566.988.259", "Ontbreekt er vooraan een nul?"),
        ("0000.000.097", "controlegetal"),
        ("05669882599", "hier staan er 11"),
        ("", "geen ondernemingsnummer"),
        ("0566.988.259\n1", "gewone cijfers"),
        ("０５６６９８８２５９", "gewone cijfers"),
        ("056.698.8259", "vreemde plaats"),
    ],
)
def test_ondernemingsnummers_die_niet_kunnen(tekst, reden):
    kbo = lees_kbo(tekst)
    assert (kbo.geldig, kbo.genormaliseerd) == (False, "")
    assert reden in kbo.reden


@pytest.mark.parametrize("eerste", range(2, 9))
def test_nummers_van_2_tot_8_zijn_vestigingen_en_geen_ondernemingen(eerste):
    """I10-I11, W8.54."""
    nummer = f"{eerste}100000000"
    assert not lees_kbo(nummer).geldig
    assert lees_vestiging(nummer).genormaliseerd == nummer


def test_een_vestigingsnummer_met_vreemde_laatste_cijfers_krijgt_een_opmerking():
    assert lees_vestiging("2100000000").reden.startswith("Let op")
    assert lees_vestiging("2.100.000.015").reden == ""


@pytest.mark.parametrize("tekst", ["0566.988.259", "9000000000", "210000001", "", "abc"])
def test_wat_geen_vestigingsnummer_is(tekst):
    assert not lees_vestiging(tekst).geldig
    assert lees_vestiging(tekst).reden


@given(st.integers(1, 19_999_999))
def test_elk_gebouwd_ondernemingsnummer_is_geldig(basis):
    nummer = next(f"{basis:08}{c:02}" for c in range(1, 98) if (basis + c) % 97 == 0)
    assert lees_kbo(toon_kbo(nummer)).genormaliseerd == nummer
    assert vat.is_valid(nummer)


@given(st.text("0123456789", min_size=10, max_size=10))
def test_wat_wij_een_onderneming_noemen_noemt_de_bibliotheek_ook_zo(tekst):
    if lees_kbo(tekst).geldig:
        assert vat.is_valid(tekst)


@pytest.mark.parametrize(
    ("tekst", "nummer"),
    [
        ("BE96 9140 0219 1505", "BE96914002191505"),  # W8.55
        ("BE68 5390 0754 7034", "BE68539007547034"),
        ("be68539007547034", "BE68539007547034"),
        ("NL91 ABNA 0417 1643 00", "NL91ABNA0417164300"),
    ],
)
def test_rekeningnummers(tekst, nummer):
    iban = lees_iban(tekst)
    assert (iban.geldig, iban.genormaliseerd, iban.reden) == (True, nummer, "")


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("BE68 5390 0754 7035", "controlegetal"),  # W8.55
        ("BE68 5390 0754 703", "14 cijfers"),
        ("BE68 5390 0754 70A4", "14 cijfers"),
        ("NL91 ABNA 0417 1643 0", "controlegetal"),
        ("ZZ68 5390 0754 7034", "controlegetal"),
        ("539-0075470-34", "begint met twee letters"),
        ("", "geen rekeningnummer"),
        ("BE68 5390 0754 7034\n", "begint met twee letters"),
        ("BE６８５３９００７５４７０３４", "begint met twee letters"),
    ],
)
def test_rekeningnummers_die_niet_kunnen(tekst, reden):
    iban = lees_iban(tekst)
    assert (iban.geldig, iban.genormaliseerd) == (False, "")
    assert reden in iban.reden


@given(st.integers(1, 9_999_999_999))
def test_elk_belgisch_rekeningnummer_draagt_twee_controles(tien):
    """I13: a wrong national check is refused even when the international one fits."""
    goed = tien % 97 or 97
    for nationaal in (goed, goed % 97 + 1):
        basis = f"{tien:010}{nationaal:02}"
        iban = f"BE{98 - int(f'{basis}111400') % 97:02}{basis}"
        assert lees_iban(iban).geldig == (nationaal == goed)
        if nationaal == goed:
            assert iban_register.is_valid(iban, check_country=False)  # its list of banks ages; ours has none
            assert lees_iban(f"{iban[:4]} {iban[4:8]} {iban[8:12]} {iban[12:]}").genormaliseerd == iban


@pytest.mark.parametrize("controle", ["00", "01", "99"])
def test_controlecijfers_buiten_02_tot_98_bestaan_niet(controle):
    for tien in range(1, 300):
        assert not lees_iban(f"BE{controle}{tien:010}{tien % 97 or 97:02}").geldig


def test_tonen():
    assert toon_kbo("0566988259") == "0566.988.259"
    assert toon_vestiging("2100000015") == "2.100.000.015"
    assert toon_kbo("onbekend") == "onbekend"
