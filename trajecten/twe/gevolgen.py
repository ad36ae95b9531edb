"""Before anything moves a date, people see every date that moves: now and after (house rule 1). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from ocmw.kalender.woorden import aantal, dag_in_woorden
from trajecten.twe.venster import Nazorgrest, TweVenster, nazorgrest, raakt


@dataclass(frozen=True)
class Contractperiode:
    """A contract as the calculation sees it; `laatste_dag` is inclusive, None when no end is agreed."""

    van: date
    laatste_dag: date | None
    art60: bool = True


class Onderbroken(Protocol):
    """A half-open period [van, tot) in which nobody works."""

    @property
    def van(self) -> date: ...

    @property
    def tot(self) -> date: ...


@dataclass(frozen=True)
class Werkfeiten:
    """Everything in a dossier from which dates of work and nazorg follow. `onderbrekingen`: those in which nobody works."""

    contracten: tuple[Contractperiode, ...] = ()
    venster: TweVenster | None = None
    onderbrekingen: tuple[Onderbroken, ...] = ()
    gesloten_op: date | None = None
    aanhangend: tuple[tuple[str, str], ...] = ()  # what else moves with the contract at hand (tewerkstelling.gevolgen)

    @property
    def art60(self) -> list[Contractperiode]:
        """Art.60 contracts, oldest first."""
        return sorted((c for c in self.contracten if c.art60), key=lambda c: c.van)

    @property
    def art60_binnen(self) -> list[Contractperiode]:
        """Those that belong to the window."""
        venster = self.venster
        if venster is None:
            return []
        return [c for c in self.art60 if raakt(c.van, c.laatste_dag, begin=venster.start, einde=venster.einde)]

    @property
    def rest(self) -> Nazorgrest | None:
        """What is left for nazorg after the last art.60 contract; None when that cannot be said yet, or no more."""
        binnen = self.art60_binnen
        einden = [c.laatste_dag for c in binnen if c.laatste_dag]
        if self.venster is None or self.gesloten_op or not binnen or len(einden) < len(binnen):
            return None
        return nazorgrest(self.venster, art60_einde=max(einden))


@dataclass(frozen=True)
class Gevolg:
    """One line of the before-and-after table. An empty text means: not there."""

    wat: str
    voor: str
    na: str

    @property
    def verandert(self) -> bool:
        return self.voor != self.na


def gevolgen(
    voor: Werkfeiten, na: Werkfeiten, *, art60_dagen: Sequence[int], twe_dagen: Sequence[int], op: date
) -> list[Gevolg]:
    """Every date that exists before or after, in reading order; `verandert` says which ones move.

    `art60_dagen` and `twe_dagen`: how many days before an end the termijnen fall due; an end before `op` has none left.
    """
    oud = dict(_datums(voor, art60_dagen, twe_dagen, op))
    nieuw = dict(_datums(na, art60_dagen, twe_dagen, op))
    namen = [*nieuw, *(naam for naam in oud if naam not in nieuw)]
    return [Gevolg(naam, oud.get(naam, ""), nieuw.get(naam, "")) for naam in namen]


def _datums(
    feiten: Werkfeiten, art60_dagen: Sequence[int], twe_dagen: Sequence[int], op: date
) -> list[tuple[str, str]]:
    regels = []
    if feiten.art60:
        laatste = feiten.art60[-1]
        regels += [
            ("Eerste werkdag", dag_in_woorden(laatste.van)),
            ("Laatste dag van art.60", _dag(laatste.laatste_dag)),
            *_waarschuwingen("art.60", laatste.laatste_dag, laatste.van, art60_dagen, op),
        ]
    if feiten.venster is not None:
        venster = feiten.venster
        einde_met_termijn = None if venster.gestopt_op else venster.laatste_dag
        regels += [
            ("Laatste dag van de tijdelijke werkervaring", _dag(venster.einde)),
            *_waarschuwingen("de tijdelijke werkervaring", einde_met_termijn, venster.start, twe_dagen, op),
            ("Art.60 start zeker op tijd tot en met", _dag(venster.tijdig_art60_tot)),
        ]
        if feiten.art60_binnen:
            regels.append(("Startte art.60 op tijd?", venster.tijdigheid(feiten.art60_binnen[0].van).in_woorden))
            regels.append(("Wat overblijft voor nazorg", _rest(feiten.rest)))
    return [*regels, *feiten.aanhangend]


def _waarschuwingen(wat: str, einde: date | None, begin: date, dagen: Sequence[int], op: date) -> list[tuple[str, str]]:
    if einde is None or einde < op:
        return []
    vooraf = sorted(einde - timedelta(days=n) for n in dagen if einde - timedelta(days=n) >= begin)
    return [(f"Termijnen voor het einde van {wat}", "; ".join(map(dag_in_woorden, vooraf)))] if vooraf else []


def _dag(dag: date | None) -> str:
    return dag_in_woorden(dag) if dag else "nog niet afgesproken"


def _rest(rest: Nazorgrest | None) -> str:
    if rest is None:
        return "nog niet te zeggen: het einde van art.60 is niet afgesproken"
    if rest.overschreden_dagen:
        return f"niets: art.60 loopt {aantal(rest.overschreden_dagen, 'dag', 'dagen')} langer dan het venster"
    if not rest.totaal_dagen:
        return "niets: art.60 en het venster eindigen op dezelfde dag"
    return f"{rest.in_woorden}, tot en met {dag_in_woorden(rest.tot_en_met)}"
