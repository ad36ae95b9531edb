"""The rule sets every installation starts with (domein.md, appendix A). A coordinator changes rows, never this list.

`ASSUMPTIE` marks what no source states; the screen shows it, and the OCMW can change it.
"""

from datetime import date
from typing import Any

ASSUMPTIE = "eigen aanname van de toepassing; geen bron gevonden"
_TWE = "decreet 09/12/2016 en BVR 23/12/2016 (tijdelijke werkervaring)"
_VVSG = "VVSG 2019, financiering trajecten"
_VDAB = "VDAB draaiboek TWE-OCMW, financiering"

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
]
