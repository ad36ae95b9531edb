"""Every form with free text in a real browser: the line is cut, the session ends, the page is opened again.

One page per form, found by the walk through the URLconf; what was typed stands there each time, and the page says so.
"""

import pytest
from playwright.sync_api import Error

from ocmw.gereedschap.testing.browser import log_in, wacht_tot
from ocmw.tests.formulierwereld import elk_formulier
from ocmw.tests.urlwereld import Wereld

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GEDULD = 30_000  # how long a busy machine may take; the page itself waits for nothing

TYP = """([naam, tekst]) => {
  const veld = [...document.querySelectorAll("main form")].filter((f) => f.method === "post")
    .flatMap((f) => [...f.elements]).find((v) => v.name === naam && !v.matches("[type=hidden]"));
  veld.value = tekst;
  veld.dispatchEvent(new Event("input", { bubbles: true }));
  window.proef = veld;
  const stand = veld.form.querySelector("[data-kladjestand]");
  window.gezegd = [stand.textContent];
  new MutationObserver((wat) => wat.forEach((w) => w.addedNodes.forEach((n) => window.gezegd.push(n.textContent))))
    .observe(stand, { childList: true });
}"""
LEES = """(naam) => [...document.querySelectorAll("main form")].filter((f) => f.method === "post")
    .flatMap((f) => [...f.elements]).filter((v) => v.name === naam).map((v) => v.value)"""


DRIE = {"trajecten:gesprek_nieuw", "termijnen:termijn_uitstellen", "clienten:client_nieuw"}


def per_pagina(alleen=None):
    """The first form of each page: a page of thirty questions has one script for all of them."""
    eerste = {}
    for wie, naam, formulier in elk_formulier(Wereld.bouw(), alleen):
        eerste.setdefault(naam, (wie, formulier))
    return eerste


@pytest.fixture
def rustig(pagina, browserfouten):
    """A page that asks nothing when it is left, and may lose its line: htmx says so in the console."""
    pagina.on("dialog", lambda vraag: vraag.accept())
    pagina.set_default_timeout(GEDULD)
    yield pagina
    browserfouten[:] = [fout for fout in browserfouten if fout.startswith("script")]


def zegt(pagina, woorden):
    """Said at some moment since the last time we asked: the next sentence may follow within the same frame."""
    wacht_tot(pagina, "(woorden) => window.gezegd?.some((zin) => zin.includes(woorden))", woorden)
    pagina.evaluate("() => { window.gezegd = []; }")


def houdt_tekst(pagina, wie, formulier):
    """Raises playwright's Error or AssertionError where the text is lost, or the page does not say what happened."""
    naam, tekst = formulier.vrij[0], "KANARIE 12"
    context = pagina.context
    log_in(pagina, wie.email)
    pagina.goto(formulier.pagina)
    hier = pagina.url
    context.set_offline(True)
    try:
        pagina.evaluate(TYP, [naam, tekst])
        pagina.evaluate("() => { window.proef.form.requestSubmit(); }")
        zegt(pagina, "Geen verbinding. Je tekst staat nog hier")
    finally:
        context.set_offline(False)
    zegt(pagina, "Het lukt weer")
    context.clear_cookies()
    pagina.evaluate("() => { window.proef.form.requestSubmit(); }")
    zegt(pagina, "Je bent afgemeld, en je tekst staat nog hier")
    assert (pagina.evaluate("() => window.proef.value"), pagina.url) == (tekst, hier)
    log_in(pagina, wie.email)
    pagina.goto(formulier.pagina)
    if tekst not in pagina.evaluate(LEES, naam):  # a form that saves by itself has it already
        pagina.get_by_role("button", name="Zet terug").first.click()
        wacht_tot(pagina, f"([naam, tekst]) => ({LEES})(naam).includes(tekst)", [naam, tekst])


def fouten_van(pagina, formulieren):
    fout = []
    for naam, (wie, formulier) in formulieren.items():
        try:
            houdt_tekst(pagina, wie, formulier)
        except (Error, AssertionError) as wat:
            fout.append(f"{naam} ({formulier.pagina}): {str(wat).splitlines()[0]}")
    return fout


def test_elk_formulier_houdt_zijn_tekst(rustig):
    formulieren = per_pagina()
    fout = fouten_van(rustig, formulieren)
    assert len(formulieren) > 50
    assert not fout, "\n".join(fout)


def test_zonder_het_script_is_de_tekst_weg(rustig):
    """The control, on three pages: without the script the browser shows an error page instead of the form."""
    rustig.set_default_timeout(1000)
    rustig.route("**/js/kladje.js", lambda verzoek: verzoek.abort())
    assert len(fouten_van(rustig, per_pagina(DRIE))) == len(DRIE)
