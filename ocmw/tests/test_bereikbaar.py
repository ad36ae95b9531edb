"""Every page can be reached by clicking: from the first page of each role along links, htmx and forms (issue 11, missie 3).

A page that no role reaches is a promise nobody can keep. The walk reads what the pages themselves show, in a world that holds
one of everything; it follows what a GET gives and does not press buttons, except to search for a person. A button that this
world shows in no row (a contract that is over, an import that runs) counts when it stands in a template that was shown.
"""

import heapq
import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import count
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from ocmw.tests.urlwereld import EIGEN, MAKERS, VAN_ONS, Wereld, meld_aan, ongedaan
from ocmw.toegang.rechten import Rol
from ocmw.ui.plaats import ADRESSEN
from ocmw.werkruimte.invoer.enums import Invoerstatus
from ocmw.werkruimte.invoer.models import Invoer

pytestmark = pytest.mark.django_db
# URL name -> why nobody reaches it by clicking.
NIET_TE_KLIKKEN = {
    "kladjes:kladje_bewaren": "de browser bewaart zelf wat je typt",
    "kladjes:kladje_token": "de browser vraagt zelf een nieuwe sleutel",
    "evaluaties:leeractie": "de knop van fase 4 zodra een evaluatie iets te leren vraagt; test_leerplan klikt erop",
    "evaluaties:mentor_formulier": "de mentor krijgt de link",
    "evaluaties:mentor_bedankt": "waar de mentor na het insturen komt",
    "dossier:inzage_reden": "de deur van een dossier stuurt erheen",
    "eigen_adres": "houdt een pagina van allauth dicht",
    "schermslot": "een scherm dat lang stil staat, gaat vanzelf op slot",
    "beheer:gezondheid": "wat een bewaker van servers vraagt, niet een mens",
    "beheer:stijl": "toont de bouwstenen aan wie aan de toepassing bouwt",
}
# One name is opened so often at most, each time for another row: not every dossier shows every button.
HOOGSTENS = 3
ONVINDBAAR = {"achternaam": "Nergens", "voornaam": "Noor", "geboortedatum": "14/05/1985"}


@dataclass(frozen=True)
class Link:
    adres: str
    methode: str
    htmx: bool = False


