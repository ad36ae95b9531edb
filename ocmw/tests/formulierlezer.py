"""The forms of a page as a browser would send them: what is filled in, what can be typed in, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

GETYPT = {"text", "search", "email", "tel", "url", "textarea", "password"}


@dataclass
class Formulier:
    naar: str
    methode: str
    gegevens: dict[str, list[str]] = field(default_factory=dict)
    getypt: set[str] = field(default_factory=set)

    def ingevuld(self, tekst: Callable[[str], str]) -> dict[str, list[str]]:
        """With `tekst(name)` in every field somebody can type in."""
        return self.gegevens | {naam: [tekst(naam)] for naam in self.getypt}


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.formulieren: list[Formulier] = []
        self._open: Formulier | None = None
        self._keuze = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wat = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            self._open = Formulier(wat.get("action", ""), wat.get("method", "get").lower())
            self.formulieren.append(self._open)
        if self._open is None:
            return
        if tag in {"input", "textarea"} and wat.get("name"):
            self._veld(self._open, wat, wat.get("type", "text") if tag == "input" else "textarea")
        elif tag == "select":
            self._keuze = wat.get("name", "")
        elif tag == "option" and self._keuze and wat.get("value"):
            # A browser sends the first choice, also an empty one; the first real one reaches further into the code.
            gekozen = [wat["value"]]
            self._open.gegevens[self._keuze] = (
                gekozen if "selected" in wat else self._open.gegevens.get(self._keuze, gekozen)
            )

    def _veld(self, formulier: Formulier, wat: dict[str, str], soort: str) -> None:
        naam = wat["name"]
        if soort in GETYPT and "readonly" not in wat:
            formulier.getypt.add(naam)
        elif soort in {"checkbox", "radio"}:
            if "checked" in wat or naam not in formulier.gegevens:
                formulier.gegevens[naam] = [wat.get("value", "on")]
        elif soort not in {"submit", "button", "file"}:
            formulier.gegevens[naam] = [wat.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._keuze = ""


def formulieren(html: str) -> list[Formulier]:
    lezer = _Lezer()
    lezer.feed(html)
    return lezer.formulieren
