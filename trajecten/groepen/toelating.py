"""Who comes in consideration for a programme. The room that knows the fact offers the rule; groepen only asks (S0)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from clienten.enums import Antwoord
from clienten.models import Client
from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Toelatingsoordeel:
    """`zin` says why (not); `feit` is what it rests on, in words that stay true when the facts change later."""

    mag: bool
    zin: str
    feit: str = ""


@dataclass(frozen=True)
class Toelatingsregel:
    """`vraagt_bewijs`: whoever enrols notes which document, and until when it holds."""

    label: str
    oordeel: Callable[[Client, date], Toelatingsoordeel]
    vraagt_bewijs: bool = False


TOELATINGEN: Aanbod[Toelatingsregel] = Aanbod("wie in aanmerking komt voor een programma")
IEDEREEN = Toelatingsoordeel(mag=True, zin="Dit programma is voor iedereen.")


def beoordeel_toelating(code: str, client: Client | None, *, op: date) -> Toelatingsoordeel:
    """The answer on that day. A rule that no room offers any more lets nobody in: it cannot be looked at."""
    if not code or client is None:
        return IEDEREEN
    toelating = TOELATINGEN.get(code)
    if toelating is None:
        return Toelatingsoordeel(
            mag=False, zin="De voorwaarde van dit programma bestaat niet meer. Wijzig het programma."
        )
    return toelating.oordeel(client, op)


def mag_werken(client: Client, op: date) -> Toelatingsoordeel:
    """Ken je Job: refugees who may work (S0). Unknown is not a yes."""
    if not client.verblijfsstatuut:
        return Toelatingsoordeel(
            mag=False, zin="Het verblijfsstatuut staat niet in het dossier. Vul het in bij Gegevens."
        )
    if client.mag_werken == Antwoord.NEE:
        return Toelatingsoordeel(mag=False, zin="Deze persoon mag niet werken.")
    if client.mag_werken != Antwoord.JA:
        return Toelatingsoordeel(
            mag=False, zin="Het is niet geweten of deze persoon mag werken. Vul het in bij Gegevens."
        )
    return Toelatingsoordeel(
        mag=True,
        zin="Mag werken volgens het dossier.",
        feit=f"verblijfsstatuut {client.verblijfsstatuut}, mag werken",
    )


TOELATINGEN.bied(
    "mag_werken",
    Toelatingsregel("Vluchteling of nieuwkomer die mag werken, met een bewijs", mag_werken, vraagt_bewijs=True),
)
