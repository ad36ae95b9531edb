"""What a browser would post: every field of a form as the page shows it."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any
from urllib.parse import urljoin

from django import forms
from django.http import HttpResponse, QueryDict
from django.test import Client as Browser
from lxml.html import FormElement, document_fromstring

from ocmw.ui.zoektekst import VELDEN, VOORVOEGSEL

VULSEL = {
    "text": "Een zin",
    "textarea": "Een zin\nen nog een",
    "number": "1",
    "email": "jef@voorbeeld.example",
    "date": date(2026, 11, 2).isoformat(),
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


def paginaformulieren(html: str, pagina: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every form on a page that posts: its address, and what a browser would post when each empty field is filled in.

    Of several buttons the first is the one that is pressed.
    """
    boom = document_fromstring(html, base_url=pagina)
    for form in boom.forms:
        if form.method == "POST":
            yield urljoin(pagina, form.get("action") or pagina), _ingevuld(form)


def _ingevuld(form: FormElement) -> dict[str, Any]:
    data: dict[str, Any] = {}
    elders = form.getroottree().xpath("//button[@form=$naam]", naam=form.get("id")) if form.get("id") else []
    for veld in chain(elders, form.iter("input", "textarea", "select", "button")):
        naam, soort = veld.get("name"), veld.tag if veld.tag != "input" else veld.get("type", "text")
        if not naam or veld.get("disabled") is not None:
            continue
        if soort == "button":
            if veld.get("type", "submit") == "submit" and not veld.get("formaction") and not _knop_gekozen(form, data):
                data[naam] = veld.get("value", "")
        elif soort == "radio":
            if veld.get("checked") is not None or not data.get(naam):
                data[naam] = veld.get("value", "on")
        elif soort == "checkbox":
            if veld.get("checked") is not None or naam not in data:
                data.setdefault(naam, []).append(veld.get("value", "on"))
        elif soort == "select":
            gekozen = [o.get("value") for o in veld.iter("option") if o.get("selected") is not None and o.get("value")]
            opties = [o.get("value") for o in veld.iter("option") if o.get("value")]
            data[naam] = gekozen or opties[:1]
        else:
            inhoud = (veld.text or "") if veld.tag == "textarea" else veld.get("value", "")
            data[naam] = inhoud.strip() or VULSEL.get(soort, "")
    return data


def _knop_gekozen(form: FormElement, data: dict[str, Any]) -> bool:
    return any(knop.get("name") in data for knop in form.iter("button") if knop.get("name"))
