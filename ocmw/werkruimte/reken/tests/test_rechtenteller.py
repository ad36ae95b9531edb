"""The ledger through the command: W4 and W5, both regimes, and facts that cannot be used."""

import pytest

from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from ocmw.werkruimte.reken.soorten import SOORTEN, reken

pytestmark = pytest.mark.django_db


def vraag(**feiten):
    return reken(SOORTEN["rechtenteller"], Gegevens(feiten))


@pytest.mark.parametrize(
    ("start", "geteld", "einde", "soorten"),
    [
        ("2026-04-01", 312, "2027-03-31", ["maand"]),
        ("2026-10-15", 312.4, "2027-10-14", ["werk", "maand", "werk"]),
    ],
)
def test_voltijds_twaalf_maanden(start, geteld, einde, soorten):
    """W5.22, 25 and 26."""
    uit = vraag(start=start, tot_en_met=einde)
    assert (uit["geteld"], uit["nodig"], uit["resterend"], uit["verwacht_einde"]) == (geteld, 312, 0, einde)
    assert [lijn["soort"] for lijn in uit["lijnen"]] == soorten
    assert {regel["sleutel"] for regel in uit["regelset"]} == {"rva.toelating", "rva.gelijkgesteld"}


def test_halve_dagen():
    """W5.28."""
    uit = vraag(start="2026-04-01", tot_en_met="2027-03-30", uren=19, toelating="deeltijds")
    assert (uit["geteld"], uit["verwacht_einde"]) == (312, "2027-03-30")


def test_al_bewezen_nieuwe_dagen():
    """W5.30: 212 left is 8.15 months."""
    uit = vraag(start="2026-04-01", op="2026-04-01", al_bewezen=100)
    assert uit["verwacht_einde"] == "2026-12-04"


@pytest.mark.parametrize(
    ("geboren", "aanvraag", "nodig", "referte_van"),
    [
        ("1990-02-01", "2026-01-31", 312, "2024-04-30"),
        ("1990-02-01", "2026-02-01", 468, "2023-05-01"),
        ("1975-06-15", "2025-06-14", 468, "2022-09-14"),
        ("1975-06-15", "2025-06-15", 624, "2021-12-15"),
        ("1960-01-01", "2026-09-01", 312, "2023-09-01"),
    ],
)
def test_wat_nodig_is_volgt_de_dag_van_de_aanvraag(geboren, aanvraag, nodig, referte_van):
    """W4, and the 50th birthday."""
    uit = vraag(start="2024-09-01", op="2024-10-01", geboortedatum=geboren, aanvraag=aanvraag)
    assert (uit["nodig"], uit["referte_van"]) == (nodig, referte_van)


def test_andere_uren_vanaf_een_dag():
    """78 days in three months full-time, then 3 days a week: the other 234 take 78 weeks."""
    uit = vraag(start="2026-04-01", op="2026-07-28", andere_uren=[{"vanaf": "2026-07-01", "uren": 19}])
    assert [lijn["dagen"] for lijn in uit["lijnen"]] == [78, 12]
    assert uit["verwacht_einde"] == "2027-12-28"


@pytest.mark.parametrize(
    "deel", [{"vanaf": "2026-07-01"}, {"vanaf": "2026-07-01", "uren": 39}, {"vanaf": "2026-07-01", "uren": 19, "x": 1}]
)
def test_andere_uren_die_niet_kunnen(deel):
    with pytest.raises((Onbruikbaar, ValueError)):
        vraag(start="2026-04-01", andere_uren=[deel])


def test_een_gebeurtenis_krijgt_haar_zin():
    ziek = {"soort": "ziekte_ziekenfonds", "van": "2026-07-06", "tot_en_met": "2026-07-19"}
    uit = vraag(start="2026-04-01", tot_en_met="2027-04-30", gebeurtenissen=[ziek])
    lijn = next(lijn for lijn in uit["lijnen"] if lijn["telt"] == "niet")
    assert (lijn["van"], lijn["dagen"], uit["verlengd_met"]) == ("2026-07-06", 0, 14)
    assert lijn["zin"].endswith("De periode van 36 maanden wordt wel langer.")
    oud = vraag(start="2025-01-01", tot_en_met="2025-12-31", geboortedatum="2000-01-01", aanvraag="2026-02-01",
                gebeurtenissen=[ziek | {"van": "2025-07-07", "tot_en_met": "2025-07-20"}])  # fmt: skip
    assert (oud["geteld"], oud["lijnen"][1]["telt"]) == (312, "inbegrepen")


