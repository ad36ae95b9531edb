"""What a browser would post: every field of a form as the page shows it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any
from urllib.parse import urljoin

from django import forms
from django.http import HttpResponse, QueryDict
from django.test import Client as Browser
from lxml.html import FormElement, HtmlElement, document_fromstring

from ocmw.ui.zoektekst import VELDEN, VOORVOEGSEL

WOORDEN = {"text", "textarea", "email", "tel", "url", "search"}
VULSEL = {
    "text": "Een zin",
    "textarea": "Een zin\nen nog een",
    "number": "1",
    "email": "jef@voorbeeld.example",
    "date": f"{date(2026, 11, 2):%d/%m/%Y}",
    "time": "10:00",
}


def velden_van(form: forms.BaseForm, **anders: Any) -> dict[str, Any]:
    """The values the page shows, with what the user changes laid over them (None leaves a field out)."""
    data: dict[str, Any] = {}
    for veld in form:
        waarde = veld.value()
        if callable(waarde):
            waarde = waarde()
        if isinstance(veld.field, forms.BooleanField):
            if waarde:
                data[veld.html_name] = "on"
        elif isinstance(waarde, list):
            data[veld.html_name] = waarde
        else:
            data[veld.html_name] = "" if waarde is None else str(waarde)
    data |= anders
    return {naam: waarde for naam, waarde in data.items() if waarde is not None}


def zoek(browser: Browser, adres: str, vraag: dict[str, Any] | None = None) -> HttpResponse:
    """The page after somebody filled in its search form; `adres` may carry filters: /clienten/?stap=11&q=celik."""
    pad, _, staart = adres.partition("?")
    velden = {"q": "", **QueryDict(staart).dict(), **(vraag or {})}
    post = {f"{VOORVOEGSEL}{naam}" if naam in VELDEN else naam: waarde for naam, waarde in velden.items()}
    return browser.post(pad, post, follow=True)


@dataclass
class Paginaformulier:
    """One form as its page shows it. `getoond`: what a browser would send of it untouched; `gepost`: with the first choice
    where none was made, to reach further into the code."""

    pagina: str
    naar: str
    methode: str
    geen_kladje: bool
    getoond: dict[str, list[str]] = field(default_factory=dict)
    gepost: dict[str, list[str]] = field(default_factory=dict)
    soorten: dict[str, str] = field(default_factory=dict)

    @property
    def vrij(self) -> list[str]:
        """The fields somebody can write words in, in the order of the page."""
        return [naam for naam, soort in self.soorten.items() if soort in WOORDEN]

    @property
    def wachtwoord(self) -> bool:
        return "password" in self.soorten.values()

    def ingevuld(self, tekst: Callable[[str], str] | None = None) -> dict[str, list[str]]:
        """With `tekst(name)` in every field of words; without it only the empty fields get something that fits."""
        uit = {}
        for naam, waarden in self.gepost.items():
            soort = self.soorten[naam]
            vulsel = VULSEL.get(soort)
            if tekst and soort in WOORDEN | {"password"}:
                uit[naam] = [tekst(naam)]
            else:
                uit[naam] = [vulsel] if vulsel and not any(waarden) else waarden
        return uit


def formulieren_in(html: str, pagina: str) -> list[Paginaformulier]:
    """Every form on a page; its address is made complete, as a browser does."""
    return [_lees(form, pagina) for form in document_fromstring(html, base_url=pagina).forms] if html.strip() else []


def _lees(form: FormElement, pagina: str) -> Paginaformulier:
    naar = urljoin(pagina, form.get("action") or pagina)
    uit = Paginaformulier(pagina, naar, form.method.lower(), form.get("data-geen-kladje") is not None)
    elders = form.getroottree().xpath("//button[@form=$naam]", naam=form.get("id")) if form.get("id") else []
    for veld in chain(elders, form.iter("input", "textarea", "select", "button")):
        if veld.get("name") and veld.get("disabled") is None:
            soort = _soort(veld)
            _LEZERS.get(soort, _lees_waarde)(uit, veld, veld.get("name"), soort)
    return uit


def _soort(veld: HtmlElement) -> str:
    """Text that must be a day or an hour (ocmw/ui/datumveld.py) is no field of words."""
    if veld.tag != "input":
        return str(veld.tag)
    eigen = "date" if veld.get("data-datum") is not None else "time" if veld.get("data-uur") is not None else ""
    return eigen or str(veld.get("type", "text")).lower()


def _lees_waarde(uit: Paginaformulier, veld: HtmlElement, naam: str, soort: str) -> None:
    uit.soorten[naam] = "hidden" if veld.get("readonly") is not None else soort
    waarde = ((veld.text if veld.tag == "textarea" else veld.get("value")) or "").strip()
    uit.gepost.setdefault(naam, []).append(waarde)
    uit.getoond.setdefault(naam, []).append(waarde)


def _lees_keuze(uit: Paginaformulier, veld: HtmlElement, naam: str, soort: str) -> None:
    """A browser sends the first choice, also an empty one."""
    alle = [o.get("value", "") for o in veld.iter("option")]
    gekozen = [o.get("value", "") for o in veld.iter("option") if o.get("selected") is not None]
    uit.soorten[naam] = soort
    uit.getoond[naam] = gekozen or ([] if veld.get("multiple") is not None else alle[:1])
    uit.gepost[naam] = [waarde for waarde in gekozen if waarde] or [waarde for waarde in alle if waarde][:1]


def _lees_vinkje(uit: Paginaformulier, veld: HtmlElement, naam: str, soort: str) -> None:
    waarde = veld.get("value", "on")
    uit.soorten[naam] = soort
    if veld.get("checked") is not None:
        uit.getoond.setdefault(naam, []).append(waarde)
    if naam not in uit.gepost:
        uit.gepost[naam] = [waarde]
    elif veld.get("checked") is not None:
        uit.gepost[naam] = [waarde] if soort == "radio" else [*uit.gepost[naam], waarde]


def _lees_knop(uit: Paginaformulier, veld: HtmlElement, naam: str, soort: str) -> None:
    """Of several buttons the first is the one that is pressed."""
    verstuurt = veld.get("type", "submit") == "submit" and not veld.get("formaction")
    if verstuurt and "button" not in uit.soorten.values():
        uit.soorten[naam], uit.gepost[naam] = "button", [veld.get("value", "")]


def _lees_niets(uit: Paginaformulier, veld: HtmlElement, naam: str, soort: str) -> None:
    """A file is chosen, not filled in; a button of the old kind is not pressed."""


_LEZERS = {"select": _lees_keuze, "radio": _lees_vinkje, "checkbox": _lees_vinkje, "button": _lees_knop,
           "file": _lees_niets, "submit": _lees_niets, "image": _lees_niets}  # fmt: skip
