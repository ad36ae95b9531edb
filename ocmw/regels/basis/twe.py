"""Tijdelijke werkervaring: length, timely start, money (T1-T16)."""

from datetime import date

from ocmw.regels.basis.vorm import ASSUMPTIE, Basisregel

_TWE = "decreet 09/12/2016 en BVR 23/12/2016 (tijdelijke werkervaring)"
_VVSG = "VVSG 2019, financiering trajecten"
_VDAB = "VDAB draaiboek TWE-OCMW, financiering"

REGELS: list[Basisregel] = [
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
        "twe.waarschuwing_dagen",
        [90, 60, 30],
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Zoveel dagen voor het einde van de 24 maanden.",
    ),
    (
        "twe.radar_dag",
        20,
        date(2017, 1, 1),
        None,
        ASSUMPTIE,
        "Vanaf deze dag van de maand tonen we wie op de laatste dag niet meetelt.",
    ),
    (
        "twe.correctie_maanden",
        2,
        date(2017, 1, 1),
        None,
        "VDAB draaiboek TWE-OCMW, monitoring",
        "Een verbetering in de eerste maanden van het kwartaal telt nog voor dat kwartaal (T19).",
    ),
]
