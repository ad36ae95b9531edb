"""The result of an import as a value: for the command's JSON."""

from typing import Any

from ocmw.werkruimte.invoer.enums import Rijuitkomst
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij, InvoerrijQuerySet


def samenvatting(invoer: Invoer) -> dict[str, Any]:
    """The keys people script against (issue: fixed interface of `importeer_caseload`)."""
    personen, gesprekken = Invoerrij.objects.personen(invoer), Invoerrij.objects.gesprekken(invoer)
    return {
        "rijen": personen.count(),
        "nieuw": personen.filter(uitkomst=Rijuitkomst.NIEUW).count(),
        "gewijzigd": personen.filter(uitkomst=Rijuitkomst.GEWIJZIGD).count(),
        "ongewijzigd": personen.filter(uitkomst=Rijuitkomst.ONGEWIJZIGD).count(),
        "afgewezen": _lijst(personen.filter(uitkomst=Rijuitkomst.AFGEWEZEN)),
        "dubbels": _lijst(personen.filter(uitkomst=Rijuitkomst.DUBBEL)),
        "opgelet": _opgelet(personen),
        "gesprekken": {
            "rijen": gesprekken.count(),
            "nieuw": gesprekken.filter(uitkomst=Rijuitkomst.NIEUW).count(),
            "ongewijzigd": gesprekken.filter(uitkomst=Rijuitkomst.ONGEWIJZIGD).count(),
            "afgewezen": _lijst(gesprekken.filter(uitkomst=Rijuitkomst.AFGEWEZEN)),
            "dubbels": _lijst(gesprekken.filter(uitkomst=Rijuitkomst.DUBBEL)),
        },
    }


def _lijst(rijen: InvoerrijQuerySet) -> list[dict[str, Any]]:
    gesorteerd = rijen.select_related("blad").order_by("blad__plaats", "nummer")
    return [{"blad": rij.blad.naam, "rij": rij.nummer, "reden": reden_van(rij)} for rij in gesorteerd]


def reden_van(rij: Invoerrij) -> str:
    if rij.uitkomst == Rijuitkomst.DUBBEL:
        return " ".join(tekst for _, tekst, ernst in rij.redenen if ernst == "dubbel")
    return rij.reden


def _opgelet(rijen: InvoerrijQuerySet) -> list[dict[str, Any]]:
    """What was left out or guessed on rows that are imported: nothing is dropped in silence."""
    met = (
        rijen.exclude(redenen=[])
        .exclude(uitkomst=Rijuitkomst.AFGEWEZEN)
        .select_related("blad")
        .order_by("blad__plaats", "nummer")
    )
    return [{"blad": rij.blad.naam, "rij": rij.nummer, "reden": tekst} for rij in met for tekst in rij.opgelet]
