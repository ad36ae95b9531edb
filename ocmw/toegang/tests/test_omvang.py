"""What is too large is refused by its size, before it is read; the page says what to do."""

from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client as Browser

from ocmw.toegang.middleware import ANONIEM_HOOGSTENS

pytestmark = pytest.mark.django_db
MB = 1024 * 1024


class Stroom(BytesIO):
    """The body of a request, which tells whether anybody read it."""

    gelezen = 0

    def read(self, *args):
        self.gelezen += 1
        return super().read(*args)


def stuur(browser, adres, omvang, soort="application/x-www-form-urlencoded"):
    stroom = Stroom(b"x" * 100)
    antwoord = browser.generic("POST", adres, b"", **{
        "CONTENT_LENGTH": str(omvang), "CONTENT_TYPE": soort, "wsgi.input": stroom,
    })  # fmt: skip
    return antwoord, stroom


@pytest.mark.parametrize("adres", ["/account/login/", "/clienten/nieuw/", "/bestaat/niet/"])
def test_van_een_vreemde_wordt_niets_groots_gelezen(adres):
    antwoord, stroom = stuur(Browser(), adres, 80 * MB)
    assert (antwoord.status_code, stroom.gelezen) == (413, 0)
    assert "Dit is te groot om te bewaren" in antwoord.content.decode()


def test_wie_aangemeld_is_mag_een_bestand_sturen_maar_ook_niet_alles(als, an):
    browser = als(an)
    assert stuur(browser, "/clienten/nieuw/", settings.VRAAG_HOOGSTENS + 1)[0].status_code == 413
    assert stuur(browser, "/clienten/nieuw/", ANONIEM_HOOGSTENS + 1)[0].status_code != 413


def test_een_tekst_van_zes_megabyte_krijgt_een_zin(als, an):
    antwoord = als(an).generic(
        "POST", "/clienten/nieuw/", b"voornaam=" + b"x" * 6 * MB, content_type="application/x-www-form-urlencoded"
    )
    assert antwoord.status_code == 413
    assert "heel lange tekst" in antwoord.content.decode()


@pytest.mark.parametrize("omvang", ["", "-1", "veel", "9" * 40])
def test_een_vreemde_omvang_breekt_niets(omvang):
    antwoord = Browser().generic("POST", "/account/login/", b"", CONTENT_LENGTH=omvang)
    assert antwoord.status_code < 500


def test_zonder_de_grens_las_de_site_een_bestand_van_een_vreemde(settings):
    """The control: a file is read to the end before anybody asks who sends it."""
    settings.MIDDLEWARE = [naam for naam in settings.MIDDLEWARE if "Omvang" not in naam]
    assert stuur(Browser(), "/account/login/", 80 * MB, soort="multipart/form-data; boundary=x")[1].gelezen
