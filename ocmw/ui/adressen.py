"""Web addresses inside a text that people wrote, such as the source of a rule: what people see of them, and the link."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

ADRES = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")
LANGST = 48  # characters: a source is named, not spelled out


def leesbaar_adres(adres: str) -> str:
    """Host and the end of the path: `rva.be/…/t31` for https://www.rva.be/nl/documentatie/infoblad/t31."""
    delen = urlsplit(adres)
    pad = [stuk for stuk in delen.path.split("/") if stuk]
    naam = (delen.hostname or "").removeprefix("www.")
    if pad:
        naam += f"/{pad[0]}" if len(pad) == 1 else f"/…/{pad[-1]}"
    elif delen.query:
        naam += f"/?{delen.query}"
    return naam if len(naam) <= LANGST else f"{naam[: LANGST - 1]}…"


def stukken(tekst: str) -> Iterator[tuple[str, str]]:
    """The text in order: (words, "") and (what people see of an address, the address)."""
    klaar = 0
    for gevonden in ADRES.finditer(tekst):
        if woorden := tekst[klaar : gevonden.start()]:
            yield woorden, ""
        yield leesbaar_adres(gevonden[0]), gevonden[0]
        klaar = gevonden.end()
    if rest := tekst[klaar:]:
        yield rest, ""
