"""What VDAB pays per month of a TWE traject, and why (T12-T16). Pure; every amount comes in from the rules."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ocmw.kalender.maanden import laatste_dag_na_maanden, laatste_dag_van_maand, plus_maanden


@dataclass(frozen=True)
class Maand:
    """One month, judged on its last calendar day."""

    laatste_dag: date
    twe: bool
    art60: bool
    bedrag: Decimal
    reden: str


@dataclass(frozen=True)
class Vergoeding:
    twe_maanden: int
    art60_maanden: int
    extra_maanden: int
    bedrag: Decimal
    maanden: tuple[Maand, ...]


@dataclass(frozen=True)
class Tarief:
    """The rules as they hold: euro per month, the length of TWE and the limit for a timely start, in months."""

    inspanning: Decimal
    compensatie: Decimal
    extra: Decimal
    max_maanden: int
    tijdig_maanden: int

    @classmethod
    def uit_regels(cls, inspanning: Any, compensatie: Any, na_24: Any, max_maanden: int, tijdig: int) -> "Tarief":
        return cls(
            Decimal(inspanning["maand"]), Decimal(compensatie["maand"]), Decimal(na_24["vervangt"]), max_maanden, tijdig
        )


def betaalbare_maanden(
    *,
    twe_start: date,
    twe_einde: date,
    tarief: Tarief,
    art60_van: date | None = None,
    art60_tot: date | None = None,
    rechten_nodig: bool = False,
) -> Vergoeding:
    """Months with a valid TWE and art.60 registration on their last calendar day.

    `twe_einde` and `art60_tot` are last days, included. `rechten_nodig`: the overrun past the maximum is needed to complete
    social rights (T16). Raises ValueError when a period ends before it starts.
    """
    if twe_einde < twe_start or (art60_van and art60_tot and art60_tot < art60_van):
        raise ValueError("Een periode eindigt niet voor haar start.")
    if (art60_van is None) != (art60_tot is None):
        raise ValueError("Geef van art.60 de eerste én de laatste dag.")
    grens = plus_maanden(twe_start, tarief.tijdig_maanden)
    tijdig = art60_van is not None and art60_van <= grens
    venster_einde = laatste_dag_na_maanden(twe_start, tarief.max_maanden)
    maanden = []
    for dag in _maandeinden(twe_start, max(twe_einde, art60_tot or twe_einde)):
        art60 = art60_van is not None and art60_tot is not None and art60_van <= dag <= art60_tot
        maanden.append(_maand(dag, twe=dag <= twe_einde, art60=art60, tijdig=tijdig, binnen=dag <= venster_einde,
                              rechten_nodig=rechten_nodig, tarief=tarief))  # fmt: skip
    return Vergoeding(
        sum(m.twe for m in maanden),
        sum(m.art60 for m in maanden),
        sum(m.bedrag > 0 and m.laatste_dag > venster_einde for m in maanden),
        sum((m.bedrag for m in maanden), Decimal(0)),
        tuple(maanden),
    )


def _maandeinden(van: date, tot: date) -> list[date]:
    """Every last calendar day of a month in [van, tot], both included."""
    dagen = []
    dag = laatste_dag_van_maand(van)
    while dag <= tot:
        dagen.append(dag)
        dag = laatste_dag_van_maand(dag + timedelta(days=1))
    return dagen


def _maand(
    dag: date, *, twe: bool, art60: bool, tijdig: bool, binnen: bool, rechten_nodig: bool, tarief: Tarief
) -> Maand:
    if not tijdig:
        return Maand(
            dag, twe, art60, Decimal(0), "Art.60 startte niet binnen de termijn, dus deze maand telt niet (T13)."
        )
    if not binnen:
        if art60 and rechten_nodig:
            bedrag = tarief.extra + tarief.compensatie
            return Maand(
                dag, twe, art60, bedrag, "Na de 24 maanden: art.60 loopt nog, nodig voor de sociale rechten (T16)."
            )
        return Maand(dag, twe, art60, Decimal(0), "Na de 24 maanden telt deze maand niet (T16).")
    if not twe:
        return Maand(dag, twe, art60, Decimal(0), "Op de laatste dag van de maand was er geen begeleiding (T12).")
    bedrag = tarief.inspanning + (tarief.compensatie if art60 else Decimal(0))
    wat = "begeleiding en art.60" if art60 else "begeleiding, geen art.60"
    return Maand(dag, twe, art60, bedrag, f"Op de laatste dag van de maand was er {wat} (T12, T14).")
