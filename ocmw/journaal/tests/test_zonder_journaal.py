"""When the journaal cannot be written, nothing is shown and nobody comes in; the page says so."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client as Browser

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databank]


@pytest.fixture
def stuk():
    """A way to ask pages while the journaal takes no rows."""

    def weiger(execute, sql, params, many, context):
        if "journaal_journaalregel" in sql and sql.startswith("INSERT"):
            raise DatabaseError("het journaal antwoordt niet")
        return execute(sql, params, many, context)

    return lambda: connection.execute_wrapper(weiger)


def test_een_dossier_gaat_niet_open_en_dat_staat_er(an, stuk):
    client = maak_client(an)
    browser = Browser()
    browser.force_login(an)
    adres = f"/clienten/{client.pk}/gegevens/"
    with stuk():
        antwoord = browser.get(adres)
    pagina = antwoord.content.decode()
    assert (antwoord.status_code, antwoord["Retry-After"], antwoord["Cache-Control"]) == (503, "60", "no-store")
    assert "Dit dossier kan nu niet open" in pagina
    assert client.achternaam not in pagina
    assert client.achternaam in browser.get(adres).content.decode(), "the control: with a journaal it opens"


def test_niemand_komt_binnen(an, stuk):
    browser = Browser(raise_request_exception=False)
    met = {"login": an.email, "password": WACHTWOORD}
    with stuk():
        assert browser.post("/account/login/", met).status_code >= 500
    assert browser.get("/clienten/").status_code == 302
    browser.post("/account/login/", met)
    assert browser.get("/clienten/").status_code == 200
