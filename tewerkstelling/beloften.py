"""What a contract promises: look at what follows before an end that is coming."""

from collections.abc import Iterable
from datetime import date, timedelta

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Belofte

# Termijnen of other rooms that follow from a contract: they move when it moves (ocmw.termijnen.bronnen).
CONTRACT_SOORTEN = (
    Soort.TIJDIG_START,
    Soort.HERBEREKENING_RVA,
    Soort.RVA_ANTWOORD,
    Soort.MENTORFORMULIER,
    Soort.EVALUATIE,
    Soort.WERKBEZOEK,
    Soort.EINDE_ART60,
    Soort.OPVOLGING_WERK,
    Soort.STARTKLAAR,
)


def beloften_voor_einde(
    soort: Soort, sleutel: str, *, van: date, laatste_dag: date, dagen: Iterable[int], wie: int | None
) -> list[Belofte]:
    """One promise per number in `dagen`, that many days before `laatste_dag`; none that would fall before `van`."""
    onderwerp = f"laatste dag {dag_in_woorden(laatste_dag)}"
    return [
        Belofte(soort, laatste_dag - timedelta(days=n), f"{sleutel}:{n}", wie, onderwerp)
        for n in dagen
        if laatste_dag - timedelta(days=n) >= van
    ]
