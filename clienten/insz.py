"""INSZ: the national register number (RRN) or BIS number of a person (domein.md I1-I9).

Our own rule decides. The library we compare with in the tests accepts more (other digits than 0-9, a line break at
the end, a day that does not exist) and calls the clock itself.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from ocmw.kalender.maanden import dagen_van

RRN, BIS = "RRN", "BIS"
_SCHEIDING = r"[ .\-/\u00a0\u2009\u202f\u2011\u2013]{0,3}"
_VORM = re.compile(
    _SCHEIDING.join(["[ \t\u00a0]*([0-9]{2})", "([0-9]{2})", "([0-9]{2})", "([0-9]{3})", "([0-9]{2})[ \t\u00a0]*"])
)
# Month offset: 0 = RRN, 20 = BIS gender unknown, 40 = BIS gender known (I7), 60 = seen in libraries only (I9).
_GESLACHT_BEKEND = {0, 40}
# Numbers for which not even the year was known carry this made-up first day of 1900 or 2000 (I6).
_JAAR_ONBEKEND = ("00", 0, "01")


@dataclass(frozen=True)
class Insz:
    """What one piece of text says. `nummer` is filled only when `geldig`: 11 ASCII digits, ready to store.

    `geboren_tussen`: the first and last day (both included) on which this person can be born: one day, a month or a year
    (I6); None when not even the year is known.

    `geslacht` is "M", "V" or "" and never fills a legally binding field (I5). `reden` is why it is invalid, or a
    remark about a valid number; empty when there is nothing to say.
    """

    geldig: bool
    nummer: str = ""
    geboren_tussen: tuple[date, date] | None = None
    geslacht: str = ""
    soort: str = ""
    reden: str = ""

    @property
    def geboortedatum(self) -> date | None:
        """Only when it is known to the day."""
        eerste, laatste = self.geboren_tussen or (None, date.max)
        return eerste if eerste == laatste else None


def lees_insz(tekst: str, *, op: date) -> Insz:
    """Read one INSZ in any usual spelling; `op` is today, because nobody is born after it (I4)."""
    vorm = _VORM.fullmatch(tekst)
    if vorm is None:
        return Insz(geldig=False, reden=_waarom_geen_nummer(tekst))
    jj, mm, dd, volgnummer, controle = vorm.groups()
    eeuw = _eeuw(jj + mm + dd + volgnummer, int(controle))
    if eeuw is None:
        return _ongeldig("Het controlegetal klopt niet. Kijk het nummer na: er staat een cijfer fout of omgewisseld.")
    verschuiving, maand = divmod(int(mm), 20)
    if maand > 12 or verschuiving > 3:
        return _ongeldig(f"Maand {mm} bestaat niet in een INSZ.")
    if int(dd) > 31:
        return _ongeldig(f"Dag {dd} bestaat niet in een INSZ.")
    if volgnummer in {"000", "999"}:
        return _ongeldig(f"Volgnummer {volgnummer} bestaat niet in een INSZ.")
    jaar = eeuw + int(jj)
    tussen, reden = _geboren_tussen(jaar, maand, int(dd), op=op)
    if reden:
        return _ongeldig(reden)
    verschuiving *= 20
    return Insz(
        geldig=True,
        nummer="".join(vorm.groups()),
        geboren_tussen=None if (jj, maand, dd) == _JAAR_ONBEKEND else tussen,
        geslacht=("M" if int(volgnummer) % 2 else "V") if verschuiving in _GESLACHT_BEKEND else "",
        soort=BIS if verschuiving else RRN,
        reden=_opmerking(verschuiving, bekend=tussen[0] == tussen[1]),
    )


def toon_insz(nummer: str) -> str:
    """85073003328 as 85.07.30-033.28 (I1); any other text comes back unchanged."""
    if not re.fullmatch(r"[0-9]{11}", nummer):
        return nummer
    return f"{nummer[:2]}.{nummer[2:4]}.{nummer[4:6]}-{nummer[6:9]}.{nummer[9:]}"


def strijdig_met_geboortedatum(insz: Insz, geboortedatum: date) -> str:
    """Why this number does not belong to who is born on `geboortedatum`; empty when it can.

    With an unknown birthday only the month and the year can contradict, with an unknown month only the year; with an
    unknown year, or an invalid number, nothing can.
    """
    if insz.geboren_tussen is None or insz.geboren_tussen[0] <= geboortedatum <= insz.geboren_tussen[1]:
        return ""
    eerste, laatste = insz.geboren_tussen
    if eerste == laatste:
        return f"Volgens het INSZ is de geboortedatum {eerste:%d/%m/%Y}, niet {geboortedatum:%d/%m/%Y}."
    if eerste.month == laatste.month:
        return f"Volgens het INSZ is de geboortemaand {eerste:%m/%Y}, niet {geboortedatum:%m/%Y}."
    return f"Volgens het INSZ is het geboortejaar {eerste.year}, niet {geboortedatum.year}."


def in_de_eeuw_van(insz: Insz, geboortedatum: date) -> date | None:
    """The same day in the century that the number knows (I3), for a year that was written with two digits; None when that
    day does not belong to the number either."""
    for eeuw in (-100, 100):
        with suppress(ValueError):  # 29 February 1900 never was
            ander = geboortedatum.replace(year=geboortedatum.year + eeuw)
            if insz.geboren_tussen and not strijdig_met_geboortedatum(insz, ander):
                return ander
    return None


def controlegetal(negen: str, *, na_2000: bool) -> int:
    """97 minus the nine digits modulo 97, with a 2 in front for who is born from 2000 on (I2): always 1 to 97."""
    return 97 - int(("2" if na_2000 else "") + negen) % 97


def _ongeldig(reden: str) -> Insz:
    return Insz(geldig=False, reden=reden)


def _eeuw(negen: str, controle: int) -> int | None:
    """1900 or 2000: the two never give the same check, so the century is certain (I3)."""
    if controle == controlegetal(negen, na_2000=False):
        return 1900
    if controle == controlegetal(negen, na_2000=True):
        return 2000
    return None


def _geboren_tussen(jaar: int, maand: int, dag: int, *, op: date) -> tuple[tuple[date, date], str]:
    """The first and last possible birth date and no reason, or the reason why it cannot be. A day without a month says
    nothing (I6)."""
    heel = dagen_van(jaar, maand)
    if maand and dag:
        try:
            heel = (date(jaar, maand, dag),) * 2
        except ValueError:
            return heel, f"De geboortedatum {dag:02}/{maand:02}/{jaar} bestaat niet."
    return heel, "De geboortedatum in dit nummer ligt in de toekomst." if heel[0] > op else ""


def _opmerking(verschuiving: int, *, bekend: bool) -> str:
    if verschuiving == 60:
        return "Let op: een maand met 60 erbij is zeldzaam. Kijk het nummer na."
    if not bekend:
        return "De geboortedatum is onbekend in dit nummer."
    return ""


def _waarom_geen_nummer(tekst: str) -> str:
    if not tekst.strip():
        return "Er is geen INSZ ingevuld."
    cijfers = sum(teken in "0123456789" for teken in tekst)
    if re.search(r"[^0-9 .\-/\t\u00a0\u2009\u202f\u2011\u2013]", tekst):
        return "Een INSZ bestaat uit gewone cijfers, met hooguit punten, streepjes of spaties ertussen."
    if cijfers == 10:
        return "Een INSZ telt 11 cijfers, hier staan er 10. Ontbreekt er vooraan een nul?"
    if cijfers != 11:
        return f"Een INSZ telt 11 cijfers, hier staan er {cijfers}."
    return "De punten en streepjes staan op een vreemde plaats. Schrijf het zoals 85.07.30-033.28."
