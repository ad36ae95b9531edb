"""What must be proven and what counts (A10-A19)."""

from datetime import date
from typing import Any

from ocmw.regels.basis.vorm import ASSUMPTIE, BEGIN, Basisregel

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


REGELS: list[Basisregel] = [
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
    (
        "rva.antwoord_dagen",
        7,
        date(2023, 10, 2),
        None,
        "RVA, FAQ OCMW@RVA",
        "De RVA antwoordt binnen zoveel dagen (A21).",
    ),
    (
        "rva.herberekening_dagen",
        7,
        BEGIN,
        None,
        ASSUMPTIE,
        "Vraag een herberekening binnen zoveel dagen nadat de start of de uren veranderden (A22).",
    ),
]