class Linklezer(HTMLParser):
    """What a person, or the page for that person, can go to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []

    def handle_starttag(self, tag, attrs):
        merken = dict(attrs)
        if tag == "a" and merken.get("href"):
            self.links.append(Link(merken["href"], "GET"))
        if merken.get("hx-get"):
            self.links.append(Link(merken["hx-get"], "GET", htmx=True))
        self.links += [Link(merken[waar], "POST") for waar in ("hx-post", "formaction") if merken.get(waar)]
        if tag == "form" and "action" in merken:
            self.links.append(Link(merken["action"] or "", (merken.get("method") or "get").upper()))


def lees_links(html: str) -> list[Link]:
    lezer = Linklezer()
    lezer.feed(html)
    return lezer.links


def naam_van(pad: str) -> str:
    try:
        return resolve(pad).view_name
    except Resolver404:
        return ""


class Wandeling:
    """Goes on for each role where it stopped: what was opened least comes first, until every name is found."""

    def __init__(self, doel: set[str]) -> None:
        self.open, self.gevonden, self.keren = set(doel), {}, Counter()
        self.getoond, self.dood = set(), set()

    def loop_rond(self, medewerker) -> None:
        """From "/" on. Each role opens a name at least once, because its page shows other buttons."""
        browser, beurt, eigen = meld_aan(medewerker), count(), Counter()
        rij, gezien = [(0, next(beurt), "/", False)], {"/"}
        while rij and self.open:
            geopend, _, pad, htmx = heapq.heappop(rij)
            naam = naam_van(urlsplit(pad).path)
            if eigen[naam] and self.keren[naam] >= HOOGSTENS:
                continue
            if geopend < eigen[naam]:
                heapq.heappush(rij, (eigen[naam], next(beurt), pad, htmx))
                continue
            eigen[naam] += 1
            self.keren[naam] += 1
            for link in self._links_op(browser, pad, naam, htmx=htmx):
                deel = urlsplit(urljoin(f"http://testserver{pad}", link.adres))
                volgende = naam_van(deel.path)
                if deel.netloc != "testserver" or not volgende:
                    continue
                self.gevonden.setdefault(volgende, f"{medewerker.rol}, op {pad}")
                self.open.discard(volgende)
                vol = deel._replace(scheme="", netloc="", fragment="").geturl()
                if link.methode == "GET" and vol not in gezien:
                    gezien.add(vol)
                    heapq.heappush(rij, (eigen[volgende], next(beurt), vol, link.htmx))

    def _links_op(self, browser, pad: str, naam: str, *, htmx: bool) -> list[Link]:
        with ongedaan():
            antwoord = browser.get(pad, headers={"HX-Request": "true"} if htmx else {})
            html = "" if antwoord.streaming else antwoord.content.decode(errors="ignore")
            if naam == "clienten:client_nieuw":  # "Maak een nieuw dossier" stands below what was found
                html += browser.post(pad, ONVINDBAAR).content.decode()
            if antwoord.streaming:
                b"".join(antwoord.streaming_content)
        self.getoond |= {sjabloon.name for sjabloon in antwoord.templates if sjabloon.name}
        if antwoord.status_code in {301, 302}:
            return [Link(antwoord["Location"], "GET")]
        if antwoord.status_code == 403:
            self.dood.add(naam)
        if "html" not in antwoord.get("Content-Type", ""):
            self.keren[naam] = HOOGSTENS  # a paper or a workbook leads nowhere
            return []
        return lees_links(html)


def met_knop(getoond: set[str]) -> set[str]:
    """The URL names that stand in these templates, in what they include, and on the pages behind those: the button is there, in
    another state of the row. A page has a template of its own name."""
    bereikt: set[str] = set()
    te_lezen, gelezen = set(getoond), set()
    while te_lezen:
        gelezen |= te_lezen
        bestanden = [settings.BASE_DIR / f"templates/{naam}" for naam in te_lezen]
        tekst = "".join(bestand.read_text(encoding="utf-8") for bestand in bestanden if bestand.exists())
        woorden = set(re.findall(r"""["']([\w/-]+(?:[:.][\w-]+)?)["']""", tekst))
        namen = {woord for woord in woorden if ":" in woord} | {ADRESSEN[w] for w in woorden if w in ADRESSEN}
        bereikt |= namen
        paginas = {f"{naam.replace(':', '/')}.html" for naam in namen}
        te_lezen = (paginas | {woord for woord in woorden if woord.endswith(".html")}) - gelezen
    return bereikt


@pytest.mark.traag
def test_elke_pagina_is_te_bereiken_door_te_klikken():
    wereld = Wereld.bouw()
    for rol in (Rol.ATB, Rol.MW, Rol.COORDINATOR, Rol.BEHEER):
        for sleutel in MAKERS:
            wereld.situatie(rol, EIGEN).maak(sleutel)
    situatie = wereld.situatie(Rol.ATB, EIGEN)
    gedaan = MAKERS["invoer", "pk"].maak(situatie)
    Invoer.objects.filter(pk=gedaan).update(status=Invoerstatus.INGEVOERD)
    wandeling = Wandeling({adres.naam for adres in VAN_ONS} - NIET_TE_KLIKKEN.keys())
    for rol in (Rol.ATB, Rol.COORDINATOR, Rol.MW, Rol.BEHEER, Rol.LESGEVER):
        wandeling.loop_rond(wereld.situatie(rol, EIGEN).actor)
    assert len(wandeling.gevonden) > 200, "de wandeling komt bijna nergens: dan bewijst ze niets"
    assert sorted(wandeling.open - met_knop(wandeling.getoond)) == [], "geen enkele rol komt hier door te klikken"
    assert wandeling.dood == set(), "een link naar wat deze rol niet mag"
