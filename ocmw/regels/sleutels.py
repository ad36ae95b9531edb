"""Every rule by its name in words, its subject, its shape and the value it begins with. The room that calculates with a rule
describes it, in its own `regels.py`; here is what a description is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from ocmw.regels.vormen import Getal, Vorm, afgeleide_vorm
from ocmw.regels.vormen.blad import als_zin
from ocmw.ui.aanbod import Aanbod

# What no source states; the screen shows it, and the OCMW can change it.
ASSUMPTIE = "geen openbare bron"
BEGIN = date(2017, 1, 1)


class Aard(models.TextChoices):
    """Who may change a rule. A rule of the installation holds for every OCMW and needs a second person; a house rule is
    how a team works."""

    INSTALLATIE = "installatie", "Regel van de installatie"
    HUIS = "huis", "Huisregel"


class Onderwerp(models.TextChoices):
    """The chapters of the screen of rules, in order."""

    RECHTEN = "rechten", "Sociale rechten (RVA)"
    TWE = "twe", "Tijdelijke werkervaring"
    PLAATSING = "plaatsing", "Werkplekken en mentoren"
    EVALUATIE = "evaluatie", "Evaluatie en werkbezoek"
    WERKING = "werking", "Werking van het team"
    BEWARING = "bewaring", "Bewaren en beschermen"
    ANDERE = "andere", "Andere regels"


@dataclass(frozen=True)
class Beginwaarde:
    """What every installation starts with (domein.md, appendix A). A coordinator changes the row, never this line.

    `van` included, `tot` not; `toelichting` says what the value does."""

    waarde: Any
    bron: str
    toelichting: str
    van: date = BEGIN
    tot: date | None = None


@dataclass(frozen=True)
class Beschrijving:
    """`nog_niet`: the application does not calculate with this rule yet, and says so."""

    naam: str
    onderwerp: Onderwerp
    vorm: Vorm
    nog_niet: str = ""
    begin: tuple[Beginwaarde, ...] = ()
    aard: Aard = Aard.INSTALLATIE


SLEUTELS: Aanbod[Beschrijving] = Aanbod("sleutels van regels")


def regelsleutel(
    sleutel: str,
    naam: str,
    onderwerp: Onderwerp,
    vorm: Vorm,
    *begin: Beginwaarde,
    nog_niet: str = "",
    huis: bool = False,
) -> None:
    """Offer a rule: the value in `begin` is what holds until somebody publishes another. `huis`: how a team works, which its
    coordinator decides; without it the rule is one of the installation, and the law decides."""
    aard = Aard.HUIS if huis else Aard.INSTALLATIE
    SLEUTELS.bied(sleutel, Beschrijving(naam, onderwerp, vorm, nog_niet, begin, aard))


def beginwaarden() -> Iterator[tuple[str, Beginwaarde]]:
    """Every key with each value it begins with."""
    return ((sleutel, waarde) for sleutel, uitleg in SLEUTELS.items() for waarde in uitleg.begin)


def dagen(minstens: int = 1) -> Getal:
    return Getal("dag", "dagen", minstens, 9999)


def maanden(hoogstens: int = 120) -> Getal:
    return Getal("maand", "maanden", 1, hoogstens)


def beschrijving(sleutel: str, waarde: Any = None) -> Beschrijving:
    """Of a key that is not described yet: its own words, and the shape its value shows."""
    return SLEUTELS.get(sleutel) or Beschrijving(
        als_zin(sleutel.replace(".", ": ")), Onderwerp.ANDERE, afgeleide_vorm(waarde)
    )
