"""The small-cell rule (D15): in numbers that leave the team, nobody may be recognised in a group of fewer than five.

Pure. Inside the team the rule does not apply: those readers open the files themselves.
"""

from dataclasses import replace

from ocmw.werkruimte.rapporten.rapport import Cel, Celsoort, Rapporttabel

VERBORGEN = "verborgen"


def verberg_kleine_cellen(tabel: Rapporttabel, grens: int) -> Rapporttabel:
    """Counts from 1 to `grens` - 1 become "< grens". When the total would give one away, the next smallest
    is hidden as well and all of them read "verborgen". Shares and measures (AANDEEL, MAAT) beside a hidden count are hidden with it."""
    rijen = [list(rij) for rij in tabel.rijen]
    for k, kolom in enumerate(tabel.kolommen):
        if kolom.soort == Celsoort.GETAL:
            _verberg_kolom(rijen, k, grens)
    for rij in rijen:
        if any(isinstance(cel, str) and (cel == VERBORGEN or cel.startswith("<")) for cel in rij[1:]):
            for k, kolom in enumerate(tabel.kolommen):
                rij[k] = (
                    VERBORGEN if kolom.soort in {Celsoort.AANDEEL, Celsoort.MAAT} and rij[k] is not None else rij[k]
                )
    totaal: tuple[Cel, ...] | None = None
    if tabel.totaal:
        totaal = tuple(
            f"< {grens}" if kolom.soort == Celsoort.GETAL and _klein(cel, grens) else cel
            for kolom, cel in zip(tabel.kolommen, tabel.totaal, strict=True)
        )
    return replace(tabel, rijen=tuple(tuple(rij) for rij in rijen), totaal=totaal)


def heeft_kleine_cel(waarden: list[float | int], grens: int) -> bool:
    return any(_klein(waarde, grens) for waarde in waarden)


def _verberg_kolom(rijen: list[list[Cel]], k: int, grens: int) -> None:
    klein = [rij for rij in rijen if _klein(rij[k], grens)]
    som = sum(_telling(rij[k]) for rij in klein)
    # What a total minus the visible rows would give away: one cell, all ones, or all as large as they can be.
    herleidbaar = len(klein) == 1 or som in {len(klein), len(klein) * (grens - 1)}
    groter = [rij for rij in rijen if _telling(rij[k]) >= grens]
    woord = f"< {grens}"
    if klein and herleidbaar and groter:
        # One word for all of them: which one is the small group stays open.
        woord = VERBORGEN
        klein.append(min(groter, key=lambda rij: _telling(rij[k])))
    for rij in klein:
        rij[k] = woord


def _klein(cel: Cel, grens: int) -> bool:
    return 0 < _telling(cel) < grens


def _telling(cel: Cel) -> float:
    return float(cel) if isinstance(cel, int | float) and not isinstance(cel, bool) else 0
