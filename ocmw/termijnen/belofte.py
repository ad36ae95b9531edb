"""What should be open according to the facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ocmw.kalender.woorden import dag_in_woorden

if TYPE_CHECKING:
    from ocmw.termijnen.soorten import Termijnsoort


@dataclass(frozen=True)
class Belofte:
    """One promise, identified by `soort` and `sleutel`."""

    soort: "Termijnsoort"
    vervalt_op: date
    sleutel: str = ""
    verantwoordelijke_id: int | None = None
    onderwerp: str = ""


def beloften_voor_einde(
    soort: "Termijnsoort", sleutel: str, *, van: date, laatste_dag: date, dagen: Iterable[int], wie: int | None
) -> list[Belofte]:
    """Look at what follows before an end: one promise per number in `dagen`, that many days before `laatste_dag`; none that
    would fall before `van`."""
    onderwerp = f"laatste dag {dag_in_woorden(laatste_dag)}"
    return [
        Belofte(soort, laatste_dag - timedelta(days=n), f"{sleutel}:{n}", wie, onderwerp)
        for n in dagen
        if laatste_dag - timedelta(days=n) >= van
    ]
