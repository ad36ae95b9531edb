"""INSZ: the national register number (RRN) or BIS number of a person (domein.md I1-I9).

Our own rule decides. The library we compare with in the tests accepts more (other digits than 0-9, a line break at
the end, a day that does not exist) and calls the clock itself.
"""

import re
from dataclasses import dataclass
from datetime import date

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

    `geslacht` is "M", "V" or "" and never fills a legally binding field (I5). `reden` is why it is invalid, or a
    remark about a valid number; empty when there is nothing to say.
    """

    geldig: bool
    nummer: str = ""
    geboortedatum: date | None = None
    geboortejaar: int | None = None
    geslacht: str = ""
    soort: str = ""
    reden: str = ""


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
    geboren, reden = _geboortedatum(jaar, maand, int(dd), op=op)
    if reden:
        return _ongeldig(reden)
    verschuiving *= 20
    return Insz(
        geldig=True,
        nummer="".join(vorm.groups()),
        geboortedatum=geboren,
        geboortejaar=None if (jj, maand, dd) == _JAAR_ONBEKEND else jaar,
        geslacht=("M" if int(volgnummer) % 2 else "V") if verschuiving in _GESLACHT_BEKEND else "",
        soort=BIS if verschuiving else RRN,
        reden=_opmerking(verschuiving, geboren),
    )


def toon_insz(nummer: str) -> str:
    """85073003328 as 85.07.30-033.28 (I1); any other text comes back unchanged."""
    if not re.fullmatch(r"[0-9]{11}", nummer):
        return nummer
    return f"{nummer[:2]}.{nummer[2:4]}.{nummer[4:6]}-{nummer[6:9]}.{nummer[9:]}"


def strijdig_met_geboortedatum(insz: Insz, geboortedatum: date) -> str:
    """Why this number does not belong to who is born on `geboortedatum`; empty when it can.

    With an unknown birthday only the year can contradict; with an unknown year, or an invalid number, nothing can.
    """
    if insz.geboortedatum is not None and insz.geboortedatum != geboortedatum:
        return f"Volgens het INSZ is de geboortedatum {insz.geboortedatum:%d/%m/%Y}, niet {geboortedatum:%d/%m/%Y}."
    if insz.geboortejaar is not None and insz.geboortejaar != geboortedatum.year:
        return f"Volgens het INSZ is het geboortejaar {insz.geboortejaar}, niet {geboortedatum.year}."
    return ""


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


def _geboortedatum(jaar: int, maand: int, dag: int, *, op: date) -> tuple[date | None, str]:
    """The birth date and no reason, None when it is unknown (I6), or the reason why it cannot be."""
    try:
        vroegst = date(jaar, maand or 1, (maand and dag) or 1)
    except ValueError:
        return None, f"De geboortedatum {dag:02}/{maand:02}/{jaar} bestaat niet."
    if vroegst > op:
        return None, "De geboortedatum in dit nummer ligt in de toekomst."
    return (vroegst if maand and dag else None), ""


def _opmerking(verschuiving: int, geboren: date | None) -> str:
    if verschuiving == 60:
        return "Let op: een maand met 60 erbij is zeldzaam. Kijk het nummer na."
    if geboren is None:
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
