"""Telephone numbers and e-mail addresses as people type them, made equal so they can be stored and compared (I14)."""

import re
from dataclasses import dataclass

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

_LAND = "BE"
_TEKENS = re.compile(r"\+?[0-9 ()./\-]+")


@dataclass(frozen=True)
class Telefoon:
    """`e164` (+32470123456) is what we store, filled only when `geldig`; `reden` says why not."""

    geldig: bool
    e164: str = ""
    is_gsm: bool = False
    reden: str = ""


@dataclass(frozen=True)
class Email:
    geldig: bool
    adres: str = ""
    reden: str = ""


def lees_telefoon(tekst: str) -> Telefoon:
    """Read one number: 0470 12 34 56, 0484/45.13.59, +32 470 12 34 56, 0032 ..., or a foreign number with its +."""
    schoon = re.sub(r"[\s\u2011\u2013]", lambda teken: "-" if teken[0] in "\u2011\u2013" else " ", tekst).strip()
    if not schoon:
        return Telefoon(geldig=False, reden="Er is geen telefoonnummer ingevuld.")
    if not _TEKENS.fullmatch(schoon) or not schoon.isascii():
        return Telefoon(geldig=False, reden="Vul één telefoonnummer in, zonder woorden of toestelnummer.")
    try:
        nummer = phonenumbers.parse(schoon, _LAND)
    except phonenumbers.NumberParseException:
        return Telefoon(geldig=False, reden="Dit is geen telefoonnummer.")
    if not phonenumbers.is_valid_number(nummer):
        return Telefoon(geldig=False, reden="Dit telefoonnummer bestaat niet. Telt het genoeg cijfers?")
    return Telefoon(
        geldig=True,
        e164=phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164),
        is_gsm=phonenumbers.number_type(nummer) == phonenumbers.PhoneNumberType.MOBILE,
    )


def toon_telefoon(e164: str) -> str:
    """A Belgian number as 0470 12 34 56, a foreign one as +31 6 12345678; any other text comes back unchanged."""
    try:
        nummer = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    vorm = phonenumbers.PhoneNumberFormat
    belgisch = nummer.country_code == phonenumbers.country_code_for_region(_LAND)
    return phonenumbers.format_number(nummer, vorm.NATIONAL if belgisch else vorm.INTERNATIONAL)


def lees_email(tekst: str) -> Email:
    """One address in lower case, so the same mailbox typed twice is found twice."""
    adres = tekst.strip().removeprefix("mailto:").lower()
    if not adres:
        return Email(geldig=False, reden="Er is geen e-mailadres ingevuld.")
    try:
        validate_email(adres)
    except ValidationError:
        return Email(geldig=False, reden="Dit is geen geldig e-mailadres. Schrijf één adres, zoals naam@voorbeeld.be.")
    return Email(geldig=True, adres=adres)
