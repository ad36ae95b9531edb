"""Places, mentors and what a start needs (A4, A8, A9)."""

from ocmw.regels.basis.vorm import ASSUMPTIE, BEGIN, Basisregel

REGELS: list[Basisregel] = [
    (
        "mentor.max_clienten",
        3,
        BEGIN,
        None,
        ASSUMPTIE,
        "Zoveel cliënten begeleidt een mentor tegelijk, als niets anders is afgesproken.",
    ),
    (
        "werkplek.vrij_dagen",
        60,
        BEGIN,
        None,
        ASSUMPTIE,
        "Een plaats die binnen zoveel dagen vrijkomt, tonen we als 'komt vrij'.",
    ),
    (
        "mentor.vorming_dagen",
        60,
        BEGIN,
        None,
        ASSUMPTIE,
        "Zoveel dagen voor een mentoropleiding vervalt, tonen we 'vervalt binnenkort'.",
    ),
    (
        "werkplek.max_uren",
        38,
        BEGIN,
        None,
        "wet van 10 augustus 2001: 38 uren per week",
        "Meer uren per week aanvaarden we niet bij een werkplek. Werken jullie 40 uur met inhaalrust, zet dit dan hoger.",
    ),
]
