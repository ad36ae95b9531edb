"""Every page with a form that posts free text, found by walking the URLconf and reading the HTML of each page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client as Browser

from ocmw.tests.urlwereld import EIGEN, Wereld, loop
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import RECHTEN, Rol

# A page is looked at by the first of these who may open it.
KIJKERS = [Rol.ATB, Rol.COORDINATOR, Rol.MW, Rol.BEHEER, Rol.LESGEVER]
VRIJE_TEKST = {"text", "email", "tel", "url"}


@dataclass
class Formulier:
    """One form as its page shows it: `tekst` are the names of the free fields, `alles` what a browser would post."""

    pagina: str
    adres: str
    tekst: list[str] = field(default_factory=list)
    alles: dict[str, str] = field(default_factory=dict)
    heeft_wachtwoord: bool = False
    overgeslagen: bool = False

    @property
    def getypt(self) -> dict[str, str]:
        """A text of its own in every free field."""
        return {naam: f"KANARIE-{nummer}-{naam}" for nummer, naam in enumerate(self.tekst)}


class _Lezer(HTMLParser):
    def __init__(self, pagina: str) -> None:
        super().__init__()
        self.pagina, self.gevonden, self.nu = pagina, [], None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag == "form":
            self.nu = None
            if (a.get("method") or "").lower() == "post":
                adres = urljoin(self.pagina, a.get("action") or self.pagina)
                self.nu = Formulier(self.pagina, adres, overgeslagen="data-geen-kladje" in a)
                self.gevonden.append(self.nu)
        elif self.nu is None or not a.get("name") or "disabled" in a:
            return
        elif tag == "textarea":
            self.nu.tekst.append(a["name"])
        elif tag == "input":
            self._invoer(a)

    def _invoer(self, a: dict[str, str | None]) -> None:
        soort = (a.get("type") or "text").lower()
        if soort == "password":
            self.nu.heeft_wachtwoord = True
        elif soort in VRIJE_TEKST and "readonly" not in a:
            self.nu.tekst.append(a["name"])
        elif soort == "hidden":
            self.nu.alles[a["name"]] = a.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.nu = None


def formulieren_in(html: str, pagina: str) -> list[Formulier]:
    """The forms that post free text; a form with a password is never kept, and one may say so (data-geen-kladje)."""
    lezer = _Lezer(pagina)
    lezer.feed(html)
    return [f for f in lezer.gevonden if f.tekst and not f.heeft_wachtwoord and not f.overgeslagen]


def elk_formulier(wereld: Wereld, alleen: set[str] | None = None) -> Iterator[tuple[Medewerker, str, Formulier]]:
    """(who sees it, name of the page, the form): each address once, on the first page that shows it; of `alleen` only."""
    gezien: set[str] = set()
    gemaakt: dict[tuple[str, str], Any] = {}
    for rol in KIJKERS:
        situatie = wereld.situatie(rol, EIGEN)
        situatie.gemaakt = gemaakt  # one dossier: it has, for instance, one running referral at most
        browser = Browser(raise_request_exception=False)
        browser.force_login(situatie.actor)
        for adres in loop():
            if not adres.te_maken or (alleen and adres.naam not in alleen):
                continue
            if rol != next((r for r in KIJKERS if adres.recht in RECHTEN[r]), None):
                continue
            pad = adres.pad(situatie.waarden(adres))
            antwoord = browser.get(pad)
            if antwoord.streaming:
                b"".join(antwoord.streaming_content)
                continue
            if antwoord.status_code != 200 or "html" not in antwoord["Content-Type"]:
                continue
            for formulier in formulieren_in(antwoord.content.decode(), pad):
                sleutel = f"{urlsplit(formulier.adres).path} {sorted(formulier.tekst)}"
                if sleutel not in gezien:
                    gezien.add(sleutel)
                    yield situatie.actor, adres.naam, formulier
