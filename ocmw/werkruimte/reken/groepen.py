"""`manage.py reken sessies`: on which days a group meets, and which days fall out and why (W12)."""

from typing import Any

from ocmw.werkruimte.reken.invoer import Gegevens, Onbruikbaar
from trajecten.groepen.lesplan import HALVE_DAGEN_PER_DAG, WEEKDAGEN, maak_lesplan

VROEGST, LAATST = 1950, 2200


def sessies(gegevens: Gegevens) -> dict[str, Any]:
    """`aantal` counts half-days: the days of the group times `halve_dagen`."""
    van, tot = gegevens.datum("van"), gegevens.datum("tot")
    if not (van.year >= VROEGST and tot.year <= LAATST):
        raise Onbruikbaar("De datum ligt te ver in het verleden of de toekomst.")
    weekdagen = _weekdagen(gegevens.teksten("weekdagen"))
    halve_dagen = gegevens.geheel("halve_dagen", 1)
    if not 1 <= halve_dagen <= HALVE_DAGEN_PER_DAG:
        raise Onbruikbaar(f"halve_dagen is 1 of {HALVE_DAGEN_PER_DAG}: meer halve dagen heeft een dag niet.")
    plan = maak_lesplan(van, tot, weekdagen, schoolvakanties_vrij=gegevens.ja_nee("schoolvakanties", standaard=True))
    return {
        "aantal": len(plan.dagen) * halve_dagen,
        "dagen": [dag.isoformat() for dag in plan.dagen],
        "overgeslagen": [{"dag": weg.dag.isoformat(), "reden": weg.reden} for weg in plan.overgeslagen],
    }


def _weekdagen(woorden: list[str]) -> set[int]:
    gekozen: set[int] = set()
    for woord in woorden:
        if woord not in WEEKDAGEN:
            raise Onbruikbaar(f"weekdagen: {woord[:20]!r} kennen we niet. Kies uit: {', '.join(WEEKDAGEN)}.")
        if WEEKDAGEN.index(woord) in gekozen:
            raise Onbruikbaar(f"weekdagen: {woord} staat er twee keer.")
        gekozen.add(WEEKDAGEN.index(woord))
    return gekozen
