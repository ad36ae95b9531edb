import pytest

from ocmw.werkruimte.invoer.boeklezer import lees_bladen
from ocmw.werkruimte.invoer.herkennen import Zekerheid, herken, kophandtekening
from ocmw.werkruimte.invoer.tests.boeken import AALST, KEMPEN, WESTHOEK, maak_boek
from ocmw.werkruimte.invoer.velden import Bladsoort


def herken_alles(bladen):
    return {blad.naam: herken(blad) for blad in lees_bladen(bladen if isinstance(bladen, bytes) else maak_boek(bladen))}


def koppen(voorstel):
    return {veld: voorstel.koppen[kolom] for veld, kolom in voorstel.indeling.items()}


def test_aalst_wordt_volledig_herkend():
    bladen = herken_alles(AALST.read_bytes())
    assert bladen["Caseload"].soort is Bladsoort.CASELOAD
    assert bladen["Caseload"].koprij == 3
    assert len(bladen["Caseload"].indeling) == 27
    assert bladen["Gesprekken"].soort is Bladsoort.GESPREKKEN
    assert len(bladen["Gesprekken"].indeling) == 7


def test_andere_koppen_en_een_gecombineerde_naam():
    bladen = herken_alles(WESTHOEK)
    assert koppen(bladen["Lijst 2026"]) == {
        "insz": "Nat. nummer",
        "naam": "Cliënt",
        "geboortedatum": "Geboren op",
        "maatschappelijk_werker": "MW",
        "trajectbegeleider": "Coach",
        "fase": "Status",
        "start_art60": "Art.60 van",
        "einde_art60": "Art.60 tot",
        "werkplek": "Werkvloer",
        "uren_per_week": "Regime",
        "telefoon": "Tel.",
    }
    assert bladen["Contacten"].soort is Bladsoort.GESPREKKEN
    assert set(bladen["Contacten"].indeling) == {
        "datum",
        "naam",
        "geboortedatum",
        "kanaal",
        "duur",
        "aanwezig",
        "verslag",
        "door",
    }


def test_een_groepskop_maakt_start_en_einde_duidelijk():
    bladen = herken_alles(KEMPEN)
    assert bladen["Info"].soort is Bladsoort.ANDERS
    trajecten = bladen["Trajecten"]
    assert trajecten.koprij == 2
    assert trajecten.indeling["start_art60"] == 5
    assert trajecten.indeling["einde_art60"] == 6
    assert trajecten.indeling["start_traject"] == 2
    assert trajecten.indeling["insz"] == 7


def test_een_tikfout_in_de_kop_is_waarschijnlijk_en_niet_zeker():
    voorstel = herken_alles({"A": [["Familienaam", "Vornaam", "Geboortedatm"], ["Peeters", "Jo", "1/1/1990"]]})["A"]
    zekerheden = {stel.veld: stel.zekerheid for stel in voorstel.voorstellen}
    assert zekerheden == {
        "familienaam": Zekerheid.ZEKER,
        "voornaam": Zekerheid.LIJKT_OP,
        "geboortedatum": Zekerheid.LIJKT_OP,
    }
    assert all(stel.reden for stel in voorstel.voorstellen)


def test_een_onbekende_kop_met_rijksregisternummers_eronder_is_een_gok():
    rijen = [
        ["Familienaam", "Voornaam", "Kenmerk"],
        ["Peeters", "Jo", "85.07.30-033.28"],
        ["Aerts", "An", "00012556777"],
    ]
    voorstel = herken_alles({"A": rijen})["A"]
    assert {s.veld: s.zekerheid for s in voorstel.voorstellen}["insz"] is Zekerheid.INHOUD


def test_elk_veld_krijgt_hoogstens_een_kolom_en_omgekeerd():
    voorstel = herken_alles(
        {"A": [["Naam", "Naam", "Voornaam", "GSM", "Gsm-nummer"], ["Peeters", "Peeters", "Jo", "0470112233", "x"]]}
    )["A"]
    assert len(set(voorstel.indeling.values())) == len(voorstel.indeling)


@pytest.mark.parametrize(
    "rijen", [[["Rapport", "2026"], ["a", "b"]], [["a"]], [[1, 2, 3], [4, 5, 6]], [["Naam", "Prijs"], ["Stoel", 30]]]
)
def test_een_ander_blad_wordt_niet_voor_een_caseload_gehouden(rijen):
    assert herken_alles({"A": rijen})["A"].soort is Bladsoort.ANDERS


def test_de_handtekening_hangt_aan_de_koppen_en_niet_aan_de_rijen():
    een = herken_alles(WESTHOEK)["Lijst 2026"].handtekening
    twee = herken_alles({"Lijst 2027": WESTHOEK["Lijst 2026"][:2]})["Lijst 2027"].handtekening
    assert een == twee != herken_alles(KEMPEN)["Trajecten"].handtekening


@pytest.mark.parametrize("ander", [["اسم", "تاريخ"], ["Ім'я", "Дата"], ["★", "☆"]])
def test_koppen_in_een_ander_schrift_zijn_niet_gelijk_en_niet_leeg(ander):
    """Two sheets with other headings may not get each other's kept columns."""
    koppen = ["الاسم", "الهاتف"]
    assert kophandtekening(Bladsoort.CASELOAD, koppen) != kophandtekening(Bladsoort.CASELOAD, ander)
    voorstel = herken(lees_bladen(maak_boek({"Blad": [koppen, ["x", "y"], ["x", "y"]]}))[0])
    assert voorstel.soort is Bladsoort.ANDERS
