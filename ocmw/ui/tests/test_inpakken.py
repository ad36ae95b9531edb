"""Pages travel packed; files, streams and secrets are none the worse for it."""

import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.middleware.gzip import GZipMiddleware
from django.test import RequestFactory

from ocmw.ui.middleware import InpakMiddleware

INPAKKEN = {"Accept-Encoding": "gzip, br"}


def door(antwoord, laag=InpakMiddleware):
    return laag(lambda request: antwoord)(RequestFactory(headers=INPAKKEN).get("/"))


def test_een_bladzijde_reist_ingepakt_en_komt_heel_aan(an, als):
    browser = als(an)
    gewoon, ingepakt = browser.get("/zoeken/"), browser.get("/zoeken/", headers=INPAKKEN)
    assert "Content-Encoding" not in gewoon.headers
    assert (ingepakt["Content-Encoding"], ingepakt["Vary"].lower().count("accept-encoding")) == ("gzip", 1)
    assert len(ingepakt.content) < len(gewoon.content) / 2
    assert b"<h1" in gzip.decompress(ingepakt.content)


@pytest.mark.parametrize("laag", [InpakMiddleware, GZipMiddleware])
def test_een_bestand_en_een_stroom_blijven_zoals_ze_zijn(laag):
    """The second layer is Django's own: without ours it packs both."""
    bestand = HttpResponse(b"x" * 5000, content_type="application/pdf")
    stroom = StreamingHttpResponse(iter([b"x" * 5000]), content_type="text/html")
    ingepakt = ["Content-Encoding" in door(antwoord, laag).headers for antwoord in (bestand, stroom)]
    assert ingepakt == [laag is GZipMiddleware] * 2


def test_de_lengte_zegt_niets_over_een_geheim():
    """The same text has another length each time, and the token of a form is another text each time (BREACH)."""
    assert len({len(door(HttpResponse("geheim " * 500)).content) for _ in range(30)}) > 3
    request = RequestFactory().get("/")
    assert len({get_token(request) for _ in range(5)}) == 5
