"""The facts of work and nazorg as the first lane of the picture of time (docs/adr/0038)."""

from datetime import date, timedelta

from ocmw.ui.tijdbeeld import Beeldmaat, Teken, Tijdbeeld, punt
from trajecten.twe.gevolgen import Werkfeiten

EEN_DAG = timedelta(days=1)
# Without an agreed end, the picture of contracts without a window goes on this long.
ZONDER_EINDE = timedelta(days=365)


def kader(feiten: Werkfeiten, *, op: date) -> tuple[date, date, bool] | None:
    """First and last day of the picture, and whether these are the 24 months; otherwise those of the contracts. None: nothing to draw."""
    if feiten.venster is not None:
        return feiten.venster.start, feiten.venster.laatste_dag, True
    if not feiten.contracten:
        return None
    begin = min(c.van for c in feiten.contracten)
    return begin, max(c.laatste_dag or max(op, c.van) + ZONDER_EINDE for c in feiten.contracten), False


def werktekens(feiten: Werkfeiten) -> list[Teken]:
    """Contracts, what interrupts them and the nazorg that is left. Interruptions are drawn without their kind: everybody who sees the
    dossier sees this."""
    start, grens = date.min, date.max
    if venster := feiten.venster:
        # A contract that ended before the window opened has nothing to do with these months.
        start, grens = venster.start, venster.laatste_dag + EEN_DAG
    tekens = [
        Teken(
            "werk", "werk", c.van, c.laatste_dag + EEN_DAG if c.laatste_dag else None, "Art.60" if c.art60 else "Werk"
        )
        for c in feiten.contracten
        if c.van < grens and (c.laatste_dag is None or c.laatste_dag >= start)
    ]
    tekens += [
        Teken("werk", "onderbreking", rij.van, rij.tot, "Onderbreking")
        for rij in feiten.onderbrekingen
        if rij.van < grens and rij.tot > start
    ]
    rest = feiten.rest
    if rest is not None and rest.totaal_dagen:
        tekens.append(Teken("werk", "nazorg", rest.van, rest.tot_en_met + EEN_DAG, "Nazorg"))
    return tekens


def venstermijlpalen(feiten: Werkfeiten) -> list[Teken]:
    """The days that matter for the window."""
    venster = feiten.venster
    if venster is None:
        return []
    tekens = [punt("komt", "mijlpaal", venster.laatste_dag, "Einde van de 24 maanden")]
    if venster.gestopt_op:
        tekens.append(punt("komt", "mijlpaal", venster.gestopt_op, "Vroeger gestopt"))
    elif not feiten.art60_binnen:
        tekens.append(punt("komt", "mijlpaal", venster.tijdig_art60_tot, "Art.60 zeker op tijd tot hier"))
    return tekens


def rijbeeld(feiten: Werkfeiten, *, op: date) -> Tijdbeeld | None:
    """For a row of a list: the lane of work alone."""
    if (vak := kader(feiten, op=op)) is None:
        return None
    start, laatste_dag, venster = vak
    return Tijdbeeld(Beeldmaat.RIJ, start, laatste_dag, op, tuple(werktekens(feiten)), venster=venster)
