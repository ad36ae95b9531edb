"""The facts of work and nazorg as the 24-month picture."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from ocmw.ui.band import Band, Mijlpaal, Periode, band
from trajecten.twe.gevolgen import Werkfeiten

EEN_DAG = timedelta(days=1)


class Onderbroken(Protocol):
    """A half-open period [van, tot) in which nobody works."""

    van: date
    tot: date


def maak_band(feiten: Werkfeiten, *, op: date, onderbrekingen: Iterable[Onderbroken] = ()) -> Band | None:
    """The window with its contracts, what interrupts them and the nazorg that is left; None when there is no window.

    `onderbrekingen`: those in which nobody works. Drawn without their kind: everybody who sees the dossier sees this.
    """
    venster = feiten.venster
    if venster is None:
        return None
    grens = venster.laatste_dag + EEN_DAG
    # A contract that ended before the window opened has nothing to do with these months.
    periodes = [
        Periode(c.van, c.laatste_dag + EEN_DAG if c.laatste_dag else None, "werk", "Art.60" if c.art60 else "Werk")
        for c in feiten.contracten
        if c.van < grens and (c.laatste_dag is None or c.laatste_dag >= venster.start)
    ]
    periodes += [
        Periode(rij.van, rij.tot, "onderbreking", "Onderbreking")
        for rij in onderbrekingen
        if rij.van < grens and rij.tot > venster.start
    ]
    rest = feiten.rest
    if rest is not None and rest.totaal_dagen:
        periodes.append(Periode(rest.van, grens, "nazorg", "Nazorg"))
    mijlpalen = [Mijlpaal(venster.laatste_dag, "einde van de 24 maanden")]
    if not feiten.art60_binnen:
        mijlpalen.append(Mijlpaal(venster.tijdig_art60_tot, "art.60 zeker op tijd tot hier"))
    return band(venster.start, venster.laatste_dag, op=op, periodes=periodes, mijlpalen=mijlpalen)
