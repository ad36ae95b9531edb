"""What should be open according to the facts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ocmw.kalender.woorden import dag_in_woorden

if TYPE_CHECKING:
    from ocmw.termijnen.soorten import Termijnsoort


@dataclass(frozen=True)
class Belofte:
    """One promise, identified by `soort` and `sleutel`.

    `stappen`: the days on which the same promise asks for attention again, the first one first. It is one line on every list:
    that of the last step that came (docs/adr/0030). `volgende_op` is the step after it. `afgeschermd`: it exists only for who
    may read what is shielded.
    """

    soort: "Termijnsoort"
    vervalt_op: date
    sleutel: str = ""
    verantwoordelijke_id: int | None = None
    onderwerp: str = ""
    afgeschermd: bool = False
    stappen: tuple[date, ...] = ()

    @property
    def volgende_op(self) -> date | None:
        return next((dag for dag in self.stappen if dag > self.vervalt_op), None)

    def na(self, afgevinkt: Collection[date], *, op: date) -> "Belofte | None":
        """What is left of it when somebody ticked it off for these days; None when that was all."""
        if not self.stappen:
            return None if self.vervalt_op in afgevinkt else self
        laatste = max((dag for dag in self.stappen if dag in afgevinkt), default=None)
        over = [dag for dag in self.stappen if laatste is None or dag > laatste]
        return replace(self, vervalt_op=_stap(over, op)) if over else None


def belofte_in_stappen(
    soort: "Termijnsoort", sleutel: str, stappen: Iterable[date], *, op: date, wie: int | None, onderwerp: str = ""
) -> Belofte | None:
    """One promise for a series of days; None without any."""
    dagen = sorted(set(stappen))
    return Belofte(soort, _stap(dagen, op), sleutel, wie, onderwerp, stappen=tuple(dagen)) if dagen else None


def stappen_voor_einde(van: date, laatste_dag: date, dagen: Iterable[int]) -> list[date]:
    """So many days before an end, for each number in `dagen`; none that would fall before `van`."""
    return [dag for n in dagen if (dag := laatste_dag - timedelta(days=n)) >= van]


def einde_in_woorden(laatste_dag: date) -> str:
    return f"laatste dag {dag_in_woorden(laatste_dag)}"


def _stap(dagen: list[date], op: date) -> date:
    """The last one that came, or the first one that is to come."""
    return next((dag for dag in reversed(dagen) if dag <= op), dagen[0])
