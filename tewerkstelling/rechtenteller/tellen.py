"""The rechtenteller: from dated facts to a ledger a person can read (A10-A19). Pure; nothing is ever stored as increments.

One line per period: counted, equated or not counted, with a sentence. All days are days of a 6-day week (A17):

- a whole calendar month, full-time and without anything that does not count: 26 days (78 per quarter);
- otherwise full-time: working days x 6 / days per week; what a month proves is never more than 26, all work together;
- part-time: hours x 6 / S, S = hours of a full-timer in the same function; admission as voluntary part-timer counts
  half-days, so twice that (A18);
- other hours from a day on: each stretch is counted with its own hours, what was proven before stands (A17a).

The RVA calculates (A20): this is the estimate, and says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import itemgetter
from typing import Any

from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import getal
from tewerkstelling.rechtenteller.grootboek import (
    MAAND,
    Gebeurtenis,
    Lijn,
    Teller,
    Tellerfeiten,
    Tellerwerk,
    Tijdvak,
)
from tewerkstelling.rechtenteller.maat import EERSTE_JAAR, EINDELOOS, LAATSTE_JAAR, Gang, Maat
from tewerkstelling.rechtenteller.rva import trap_voor
from tewerkstelling.regime import Regime

__all__ = [
    "MAAND",
    "Gebeurtenis",
    "Lijn",
    "Regime",
    "Teller",
    "Tellerfeiten",
    "Tellerwerk",
    "Tijdvak",
    "rechtenteller",
    "weigering_voor_feiten",
]
VERST = LAATSTE_JAAR - 200  # the search may go on long after the facts


def weigering_voor_feiten(feiten: Tellerfeiten, regels: Mapping[str, Any]) -> str:
    """Why these facts cannot be counted; empty when they can."""
    for werk in feiten.alle_werk:
        if zin := _weigering_voor_werk(werk, regels):
            return zin
    return ""


def _weigering_voor_werk(werk: Tellerwerk, regels: Mapping[str, Any]) -> str:
    if not 0 < werk.uren <= werk.voltijds:
        return "De uren per week zijn meer dan 0 en niet meer dan die van een voltijdse."
    if werk.tot_en_met and werk.tot_en_met < werk.start:
        return "De laatste dag ligt niet voor de eerste werkdag."
    if not 1 <= werk.dagen_per_week <= 6:
        return "Een werkweek telt 1 tot 6 dagen."
    if not (werk.start.year > EERSTE_JAAR and (werk.tot_en_met or werk.start).year < VERST):
        return "De datum ligt te ver in het verleden of de toekomst."
    return _weigering_voor_regimes(werk) or _weigering_voor_gebeurtenissen(werk, regels)


def _weigering_voor_regimes(werk: Tellerwerk) -> str:
    vorige = werk.start
    for vanaf, uren, dagen in werk.wijzigingen:
        if vanaf <= vorige or (werk.tot_en_met and vanaf > werk.tot_en_met):
            return f"De andere uren vanaf {vanaf:%d/%m/%Y} vallen niet na elkaar binnen het contract."
        if not 0 < uren <= werk.voltijds or not 1 <= dagen <= 6:
            return (
                f"De andere uren vanaf {vanaf:%d/%m/%Y} zijn meer dan 0, niet meer dan voltijds, en op 1 tot 6 dagen."
            )
        vorige = vanaf
    return ""


def _weigering_voor_gebeurtenissen(werk: Tellerwerk, regels: Mapping[str, Any]) -> str:
    vorige: date | None = None
    for soort, van, tot_en_met in sorted(werk.gebeurtenissen, key=itemgetter(1)):
        if soort not in regels:
            return f"De soort {soort!r} is niet bekend."
        if tot_en_met < van:
            return f"De periode vanaf {van:%d/%m/%Y} eindigt voor ze begint."
        if vorige and van <= vorige:
            return f"Twee periodes overlappen op {van:%d/%m/%Y}."
        vorige = tot_en_met
    return ""


def rechtenteller(feiten: Tellerfeiten, *, op: date, tijdvakken: Sequence[Tijdvak]) -> Teller:
    """The ledger up to `op` (included) or the last day of work, whichever comes first, and where it leads.

    `tijdvakken`: in order, without holes, the rules by the day of the application; the last one has no end. The birth date
    must be known when a rule asks for the age. Raises ValueError with the sentence of weigering_voor_feiten().
    """
    if reden := weigering_voor_feiten(feiten, tijdvakken[-1].regels):
        raise ValueError(reden)
    einden = [werk.tot_en_met for werk in feiten.alle_werk]
    laatste = max(filter(None, einden)) if all(einden) else None
    tot = min(op, laatste) if laatste else op
    if feiten.aanvraag:
        tot = min(tot, date.fromordinal(feiten.aanvraag.toordinal() - 1))
    zoeker = _Dagzoeker(feiten, tot.toordinal())
    dag = werk_tot = 0
    for van, grens, rij, vak in _vakken(feiten, tijdvakken):
        dag, werk_tot = zoeker.eerste_dag(van, grens, rij, vak)
        if dag:
            break
    if feiten.aanvraag:
        aanvraag = feiten.aanvraag
    elif laatste:
        aanvraag = date.fromordinal(laatste.toordinal() + 1)
    else:
        aanvraag = date.fromordinal(dag or max(op, feiten.start).toordinal() + 1)
    vak = next((een for een in reversed(tijdvakken) if een.van <= aanvraag), tijdvakken[0])
    rij = trap_voor(vak.toelating, geboortedatum=feiten.geboortedatum, aanvraag=aanvraag)
    maat = zoeker.maat(vak)
    referte_van, verlengd = maat.referte_van(aanvraag.toordinal(), rij["maanden"])
    lo = max(referte_van, zoeker.na_vorige)
    gang = zoeker.ledger(maat, lo)
    lijnen = gang.lijnen + maat.regels_niet(lo, zoeker.tot)
    if lo > maat.eerste:
        vorige = feiten.vorige_toelating.toordinal() + 1 if feiten.vorige_toelating else 0
        if vorige:
            lijnen += maat.regels_voor(vorige, zoeker.tot, "vorige_toelating")
        if lo > vorige:
            lijnen += [
                (max(regel[0], vorige), *regel[1:])
                for regel in maat.regels_voor(lo, zoeker.tot, "voor_referte")
                if regel[1] >= vorige
            ]
    lijnen.sort()
    begonnen = dag <= feiten.start.toordinal()
    return Teller(
        ruw=tuple(lijnen),
        noemer=maat.noemer,
        eenheden=gang.eenheden,
        nodig=rij["dagen"],
        maanden=rij["maanden"],
        verwacht_einde=None if begonnen else date.fromordinal(dag - 1),
        werk_tot=None if begonnen else date.fromordinal(werk_tot),
        onmogelijk="" if dag else _waarom_nooit(feiten, tijdvakken[-1], op),
        aanvraag=aanvraag,
        referte_van=date.fromordinal(referte_van),
        verlengd_met=verlengd,
        feiten=feiten,
        regels=vak.regels,
    )


class _Dagzoeker:
    """Looks for the earliest day on which an application succeeds; keeps the walks, so the ledger needs no second one."""

    def __init__(self, feiten: Tellerfeiten, tot: int) -> None:
        self.feiten, self.tot, self.start = feiten, tot, feiten.start.toordinal()
        self.na_vorige = feiten.vorige_toelating.toordinal() + 1 if feiten.vorige_toelating else 0
        eigen = feiten.tot_en_met
        # The walk of the search goes on past the agreed end; a ledger that runs past it asks its own.
        self.deelt = eigen is None or tot <= eigen.toordinal()
        self._maten: list[Maat] = []
        self._gangen: dict[tuple[int, int, int, int], Gang] = {}
        self._ledgers: dict[tuple[int, int], Gang] = {}

    def maat(self, vak: Tijdvak) -> Maat:
        for maat in self._maten:
            if maat.regels is vak.regels:
                return maat
        maat = Maat(self.feiten, vak.regels)
        self._maten.append(maat)
        return maat

    def gang(self, maat: Maat, lo: int, nodig: int, grens: int) -> Gang:
        """The walk that looks when the days from `lo` on are proven, no further than `grens`."""
        if lo <= maat.eerste:
            lo = 0  # nothing is left out
        sleutel = id(maat), lo, nodig, grens
        if sleutel not in self._gangen:
            self._gangen[sleutel] = self._ledgers[id(maat), lo] = maat.loop(lo, self.tot, nodig, grens)
        return self._gangen[sleutel]

    def ledger(self, maat: Maat, lo: int) -> Gang:
        gang = self._ledgers.get((id(maat), lo if lo > maat.eerste else 0)) if self.deelt else None
        return gang or maat.loop(lo, self.tot, 0, 0, afgesproken=True)

    def eerste_dag(self, van: int, grens: int, rij: Mapping[str, Any], vak: Tijdvak) -> tuple[int, int]:
        """The first day in [van, grens) on which the period before it holds the days, and until when the work must go on
        for that; 0 when there is none."""
        maat, nodig, maanden = self.maat(vak), rij["dagen"], rij["maanden"]
        dag, einde = van, grens - 1
        if maat.per_maand:
            einde = min(einde, maat.horizon(van, maanden))
        while dag <= einde:
            lo = max(maat.ondergrens(dag, maanden), self.na_vorige)
            _, _, bereikt, werk_tot = self.gang(maat, lo, nodig, einde)
            if bereikt and bereikt < dag:
                return dag, max(werk_tot, dag - 1) if bereikt == dag - 1 else dag - 1
            if maat.verlengd and lo > maat.eerste:
                # A day of sickness can let the period begin some days earlier again, never more than four working days.
                bereikt = self.gang(maat, maat.vier_eerder(lo), nodig, einde).bereikt
                if bereikt and bereikt <= dag:
                    bereikt = dag
            if not bereikt:
                return 0, 0
            dag = bereikt + 1
            if lo:
                # The days drop out of the period as fast as they come in: look no further than where nothing changes.
                einde = min(einde, maat.horizon(van, maanden))
        return 0, 0


def _vakken(
    feiten: Tellerfeiten, tijdvakken: Sequence[Tijdvak]
) -> Iterator[tuple[int, int, Mapping[str, Any], Tijdvak]]:
    """From the first working day on: first day, first day after it, the row for the age, and the rules."""
    start = feiten.start
    for vak in tijdvakken:
        if vak.tot and vak.tot <= start:
            continue
        van, tot = max(vak.van, start), vak.tot
        if len(vak.toelating) == 1:
            yield van.toordinal(), tot.toordinal() if tot else EINDELOOS, vak.toelating[0], vak
            continue
        grenzen = [van]
        if feiten.geboortedatum:
            verjaardagen = (
                plus_maanden(feiten.geboortedatum, 12 * rij["tot_leeftijd"])
                for rij in vak.toelating
                if rij["tot_leeftijd"] is not None
            )
            grenzen += sorted(dag for dag in verjaardagen if van < dag and (tot is None or dag < tot))
        for begin, volgende in zip(grenzen, [*grenzen[1:], tot], strict=True):
            rij = trap_voor(vak.toelating, geboortedatum=feiten.geboortedatum, aanvraag=begin)
            yield begin.toordinal(), volgende.toordinal() if volgende else EINDELOOS, rij, vak


def _waarom_nooit(feiten: Tellerfeiten, vak: Tijdvak, op: date) -> str:
    """Why the days never fit in the period, and with how many hours they would."""
    stuk, rij = feiten.stukken[-1], trap_voor(vak.toelating, geboortedatum=feiten.geboortedatum, aanvraag=op)
    nodig, maanden, woord = rij["dagen"], rij["maanden"], "halve dagen" if feiten.halve_dagen else "dagen"
    if feiten.halve_dagen and not feiten.telt_deeltijds(stuk):
        minste = min(feiten.minste_uren, stuk.voltijds * feiten.minste_deel)
        return (
            f"Met {getal(stuk.uren)} uren per week is er geen toelating als vrijwillig deeltijdse werknemer: dat kan "
            f"vanaf {getal(_half_uur(minste))} uren per week."
        )
    # A period of so many months holds at least this many whole weeks.
    weken = (365 * maanden // 12 - 3) // 7
    uren = _half_uur(Fraction(nodig, 6 * weken * (2 if feiten.halve_dagen else 1)) * stuk.voltijds)
    zin = f"Met {getal(stuk.uren)} uren per week passen de {nodig} {woord} nooit in {maanden} maanden."
    if uren <= stuk.voltijds:
        return f"{zin} Vanaf {getal(uren)} uren per week lukt het wel."
    return f"{zin} Ook voltijds werken volstaat niet: vraag de RVA wat kan."


def _half_uur(uren: Fraction) -> Fraction:
    """Rounded up to half an hour."""
    return Fraction(-(-uren.numerator * 2 // uren.denominator), 2)
