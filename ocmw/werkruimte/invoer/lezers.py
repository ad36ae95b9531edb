"""Which reader a field has, and what reading a sheet needs besides its cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from ocmw.werkruimte.invoer import cellen, datums
from ocmw.werkruimte.invoer.datums import is_leeg
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort, norm
from ocmw.werkruimte.invoer.werkboek import Cel


@dataclass(frozen=True, slots=True)
class Leeswijze:
    """What reading a sheet needs besides its cells: the column per field, the date of today, and what the team means by its words.

    `fasen` and `statuten` map norm(text) to our code; `koppen` are the headings, for the sentences.
    """

    op: date
    indeling: Mapping[str, int]
    koppen: Mapping[str, str] = field(default_factory=dict)
    fasen: Mapping[str, str] = field(default_factory=dict)
    statuten: Mapping[str, str] = field(default_factory=dict)

    def kop(self, veld: str, soort: Bladsoort) -> str:
        return self.koppen.get(veld) or VELDEN[soort][veld].label


Lezer = Callable[[Cel, Leeswijze], Any]


def _tekst(hoogstens: int, wat: str) -> Lezer:
    return lambda cel, wijze: "" if is_leeg(cel) else cellen.lees_tekst(cel, hoogstens=hoogstens, wat=wat)


def _keuze(keuzes: Mapping[str, str], wat: str) -> Lezer:
    return lambda cel, wijze: cellen.lees_keuze(cel, keuzes, wat=wat)


def _naam(hoogstens: int, wat: str, rand: str) -> Lezer:
    """A loose question mark is a doubt of who typed it; one against a letter is a letter that got lost, and stays."""

    def lees(cel: Cel, wijze: Leeswijze) -> str:
        tekst = cellen.lees_tekst(cel, hoogstens=hoogstens, wat=wat)
        return " ".join(woord for woord in tekst.split() if woord.strip("?")).strip(rand)

    return lees


def _datum(cel: Cel, wijze: Leeswijze, *, verleden: bool = False) -> date | None:
    return datums.lees_datum(cel, op=wijze.op, verleden=verleden)


def _duur(cel: Cel, wijze: Leeswijze) -> int | None:
    kop = norm(wijze.koppen.get("duur", ""))
    return datums.lees_duur(cel, in_uren="uur" in kop.split() or "uren" in kop.split())


# A field in HARD refuses the whole row when its cell cannot be read; any other field is left out and reported.
HARD = frozenset(
    {"insz", "familienaam", "voornaam", "naam", "geboortedatum", "fase", "start_traject", "start_twe", "start_art60"}
    | {"einde_art60", "laatste_contact", "datum", "verslag"}
)
LEZERS: dict[str, Lezer] = {
    "insz": lambda cel, wijze: cellen.lees_insz_cel(cel, op=wijze.op),
    "familienaam": _naam(120, "naam", " -.,/"),
    "voornaam": _naam(80, "voornaam", " -,/"),
    "naam": _naam(150, "naam", " -.,/"),
    "geboortedatum": partial(_datum, verleden=True),
    "geslacht": _keuze(cellen.GESLACHTEN, "geslacht"),
    "adres": _tekst(160, "straat"),
    "huisnummer": _tekst(20, "huisnummer"),
    "bus": _tekst(20, "bus"),
    "postcode": lambda cel, wijze: cellen.lees_postcode(cel),
    "gemeente": _tekst(80, "gemeente"),
    "postcode_gemeente": _tekst(100, "gemeente"),
    "gsm": lambda cel, wijze: cellen.lees_telefoon_cel(cel),
    "telefoon": lambda cel, wijze: cellen.lees_telefoon_cel(cel),
    "email": lambda cel, wijze: cellen.lees_email_cel(cel),
    "moedertaal": _tekst(40, "taal"),
    "niveau_nl": _keuze(cellen.NIVEAUS, "niveau Nederlands"),
    "nationaliteit": _tekst(60, "nationaliteit"),
    "statuut": lambda cel, wijze: cellen.lees_keuze(cel, cellen.STATUTEN, wat="statuut", eigen=wijze.statuten),
    "verblijfsstatuut": _tekst(60, "verblijfsstatuut"),
    "mag_werken": _keuze(cellen.JA_NEE, "ja of nee"),
    "vdab_nummer": _tekst(20, "VDAB-nummer"),
    "maatschappelijk_werker": _tekst(120, "naam"),
    "trajectbegeleider": _tekst(120, "naam"),
    "fase": lambda cel, wijze: cellen.lees_fase(cel, eigen=wijze.fasen),
    "start_traject": _datum,
    "start_twe": _datum,
    "start_art60": _datum,
    "einde_art60": _datum,
    "werkplek": _tekst(120, "werkplek"),
    "werkgever": _tekst(120, "werkgever"),
    "uren_per_week": lambda cel, wijze: datums.lees_uren(cel),
    "laatste_contact": _datum,
    "opmerkingen": lambda cel, wijze: cellen.lees_verslag(cel),
    "datum": _datum,
    "kanaal": _keuze(cellen.KANALEN, "soort contact"),
    "duur": _duur,
    "aanwezig": _keuze(cellen.AANWEZIGHEDEN, "aanwezigheid"),
    "verslag": lambda cel, wijze: cellen.lees_verslag(cel),
    "door": _tekst(120, "naam"),
}
