"""One of each: what has one mechanism is done there and nowhere else. A second way is a bug, and these tests refuse it."""

import re

import pytest

from ocmw.tests.test_structuur import ROOT, bestanden, is_test, python

# What to look for, and the modules that may hold it.
EEN_WEG = {
    "een gesloten dossier": (r"Heropen het eerst", {"clienten/models/client.py"}),
    "een werkboek schrijven": (r"^\s*(import|from) xlsxwriter", {"ocmw/ui/werkboek.py"}),
    "het type van een werkboek": (r"spreadsheetml\.sheet\"", {"ocmw/ui/werkboek.py", "clienten/bestanden.py"}),
    "een getal in woorden": (
        r"number_format|floatformat|intcomma|\.replace\(\"\.\", \",\"\)|maketrans\(\",\.\"",
        {"ocmw/kalender/woorden.py"},
    ),
    "een opsomming": (r"get_text_list|\[:-1\]\).*en .*join|en .*join.*\[:-1\]", {"ocmw/kalender/woorden.py"}),
    "de namen van de maanden": (r"\"mrt\"|\"maart\"", {"ocmw/kalender/woorden.py", "ocmw/werkruimte/invoer/datums.py"}),
    "een formulier bewaren": (r"toon_samenvoegen\(", {"ocmw/ui/versie.py", "ocmw/ui/opslaan.py"}),
    "eerst tonen wat verschuift": (r"GET\.get\(\"gezien|POST\.get\(\"gezien", {"ocmw/ui/opslaan.py"}),
    "het adres van een filter": (
        r"request\.GET\.copy\(\)",
        {
            "ocmw/ui/chips.py",
            "ocmw/ui/zoektekst.py",
            "trajecten/views/doorverwijzingen.py",
            "ocmw/werkruimte/rapporten/views.py",  # those two read it, and lead nowhere
        },
    ),
    "een datum of een uur vragen": (
        r"forms\.DateInput|forms\.TimeInput|type=\"(date|time|datetime-local)\"|input_type = \"(date|time)",
        {"ocmw/ui/datumveld.py"},
    ),
    "hoeveel filters aan staan": (r"def actief\(self\) -> int:\n +\"\"\"How many", {"ocmw/ui/lijstfilter.py"}),
    "bladeren": (r"import Paginator|GET\.get\(\"(pagina|blad|bladzijde)\"", {"ocmw/ui/paging.py"}),
    "een lijst die het huis verlaat": (
        r"^from ocmw\.journaal\.journaalcodes import .*LIJST_GEEXPORTEERD",
        {"ocmw/journaal/uitvoer.py", "ocmw/werkruimte/invoer/views/nakijken.py"},
    ),
}


def elders(bronnen: dict[str, str], patroon: str, mag: set[str]) -> list[str]:
    """The modules outside `mag` that hold `patroon`."""
    return sorted(pad for pad, bron in bronnen.items() if pad not in mag and re.search(patroon, bron, re.MULTILINE))


def bronnen() -> dict[str, str]:
    paden = [pad for pad in bestanden() if pad.suffix == ".html"] + [pad for pad in python() if not is_test(pad)]
    return {str(pad.relative_to(ROOT)): pad.read_text(encoding="utf-8") for pad in paden}


@pytest.mark.parametrize("wat", EEN_WEG)
def test_er_is_een_weg(wat):
    patroon, mag = EEN_WEG[wat]
    assert not elders(bronnen(), patroon, mag)


@pytest.mark.parametrize("wat", EEN_WEG)
def test_de_weg_is_er_en_een_tweede_valt_op(wat):
    """Without its allowed modules the search finds exactly those: it can fail, and it looks for something that exists."""
    patroon, mag = EEN_WEG[wat]
    assert elders(bronnen(), patroon, set()) == sorted(mag)


# Beside the button of a form stands what happens without it: "Niet bewaren", or "Niet" and the verb of that button. A talk and the
# voice of a mentor keep what was typed, and say "Later verder".
WEG_ZONDER = re.compile(
    r'<a class="btn btn-link"[^>]*>\s*(Terug|Terug zonder [^<]*|Annule[^<]*|Nee\b[^<]*|Nu niet|Nog niet|Stop)\s*</a>'
)
KNOP = re.compile(r'<button type="submit"')


def met_een_ander_woord(pagina: str) -> bool:
    return bool(KNOP.search(pagina) and WEG_ZONDER.search(pagina))


def test_er_is_een_woord_om_een_formulier_te_laten():
    paginas = {pad: bron for pad, bron in bronnen().items() if pad.endswith(".html")}
    assert [pad for pad, bron in paginas.items() if met_een_ander_woord(bron)] == []
    assert sum("Niet bewaren" in bron for bron in paginas.values()) > 30


@pytest.mark.parametrize("woord", ["Annuleer", "Terug", "Terug zonder bewaren", "Nee, ga terug"])
def test_een_ander_woord_valt_op(woord):
    assert met_een_ander_woord(f'<button type="submit">Bewaar</button><a class="btn btn-link" href="/">{woord}</a>')
