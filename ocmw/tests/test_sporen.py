"""What somebody typed leaves no trace beside the database: not in a log, an address, a cookie, a message in the queue, or the head of a
mail. Found by walking the URLconf, filling in every form with canaries, and by breaking things on purpose.

The negative controls walk the same way with one protection taken away, and find the canary.
"""

import io
import logging
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote

import pytest
from celery.app.task import Task
from django.core import mail
from django.db import transaction
from django.test import Client as Browser

from ocmw.tests.formulierlezer import formulieren
from ocmw.tests.urlwereld import EIGEN, Wereld, loop
from ocmw.toegang.rechten import RECHTEN, Rol
from ocmw.ui.logboek import Regelvorm

# A word, a valid INSZ in two ways of writing, a phone number and a mail address.
KANARIES = ("Zoutkanarie", "85073003328", "85.07.30-033.28", "0499887766", "zout.kanarie@voorbeeld.example")
# The name of the client in the world of the walk: never typed here, but known to the application.
BEKEND = "Kanarie"
GEWONE_VORM = logging.Formatter("%(levelname)s %(name)s %(message)s")


def getypt(naam: str) -> str:
    """Something that fits the field, so that the form gets as far as it can."""
    for deel, tekst in (
        ("insz", "85.07.30-033.28"),
        ("gsm", "0499887766"),
        ("telefoon", "0499887766"),
        ("email", KANARIES[4]),
    ):
        if deel in naam:
            return tekst
    return f"Zoutkanarie {KANARIES[1]}"


@dataclass
class Sporen:
    """Everything that leaves the application beside the page and the database."""

    log: io.StringIO = field(default_factory=io.StringIO)
    adressen: list[str] = field(default_factory=list)
    koppen: list[str] = field(default_factory=list)
    koekjes: list[str] = field(default_factory=list)
    taken: list[tuple] = field(default_factory=list)

    def neem(self, antwoord) -> None:
        if antwoord.streaming:
            b"".join(antwoord.streaming_content)
        for naam, waarde in antwoord.headers.items():
            (
                self.adressen if naam in {"Location", "HX-Redirect", "HX-Location", "HX-Push-Url"} else self.koppen
            ).append(f"{naam}: {unquote(waarde)}")
        self.koekjes += [unquote(koekje.OutputString()) for koekje in antwoord.cookies.values()]

    def gevonden(self) -> dict[str, set[str]]:
        """Kind of trace -> what of ours was in it."""
        bewijs = {
            "log": self.log.getvalue(),
            "adres": "\n".join(self.adressen),
            "kop": "\n".join(self.koppen),
            "koekje": "\n".join(self.koekjes),
            "taak": repr(self.taken),
            "mail": "\n".join(f"{bericht.message().as_string()} {bericht.subject}" for bericht in mail.outbox),
        }
        return {
            soort: {woord for woord in (*KANARIES, BEKEND) if woord.lower() in tekst.lower()}
            for soort, tekst in bewijs.items()
            if any(woord.lower() in tekst.lower() for woord in (*KANARIES, BEKEND))
        }


@pytest.fixture
def sporen(monkeypatch):
    sporen = Sporen()
    handler = logging.StreamHandler(sporen.log)
    handler.setFormatter(Regelvorm())
    root = logging.getLogger()
    niveau = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    monkeypatch.setattr(
        Task, "apply_async", lambda self, args=None, kwargs=None, **_: sporen.taken.append((self.name, args, kwargs))
    )
    monkeypatch.setattr(warnings, "showwarning", warnings.showwarning)
    sporen.handler = handler
    yield sporen
    root.removeHandler(handler)
    root.setLevel(niveau)


@pytest.fixture
def wereld(db):
    return Wereld.bouw()


@contextmanager
def ongedaan():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def meld_aan(medewerker):
    browser = Browser(raise_request_exception=False)
    browser.force_login(medewerker)
    return browser


def loop_door(situatie, sporen, adressen, vang):
    """Open each page, and send each of its forms with a canary in everything that can be typed."""
    browser, verstuurd = meld_aan(situatie.actor), 0
    for adres in adressen:
        pad = adres.pad(situatie.waarden(adres))
        with ongedaan(), vang(execute=True):
            antwoord = browser.get(pad)
            sporen.neem(antwoord)
            if antwoord.streaming or "html" not in antwoord.headers.get("Content-Type", ""):
                continue
        for formulier in formulieren(antwoord.content.decode()):
            doel = formulier.naar or pad
            if "logout" in doel or not formulier.getypt:
                continue
            with ongedaan(), vang(execute=True):
                doe = browser.post if formulier.methode == "post" else browser.get
                terug = doe(doel, formulier.ingevuld(getypt))
                if formulier.methode != "post":
                    sporen.adressen.append(unquote(terug.request["QUERY_STRING"]))
                sporen.neem(terug)
                if terug.status_code == 302 and terug.url.startswith("/"):
                    sporen.neem(browser.get(terug.url))
                sporen.koekjes += [koekje.value for koekje in browser.cookies.values()]
                verstuurd += 1
    return verstuurd


def van_ons(rol):
    return [
        a for a in loop() if a.te_maken and a.recht in RECHTEN[rol] and not a.view.__module__.startswith("allauth.")
    ]


@pytest.mark.parametrize(("rol", "minstens"), [(Rol.ATB, 120), (Rol.COORDINATOR, 60), (Rol.BEHEER, 3)])
def test_geen_formulier_laat_een_spoor_na(wereld, sporen, rol, minstens, django_capture_on_commit_callbacks):
    verstuurd = loop_door(wereld.situatie(rol, EIGEN), sporen, van_ons(rol), django_capture_on_commit_callbacks)
    assert verstuurd >= minstens
    assert sporen.adressen
    assert sporen.gevonden() == {}
