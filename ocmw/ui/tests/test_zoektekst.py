"""Typed text never stands in an address; coded filters do, and everything that uses the address keeps working."""

import ast
import importlib
import re
from pathlib import Path

import django_filters
import pytest
from django import forms
from django.conf import settings
from django.contrib.sessions.models import Session

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.ui.zoektekst import MEESTE_TEKSTEN, SESSIE

LIJST = "/clienten/"
NAAM, INSZ = "Kanariëvogel", "85073003328"
APPS = ("ocmw", "clienten", "trajecten", "tewerkstelling", "nazorg")
VERGETEN = "Wat je hier zocht, is niet bewaard"


@pytest.fixture
def browser(als, an):
    return als(an)


@pytest.fixture
def lies(an):
    return maak_client(an, voornaam="Lies", achternaam=NAAM, insz=INSZ)


def namen(antwoord):
    return [rij.naam for rij in antwoord.context["rijen"]]


@pytest.mark.parametrize("getypt", [NAAM, INSZ, "0478 12 34 56"])
def test_wat_je_typt_staat_in_geen_enkel_adres(lies, browser, getypt):
    antwoord = browser.post("/zoeken/", {"zoek-q": getypt})
    assert antwoord.status_code == 302
    assert re.fullmatch(r"/zoeken/\?z=[\w-]+", antwoord.url)
    pagina = browser.get(antwoord.url).content.decode()
    adressen = re.findall(r'(?:href|action|hx-get|hx-post|src)="([^"]*)"', pagina)
    assert adressen
    assert not [adres for adres in adressen if getypt.split()[0] in adres or getypt[:6].lower() in adres.lower()]


def test_filters_sortering_en_uitvoer_gaan_mee_met_de_code(lies, an, griet, als):
    for nummer in range(27):
        maak_client(an, achternaam=f"Kanarie{nummer:02d}")
    antwoord = zoek(als(griet), LIJST, {"q": "kanarie", "sorteer": "-naam", "stap": "0"})
    adres = antwoord.redirect_chain[-1][0]
    assert {"sorteer=-naam", "stap=0"} < set(adres.partition("?")[2].split("&"))
    code = re.search(r"z=[\w-]+", adres)[0]
    pagina = antwoord.content.decode()
    for deel in ("pagina=2", "sorteer=naam", "/clienten/uitvoer/?", "/clienten/bord/?", "zonder_coach=on"):
        assert any(code in link for link in re.findall(r'href="([^"]*)"', pagina) if deel in link), deel


def test_het_zoekveld_toont_wat_je_typte_en_leegmaken_wist_de_code(lies, browser):
    antwoord = zoek(browser, LIJST, {"q": NAAM})
    assert f'value="{NAAM}"' in antwoord.content.decode()
    assert namen(antwoord)
    assert zoek(browser, LIJST, {"q": "  "}).redirect_chain[-1][0] == LIJST


def test_een_oud_adres_met_tekst_zoekt_niet_en_verliest_de_tekst(lies, browser):
    antwoord = browser.get(f"{LIJST}?q=zzz&taal=Dari&sorteer=naam", follow=True)
    assert antwoord.redirect_chain == [(f"{LIJST}?sorteer=naam", 302)]
    assert len(namen(antwoord)) == 1


def test_een_code_zegt_niets_in_een_andere_sessie(lies, browser, als, griet):
    adres = browser.post(LIJST, {"zoek-q": "zzz"}).url
    assert namen(browser.get(adres)) == []
    ander = als(griet).get(adres)
    assert len(namen(ander)) == 1
    assert VERGETEN in ander.content.decode()
    assert VERGETEN not in browser.get(adres).content.decode()


def test_na_afmelden_is_de_tekst_weg(lies, browser, an):
    adres = browser.post(LIJST, {"zoek-q": NAAM}).url
    browser.logout()
    assert not [rij for rij in Session.objects.all() if SESSIE in rij.get_decoded()]
    browser.force_login(an)
    assert VERGETEN in browser.get(adres).content.decode()


def test_de_sessie_groeit_niet_en_dezelfde_tekst_houdt_zijn_code(browser):
    eerste = browser.post(LIJST, {"zoek-q": "a"}).url
    for nummer in range(MEESTE_TEKSTEN - 1):
        browser.post(LIJST, {"zoek-q": f"tekst {nummer}"})
    assert browser.post(LIJST, {"zoek-q": "a"}).url == eerste
    browser.post(LIJST, {"zoek-q": "nog een"})
    assert len(browser.session[SESSIE]) == MEESTE_TEKSTEN
    assert browser.session[SESSIE][eerste.partition("z=")[2]] == {"q": "a"}


@pytest.mark.parametrize("rommel", ["\x00", "a\x00b", "x" * 5000, "'; drop table", "\ud800"])
def test_rommel_in_een_zoekveld_is_geen_fout(browser, rommel):
    for adres in (LIJST, "/zoeken/", "/gesprekken/nieuw/", "/werkgevers/", "/sollicitaties/"):
        try:
            antwoord = zoek(browser, adres, {"q": rommel})
        except UnicodeEncodeError:  # no browser can send half a character either
            continue
        assert antwoord.status_code == 200


