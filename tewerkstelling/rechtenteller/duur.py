"""How long the right lasts (A16): art.60 buys a benefit for a time, and people of 55 with a long career can escape its end."""

from dataclasses import dataclass
from datetime import date

from ocmw.kalender.maanden import plus_maanden
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel


@dataclass(frozen=True)
class Uitkeringsduur:
    """The rule in words; `uitzondering` is empty for who is too young for it on the day of the application."""

    zin: str
    uitzondering: str
    regel: Regelwaarde


def duur_van_recht(aanvraag: date, *, geboortedatum: date | None) -> Uitkeringsduur | None:
    """None before the reform: then no end was set. An unknown birth date is told what could be."""
    try:
        gevonden = regel("rva.duur", op=aanvraag)
    except OnbekendeRegel:
        return None
    w = gevonden.waarde
    zin = (
        f"De uitkering is tijdelijk: {w['maanden']} maanden, en een maand meer per {w['dagen_per_maand']} dagen loopbaan, "
        f"hoogstens {w['hoogstens']} maanden."
    )
    te_jong = geboortedatum is not None and plus_maanden(geboortedatum, 12 * w["leeftijd"]) > aanvraag
    uitzondering = (
        ""
        if te_jong
        else f"Wie {w['leeftijd']} jaar of ouder is en minstens {w['loopbaan']} jaar werkte, kan ze langer houden: vraag het "
        "de RVA."
    )
    return Uitkeringsduur(zin, uitzondering, gevonden)
