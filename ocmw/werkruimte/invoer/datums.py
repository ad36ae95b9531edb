"""Dates and times as people type them in a spreadsheet. Day before month, as in Belgium; ISO and Excel's day numbers too."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from ocmw.werkruimte.invoer.velden import norm
from ocmw.werkruimte.invoer.werkboek import Cel

EXCEL_NUL = date(1899, 12, 30)
VROEGSTE, LAATSTE = date(1900, 1, 1), date(2100, 12, 31)
LEEG = frozenset(
    {"", "nvt", "n v t", "na", "n a", "n b", "nb", "geen", "onbekend", "nog niet", "niet gekend", "nog te bepalen"}
)
_MAANDEN = (
    ("jan", "januari", "janvier", "january"),
    ("feb", "febr", "februari", "fevrier", "fev", "february"),
    ("mrt", "maa", "maart", "mars", "march", "mar"),
    ("apr", "april", "avril", "avr"),
    ("mei", "mai", "may"),
    ("jun", "juni", "juin", "june"),
    ("jul", "juli", "juillet", "juil", "july"),
    ("aug", "augustus", "aout", "august"),
    ("sep", "sept", "september", "septembre"),
    ("okt", "oktober", "octobre", "oct", "october"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
MAANDEN = {naam: nummer for nummer, namen in enumerate(_MAANDEN, start=1) for naam in namen}
_DMJ = re.compile(r"^(\d{1,2})[./\-\s]+(\d{1,2})[./\-\s]+(\d{4}|\d{2})$")
_JMD = re.compile(r"^(\d{4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,2})$")
_UUR = re.compile(r"[\sT]+\d{1,2}[:u]\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_KLOK = re.compile(r"^(\d{1,3}):(\d{2})(?::\d{2})?$")


class Leesfout(ValueError):
    """A cell that cannot be read; the message is one Dutch sentence for the person who typed it."""


def is_leeg(cel: Cel) -> bool:
    """Nothing, or one of the ways to write nothing ("-", "nvt", "geen")."""
    return cel is None or (isinstance(cel, str) and norm(cel) in LEEG)


def is_formule(cel: Cel) -> bool:
    return isinstance(cel, str) and len(cel) > 1 and cel[0] == "=" and cel[1] not in "=> "


def keur_cel(cel: Cel) -> None:
    """Refuse what is no value at all: a formula, an Excel error."""
    if is_formule(cel):
        raise Leesfout("In deze cel staat een formule. Plak de cel als waarde.")
    if isinstance(cel, str) and re.match(r"^#(?:N/?[AB]|[A-Z]{2,12}[!?/0]|DEEL/0!|DIV/0!|N/B)", cel):
        raise Leesfout(f"In deze cel staat een fout van Excel: {cel[:20]}.")


def lees_datum(cel: Cel, *, op: date, verleden: bool = False) -> date | None:
    """The date in a cell, None when empty. `verleden`: a two-digit year is the last one not after `op` (birth dates)."""
    if is_leeg(cel):
        return None
    keur_cel(cel)
    if isinstance(cel, bool):
        raise _geen_datum(cel)
    if isinstance(cel, (int, float)):
        return _uit_getal(cel)
    tekst = _UUR.sub("", str(cel).strip()).strip(" ,;.")
    if vorm := _DMJ.match(tekst):
        return _datum(_vol_jaar(vorm[3], op=op, verleden=verleden), vorm[2], vorm[1], cel)
    if vorm := _JMD.match(tekst):
        return _datum(int(vorm[1]), vorm[2], vorm[3], cel)
    if tekst.isdecimal() and tekst.isascii():
        return _uit_cijfers(tekst)
    return _uit_woorden(tekst, op=op, verleden=verleden)


def toon(datum: date) -> str:
    """The way a date reads in a spreadsheet; pages use their own filter with weekday."""
    return f"{datum:%d/%m/%Y}"


def _geen_datum(cel: Cel) -> Leesfout:
    return Leesfout(f"'{str(cel)[:40]}' is geen datum. Schrijf dag/maand/jaar, bijvoorbeeld 14/05/2026.")


def _vol_jaar(tekst: str, *, op: date, verleden: bool) -> int:
    """Two digits: for birth dates the past, otherwise from 60 years back to 39 years ahead."""
    jaar = int(tekst)
    if len(tekst) == 4:
        return jaar
    grens = op.year if verleden else op.year + 39
    return grens - (grens - jaar) % 100


def _datum(jaar: int, maand: str | int, dag: str | int, cel: Cel) -> date:
    try:
        datum = date(jaar, int(maand), int(dag))
    except ValueError as fout:
        raise Leesfout(f"De datum '{str(cel)[:40]}' bestaat niet.") from fout
    if not VROEGSTE <= datum <= LAATSTE:
        raise Leesfout(f"De datum '{str(cel)[:40]}' ligt buiten 1900-2100.")
    return datum


def _uit_getal(getal: int | float) -> date:
    """Excel counts days from 30/12/1899; 19860314 and 14031986 are dates without separators."""
    if isinstance(getal, int) and 1_000_000 <= getal <= 99_999_999:
        return _uit_cijfers(f"{getal:08}")
    if not 1 <= getal <= 73_050:
        raise _geen_datum(getal)
    if getal in range(1900, 2101):
        raise Leesfout(f"'{getal}' is een jaartal. Schrijf de volledige datum, bijvoorbeeld 14/05/{getal}.")
    return EXCEL_NUL + timedelta(days=int(getal))


def _uit_cijfers(tekst: str) -> date:
    if len(tekst) != 8:
        if len(tekst) <= 5:
            return _uit_getal(int(tekst))
        raise _geen_datum(tekst)
    for jaar, maand, dag in ((tekst[:4], tekst[4:6], tekst[6:]), (tekst[4:], tekst[2:4], tekst[:2])):
        if 1900 <= int(jaar) <= 2100 and 1 <= int(maand) <= 12:
            return _datum(int(jaar), maand, dag, tekst)
    raise _geen_datum(tekst)


def _uit_woorden(tekst: str, *, op: date, verleden: bool) -> date:
    """ "di 12 mei 2026", "12 mai 26", "May 12 2026": a month by name in Dutch, French or English."""
    delen = norm(tekst).split()
    maand = next((MAANDEN[deel] for deel in delen if deel in MAANDEN), 0)
    getallen = [deel.rstrip("erndsth") for deel in delen if deel[0].isdigit()]
    if not maand or len(delen) > 5 or not all(getal.isdecimal() for getal in getallen):
        raise _geen_datum(tekst)
    if len(getallen) != 2:
        raise Leesfout(f"In '{tekst[:40]}' ontbreekt de dag of het jaar.")
    dag, jaar = (getallen[1], getallen[0]) if len(getallen[0]) == 4 else (getallen[0], getallen[1])
    if len(jaar) not in {2, 4}:
        raise _geen_datum(tekst)
    return _datum(_vol_jaar(jaar, op=op, verleden=verleden), maand, dag, tekst)


# --- hours and minutes ------------------------------------------------------------------------
def _getal(tekst: str) -> Decimal | None:
    try:
        waarde = Decimal(tekst.replace(",", ".").strip())
    except InvalidOperation:
        return None
    return waarde if waarde.is_finite() else None


def lees_uren(cel: Cel) -> tuple[Decimal, Decimal | None] | None:
    """Hours per week, with the full-time hours when the cell names them: "38u", "28,5", "19/38", "19 uur op 38"."""
    if is_leeg(cel):
        return None
    keur_cel(cel)
    tekst = str(cel).casefold().strip()
    if vorm := _KLOK.match(tekst):
        waarden = [Decimal(vorm[1]) + Decimal(vorm[2]) / 60]
    else:
        kaal = re.sub(
            r"(?:uur|uren|u|h)\b\.?|/?\s*(?:per\s+week|week|w)\b|\(?(?:voltijds|deeltijds|halftijds)\)?", " ", tekst
        )
        delen = [_getal(deel) for deel in re.split(r"\s*(?:/|\bop\b|\bvan\b)\s*", kaal.strip(" ./"))]
        waarden = [deel for deel in delen if deel is not None]
        if len(waarden) != len(delen) or len(delen) > 2:
            raise Leesfout(f"'{str(cel)[:40]}' is geen aantal uren per week. Schrijf bijvoorbeeld 19 of 19/38.")
    if any(abs(waarde) > 100 for waarde in waarden):
        raise Leesfout(f"'{str(cel)[:40]}' uren per week kan niet kloppen.")
    uren = waarden[0].quantize(Decimal("0.01"))
    voltijds = waarden[1].quantize(Decimal("0.01")) if len(waarden) > 1 else None
    if voltijds is not None and not 30 <= voltijds <= 45:
        raise Leesfout(f"In '{str(cel)[:40]}' is {waarden[1]} geen voltijdse week. Schrijf bijvoorbeeld 19/38.")
    if not 0 < uren <= 45 or (voltijds and uren > voltijds):
        raise Leesfout(f"'{str(cel)[:40]}' uren per week kan niet kloppen.")
    return uren, voltijds


_DUUR = re.compile(
    r"^(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:uur|uren|u|h)\.?)?\s*(?:en\s*)?(?:(\d{1,3})\s*(?:minuten|min|m|')?\.?)?$"
)


def lees_duur(cel: Cel, *, in_uren: bool = False) -> int | None:
    """Minutes of a talk: 45, "45 min", "1u", "1u30", "1:30", "1,5 uur". `in_uren`: the heading says a bare number is hours."""
    if is_leeg(cel):
        return None
    keur_cel(cel)
    tekst = str(cel).casefold().strip()
    if vorm := _KLOK.match(tekst):
        minuten = int(vorm[1]) * 60 + int(vorm[2])
    elif (getal := _getal(tekst)) is not None:
        als_uren = in_uren or (getal != getal.to_integral_value() and getal <= 12)
        minuten = int((getal * 60 if als_uren else getal).to_integral_value()) if abs(getal) < 10_000 else -1
    elif (vorm := _DUUR.match(tekst)) and (vorm[1] or vorm[2]):
        minuten = int((_getal(vorm[1] or "0") or Decimal(0)) * 60) + int(vorm[2] or 0)
    else:
        raise Leesfout(f"'{str(cel)[:40]}' is geen duur. Schrijf het aantal minuten, bijvoorbeeld 45.")
    if not 0 <= minuten <= 600:
        raise Leesfout(f"Een gesprek van '{str(cel)[:40]}' kan niet kloppen.")
    return minuten or None
