"""The date field in a real browser: words as on the server, a calendar by keyboard, and a ring around whatever has the focus."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk, wacht_tot
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from ocmw.ui.datumveld import echo

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Near and far, the ends of months, a leap day, both sides of the day where people start to think in months.
AFSTANDEN = [0, 1, -1, 2, 12, -40, 91, 92, 93, 94, -92, -93, 150, 365, 700, 730, 731, 760, -729, -731, 3650, -14900]
LICHT = """(kleur) => { const [r, g, b] = kleur.match(/[\\d.]+/g).map(Number).map((v) => v / 255)
  .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; }"""


@pytest.fixture
def formulier(pagina, an, bert):
    client = maak_client(bert, coach=an)
    log_in(pagina, an.email)
    pagina.goto(f"/clienten/{client.pk}/afspraken/nieuw/")
    return pagina


def test_de_woorden_achter_het_veld_zijn_die_van_de_server(formulier):
    veld, woorden = formulier.locator("#id_dag"), formulier.locator("#id_dag ~ [data-echo]")
    for dagen in AFSTANDEN:
        dag = vandaag() + timedelta(days=dagen)
        veld.fill(f"{dag:%d/%m/%Y}")
        assert woorden.inner_text() == echo(dag), dag


def test_wat_iemand_typt_wordt_uitgeschreven_of_uitgelegd(formulier):
    veld, woorden = formulier.locator("#id_dag"), formulier.locator("#id_dag ~ [data-echo]")
    for getypt, staat in {"1-2-27": "01/02/2027", "14052027": "14/05/2027", "2027-05-14": "14/05/2027"}.items():
        veld.fill(getypt)
        veld.blur()
        assert veld.input_value() == staat
    veld.fill("31/02/2027")
    veld.blur()
    assert veld.input_value() == "31/02/2027"
    assert woorden.inner_text() == "Dit is geen dag. Schrijf dd/mm/jjjj."
    uur = formulier.locator("#id_uur")
    for getypt, staat in {"9u30": "09:30", "930": "09:30", "9": "09:00", "16.15": "16:15", "25:00": "25:00"}.items():
        uur.fill(getypt)
        uur.blur()
        assert uur.input_value() == staat


def test_de_kalender_met_het_toetsenbord(formulier):
    veld = formulier.locator("#id_dag")
    veld.fill(f"{vandaag() + timedelta(days=10):%d/%m/%Y}")
    veld.press("Alt+ArrowDown")
    blad = formulier.get_by_role("dialog", name="Kies een dag")
    wacht_tot(formulier, "document.activeElement.tagName == 'CALENDAR-MONTH'")
    axe(formulier)
    schermafdruk(formulier, "kalender")
    formulier.keyboard.press("ArrowRight")
    morgen = (vandaag() + timedelta(days=11)).day
    wacht_tot(formulier, f"document.activeElement.shadowRoot.activeElement.textContent == '{morgen}'")
    formulier.keyboard.press("Enter")
    assert blad.count() == 0
    assert veld.input_value() == f"{vandaag() + timedelta(days=11):%d/%m/%Y}"
    assert formulier.evaluate("document.activeElement.id") == "id_dag"
    veld.press("Alt+ArrowDown")
    wacht_tot(formulier, "document.activeElement.tagName == 'CALENDAR-MONTH'")
    formulier.keyboard.press("Escape")
    assert blad.count() == 0
    assert formulier.evaluate("document.activeElement.id") == "id_dag"


def ring(pagina):
    """How far the ring around the focus stands out from what is behind it, and how wide it is."""
    return pagina.evaluate(
        f"""() => {{ const licht = {LICHT}; const stijl = getComputedStyle(document.activeElement);
        const achter = licht(getComputedStyle(document.body).backgroundColor), rand = licht(stijl.outlineColor);
        const [meer, min] = [Math.max(achter, rand), Math.min(achter, rand)];
        return {{ contrast: (meer + 0.05) / (min + 0.05), breed: parseFloat(stijl.outlineWidth), soort: stijl.outlineStyle,
                 schaduw: stijl.boxShadow }}; }}"""
    )


@pytest.mark.parametrize("thema", ["light", "dark"])
def test_elke_knop_en_elk_veld_toont_de_focus(formulier, thema):
    formulier.evaluate(f"document.documentElement.dataset.bsTheme = '{thema}'")
    gezien = set()
    for _ in range(60):
        formulier.keyboard.press("Tab")
        gezien.add(formulier.evaluate("document.activeElement.tagName"))
        if gezien >= {"BODY"}:
            break
        stand = ring(formulier)
        assert stand["contrast"] >= 3, stand
        assert stand["breed"] >= 3, stand
        assert stand["soort"] == "solid", stand
    assert gezien >= {"A", "BUTTON", "INPUT"}


def test_de_ring_van_bootstrap_zou_opvallen(formulier):
    """Without our ring Bootstrap's pale blue is back, and the measure above refuses it."""
    formulier.evaluate(
        """() => { const blad = new CSSStyleSheet();
        blad.replaceSync(".btn:focus-visible { outline: 3px solid rgb(182, 212, 254) !important }");
        document.adoptedStyleSheets.push(blad); }"""
    )
    formulier.locator("button.btn").first.focus()
    formulier.keyboard.press("Shift+Tab")
    formulier.keyboard.press("Tab")
    assert ring(formulier)["contrast"] < 3
