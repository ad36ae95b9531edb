"""W3, W4 and W5 through the command line, and what cannot be used."""

import pytest

from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from ocmw.werkruimte.reken.soorten import SOORTEN, reken

pytestmark = pytest.mark.django_db


def vraag(soort, **feiten):
    return reken(SOORTEN[soort], Gegevens(feiten))


@pytest.mark.parametrize(
    ("geboren", "aanvraag", "verwacht"),
    [
        ("1990-02-01", "2026-01-31", (312, 21, "2024-04-30", "2026-01-30", 35)),
        ("1990-02-01", "2026-02-01", (468, 33, "2023-05-01", "2026-01-31", 36)),
        ("1960-01-01", "2026-09-01", (312, 36, "2023-09-01", "2026-08-31", 66)),
    ],
)
def test_de_regel_van_de_dag_van_de_aanvraag_telt(geboren, aanvraag, verwacht):
    uit = vraag("rva_toelating", geboortedatum=geboren, aanvraag=aanvraag)
    assert tuple(uit[k] for k in ("dagen", "maanden", "referte_van", "referte_tot", "leeftijd")) == verwacht
    assert "https://" in uit["regels"][0]["bron"]


@pytest.mark.parametrize(
    ("feiten", "laatste", "maanden"),
    [
        ({"start": "2026-04-01", "dagen": 312}, "2027-03-31", 12),
        ({"start": "2026-04-01", "dagen": 312, "uren": 19, "voltijds": 38, "toelating": "deeltijds"}, "2027-03-30", 12),
        ({"start": "2026-04-01", "dagen": 312, "al_gepresteerd": 100}, "2026-12-04", 8.15),
    ],
)
def test_het_einde_van_een_contract(feiten, laatste, maanden):
    uit = vraag("contract_einde", **feiten)
    assert (uit["laatste_dag"], uit["maanden"]) == (laatste, maanden)


def test_dagen_en_betaalbare_maanden():
    assert vraag("dagen", gewerkte_dagen=30, dagen_per_week=5)["dagen"] == 36
    uit = vraag(
        "betaalbare_maanden",
        twe_start="2024-09-01",
        twe_einde="2026-06-30",
        art60_van="2024-10-15",
        art60_tot="2025-10-14",
    )
    assert (uit["twe_maanden"], uit["art60_maanden"], uit["extra_maanden"], uit["bedrag"]) == (22, 12, 0, 7840)
    assert len(uit["maanden"]) == 22


def test_meer_contracten_en_een_gestopte_werkervaring():
    art60 = [{"van": "2024-10-15", "tot": "2025-01-14"}, {"van": "2025-05-01", "tot": "2026-04-30"}]
    uit = vraag("betaalbare_maanden", twe_start="2024-09-01", twe_einde="2026-08-31", art60=art60, gestopt="2025-03-31")
    assert (uit["bedrag"], uit["tijdig"], uit["niet_zeker"]) == (7 * 250 + 3 * 195, "zeker", 0)
    grens = vraag(
        "betaalbare_maanden", twe_start="2024-09-01", twe_einde="2026-08-31", art60=[{"van": "2024-11-01", "tot": "2025-10-31"}]
    )  # fmt: skip
    assert (grens["tijdig"], grens["niet_zeker"]) == ("niet zeker", grens["bedrag"])


def test_meetmomenten_en_opleiding():
    """W11.67 and T11a."""
    uit = vraag("meetmomenten", uitstroom="2026-09-15")
    namen = ("dag_erna", "vier_weken", "zes_maanden", "twaalf_maanden", "vierentwintig_maanden")
    verwacht = ["2026-09-16", "2026-10-13", "2027-03-15", "2027-09-15", "2028-09-15"]
    assert [uit[naam] for naam in namen] == verwacht
    assert vraag("meetmomenten", uitstroom="2026-08-31")["zes_maanden"] == "2027-02-28"
    assert vraag("opleiding_in_twe", start="2026-09-01")["laatste_dag"] == "2026-11-30"


@pytest.mark.parametrize(
    ("soort", "feiten"),
    [
        ("dagen", {}),
        ("dagen", {"uren": "veel", "voltijds": 38}),
        ("contract_einde", {"start": "2026-04-01", "dagen": 312, "uren": 40}),
        ("contract_einde", {"start": "2026-04-01", "dagen": 12.5}),
        ("contract_einde", {"start": "2026-04-01", "dagen": 312, "toelating": "half"}),
        ("rva_toelating", {"geboortedatum": "2030-01-01", "aanvraag": "2026-09-01"}),
        ("betaalbare_maanden", {"twe_start": "2024-09-01", "twe_einde": "2024-08-01"}),
        ("betaalbare_maanden", {"twe_start": "2024-09-01", "twe_einde": "2025-08-01", "art60_van": "2024-10-01"}),
    ],
)
def test_onbruikbare_feiten_krijgen_een_zin(soort, feiten):
    with pytest.raises(Onbruikbaar, match=r"\.$"):
        vraag(soort, **feiten)