@pytest.mark.parametrize(
    "feiten",
    [
        {},
        {"start": "gisteren"},
        {"start": "2026-04-01", "tot_en_met": "2026-03-01"},
        {"start": "2026-04-01", "uren": 40},
        {"start": "2026-04-01", "uren": 0},
        {"start": "2026-04-01", "voltijds": 0},
        {"start": "2026-04-01", "dagen_per_week": 7},
        {"start": "2026-04-01", "toelating": "half"},
        {"start": "2026-04-01", "toelating": ""},
        {"start": "2026-04-01", "uren": -4},
        {"start": "2026-04-01", "uren": "19"},
        {"start": "2026-04-01", "uren": 19, "maandloon": 0},
        {"start": "2026-04-01", "uren": 19, "maandloon": -1},
        {"start": "2026-04-01", "geboortedatum": "2030-01-01"},
        {"start": "2026-04-01", "geboortedatum": "1985-13"},
        {"start": "2026-04-01", "vroeger": [{"start": "2026-01-01"}]},
        {"start": "2026-04-01", "vroeger": [{"start": "2026-03-01", "tot_en_met": "2026-01-01"}]},
        {"start": "2026-04-01", "vroeger": [{"start": "2026-01-01", "tot_en_met": "2026-02-01", "x": 1}]},
        {"start": "2026-04-01", "tot_en_met": "9999-12-31"},
        {"start": "0001-01-01"},
        {"start": "2026-04-01", "aanvraag": "2026-01-01"},  # the age matters then, and nobody said it
        {"start": "2026-04-01", "aanvraag": "2001-01-01"},
        {"start": "2026-04-01", "gebeurtenissen": "ziek"},
        {"start": "2026-04-01", "gebeurtenissen": ["ziek"]},
        {
            "start": "2026-04-01",
            "gebeurtenissen": [{"soort": "staken", "van": "2026-05-01", "tot_en_met": "2026-05-02"}],
        },
        {"start": "2026-04-01", "gebeurtenissen": [{"soort": "schorsing", "van": "2026-05-01"}]},
        {
            "start": "2026-04-01",
            "gebeurtenissen": [
                {"soort": "schorsing", "van": "2026-05-01", "tot_en_met": "2026-05-09"},
                {"soort": "ziekte_ziekenfonds", "van": "2026-05-09", "tot_en_met": "2026-05-10"},
            ],
        },
        {
            "start": "2026-04-01",
            "gebeurtenissen": [{"soort": "schorsing", "van": "2026-05-01", "tot_en_met": "2026-05-09", "reden": "x"}],
        },
    ],
)
def test_onbruikbare_feiten_krijgen_een_nederlandse_zin(feiten):
    with pytest.raises(Onbruikbaar) as fout:
        vraag(**feiten)
    assert str(fout.value).endswith(".")
    assert "ordinal" not in str(fout.value)


def test_een_vroeger_contract_schuift_de_periode_mee():
    """The reference period moves with the day: the earlier work is inside it when enough is proven."""
    vroeger = [{"start": "2025-01-01", "tot_en_met": "2025-11-30"}]
    uit = vraag(start="2026-04-01", op="2026-04-01", uren=19, geboortedatum="1985-05-05", vroeger=vroeger)
    assert uit["verwacht_einde"] == "2026-06-01"
    assert uit["onmogelijk"] is None


@pytest.mark.parametrize(("geboren", "nodig"), [("1989-06-15", 312), ("1989-06-14", 468)])
def test_de_leeftijd_telt_op_de_dag_van_de_aanvraag_en_niet_op_die_van_kijken(geboren, nodig):
    uit = vraag(start="2024-09-01", tot_en_met="2025-06-13", op="2026-11-30", geboortedatum=geboren)
    assert uit["nodig"] == nodig


def test_de_periode_eindigt_op_de_laatste_dag_van_het_contract():
    uit = vraag(start="2026-04-01", tot_en_met="2026-06-30", op="2026-11-30")
    assert (uit["referte_van"], uit["referte_tot"]) == ("2023-07-01", "2026-06-30")


def test_geen_aanvraag_onder_de_nieuwe_regel_voor_hij_er_is():
    """Aged 56: 624 days under the old rule, 312 under the new one, which begins on 1 March 2026."""
    uit = vraag(start="2024-09-01", tot_en_met="2026-08-31", op="2026-08-31", geboortedatum="1970-01-01")
    assert uit["verwacht_einde"] == "2026-02-28"


def test_een_maand_telt_hoogstens_26_dagen_ook_met_een_zaterdag_zonder_loon():
    verlof = [{"soort": "verlof_zonder_wedde", "van": "2026-07-04", "tot_en_met": "2026-07-04"}]
    uit = vraag(start="2026-07-01", tot_en_met="2026-07-31", op="2026-07-31", gebeurtenissen=verlof)
    assert uit["geteld"] <= 26


def test_een_zaterdag_zonder_loon_in_de_laatste_maand_verschuift_niets():
    """W5.25 stays."""
    verlof = [{"soort": "verlof_zonder_wedde", "van": "2027-03-06", "tot_en_met": "2027-03-06"}]
    uit = vraag(start="2026-04-01", tot_en_met="2027-03-31", gebeurtenissen=verlof)
    assert uit["verwacht_einde"] == "2027-03-31"


def test_dagen_die_nooit_passen_worden_een_zin():
    uit = vraag(start="2026-04-01", uren=4, op="2026-04-01")
    assert uit["verwacht_einde"] is None
    assert "nooit" in uit["onmogelijk"]
