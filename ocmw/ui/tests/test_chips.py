"""Quick filters: each leads to the first page of the list it names, with the other filters as they are."""

import pytest

from ocmw.ui.chips import adres_met, chips

KEUZES = [("a", "Appel", 3), ("b", "Peer", 100)]


@pytest.mark.parametrize(
    ("wijzigingen", "adres"),
    [
        ({"soort": "b"}, "/x/?sorteer=naam&pagina=3&soort=b"),
        ({"soort": None}, "/x/?sorteer=naam&pagina=3"),
        ({"soort": "", "pagina": None}, "/x/?sorteer=naam"),
        ({"soort": None, "pagina": None, "sorteer": None}, "/x/"),
    ],
)
def test_een_adres_met_iets_anders(rf, wijzigingen, adres):
    assert adres_met(rf.get("/x/?soort=a&sorteer=naam&pagina=3"), **wijzigingen) == adres
    assert adres_met(rf.get("/x/?soort=a"), "/y/", soort=None) == "/y/"


def test_een_chip_telt_en_leidt_naar_de_eerste_bladzijde(rf):
    appel, peer = chips(rf.get("/x/?soort=a&sorteer=naam&pagina=3"), "soort", KEUZES, plafond=99)
    assert (appel["aan"], appel["aantal"], appel["url"]) == (True, 3, "/x/?sorteer=naam&soort=a")
    assert (peer["aan"], peer["aantal"], peer["url"]) == (False, "99+", "/x/?sorteer=naam&soort=b")


def test_een_chip_die_wisselt_gaat_uit(rf):
    appel, peer = chips(rf.get("/x/?soort=a&buiten=on"), "soort", KEUZES, wisselt=True, zonder=("buiten",))
    assert (appel["url"], peer["url"]) == ("/x/", "/x/?soort=b")


def test_wat_het_adres_niet_zegt_kan_toch_gekozen_zijn(rf):
    assert [chip["aan"] for chip in chips(rf.get("/x/"), "soort", KEUZES, gekozen="b")] == [False, True]


def test_een_adres_met_een_vreemde_naam_breekt_niets(rf):
    vraag = rf.get("/x/?request=1&pad=/y/&soort=a")
    (chip,) = chips(vraag, "soort", KEUZES[:1], zonder=tuple(vraag.GET))
    assert chip["url"] == "/x/?soort=a"
