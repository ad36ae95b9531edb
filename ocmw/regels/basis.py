"""The rule sets every installation starts with (domein.md, appendix A). A coordinator changes rows, never this list.

`ASSUMPTIE` marks what no source states; the screen shows it, and the OCMW can change it.
"""

from datetime import date
from typing import Any

ASSUMPTIE = "eigen aanname van de toepassing; geen bron gevonden"
_TWE = "decreet 09/12/2016 en BVR 23/12/2016 (tijdelijke werkervaring)"
_VVSG = "VVSG 2019, financiering trajecten"
_VDAB = "VDAB draaiboek TWE-OCMW, financiering"

_T31 = "RVA infoblad T31, versie 02/10/2023"
_RVA_2026 = "RVA, nieuwe reglementering sinds 01/03/2026"
_GELIJKGESTELD: dict[str, dict[str, Any]] = {
    "vakantie": {"telt": "gelijkgesteld", "zin": "Vakantie en betaalde feestdagen tellen mee (A14)."},
    "ziekte_gewaarborgd": {"telt": "gelijkgesteld", "zin": "Ziekte met gewaarborgd loon telt mee (A14)."},
    "inhaalrust": {"telt": "gelijkgesteld", "zin": "Inhaalrust telt mee (A14)."},
    "moederschap": {"telt": "gelijkgesteld", "zin": "Moederschapsrust telt mee (A14)."},
    "tijdelijke_werkloosheid": {"telt": "gelijkgesteld", "zin": "Tijdelijke werkloosheid telt mee (A14)."},
    "ziekte_ziekenfonds": {
        "telt": "niet",
        "verlengt": True,
        "zin": "Ziekte die het ziekenfonds of de verzekeraar betaalt, telt sinds 1 maart 2026 niet mee (A14). "
        "De periode van 36 maanden wordt wel langer (A15).",
    },
    "detentie": {"telt": "niet", "verlengt": True, "zin": "Een detentie telt niet mee, de periode wordt langer (A15)."},
    "loopbaanonderbreking": {
        "telt": "niet",
        "verlengt": True,
        "zin": "Loopbaanonderbreking met uitkering telt niet mee, de periode wordt langer (A15).",
    },
    "verlof_zonder_wedde": {"telt": "niet", "zin": "Verlof zonder wedde telt niet mee (A14)."},
    "schorsing": {"telt": "niet", "zin": "Een schorsing van het contract telt niet mee (A14)."},
    "opleiding": {"telt": "niet", "zin": "Een beroepsopleiding telt niet mee (A14)."},
}
_GELIJKGESTELD_VOOR: dict[str, dict[str, Any]] = _GELIJKGESTELD | {
    "ziekte_ziekenfonds": {
        "telt": "gelijkgesteld",
        "zin": "Ziekte die het ziekenfonds betaalt, telt mee bij een aanvraag voor 1 maart 2026 (T31).",
    },
}

# Columns as in Regelset: sleutel, waarde, geldig van, geldig tot, bron, toelichting.
BASISREGELS: list[tuple[str, Any, date, date | None, str, str]] = [
    ("twe.max_maanden", 24, date(2017, 1, 1), None, _TWE, "Duur van de tijdelijke werkervaring in maanden (T6)."),
    (
        "twe.tijdig_art60_maanden",
        2,
        date(2017, 1, 1),
        None,
        "SV 319, 24/02/2026",
        "Art.60 start binnen zoveel maanden na de start (T13).",
    ),
    (
        "twe.opschorting_telt",
        False,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Of een onderbreking de 24 maanden verlengt (T8).",
    ),
    ("twe.inspanningsvergoeding", {"maand": 250, "jaar": 3000}, date(2017, 1, 1), None, _VDAB, "Euro (T12)."),
    (
        "twe.compensatie",
        {"maand": 195, "per_kwartaal": 150, "op_einde": 45},
        date(2017, 1, 1),
        None,
        _VDAB,
        "Euro per maand art.60 (T14).",
    ),
    (
        "twe.compensatie_na_24m",
        {"vervangt": 250, "totaal": 445},
        date(2017, 1, 1),
        None,
        _VVSG,
        "Vanaf maand 25 (T16).",
    ),
    (
        "art60.waarschuwing_dagen",
        [90, 60, 30],
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Zoveel dagen voor het einde van het art.60-contract.",
    ),
    (
        "twe.waarschuwing_dagen",
        [90, 60, 30],
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Zoveel dagen voor het einde van de 24 maanden.",
    ),
    (
        "doorverwijzing.eerste_gesprek_dagen",
        14,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Eerste gesprek binnen zoveel dagen na de doorverwijzing.",
    ),
    (
        "traject.plan_dagen",
        30,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Een trajectplan (minstens één doel) binnen zoveel dagen na de start.",
    ),
    (
        "traject.stilte_dagen",
        {"1": 30, "2": 21, "3": 21, "4": 45, "5": 21, "nazorg": 31},
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Zoveel dagen zonder contact, per fase en in de nazorg (F10).",
    ),
    ("nazorg.contact_maanden", 1, date(2017, 1, 1), None, ASSUMPTIE, "Eén contact per zoveel maanden (F10)."),
    ("log.bewaring_jaren", 10, date(2017, 1, 1), None, ASSUMPTIE, "Bewaartermijn van het journaal (D8)."),
    ("bewaartermijn.jaren", 10, date(2017, 1, 1), None, ASSUMPTIE, "Bewaartermijn van een gesloten dossier (D13)."),
    (
        "statistiek.kleine_cel",
        5,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Kleinere groepen worden buiten het team niet getoond (D15).",
    ),
    ("inzage.reden_uren", 8, date(2017, 1, 1), None, ASSUMPTIE, "Zo lang geldt een opgegeven reden (D9)."),
    (
        "rapport.bewaring_dagen",
        7,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Een gemaakt rapport blijft zoveel dagen op te halen.",
    ),
    (
        "document.max_megabyte",
        10,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Grootste bestand dat je bij een dossier kan bewaren.",
    ),
    (
        "rva.toelating",
        [
            {"tot_leeftijd": 36, "dagen": 312, "maanden": 21},
            {"tot_leeftijd": 50, "dagen": 468, "maanden": 33},
            {"tot_leeftijd": None, "dagen": 624, "maanden": 42},
        ],
        date(2012, 11, 1),
        date(2026, 3, 1),
        _T31,
        "Dagen te bewijzen per leeftijd op de dag van de aanvraag (A10). Begindatum van de reeks niet nagekeken.",
    ),
    (
        "rva.toelating",
        [{"tot_leeftijd": None, "dagen": 312, "maanden": 36}],
        date(2026, 3, 1),
        None,
        _RVA_2026,
        "312 nieuwe dagen in 36 maanden, voor elke leeftijd (A12).",
    ),
    ("rva.gelijkgesteld", _GELIJKGESTELD_VOOR, date(2012, 11, 1), date(2026, 3, 1), _T31, "Welke dagen tellen (F3)."),
    (
        "rva.gelijkgesteld",
        _GELIJKGESTELD,
        date(2026, 3, 1),
        None,
        _RVA_2026,
        "Welke dagen tellen (A14) en verlengen (A15).",
    ),
]
