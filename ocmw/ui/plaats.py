"""Where people can go. Every room says in its own `plaats.py` which pages it has for the menu, for "+ Nieuw" and for rooms
below it that lead there; ui draws what it is offered and names no page (docs/adr/0018)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_urlconf, reverse

from ocmw.ui.aanbod import Aanbod

# The rail: code, label, picture. The first `hoofd` page of a place that you may open is its link; without one: no place.
HOOFDPLAATSEN = (
    ("vandaag", "Vandaag", "calendar2-check"),
    ("clienten", "Cliënten", "people"),
    ("werkplekken", "Werkplekken", "briefcase"),
    ("groepen", "Groepen", "easel"),
    ("sturing", "Sturing", "compass"),
    ("beheer", "Beheer", "gear"),
)
# Places whose pages stand in one row on each of them.
MET_RIJ = ("werkplekken", "groepen", "sturing", "beheer")
# On the side of the account: below in the rail, and in the menu of the account.
BIJ_ACCOUNT = "beheer"


@dataclass(frozen=True)
class Menupagina:
    """A page under a place of the rail. `volgorde`: its turn in the row, counted over all rooms; `hoofd`: where the rail may
    lead; `paden`: other addresses of the same place, so that the rail keeps showing where you are."""

    plaats: str
    volgorde: int
    label: str
    url: str
    recht: str = "aangemeld"
    paden: tuple[str, ...] = ()
    hoofd: bool = False


@dataclass(frozen=True)
class Nieuwknop:
    """A choice behind "+ Nieuw"."""

    volgorde: int
    label: str
    url: str
    recht: str


MENU: Aanbod[Menupagina] = Aanbod("pagina's in het menu")
NIEUW: Aanbod[Nieuwknop] = Aanbod("keuzes achter + Nieuw")
# Word -> URL name: pages of a higher room that a lower one leads to. The word is all the lower room knows.
ADRESSEN: Aanbod[str] = Aanbod("adressen voor lagere kamers")
# Pieces of the top bar: request -> HTML, empty when this colleague has none.
BALK: Aanbod[Callable[[HttpRequest], str]] = Aanbod("delen van de balk")


def toon(*paginas: Menupagina | Nieuwknop) -> None:
    """Offer pages of the menu and choices behind "+ Nieuw"."""
    for pagina in paginas:
        if isinstance(pagina, Menupagina):
            MENU.bied(pagina.url, pagina)
        else:
            NIEUW.bied(pagina.url, pagina)


def leid_naar(**adressen: str) -> None:
    """Offer pages under a word: `leid_naar(werk=<URL name>)`."""
    for woord, naam in adressen.items():
        ADRESSEN.bied(woord, naam)


def naar(woord: str, *args: Any) -> str:
    """The address of the page that a room above offers under this word. Raises OnbekendAanbod when nobody does."""
    return _adres_met(ADRESSEN[woord], args, get_urlconf() or settings.ROOT_URLCONF)


# A list names the same dossier on every page it stands on.
@lru_cache(maxsize=4096)
def _adres_met(naam: str, args: tuple[Any, ...], urlconf: str) -> str:
    return reverse(naam, urlconf, args=args)


@lru_cache(maxsize=256)
def _adres(naam: str, urlconf: str) -> str:
    return reverse(naam, urlconf)


def adres(naam: str) -> str:
    """The address of a page without parameters."""
    return _adres(naam, get_urlconf() or settings.ROOT_URLCONF)


def paginas_van(plaats: str, rechten: frozenset[str]) -> list[Menupagina]:
    """What this colleague may open there, in order."""
    alle = (pagina for pagina in MENU if pagina.plaats == plaats and pagina.recht in rechten)
    return sorted(alle, key=lambda pagina: pagina.volgorde)
