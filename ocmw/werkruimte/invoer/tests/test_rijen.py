import json
import time
from collections import Counter
from datetime import date

import pytest

from ocmw.gereedschap.testing.maak import insz_van
from ocmw.werkruimte.invoer.boeklezer import lees_bladen
from ocmw.werkruimte.invoer.herkennen import herken
from ocmw.werkruimte.invoer.lezers import Leeswijze
from ocmw.werkruimte.invoer.rijen import dubbelreden, lees_rij, markeer_dubbels
from ocmw.werkruimte.invoer.tests.boeken import AALST, DATA, KEMPEN, OP, WESTHOEK, maak_boek
from ocmw.werkruimte.invoer.velden import Bladsoort
from ocmw.werkruimte.invoer.werkboek import Werkboekrij

VERWACHT = json.loads((DATA / "caseload-aalst.verwacht.json").read_text(encoding="utf-8"))
SOORTEN = {
    "datum": "bestaat niet",
    "checkcijfer": "INSZ",
    "geen naam": "naam ontbreekt",
    "onbekende fase": "kennen we niet",
    "einde voor start": "valt voor de start",
}


def lees(ruw: bytes, **wijze):
    gelezen = {}
    for blad in lees_bladen(ruw):
        voorstel = herken(blad)
        if voorstel.soort is not Bladsoort.ANDERS:
            koppen = {stel.veld: voorstel.koppen[stel.kolom] for stel in voorstel.voorstellen}
            leeswijze = Leeswijze(OP, voorstel.indeling, koppen, **wijze)
            rijen = [lees_rij(blad.naam, voorstel.soort, rij, leeswijze) for rij in voorstel.rijen]
            markeer_dubbels(rijen)
            gelezen[blad.naam] = rijen
    return gelezen


@pytest.fixture(scope="module")
def aalst():
    return lees(AALST.read_bytes())


def test_aalst_geeft_alle_rijen_en_precies_de_verwachte_fouten(aalst):
    assert len(aalst["Caseload"]) == VERWACHT["rijen"]
    afgewezen = {rij.nummer: rij.reden for rij in aalst["Caseload"] if not rij.geldig}
    assert list(afgewezen) == [fout["rij"] for fout in VERWACHT["fouten"]]
    for fout in VERWACHT["fouten"]:
        assert SOORTEN[fout["soort"]] in afgewezen[fout["rij"]]


def test_aalst_geeft_de_dubbels_en_wie_overblijft_per_fase(aalst):
    dubbels = {rij.nummer: rij.waarden["insz"] for rij in aalst["Caseload"] if rij.dubbel_van}
    assert dubbels == {dubbel["rij"]: dubbel["insz"] for dubbel in VERWACHT["dubbels"]}
    over = [rij for rij in aalst["Caseload"] if rij.geldig and not rij.dubbel_van]
    assert len(over) == VERWACHT["geldig"]
    namen = Counter(rij.waarden["fase"] for rij in over)
    assert namen == {naam[0] if naam[0].isdigit() else naam.lower(): n for naam, n in VERWACHT["per_fase"].items()}


def test_aalst_geeft_alle_gesprekken_zonder_fout(aalst):
    assert len(aalst["Gesprekken"]) == VERWACHT["gesprekken"]
    assert [rij.nummer for rij in aalst["Gesprekken"] if not rij.geldig or rij.dubbel_van] == VERWACHT[
        "gesprekken_fout"
    ]


def test_een_dubbel_zegt_wat_er_anders_staat(aalst):
    eerste, dubbel = (next(rij for rij in aalst["Caseload"] if rij.nummer == n) for n in (11, 46))
    zin = dubbelreden(dubbel, eerste, Leeswijze(OP, {}, {"opmerkingen": "Opmerkingen"}))
    assert zin == "Over deze persoon gaat ook rij 11; die telt. Hier staat iets anders bij: Opmerkingen."


def test_een_ander_team_met_andere_koppen_fasen_en_datums():
    bladen = lees(maak_boek(WESTHOEK))
    tom, mariama, lina, kim = bladen["Lijst 2026"]
    assert (tom.waarden["familienaam"], tom.waarden["voornaam"], tom.waarden["fase"]) == ("Declercq", "Tom", "1")
    assert mariama.waarden["geboortedatum"] == date(2000, 1, 25)
    assert (mariama.waarden["fase"], mariama.waarden["einde_art60"]) == ("4", date(2027, 2, 28))
    assert mariama.waarden["telefoon"] == "+32470112234"
    assert lina.reden.startswith("Status: De fase 'Groep kleur 3' kennen we niet.")
    assert kim.geldig
    assert kim.waarden["insz"] == ""
    niemand_thuis, appje = bladen["Contacten"]
    assert (niemand_thuis.waarden["kanaal"], niemand_thuis.waarden["duur"], niemand_thuis.waarden["aanwezig"]) == (
        "huisbezoek",
        90,
        "afwezig",
    )
    assert appje.waarden["geboortedatum"] == date(1991, 3, 3)


def test_een_eigen_fasenaam_maakt_de_rij_geldig():
    assert lees(maak_boek(WESTHOEK), fasen={"groep kleur 3": "2"})["Lijst 2026"][2].waarden["fase"] == "2"


def test_een_derde_team_met_bisnummers_en_dagnummers():
    femke, joris, nora = lees(maak_boek(KEMPEN))["Trajecten"]
    assert femke.geldig
    assert femke.waarden["geboortedatum"] == date(1990, 5, 17)
    assert joris.reden.startswith("INSZ: INSZ '85.07.30-033.29'")
    assert joris.waarden["start_traject"] == date(2026, 2, 1)
    assert (nora.waarden["fase"], nora.waarden["start_art60"]) == ("5", date(2025, 10, 1))


