"""What interrupts a contract, as the count walks it: in order, and cut where the first days of a year still count. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from tewerkstelling.rechtenteller.grootboek import Tellerwerk

# First and last day (ordinals, included), soort, and whether these days count.
Geval = tuple[int, int, str, bool]


class Dagsoorten(NamedTuple):
    """What the rule says of kinds of days, read once: which make the period longer, which count in their first days."""

    regels: Mapping[str, Any]
    verlengen: frozenset[str]
    eerste_dagen: Mapping[str, int]


_gelezen: list[Dagsoorten] = []  # of the last rules that were asked: who counts thousands of people asks the same ones


def dagsoorten(regels: Mapping[str, Any]) -> Dagsoorten:
    for bekend in _gelezen:
        if bekend.regels is regels:
            return bekend
    nieuw = Dagsoorten(
        regels,
        frozenset(soort for soort, rij in regels.items() if rij.get("verlengt")),
        {soort: rij["eerste_dagen"] for soort, rij in regels.items() if rij.get("eerste_dagen")},
    )
    _gelezen[:] = [nieuw, *_gelezen[:1]]
    return nieuw


def gevallen_van(alle_werk: Sequence[Tellerwerk], regels: Mapping[str, Any]) -> list[list[Geval]]:
    """Per contract, by day. A soort with `eerste_dagen` counts for so many working days of a calendar year, of all contracts
    together and a day once; days without work in between go with the working day before them."""
    uit: list[list[Geval]] = []
    grenzen = dagsoorten(regels).eerste_dagen
    for werk in alle_werk:
        rijen = [
            (van.toordinal(), tot.toordinal(), soort, regels[soort]["telt"] != "niet")
            for soort, van, tot in werk.gebeurtenissen
        ]
        rijen.sort()
        uit.append(rijen)
    if grenzen and any(soort in grenzen for rijen in uit for _, _, soort, _ in rijen):
        return _geknipt(alle_werk, uit, grenzen)
    return uit


def _geknipt(
    alle_werk: Sequence[Tellerwerk], per_werk: list[list[Geval]], grenzen: Mapping[str, int]
) -> list[list[Geval]]:
    telt: dict[tuple[int, int, int], bool] = {}  # contract, index of the event, day
    op: dict[tuple[str, int], set[int]] = {}  # soort and year: the days that were granted
    dagen = sorted(
        (dag, nummer, index)
        for nummer, rijen in enumerate(per_werk)
        for index, (van, tot, soort, _) in enumerate(rijen)
        if soort in grenzen
        for dag in range(van, tot + 1)
    )
    for dag, nummer, index in dagen:
        soort = per_werk[nummer][index][2]
        jaar = _jaar(dag)
        gegeven = op.setdefault((soort, jaar), set())
        ruimte = dag in gegeven or len(gegeven) < grenzen[soort]
        if not _werkt(alle_werk[nummer], dag):
            vorige = telt.get((nummer, index, dag - 1)) if _jaar(dag - 1) == jaar else None
            telt[nummer, index, dag] = ruimte if vorige is None else vorige
            continue
        telt[nummer, index, dag] = ruimte
        if ruimte:
            gegeven.add(dag)
    uit: list[list[Geval]] = []
    for nummer, rijen in enumerate(per_werk):
        nieuw: list[Geval] = []
        for index, geval in enumerate(rijen):
            nieuw += _stukken(geval, [telt.get((nummer, index, dag)) for dag in range(geval[0], geval[1] + 1)])
        uit.append(nieuw)
    return uit


def _stukken(geval: Geval, telt: Sequence[bool | None]) -> list[Geval]:
    van, _, soort, gewoon = geval
    if telt[0] is None:
        return [geval]
    uit: list[Geval] = []
    for dag, meetellen in enumerate(telt, start=van):
        goed = gewoon or bool(meetellen)
        if uit and uit[-1][3] == goed:
            uit[-1] = (uit[-1][0], dag, soort, goed)
        else:
            uit.append((dag, dag, soort, goed))
    return uit


def _werkt(werk: Tellerwerk, dag: int) -> bool:
    """Is this a working day of the contract?"""
    if dag < werk.start.toordinal() or (werk.tot_en_met and dag > werk.tot_en_met.toordinal()):
        return False
    week = werk.dagen_per_week
    for regime in werk.wijzigingen:
        if regime.vanaf.toordinal() <= dag:
            week = regime.dagen_per_week
    return (dag - 1) % 7 < week


def _jaar(dag: int) -> int:
    return date.fromordinal(dag).year
