"""Rhythm of evaluations and visits on the work floor (F1, F3, F9)."""

from ocmw.regels.basis.vorm import ASSUMPTIE, BEGIN, Basisregel

_ANTWERPEN = "Stad Antwerpen, evaluatie art.60"

REGELS: list[Basisregel] = [
    ("evaluatie.art60_maanden", [1, 2, 7, 11, 17, 23], BEGIN, None, _ANTWERPEN, "Evaluatie na zoveel maanden (F1)."),
    (
        "evaluatie.mondeling_maanden",
        [1],
        BEGIN,
        None,
        _ANTWERPEN,
        "Deze evaluatie is een gesprek zonder formulier (F1).",
    ),
    (
        "evaluatie.verschuift_bij",
        [
            "ziekte_gewaarborgd",
            "ziekte_ziekenfonds",
            "moederschap",
            "tijdelijke_werkloosheid",
            "verlof_zonder_wedde",
            "schorsing",
            "opleiding",
            "loopbaanonderbreking",
            "detentie",
        ],
        BEGIN,
        None,
        ASSUMPTIE,
        "Bij deze onderbrekingen werkt niemand: evaluaties en bezoeken schuiven evenveel dagen op.",
    ),
    (
        "evaluatie.formulier_dagen",
        21,
        BEGIN,
        None,
        _ANTWERPEN,
        "De mentor krijgt het formulier zoveel dagen voor de evaluatie (F1).",
    ),
    (
        "evaluatie.formulier_klaar_werkdagen",
        6,
        BEGIN,
        None,
        _ANTWERPEN,
        "Zoveel werkdagen voor het gesprek is het formulier van de mentor ingevuld (F1).",
    ),
    (
        "werkbezoek.schema",
        {"weken": [2], "maanden": [1], "daarna_elke_maanden": 1},
        BEGIN,
        None,
        ASSUMPTIE,
        "Bezoek aan de werkplek: week 2, maand 1, daarna elke maand (F9).",
    ),
    ("mentorlink.geldig_dagen", 30, BEGIN, None, ASSUMPTIE, "Een link voor de mentor werkt zoveel dagen."),
]