def lees_een(waarden: dict, soort=Bladsoort.CASELOAD):
    indeling = {veld: i for i, veld in enumerate(waarden)}
    return lees_rij("A", soort, Werkboekrij(2, tuple(waarden.values())), Leeswijze(OP, indeling))


PERSOON = {"familienaam": "Peeters", "voornaam": "Jo", "insz": "85.07.30-033.28", "fase": 1}


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"geboortedatum": "30/07/1984"}, "Volgens het INSZ is de geboortedatum"),
        ({"geboortedatum": "30/07/2085"}, ""),
        ({"geboortedatum": "30/07/85"}, ""),
        ({"insz": None}, "geen INSZ en geen geboortedatum"),
        ({"insz": None, "geboortedatum": "30/07/85"}, ""),
        ({"familienaam": " - "}, "De naam ontbreekt."),
        ({"voornaam": None}, "De voornaam ontbreekt."),
        ({"familienaam": "=formule"}, "formule"),
        ({"email": "=cmd|' /C calc'!A0"}, "formule"),
        ({"email": "#N/B"}, ""),
        ({"email": "jo at mail"}, ""),
        ({"start_art60": "1/5/2026", "einde_art60": "1/4/2026"}, "valt voor de start"),
        ({"start_art60": "1/5/2026", "einde_art60": "1/5/2026"}, ""),
    ],
)
def test_controles_over_de_cellen_heen(anders, zin):
    rij = lees_een({**PERSOON, **anders})
    assert (zin in rij.reden) if zin else rij.geldig


@pytest.mark.parametrize("maand", ["00", "20", "40"])
@pytest.mark.parametrize(
    ("dag", "geboren", "zin"),
    [
        ("00", None, ""),
        ("17", None, ""),  # a day without a month says nothing
        ("32", None, "Dag 32 bestaat niet in een INSZ."),
        ("32", "30/07/1985", "Dag 32 bestaat niet in een INSZ."),
        ("00", "30/07/1985", ""),
        ("00", "30/07/85", ""),
        ("00", "30/07/1984", "Volgens het INSZ is het geboortejaar 1985, niet 1984."),
    ],
)
def test_een_insz_zonder_maand(maand, dag, geboren, zin):
    """As in the form: the number is taken, an impossible day is refused, and only what the number knows can contradict."""
    rij = lees_een({**PERSOON, "insz": insz_van(f"85{maand}{dag}033"), "geboortedatum": geboren})
    if maand != "00" and zin.startswith("Volgens"):  # of a BIS number the date in the file is believed, and said so
        assert rij.geldig
        assert zin in rij.redenen[0].tekst
        return
    assert zin in rij.reden if zin else rij.geldig
    if rij.geldig:
        assert rij.waarden.get("geboortedatum") == (date(1985, 7, 30) if geboren else None)


def test_een_insz_met_een_maand_en_geen_dag():
    nummer = insz_van("850700033")
    assert lees_een({**PERSOON, "insz": nummer, "geboortedatum": "12/07/1985"}).geldig
    ander = lees_een({**PERSOON, "insz": nummer, "geboortedatum": "12/08/1985"})
    assert "Volgens het INSZ is de geboortemaand 07/1985, niet 08/1985." in ander.reden


def test_een_onleesbaar_mailadres_houdt_de_rij_niet_tegen_maar_wordt_gemeld():
    rij = lees_een({**PERSOON, "email": "jo at mail"})
    assert rij.geldig
    assert (
        rij.redenen[0].tekst
        == "E-mail: 'jo at mail' nemen we niet over. Dit is geen geldig e-mailadres. Schrijf één adres, zoals naam@voorbeeld.be."
    )


def test_een_geboortejaar_van_twee_cijfers_volgt_het_insz():
    assert lees_een({**PERSOON, "geboortedatum": "30/07/85"}).waarden["geboortedatum"] == date(1985, 7, 30)


@pytest.mark.parametrize(("datum", "zin"), [(None, "ontbreekt"), ("1/1/2027", "toekomst"), ("22/11/2026", "")])
def test_een_gesprek_heeft_een_datum_die_geweest_is(datum, zin):
    rij = lees_een({"insz": "85.07.30-033.28", "datum": datum, "verslag": "x"}, Bladsoort.GESPREKKEN)
    assert (zin in rij.reden) if zin else rij.geldig


def test_na_een_afgewezen_rij_telt_de_volgende_over_dezelfde_persoon():
    slecht, goed = lees_een({**PERSOON, "fase": "?!"}), lees_een(PERSOON)
    markeer_dubbels([slecht, goed])
    assert goed.dubbel_van is None


def test_rijen_lezen_kost_per_rij_evenveel():
    """How many a second, bin/bench says."""
    rij = lees_bladen(AALST.read_bytes())[0].rijen[2]
    voorstel = herken(lees_bladen(AALST.read_bytes())[0])
    wijze = Leeswijze(OP, voorstel.indeling)

    def rekentijd(aantal: int) -> float:
        begin = time.process_time()
        for _ in range(aantal):
            lees_rij("A", Bladsoort.CASELOAD, rij, wijze)
        return time.process_time() - begin

    assert min(rekentijd(600) for _ in range(3)) < 4 * min(rekentijd(300) for _ in range(3))
