"""The harness itself: it sees what it has to see, on a page that is wrong on purpose."""

import pytest

from ocmw.gereedschap.testing import browser
from ocmw.gereedschap.testing.browser import axe, log_in, schermafdruk
from ocmw.gereedschap.testing.maak import WACHTWOORD

pytestmark = pytest.mark.browser


def test_aanmelden_met_het_formulier_brengt_je_op_vandaag(pagina, an):
    pagina.goto("/account/login/")
    axe(pagina)
    schermafdruk(pagina, "aanmelden")
    pagina.locator("input[name=login]").fill(an.email)
    pagina.locator("input[name=password]").fill(WACHTWOORD)
    pagina.keyboard.press("Enter")
    pagina.wait_for_url("**/")


def test_sessie_zonder_formulier(telefoon, an):
    log_in(telefoon, an.email)
    antwoord = telefoon.goto("/")
    assert antwoord.status == 200
    assert "/account/login" not in telefoon.url


def test_een_fout_in_het_script_wordt_gezien(pagina, browserfouten):
    pagina.goto("/account/login/")
    pagina.evaluate("() => setTimeout(() => { throw new Error('stuk'); })")
    pagina.wait_for_timeout(100)
    assert "script: stuk" in browserfouten
    browserfouten.clear()


def test_een_script_zonder_nonce_wordt_geweigerd_en_gezien(pagina, browserfouten):
    pagina.goto("/account/login/")
    pagina.evaluate("() => { document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">rood</p>'); }")
    pagina.wait_for_timeout(100)
    assert any("Content Security Policy" in fout for fout in browserfouten)
    browserfouten.clear()


def test_een_verdwenen_bestand_wordt_gezien(pagina, browserfouten):
    pagina.goto("/account/login/")
    with pagina.expect_response("**/bestaat-niet.png"):  # the page was idle before it asked
        pagina.evaluate(
            "() => { const beeld = new Image(); beeld.src = '/static/bestaat-niet.png'; document.body.append(beeld); }"
        )
    assert any("antwoord 404" in fout for fout in browserfouten)
    browserfouten.clear()


def test_axe_keurt_een_beeld_zonder_tekst_af(pagina):
    pagina.goto("/account/login/")
    pagina.evaluate("() => document.querySelector('main, body').append(new Image(20, 20))")
    with pytest.raises(AssertionError, match="image-alt"):
        axe(pagina)


def test_zijwaarts_schuiven_wordt_gezien(pagina, monkeypatch, tmp_path):
    monkeypatch.setattr(browser, "SCHERMAFDRUKKEN", tmp_path)
    monkeypatch.setenv("CI", "")
    pagina.goto("/account/login/")
    pagina.evaluate(
        "() => { const vak = document.createElement('div'); vak.style.width = '700px'; vak.className = 'te-breed';"
        " vak.textContent = 'breed'; document.body.append(vak); }"
    )
    with pytest.raises(AssertionError, match=r"360 px: div\.te-breed"):
        schermafdruk(pagina, "te-breed")
    assert (tmp_path / "te-breed-360.png").exists()
