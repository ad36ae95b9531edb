"""How the team works: contact, warnings, retention, limits of files and reports."""

from datetime import date

from ocmw.regels.basis.vorm import ASSUMPTIE, Basisregel

REGELS: list[Basisregel] = [
    (
        "art60.waarschuwing_dagen",
        [90, 60, 30],
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Zoveel dagen voor het einde van het art.60-contract.",
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
        "invoer.bewaring_dagen",
        90,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "De rijen van een ingevoerd rekenblad wissen we na zoveel dagen. Wat ingevoerd is, blijft.",
    ),
    (
        "document.max_megabyte",
        10,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Grootste bestand dat je bij een dossier kan bewaren.",
    ),
]
