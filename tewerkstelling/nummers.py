"""Numbers of employers, workplaces and accounts: KBO (I10), vestigingseenheid (I11) and IBAN (I13)."""

import re
from dataclasses import dataclass

from stdnum import iban as iban_register

_KBO = re.compile(r"([0-9])[ .\-]?([0-9]{3})[ .\-]?([0-9]{3})[ .\-]?([0-9]{3})")
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


@dataclass(frozen=True)
class Nummer:
    """`genormaliseerd` is what we store, filled only when `geldig`. `reden` says why not, or is a remark."""

    geldig: bool
    genormaliseerd: str = ""
    reden: str = ""


def lees_kbo(tekst: str) -> Nummer:
    """An enterprise number: 10 digits, first 0 or 1, check = 97 - (first 8 mod 97) (I10). "BE" in front may stay."""
    cijfers, reden = _tien_cijfers(tekst, "ondernemingsnummer")
    if reden:
        return Nummer(geldig=False, reden=reden)
    if cijfers[0] not in "01":
        waarvoor = "Dat is een vestigingsnummer." if cijfers[0] in "2345678" else "Dat bestaat niet."
        return Nummer(
            geldig=False, reden=f"Een ondernemingsnummer begint met 0 of 1, niet met {cijfers[0]}. {waarvoor}"
        )
    if not _controle_klopt(cijfers):
        return Nummer(geldig=False, reden="Het controlegetal klopt niet. Kijk het ondernemingsnummer na.")
    return Nummer(geldig=True, genormaliseerd=cijfers)


def lees_vestiging(tekst: str) -> Nummer:
    """An establishment unit number: 10 digits, first 2 to 8 (I11).

    No source we read promises a check digit for these, so one that does not fit gives a remark, not a refusal.
    """
    cijfers, reden = _tien_cijfers(tekst, "vestigingsnummer")
    if reden:
        return Nummer(geldig=False, reden=reden)
    if cijfers[0] not in "2345678":
        waarvoor = "Dat is een ondernemingsnummer." if cijfers[0] in "01" else "Dat bestaat niet."
        return Nummer(geldig=False, reden=f"Een vestigingsnummer begint met 2 tot 8, niet met {cijfers[0]}. {waarvoor}")
    if not _controle_klopt(cijfers):
        return Nummer(
            geldig=True, genormaliseerd=cijfers, reden="Let op: de laatste twee cijfers lijken niet te kloppen."
        )
    return Nummer(geldig=True, genormaliseerd=cijfers)


def lees_iban(tekst: str) -> Nummer:
    """An account number: mod 97 = 1, the length of its country, and for Belgium the national check too (I13)."""
    nummer = re.sub(r"[ \t\u00a0]", "", tekst).upper()
    if not nummer:
        return Nummer(geldig=False, reden="Er is geen rekeningnummer ingevuld.")
    if not _IBAN.fullmatch(nummer):
        return Nummer(
            geldig=False,
            reden="Een rekeningnummer (IBAN) begint met twee letters en twee cijfers, zoals BE68 5390 0754 7034.",
        )
    if nummer.startswith("BE") and not re.fullmatch(r"BE[0-9]{14}", nummer):
        return Nummer(geldig=False, reden="Een Belgisch rekeningnummer is BE met 14 cijfers.")
    if not _iban_klopt(nummer):
        return Nummer(geldig=False, reden="Het controlegetal klopt niet. Kijk het rekeningnummer na.")
    return Nummer(geldig=True, genormaliseerd=nummer)


def toon_kbo(nummer: str) -> str:
    """0566988259 as 0566.988.259; any other text comes back unchanged."""
    return _in_groepen(nummer, (4, 3, 3))


def toon_vestiging(nummer: str) -> str:
    """2100000015 as 2.100.000.015; any other text comes back unchanged."""
    return _in_groepen(nummer, (1, 3, 3, 3))


def _tien_cijfers(tekst: str, wat: str) -> tuple[str, str]:
    """The ten digits and no reason, or no digits and why."""
    kaal = re.sub(r"^BE[ .]?", "", tekst.strip(" \t\u00a0").upper())
    vorm = _KBO.fullmatch(kaal)
    if vorm:
        return "".join(vorm.groups()), ""
    if not kaal:
        return "", f"Er is geen {wat} ingevuld."
    if re.search(r"[^0-9 .\-]", kaal):
        return "", f"Een {wat} bestaat uit gewone cijfers, met hooguit punten ertussen."
    cijfers = sum(teken in "0123456789" for teken in kaal)
    if cijfers == 9:
        return "", f"Een {wat} telt 10 cijfers, hier staan er 9. Ontbreekt er vooraan een nul?"
    if cijfers != 10:
        return "", f"Een {wat} telt 10 cijfers, hier staan er {cijfers}."
    return "", f"De punten in dit {wat} staan op een vreemde plaats."


def _controle_klopt(tien: str) -> bool:
    basis = int(tien[:8])
    return basis > 0 and int(tien[8:]) == 97 - basis % 97


def _iban_klopt(nummer: str) -> bool:
    """Mod 97 = 1 with check digits 02 to 98, the country's own length, and Belgium's first 10 mod 97 (97 for 0)."""
    if not (2 <= int(nummer[2:4]) <= 98 and iban_register.is_valid(nummer, check_country=False)):
        return False
    return not nummer.startswith("BE") or int(nummer[-2:]) == (int(nummer[4:14]) % 97 or 97)


def _in_groepen(nummer: str, lengtes: tuple[int, ...]) -> str:
    if not re.fullmatch(rf"[0-9]{{{sum(lengtes)}}}", nummer):
        return nummer
    delen, rest = [], nummer
    for lengte in lengtes:
        delen.append(rest[:lengte])
        rest = rest[lengte:]
    return ".".join(delen)
