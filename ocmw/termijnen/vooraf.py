"""Promises that come before an end: look at what follows, so many days ahead."""

from collections.abc import Iterable
from datetime import date, timedelta

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.termijnen.models import Belofte
from ocmw.termijnen.soorten import Termijnsoort


def beloften_voor_einde(
    soort: Termijnsoort, sleutel: str, *, van: date, laatste_dag: date, dagen: Iterable[int], wie: int | None
) -> list[Belofte]:
    """One promise per number in `dagen`, that many days before `laatste_dag`; none that would fall before `van`."""
    onderwerp = f"laatste dag {dag_in_woorden(laatste_dag)}"
    return [
        Belofte(soort, laatste_dag - timedelta(days=n), f"{sleutel}:{n}", wie, onderwerp)
        for n in dagen
        if laatste_dag - timedelta(days=n) >= van
    ]
