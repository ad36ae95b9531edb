"""How many days art.60 must prove, in which period, and what that means for the end of a contract (A10-A19).

Pure: facts and the rule that holds in, an answer with its reasons out. The RVA calculates; this is the estimate (A20).
All days are days of a 6-day week (A17): 26 per month, so 312 days are 12 months full-time and not 312 calendar days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from typing import Any

from ocmw.kalender.maanden import laatste_dag_na_maanden, leeftijd, plus_maanden

DAGEN_PER_MAAND = Decimal(26)
DAGEN_PER_WEEK = Decimal(6)


@dataclass(frozen=True)
class Toelating:
    """`referte_van` to `referte_tot`, both included: the period in which the days must lie."""

    dagen: int
    maanden: int
    referte_van: date
    referte_tot: date
    leeftijd: int
    redenen: tuple[str, ...]


def trap_voor(
    toelating: Sequence[Mapping[str, Any]], *, geboortedatum: date | None, aanvraag: date
) -> Mapping[str, Any]:
    """The row of the rule for the age on the day of the application (A10, A11); one row for all asks no birth date (A12).

    Raises ValueError when the age matters and is not known.
    """
    if len(toelating) == 1:
        return toelating[0]
    if geboortedatum is None:
        raise ValueError("Vul de geboortedatum in: het aantal dagen hangt voor deze aanvraag af van de leeftijd.")
    jaren = leeftijd(geboortedatum, max(aanvraag, geboortedatum))
    return next(rij for rij in toelating if rij["tot_leeftijd"] is None or jaren < rij["tot_leeftijd"])


def rva_toelating(*, geboortedatum: date, aanvraag: date, regel: Any, verlengingsdagen: int = 0) -> Toelating:
    """Days needed for somebody who applies on `aanvraag`.

    `regel` is the rule `rva.toelating` as it holds on that day: rows of {"tot_leeftijd", "dagen", "maanden"}, youngest first.
    `verlengingsdagen` (indemnified sickness, detention ... A15) lengthen the period into the past.
    Raises ValueError when the application lies before the birth.
    """
    if aanvraag <= geboortedatum:
        raise ValueError("De aanvraag ligt voor de geboortedatum.")
    if verlengingsdagen < 0:
        raise ValueError("Het aantal verlengingsdagen is niet negatief.")
    jaren = leeftijd(geboortedatum, aanvraag)
    rij = trap_voor(regel, geboortedatum=geboortedatum, aanvraag=aanvraag)
    van = plus_maanden(aanvraag, -rij["maanden"]) - timedelta(days=verlengingsdagen)
    redenen = [f"{rij['dagen']} dagen in de {rij['maanden']} maanden voor de aanvraag van {aanvraag:%d/%m/%Y}."]
    if len(regel) > 1:
        redenen.append(f"De leeftijd op die dag is {jaren} jaar; dat bepaalt het aantal dagen (A10).")
        hoger = [f"{later['dagen']} dagen in {later['maanden']} maanden" for later in regel[regel.index(rij) + 1 :]]
        if hoger:
            redenen.append(f"Ook goed: {' of '.join(hoger)} (A10).")
    else:
        redenen.append("De leeftijd speelt sinds 1 maart 2026 geen rol meer; alleen nieuwe dagen tellen (A12, A13).")
    if verlengingsdagen:
        redenen.append(f"De periode is {verlengingsdagen} dagen langer door gelijkgestelde afwezigheid (A15).")
    return Toelating(rij["dagen"], rij["maanden"], van, aanvraag - timedelta(days=1), jaren, tuple(redenen))


def dagen_uit_prestaties(
    *,
    gewerkte_dagen: Decimal | None = None,
    dagen_per_week: Decimal | None = None,
    uren: Decimal | None = None,
    voltijds: Decimal | None = None,
) -> Decimal:
    """Worked days or hours as days of the 6-day week (A17): days x 6 / average days a week, or hours x 6 / S."""
    if gewerkte_dagen is not None and dagen_per_week is not None and uren is None and voltijds is None:
        if not 0 < dagen_per_week <= 7 or gewerkte_dagen < 0:
            raise ValueError(
                "Het aantal dagen per week ligt tussen 0 en 7, en het aantal gewerkte dagen is niet negatief."
            )
        return gewerkte_dagen * DAGEN_PER_WEEK / dagen_per_week
    if uren is not None and voltijds is not None and gewerkte_dagen is None and dagen_per_week is None:
        if voltijds <= 0 or uren < 0:
            raise ValueError("De uren van een voltijdse zijn meer dan 0, en het aantal uren is niet negatief.")
        return uren * DAGEN_PER_WEEK / voltijds
    raise ValueError("Geef gewerkte_dagen met dagen_per_week, of uren met voltijds.")


@dataclass(frozen=True)
class Contracteinde:
    """`laatste_dag` is the last day of work, included; `maanden` has two decimals."""

    laatste_dag: date
    maanden: Decimal
    redenen: tuple[str, ...]


def contract_einde(
    *,
    start: date,
    dagen: int,
    uren: Decimal = Decimal(38),
    voltijds: Decimal = Decimal(38),
    halve_dagen: bool = False,
    al_gepresteerd: Decimal = Decimal(0),
) -> Contracteinde:
    """The last day of a contract that proves `dagen`, of which `al_gepresteerd` are proven already.

    Full-time: whole months of 26 days (T7's convention: start + months - 1 day), the rest as days Monday to Saturday.
    Part-time: hours x 6 / S days a week, in whole weeks rounded up to a calendar day; `halve_dagen` is the admission as
    voluntary part-timer, who proves half-days: hours x 6 / S x 2 (A18).
    """
    if not 0 < uren <= voltijds:
        raise ValueError("De uren per week zijn meer dan 0 en niet meer dan die van een voltijdse.")
    if dagen <= 0 or al_gepresteerd < 0:
        raise ValueError("Het aantal dagen is meer dan 0, en wat al gepresteerd is niet negatief.")
    rest = dagen - al_gepresteerd
    if rest <= 0:
        raise ValueError("Alle dagen zijn al gepresteerd; er is geen contract meer nodig.")
    soort = "halve dagen" if halve_dagen else "dagen"
    redenen = [f"Nog {rest.normalize():f} {soort} te bewijzen."]
    if uren == voltijds and not halve_dagen:
        maanden, over = divmod(rest, DAGEN_PER_MAAND)
        einde = laatste_dag_na_maanden(start, int(maanden)) if maanden else start - timedelta(days=1)
        einde = _plus_zesdaags(einde, int(over.to_integral_value(ROUND_CEILING)))
        redenen.append(f"Voltijds telt een maand voor 26 dagen: {rest.normalize():f} / 26 (A17).")
        return Contracteinde(einde, (rest / DAGEN_PER_MAAND).quantize(Decimal("0.01")), tuple(redenen))
    per_week = uren * DAGEN_PER_WEEK / voltijds * (2 if halve_dagen else 1)
    kalenderdagen = (rest * 7 / per_week).to_integral_value(ROUND_CEILING)
    redenen.append(f"{uren:f} van {voltijds:f} uren geeft {per_week.normalize():f} {soort} per week (A17, A18).")
    maanden = rest * DAGEN_PER_WEEK / (per_week * DAGEN_PER_MAAND)
    return Contracteinde(
        start + timedelta(days=int(kalenderdagen) - 1), maanden.quantize(Decimal("0.01")), tuple(redenen)
    )


def _plus_zesdaags(dag: date, aantal: int) -> date:
    """`aantal` days of the 6-day week after `dag`: Sundays do not count."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= dag.isoweekday() != 7
    return dag
