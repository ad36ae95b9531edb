"""The rechtenteller: from dated facts to a ledger a person can read (A10-A19). Pure; nothing is ever stored as increments.

One line per period: counted, equated or not counted, with a sentence and the rule. All days are days of a 6-day week (A17):

- a whole contract month, full-time and without anything that does not count: 26 days (78 per quarter);
- otherwise full-time: working days x 6 / days per week, and a part of a month never more than the whole (our reading:
  without it the count would drop on the day a month is complete);
- part-time: hours x 6 / S, S = hours of a full-timer in the same function; admission as voluntary part-timer counts
  half-days, so twice that (A18);
- other hours from a day on: each regime is counted as a contract of its own that goes on where the previous one stopped.

The RVA calculates (A20): this is the estimate, and says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import zip_longest
from math import lcm
from typing import Any

from ocmw.kalender.maanden import plus_maanden
from tewerkstelling.rechtenteller.grootboek import MAAND, Gebeurtenis, Lijn, Ruw, Teller, Tellerfeiten
from tewerkstelling.rechtenteller.maat import EINDELOOS, Maat
from tewerkstelling.rechtenteller.rva import trap_voor
from tewerkstelling.regime import Regime

__all__ = [
    "MAAND",
    "Gebeurtenis",
    "Lijn",
    "Regime",
    "Teller",
    "Tellerfeiten",
    "rechtenteller",
    "weigering_voor_feiten",
]


def weigering_voor_feiten(feiten: Tellerfeiten, regels: Mapping[str, Any]) -> str:
    """Why these facts cannot be counted; empty when they can."""
    if not 0 < feiten.uren <= feiten.voltijds:
        return "De uren per week zijn meer dan 0 en niet meer dan die van een voltijdse."
    if feiten.tot_en_met and feiten.tot_en_met < feiten.start:
        return "De laatste dag ligt niet voor de eerste werkdag."
    if not 1 <= feiten.dagen_per_week <= 6:
        return "Een werkweek telt 1 tot 6 dagen."
    return _weigering_voor_regimes(feiten) or _weigering_voor_gebeurtenissen(feiten, regels)


def _weigering_voor_regimes(feiten: Tellerfeiten) -> str:
    vorige = feiten.start
    for vanaf, uren, dagen in feiten.wijzigingen:
        if vanaf <= vorige or (feiten.tot_en_met and vanaf > feiten.tot_en_met):
            return f"De andere uren vanaf {vanaf:%d/%m/%Y} vallen niet na elkaar binnen het contract."
        if not 0 < uren <= feiten.voltijds or not 1 <= dagen <= 6:
            return (
                f"De andere uren vanaf {vanaf:%d/%m/%Y} zijn meer dan 0, niet meer dan voltijds, en op 1 tot 6 dagen."
            )
        vorige = vanaf
    return ""


def _weigering_voor_gebeurtenissen(feiten: Tellerfeiten, regels: Mapping[str, Any]) -> str:
    vorige: date | None = None
    for soort, van, tot_en_met in sorted(feiten.gebeurtenissen, key=_vanaf):
        if soort not in regels:
            return f"De soort {soort!r} is niet bekend."
        if tot_en_met < van:
            return f"De periode vanaf {van:%d/%m/%Y} eindigt voor ze begint."
        if vorige and van <= vorige:
            return f"Twee periodes overlappen op {van:%d/%m/%Y}."
        vorige = tot_en_met
    return ""


def _vanaf(gebeurtenis: Gebeurtenis) -> date:
    return gebeurtenis.van


def rechtenteller(
    feiten: Tellerfeiten, *, op: date, toelating: Sequence[Mapping[str, Any]], regels: Mapping[str, Any]
) -> Teller:
    """The ledger up to `op` (included) or the end of the contract, whichever comes first, and where it leads.

    `toelating` and `regels` are the values of `rva.toelating` and `rva.gelijkgesteld` that hold on the day of the
    application. Raises ValueError with the sentence of weigering_voor_feiten().
    """
    if reden := weigering_voor_feiten(feiten, regels):
        raise ValueError(reden)
    tot = (min(op, feiten.tot_en_met) if feiten.tot_en_met else op).toordinal()
    rij = trap_voor(toelating, geboortedatum=feiten.geboortedatum, aanvraag=feiten.aanvraag or op)
    maten, bereikt = _meet(feiten.stukken, regels, tot, rij["dagen"])
    ruw, noemer = _samen(maten)
    laatste_maat = maten[-1]
    einde = date.fromordinal(min(bereikt, EINDELOOS)) if bereikt else None
    verlengd = sum(
        min(laatste, tot) - van + 1
        for van, laatste, soort in laatste_maat.gaten + laatste_maat.gelijk
        if van <= tot and regels[soort].get("verlengt")
    )
    aanvraag = feiten.aanvraag or (date.fromordinal(min(bereikt + 1, EINDELOOS)) if bereikt else op)
    referte_van = date.fromordinal(plus_maanden(aanvraag, -rij["maanden"]).toordinal() - verlengd)
    referte_tot = date.fromordinal(aanvraag.toordinal() - 1)
    eenheden = laatste_maat.eenheden * (noemer // laatste_maat.noemer)
    return Teller(ruw, noemer, eenheden, rij["dagen"], einde, referte_van, referte_tot, verlengd, feiten, regels)


def _meet(stukken: Sequence[Tellerfeiten], regels: Mapping[str, Any], tot: int, nodig: int) -> tuple[list["Maat"], int]:
    """A measured part per regime that began by `tot`, and the day on which the days are proven (0: before the contract).

    Each part goes on from what the parts before it prove by their last day, also when that day is still to come.
    """
    maten: list[Maat] = []
    bereikt: int | None = None
    al = stukken[0].al_bewezen
    for stuk, volgende in zip_longest(stukken, stukken[1:]):
        laatste = volgende.start.toordinal() - 1 if volgende else EINDELOOS
        deel = replace(stuk, al_bewezen=al) if maten else stuk
        maat = Maat(deel, regels)
        maat.loop(min(tot, laatste), nodig)
        if not maten or maat.start <= tot:
            maten.append(maat)
        if bereikt is None and maat.einde <= laatste:
            bereikt = maat.einde
        if volgende:
            if tot < laatste:
                maat = Maat(deel, regels)
                maat.loop(laatste, nodig)
            al = Fraction(maat.eenheden, maat.noemer)
            # The month in which the days would be there is cut short, and its working days were enough.
            if bereikt is None and al >= nodig:
                bereikt = laatste
    return maten, bereikt or 0


def _samen(maten: Sequence["Maat"]) -> tuple[tuple[Ruw, ...], int]:
    """The lines of all parts, in units of one size."""
    if len(maten) == 1:
        return maten[0].ruw, maten[0].noemer
    noemer = lcm(*(maat.noemer for maat in maten))
    return tuple(
        (van, tot, soort, eenheden * (noemer // maat.noemer), werkdagen, telt)
        for maat in maten
        for van, tot, soort, eenheden, werkdagen, telt in maat.ruw
    ), noemer
