"""Which phase the facts of work point to, with the reasons. Pure: it proposes, a person takes it (docs/adr/0029)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ocmw.kalender.woorden import dag_in_woorden
from trajecten.fasen import Fase


@dataclass(frozen=True)
class Werkfeit:
    """One period of work. `laatste_dag` is included; None when no end is known."""

    van: date
    laatste_dag: date | None
    art60: bool
    gewoon: bool = False

    def loopt(self, op: date) -> bool:
        return self.van <= op and (self.laatste_dag is None or self.laatste_dag >= op)


def soort_werk(werk: Iterable[Werkfeit], *, op: date) -> str:
    """What runs on `op`, in the word of the branch that asks about it (fasen.Vraag.hoort_bij); empty when nothing does."""
    lopend = [periode for periode in werk if periode.loopt(op)]
    if any(periode.art60 for periode in lopend):
        return "art60"
    return "regulier" if lopend else ""


@dataclass(frozen=True)
class Fasevoorstel:
    """`naar` None: close the traject. `sinds`: the day of the fact behind it."""

    naar: Fase | None
    reden: str
    sinds: date

    @property
    def in_woorden(self) -> str:
        return f"fase {self.naar.value}, {self.naar.label}" if self.naar else "het traject afsluiten"

    @property
    def sleutel(self) -> str:
        return f"fase:{self.naar.value if self.naar else 'einde'}"


@dataclass(frozen=True)
class Faseverblijf:
    """The phase somebody is in, since when, and whether it is an earlier one than before: put back, on purpose."""

    fase: Fase
    sinds: date
    teruggezet: bool = False


def verblijf_uit(perioden: Iterable[tuple[int, date, date | None]]) -> Faseverblijf | None:
    """The stay that runs, from every (phase, van, tot) of a traject in their order; None without one."""
    vorige = 0
    for fase, van, tot in perioden:
        if tot is None:
            return Faseverblijf(Fase(fase), van, teruggezet=fase < vorige)
        vorige = fase
    return None


def fasevoorstel(verblijf: Faseverblijf, werk: Iterable[Werkfeit], *, op: date) -> Fasevoorstel | None:
    """What the facts say on `op` about a traject in this stay; None when they agree with it.

    Work that runs counts, and an end that fell in this stay. Who was put back on purpose knows what there was by then: only a
    fact of a later day proposes again.
    """
    voorstel = _voorstel(verblijf.fase, verblijf.sinds, werk, op=op)
    if voorstel is not None and verblijf.teruggezet and voorstel.sinds <= verblijf.sinds:
        return None
    return voorstel


def _voorstel(fase: Fase, sinds: date, werk: Iterable[Werkfeit], *, op: date) -> Fasevoorstel | None:
    begonnen = [periode for periode in werk if periode.van <= op]
    lopend = [periode for periode in begonnen if periode.loopt(op)]
    art60 = max((p for p in lopend if p.art60), key=lambda p: p.van, default=None)
    gewoon = max((p for p in lopend if p.gewoon), key=lambda p: p.van, default=None)
    geweest = max((p.laatste_dag for p in begonnen if p.art60 and p.laatste_dag and p.laatste_dag < op), default=None)
    if art60 is not None:
        # In phase 5 the end is prepared while the contract still runs; a new contract after that begins phase 4 again.
        if fase == Fase.BEGELEIDING or (fase == Fase.EINDE and art60.van < sinds):
            return None
        return Fasevoorstel(Fase.BEGELEIDING, f"Art.60 begon op {dag_in_woorden(art60.van)}.", art60.van)
    if gewoon is not None:
        zin = f"Gewoon werk begon op {dag_in_woorden(gewoon.van)}."
        if geweest is not None:
            return Fasevoorstel(None, f"{zin} Art.60 eindigde op {dag_in_woorden(geweest)}.", gewoon.van)
        return None if fase >= Fase.BEGELEIDING else Fasevoorstel(Fase.BEGELEIDING, zin, gewoon.van)
    if geweest is not None and fase < Fase.EINDE and geweest >= sinds:
        return Fasevoorstel(Fase.EINDE, f"Art.60 eindigde op {dag_in_woorden(geweest)}.", geweest + timedelta(days=1))
    return None


def komend_voorstel(verblijf: Faseverblijf, werk: Iterable[Werkfeit], *, op: date) -> Fasevoorstel | None:
    """What the facts say now, or else on the day on which work that is agreed begins: no night makes that promise. An end is
    looked at in the night after it."""
    alle = list(werk)
    for dag in (op, *sorted(periode.van for periode in alle if periode.van > op)):
        if voorstel := fasevoorstel(verblijf, alle, op=dag):
            return voorstel
    return None