def test_zoeken_vraagt_het_formuliertoken_en_een_aanmelding(an, client):
    client.handler.enforce_csrf_checks = True
    client.force_login(an)
    assert client.post("/zoeken/", {"zoek-q": NAAM}).status_code == 403
    client.handler.enforce_csrf_checks = False
    client.logout()
    antwoord = client.post("/zoeken/", {"zoek-q": NAAM})
    assert antwoord.status_code == 401
    assert NAAM not in str(antwoord.headers)


def test_de_middleware_maakt_het_verschil(lies, browser, settings):
    """Negative control: without it the text of an old address goes on in every link of the page."""
    settings.MIDDLEWARE = [naam for naam in settings.MIDDLEWARE if not naam.endswith("ZoektekstMiddleware")]
    assert "q=zzz" in browser.get(f"{LIJST}?q=zzz").content.decode()


# --- nobody makes a second way ------------------------------------------------------------------
FORMULIER = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL | re.IGNORECASE)
INVOER = re.compile(r"<(?:input|textarea)\b([^>]*)", re.IGNORECASE)
NIET_GETYPT = re.compile(r"""\btype=["']?(hidden|checkbox|radio|submit|button|date|month|number|file)\b""")


def vrij_veld_in_adres(html: str) -> list[str]:
    """Fields of typed text that would end up in an address: in a form that is not posted, or without `zoek-` in a search form."""
    fout = []
    for kop, lijf in FORMULIER.findall(html):
        velden = [veld for veld in INVOER.findall(lijf) if not NIET_GETYPT.search(veld)]
        gepost = re.search(r"""\bmethod=["']?post""", kop) and "hx-get" not in kop
        zoekt = "zoekveld" in lijf or 'name="zoek-' in lijf
        fout += [veld for veld in velden if not gepost or (zoekt and "zoekveld" not in veld and "zoek-" not in veld)]
    fout += [veld for veld in INVOER.findall(html) if "hx-get" in veld or "hx-include" in veld]
    return fout


def test_geen_template_stuurt_getypte_tekst_in_een_adres():
    map_ = Path(settings.BASE_DIR) / "templates"
    fout = {str(pad.relative_to(map_)): vrij_veld_in_adres(pad.read_text("utf-8")) for pad in map_.rglob("*.html")}
    assert not {naam: velden for naam, velden in fout.items() if velden}


@pytest.mark.parametrize(
    "html",
    [
        '<form method="get"><input name="q"></form>',
        '<form><textarea name="x"></textarea></form>',
        '<form method="post" hx-get="/x/"><input type="search" name="q"></form>',
        '<form method="post">{% csrf_token %}<input {% zoekveld "q" %}><input name="plaats"></form>',
        '<input name="q" hx-get="/zoek/" hx-trigger="keyup">',
    ],
)
def test_zo_een_formulier_valt_op(html):
    assert vrij_veld_in_adres(html)


def leest_tekst_uit_adres(bron: str, omgeving: dict) -> list[str]:
    """Calls `SomeFilter(request.GET, ...)` of a filter or form with a field for free text, and `request.GET.get("q")`."""
    fout = []
    for knoop in ast.walk(ast.parse(bron)):
        if not isinstance(knoop, ast.Call):
            continue
        tekst = ast.unparse(knoop)
        if re.match(r"""request\.GET(\.get\(|\[)['"](q|taal|naam|zoek|insz|tekst)['"]""", tekst):
            fout.append(tekst)
        eerste = [ast.unparse(arg) for arg in [*knoop.args[:1], *(k.value for k in knoop.keywords if k.arg == "data")]]
        soort = omgeving.get(ast.unparse(knoop.func))
        if isinstance(soort, type) and any(arg.startswith("request.GET") for arg in eerste):
            velden = getattr(soort, "base_filters", None) or getattr(soort, "base_fields", {})
            vrij = [n for n, v in velden.items() if type(v) in {django_filters.CharFilter, forms.CharField}]
            fout += [f"{soort.__name__}.{naam}" for naam in vrij]
    return fout


def test_geen_view_leest_getypte_tekst_uit_een_adres():
    fout = {}
    for app in APPS:
        for pad in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            if "tests" in pad.parts or "request.GET" not in (bron := pad.read_text("utf-8")):
                continue
            module = importlib.import_module(".".join(pad.relative_to(settings.BASE_DIR).with_suffix("").parts))
            if gevonden := leest_tekst_uit_adres(bron, vars(module)):
                fout[str(pad.relative_to(settings.BASE_DIR))] = gevonden
    assert not fout, f"Gebruik zoekvraag(request) of zoekteksten(request): {fout}"


class Proeffilter(django_filters.FilterSet):
    q = django_filters.CharFilter()


@pytest.mark.parametrize("bron", ["Proeffilter(request.GET, queryset=x)", 'request.GET.get("q", "")'])
def test_zo_een_view_valt_op(bron):
    assert leest_tekst_uit_adres(bron, {"Proeffilter": Proeffilter})
