"""As what somebody will be admitted: full-time, or as voluntary part-timer, who proves half-days (A18). Pure.

Who works part-time for at least the reference wage is admitted as a full-timer; below it as voluntary part-timer, unless the
rights of a full-timer were kept (infobladen T27 and T34 of the RVA). What was not asked is assumed, and said to be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ocmw.kalender.woorden import euro
from tewerkstelling.enums import Toelatingssoort


@dataclass(frozen=True)
class Toelating:
    """`reden` says where it comes from; `aanname` is a sentence when that is not enough to be sure of it."""

    als: Toelatingssoort
    reden: str = ""
    aanname: str = ""

    @property
    def halve_dagen(self) -> bool:
        return self.als == Toelatingssoort.DEELTIJDS


def toelating_van(
    *, keuze: str, maandloon: Decimal | None, uren: Fraction, voltijds: Fraction, regel: Mapping[str, Any] | None
) -> Toelating:
    """`keuze`: what the client said, empty when nobody asked. `uren`: those at the end. `regel`: the value of
    `rva.deeltijds`; None when no rule holds on the day."""
    vol, deel = Toelatingssoort.VOLTIJDS, Toelatingssoort.DEELTIJDS
    referteloon = Decimal(str(regel["referteloon"])) if regel else None
    if uren >= voltijds and keuze != deel:
        return Toelating(vol, "het contract is voltijds")
    if maandloon is None or referteloon is None:
        if keuze:
            return Toelating(Toelatingssoort(keuze), "de keuze van de cliënt", _zonder_loon(keuze, referteloon))
        return Toelating(vol, "het loon en de keuze zijn nog niet gevraagd", _niet_gevraagd(referteloon))
    genoeg = maandloon >= referteloon
    vergelijking = (
        f"{euro(maandloon)} per maand {'haalt' if genoeg else 'ligt onder'} het referteloon van {euro(referteloon)}"
    )
    if not keuze:
        return Toelating(vol if genoeg else deel, vergelijking)
    if keuze == vol and not genoeg:
        return Toelating(
            vol,
            "de keuze van de cliënt",
            f"De cliënt wil voltijds toegelaten worden, maar {vergelijking}. Dat kan alleen wie de rechten van een "
            "voltijdse behield. Vraag het de RVA.",
        )
    if keuze == deel and genoeg:
        return Toelating(
            deel,
            "de keuze van de cliënt",
            f"De cliënt koos vrijwillig deeltijds, maar {vergelijking}: de RVA laat dan toe als voltijdse. Vraag het de RVA.",
        )
    return Toelating(Toelatingssoort(keuze), f"de keuze van de cliënt; {vergelijking}")


def _niet_gevraagd(referteloon: Decimal | None) -> str:
    grens = (
        f" Wie minder dan het referteloon van {euro(referteloon)} per maand verdient, bewijst halve dagen."
        if referteloon
        else ""
    )
    return f"Het loon en de keuze van de cliënt zijn nog niet gevraagd. We nemen aan: toegelaten als voltijdse.{grens}"


def _zonder_loon(keuze: str, referteloon: Decimal | None) -> str:
    if keuze != Toelatingssoort.VOLTIJDS or referteloon is None:
        return ""
    return (
        f"Het loon is nog niet gevraagd. Als voltijdse toegelaten worden kan vanaf {euro(referteloon)} per maand, of met "
        "behoud van rechten."
    )
