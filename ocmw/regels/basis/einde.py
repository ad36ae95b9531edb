"""The end of art.60 (A28, T9a, F10), what can come after it (T24), and when we look whether work lasts (T20, T21)."""

from typing import Any

from ocmw.regels.basis.vorm import ASSUMPTIE, BEGIN, Basisregel

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
_VLAANDEREN, _BELGIE = "Vlaanderen", "België"
_INSTRUMENTEN = [
    {"code": "regulier", "naam": "Gewoon werk, met premie of zonder", "streek": _BELGIE},
    {"code": "ibo", "naam": "IBO: opleiding op de werkvloer bij een werkgever", "streek": _VLAANDEREN},
    {"code": "art61", "naam": "Art.61: werk bij een private werkgever", "streek": _BELGIE},
    {"code": "opleiding", "naam": "Beroepsopleiding bij VDAB of een partner", "streek": _VLAANDEREN},
    {"code": "wijk_werken", "naam": "Wijk-werken", "streek": _VLAANDEREN},
    {"code": "gemeenschapsdienst", "naam": "Gemeenschapsdienst", "streek": _VLAANDEREN},
    {"code": "sociale_economie", "naam": "Sociale economie (maatwerk)", "streek": _VLAANDEREN},
    {"code": "werk_zorg", "naam": "Traject werk en zorg", "streek": _VLAANDEREN},
    {"code": "vrijwilliger", "naam": "Vrijwilligerswerk", "streek": _BELGIE},
]

REGELS: list[Basisregel] = [
    (
        "einde.voorbereiding_maanden",
        2,
        BEGIN,
        None,
        "Febio 2015: Brussel (LINK) start 2 maanden voor het einde; elders eigen aanname",
        "Begin zoveel maanden voor de laatste dag van art.60 het einde voor te bereiden (F10).",
    ),
    ("einde.vragen", _VRAGEN, BEGIN, None, ASSUMPTIE, "Wat in orde moet zijn als art.60 eindigt (A28, T9a, Kina)."),
    (
        "einde.instrumenten",
        _INSTRUMENTEN,
        BEGIN,
        None,
        ASSUMPTIE,
        "Maatregelen om uit te kiezen bij het einde van art.60. Pas de lijst aan wanneer een maatregel stopt (T24).",
    ),
    (
        "uitstroom.meetmomenten",
        [
            {
                "code": "dag-1",
                "naam": "Een dag na de uitstroom",
                "maanden": 0,
                "dagen": 1,
                "bron": "Vlaams Parlement, SV 319 (T20)",
            },
            {
                "code": "week-4",
                "naam": "4 weken na de uitstroom (ESF)",
                "maanden": 0,
                "dagen": 28,
                "bron": "Verordening 1304/2013, bijlage I (G16)",
            },
            {
                "code": "maand-6",
                "naam": "6 maanden na de uitstroom",
                "maanden": 6,
                "dagen": 0,
                "bron": "Verordening 1304/2013, bijlage I (G16); Brussels Times (T21)",
            },
            {
                "code": "maand-12",
                "naam": "12 maanden na de uitstroom",
                "maanden": 12,
                "dagen": 0,
                "bron": "Brussels Times (T21)",
            },
            {
                "code": "maand-24",
                "naam": "24 maanden na de uitstroom",
                "maanden": 24,
                "dagen": 0,
                "bron": "Brussels Times (T21)",
            },
        ],
        BEGIN,
        None,
        "domein T20, T21 en W11",
        "Op deze dagen na de uitstroom kijken we of iemand werkt.",
    ),
    (
        "sollicitatie.opvolgen_dagen",
        14,
        BEGIN,
        None,
        ASSUMPTIE,
        "Vraag na zoveel dagen zonder antwoord hoe het met de sollicitatie staat.",
    ),
    (
        "werk.opvolgen_maanden",
        1,
        BEGIN,
        None,
        ASSUMPTIE,
        "Voorstel voor het eerste contact na de start van gewoon werk, in maanden.",
    ),
]
