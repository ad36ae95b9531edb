"""The end of art.60 (A28, T9a, F10). What can come after it (T24) is in tewerkstelling/regels.py."""

from typing import Any

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, maanden, regelsleutel
from ocmw.regels.vormen import Code, Keuze, Tabel, Tekst, Velden, Vinkje

_KINA = "Kina 2015, fase 5: einde art.60"
_VDAB = "VDAB draaiboek TWE-OCMW, screening"
_A28 = "aanname uit de fase 5 van Kina en Aalst en de gewone plichten van een werkgever"


def _punt(code: str, deel: str, soort: str, vraag: str, open_: str, bron: str, **extra: Any) -> dict[str, Any]:
    return {"code": code, "deel": deel, "soort": soort, "vraag": vraag, "open": open_, "bron": bron, **extra}


# soort: vraag (ja, nee, onbekend), keuze (from einde.instrumenten), taak (done, not yet, not needed), plan (text and date).
_VRAGEN = [
    _punt(
        "blijven",
        "Wat komt hierna?",
        "vraag",
        "Kan de cliënt blijven op de plaats waar hij of zij werkte?",
        "We weten nog niet of de cliënt op de werkplek kan blijven.",
        _KINA,
    ),
    _punt(
        "maatregelen",
        "Wat komt hierna?",
        "keuze",
        "Voor welke maatregelen komt de cliënt in aanmerking?",
        "We hebben nog niet nagekeken welke maatregelen passen.",
        _KINA,
    ),
    _punt(
        "sollicitaties",
        "Wat komt hierna?",
        "taak",
        "Samen een nieuwe job gezocht en sollicitaties voorbereid",
        "We hebben nog niet samen gesolliciteerd of naar een nieuwe job gezocht.",
        _KINA,
    ),
    _punt(
        "sociale_economie",
        "Wat komt hierna?",
        "vraag",
        "Is sociale economie het hoogst haalbare niveau?",
        "We weten nog niet of sociale economie het hoogst haalbare niveau is.",
        _VDAB,
        afgeschermd=True,
    ),
    _punt(
        "screening",
        "Wat komt hierna?",
        "taak",
        "ICF- of rechtenscreening gevraagd aan VDAB, terwijl het contract nog loopt",
        "Vraag de ICF- of rechtenscreening aan VDAB terwijl het contract nog loopt. Daarna kan het niet meer zo.",
        _VDAB,
        afgeschermd=True,
        bij_sociale_economie=True,
        tijdens_contract=True,
    ),
    _punt(
        "evaluatie",
        "Werkplek en papieren",
        "taak",
        "Laatste evaluatie op de werkplek gehouden",
        "De laatste evaluatie op de werkplek is nog niet gehouden.",
        _A28,
    ),
    _punt(
        "papieren",
        "Werkplek en papieren",
        "taak",
        "C4 en andere papieren van het OCMW als werkgever bezorgd",
        "De cliënt heeft de C4 en de andere papieren van het OCMW nog niet. Zonder C4 komt er geen uitkering.",
        _A28,
    ),
    _punt(
        "uitkering",
        "Werkplek en papieren",
        "taak",
        "Werkloosheidsuitkering aangevraagd bij vakbond of hulpkas",
        "De werkloosheidsuitkering is nog niet aangevraagd.",
        _A28,
    ),
    _punt(
        "vdab",
        "Werkplek en papieren",
        "taak",
        "Opnieuw ingeschreven bij VDAB als werkzoekende",
        "De cliënt is nog niet opnieuw ingeschreven bij VDAB.",
        _A28,
    ),
    _punt(
        "competenties",
        "Nazorg",
        "taak",
        "Competenties bijgewerkt: wat kan de cliënt nu?",
        "Het overzicht van competenties is nog niet bijgewerkt.",
        _A28,
    ),
    _punt(
        "nazorgplan",
        "Nazorg",
        "plan",
        "Plan voor de nazorg: wat doen we, en wanneer is het eerste contact?",
        "Er is nog geen plan voor de nazorg met een dag voor het eerste contact.",
        _A28,
    ),
]
_VRAGENLIJST = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("deel", "Deel van de lijst", Tekst()),
            (
                "soort",
                "Soort antwoord",
                Keuze(
                    (
                        ("vraag", "ja of nee"),
                        ("taak", "gedaan of niet"),
                        ("keuze", "keuze uit de maatregelen"),
                        ("plan", "plan met een dag"),
                    )
                ),
            ),
            ("vraag", "Punt", Tekst()),
            ("open", "Zin als het nog open is", Tekst()),
            ("bron", "Bron", Tekst()),
            ("afgeschermd", "Gezondheid: afgeschermd", Vinkje()),
            ("tijdens_contract", "Alleen tijdens het contract", Vinkje()),
            ("bij_sociale_economie", "Alleen als sociale economie het hoogste is", Vinkje()),
        )
    )
)
regelsleutel(
    "einde.voorbereiding_maanden",
    "Het einde van art.60 voorbereiden, vooraf",
    Onderwerp.PLAATSING,
    maanden(12),
    Beginwaarde(
        2,
        "Febio 2015, https://febiovzw.org/2015/11/16/nieuw-partnershipskader-tussen-actiris-en-de-brusselse-ocmws-voor-2015-2020/",
        "Begin zoveel maanden voor de laatste dag van art.60 het einde voor te bereiden. Zo doet Brussel het; elders is het een "
        "afspraak.",
    ),
    huis=True,
)
regelsleutel(
    "einde.vragen",
    "Lijst voor het einde van art.60",
    Onderwerp.PLAATSING,
    _VRAGENLIJST,
    Beginwaarde(_VRAGEN, ASSUMPTIE, "Wat in orde moet zijn als art.60 eindigt."),
    huis=True,
)
