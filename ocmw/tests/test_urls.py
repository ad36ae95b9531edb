"""Every URL x every role x {own, foreign, shared, share ended} x {GET, htmx, POST}, found by walking the URLconf.

The policy is `@vereist` on the view and the table in ocmw/toegang/rechten.py; nothing is listed twice. What a new URL
needs here: a maker for a new kind of argument (ocmw/tests/urlwereld.py), and nothing else.
"""

import logging
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from http.cookies import SimpleCookie

import pytest
from django.db import DatabaseError, connection
from django.test import Client as Browser

from ocmw.gereedschap.testing.fixtures import bestanden_in, gedeelde_wereld
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.models import Journaalregel
from ocmw.tests.urlwereld import (
    ALLE,
    DOSSIER,
    EIGEN,
    EIGEN_ADRESSEN,
    GEDEELD,
    MAKERS,
    NIET_BESTAAND,
    OCMW,
    PERSOON,
    RELATIES,
    VAN_ONS,
    VERLOPEN,
    VREEMD,
    Wereld,
    meld_aan,
    nummering_begint_ver_uiteen,
    ongedaan,
    vraag,
)
from ocmw.toegang.rechten import RECHTEN, Rol

# allauth guards its own pages; these are the ones we let it serve. Anything else it brings must be looked at first.
VAN_ALLAUTH = {
    "account_change_password",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
    "mfa_activate_totp",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_view_recovery_codes",
}
# Pages of a dossier that show nothing of it; the value says why they leave no inzage row.
ZONDER_INZAGE = {
    "dossier:inzage_reden": "vraagt waarom je het dossier opent en toont alleen naam en geboortedatum, zoals de lijst",
}
# A right inside the view on top of the one in @vereist: (URL name, role) -> status on an own dossier.
EXTRA_RECHT: dict[tuple[str, Rol], int] = {}
MAG_SCHRIJVEN_BIJ_LEZEN = {"journaal_journaalregel", "django_session"}
# 307: a form sent outside the caseload goes to the question why, with what was typed.
GOED = {200, 204, 302, 307, 400, 405, 409, 422}

# What htmx asks reads and writes what a GET does: it is asked where the database costs least.
METHODES = ("GET", "htmx", "POST") if connection.vendor == "sqlite" else ("GET", "POST")

_SCHRIJFT = re.compile(r'^\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_WISSELEND = re.compile(rb'(csrfmiddlewaretoken" value="|formuliersleutel" value="|nonce="|"X-CSRFToken": ")[^"]*')


pytestmark = [pytest.mark.databank, pytest.mark.usefixtures("papier_zonder_kind")]


@pytest.fixture(autouse=True)
def _stil():
    """Thousands of refusals are the point here, not news."""
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("django.request").setLevel(logging.NOTSET)


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker, tmp_path_factory):
    """One world for the whole walk, in a transaction that is never committed; the tests work in savepoints on top of it."""
    map_ = tmp_path_factory.mktemp("wereld")
    with gedeelde_wereld(django_db_blocker, map_):
        nummering_begint_ver_uiteen()
        wereld = Wereld.bouw()
        for situatie in wereld.situaties.values():
            for adres in EIGEN_ADRESSEN:
                situatie.waarden(adres)
            sessie_van(situatie.actor)
        wereld.map = map_
        yield wereld
    sessie_van.cache_clear()


@pytest.fixture(autouse=True)
def _eigen_bestanden(settings, wereld):
    """The files of the world, instead of an empty folder per test."""
    for naam, waarde in bestanden_in(wereld.map).items():
        setattr(settings, naam, waarde)


@pytest.fixture(scope="module")
def gezien(wereld):
    """`gezien(rol, relatie, adres, methode)`: every request is made once, whatever many tests want to know of it."""
    return cache(lambda *vraag: kijk(wereld, *vraag))


@dataclass(frozen=True)
class Waarneming:
    status: int
    fout: str  # what crashed, in words
    kanarie: bool
    inhoud: str  # digest of the page without what changes at each request
    geschreven: frozenset[str]  # tables
    inzagen: int
    papier: bool

    def __str__(self) -> str:
        return f"{self.status} {self.fout}".strip()


def kijk(wereld, rol, relatie, adres, methode="GET", onbestaand=False) -> Waarneming:
    situatie = wereld.situatie(rol, relatie)
    pad = adres.pad({n: _onbestaand(adres, n) for _, n in adres.argumenten} if onbestaand else situatie.waarden(adres))
    return doe(situatie, pad, methode)


def doe(situatie, pad, methode="GET") -> Waarneming:
    geschreven = set()

    def lees_mee(execute, sql, *rest):
        if schrijft := _SCHRIJFT.match(sql):
            geschreven.add(schrijft[1])
        return execute(sql, *rest)

    browser = sessie_van(situatie.actor)
    browser.cookies = SimpleCookie(browser.sessie)  # the request before may have ended it, and that was undone
    with ongedaan():
        voor = _inzagen(situatie.client)
        with connection.execute_wrapper(lees_mee):
            antwoord = vraag(browser, methode, pad)
        fout = getattr(antwoord, "exc_info", None)
        return Waarneming(
            status=antwoord.status_code,
            fout=f"{fout[0].__name__}: {fout[1]}" if fout else "",
            kanarie=toont_kanarie(antwoord),
            inhoud="" if antwoord.streaming else sha256(kern(antwoord)).hexdigest(),
            geschreven=frozenset(geschreven),
            inzagen=_inzagen(situatie.client) - voor,
            papier=antwoord.headers.get("Content-Type") == "application/pdf",
        )


def toont_kanarie(antwoord):
    return not antwoord.streaming and b"Kanarie" in antwoord.content


@cache
def sessie_van(medewerker):
    """One session for each colleague of the world, as long as the world."""
    browser = meld_aan(medewerker)
    browser.sessie = browser.cookies.output(header="", sep=";")
    return browser


def kern(antwoord):
    return _WISSELEND.sub(b"", antwoord.content)


def verwacht(adres, rol, relatie):
    """The status that policy asks, or the set of those that mean "you may"."""
    if adres.recht not in RECHTEN[rol]:
        return {403}
    soorten = {MAKERS[sleutel].soort for sleutel in adres.argumenten}
    if relatie in {VREEMD, VERLOPEN} and DOSSIER in soorten:
        return {404}
    if relatie != EIGEN and soorten & {PERSOON, OCMW}:
        return {404}
    if (adres.naam, rol) in EXTRA_RECHT:
        return {EXTRA_RECHT[adres.naam, rol]}
    return GOED


def test_elk_adres_zegt_welk_recht_het_vraagt():
    kaal = [adres.naam for adres in VAN_ONS if not adres.recht and not adres.openbaar]
    assert not kaal, f"Zet @vereist(Recht.X) of @openbaar boven de view van: {', '.join(kaal)}"


def test_allauth_brengt_geen_ongeziene_paginas():
    nieuw = {adres.naam for adres in ALLE if adres.view.__module__.startswith("allauth.")} - VAN_ALLAUTH
    assert not nieuw, f"Nieuwe pagina's van allauth: kijk ze na en zet ze in VAN_ALLAUTH: {', '.join(sorted(nieuw))}"


def test_elk_argument_van_een_adres_heeft_een_maker():
    zonder = {
        f"{adres.naam}: <{naam}> na '{segment}'"
        for adres in VAN_ONS
        for segment, naam in adres.argumenten
        if (segment, naam) not in MAKERS
    }
    assert not zonder, "Zeg in ocmw/tests/urlwereld.py (MAKERS) hoe een test dit argument maakt:\n  " + "\n  ".join(
        sorted(zonder)
    )


def test_wie_niet_aangemeld_is_ziet_alleen_de_aanmeldpagina(db):
    browser, fout = Browser(raise_request_exception=False), []
    for adres in EIGEN_ADRESSEN:
        if adres.openbaar:
            continue
        pad = adres.pad({naam: _onbestaand(adres, naam) for _, naam in adres.argumenten})
        for methode in ("GET", "POST"):
            antwoord = vraag(browser, methode, pad)
            mag = {302, 405} if methode == "GET" else {401, 405}
            if antwoord.status_code not in mag or (antwoord.status_code == 302 and "login" not in antwoord.url):
                fout.append(f"{methode} {adres.naam}: {antwoord.status_code}")
    assert not fout, "\n".join(fout)


@pytest.mark.parametrize("rol", list(Rol))
def test_elk_adres_antwoordt_elke_rol_zoals_het_beleid_zegt(db, gezien, rol):
    afwijking = []
    for relatie in RELATIES:
        for adres in EIGEN_ADRESSEN:
            # Without the right the answer is given before anything is looked up: one relation says it all.
            elders_gelijk = not adres.argumenten or adres.recht not in RECHTEN[rol]
            if adres.openbaar or (relatie != EIGEN and elders_gelijk):
                continue
            mag = verwacht(adres, rol, relatie)
            for methode in ("GET", "POST") if relatie in {GEDEELD, VERLOPEN} else METHODES:
                antwoord = gezien(rol, relatie, adres, methode)
                # 405 says nothing about the dossier: the method is refused before anything is looked up.
                if antwoord.status not in mag and antwoord.status != 405:
                    afwijking.append(f"{methode} {adres.naam} ({relatie}): {antwoord}, verwacht {sorted(mag)}")
                if 404 in mag and antwoord.kanarie:
                    afwijking.append(f"{methode} {adres.naam} ({relatie}): toont een naam die voor {rol} niet bestaat")
    assert not afwijking, "\n".join(afwijking)


@pytest.mark.parametrize("rol", [Rol.MW, Rol.ATB, Rol.COORDINATOR])
def test_vreemd_en_onbestaand_geven_dezelfde_pagina(db, gezien, rol):
    fout = [
        f"{adres.naam} ({relatie})"
        for relatie in (VREEMD, VERLOPEN)
        for adres in EIGEN_ADRESSEN
        if verwacht(adres, rol, relatie) == {404}
        for vreemd, weg in [(gezien(rol, relatie, adres, "GET"), gezien(rol, EIGEN, adres, "GET", True))]
        if (vreemd.status, vreemd.inhoud) != (weg.status, weg.inhoud)
    ]
    assert not fout, "Aan het antwoord zie je dat dit dossier bestaat:\n" + "\n".join(fout)


def test_een_stuk_van_een_ander_dossier_opent_niet_via_je_eigen_dossier(db, wereld):
    rol = Rol.COORDINATOR
    eigen, vreemd = wereld.situatie(rol, EIGEN), wereld.situatie(rol, VREEMD)
    fout = []
    for adres in EIGEN_ADRESSEN:
        diep = [sleutel for sleutel in adres.argumenten[1:] if MAKERS[sleutel].soort in {DOSSIER, OCMW}]
        if not diep or verwacht(adres, rol, EIGEN) == {403}:
            continue
        geleend = {naam: vreemd.maak((segment, naam)) for segment, naam in diep}
        for methode in ("GET", "POST"):
            antwoord = doe(eigen, adres.pad(eigen.waarden(adres, **geleend)), methode)
            if antwoord.status not in {404, 405}:
                fout.append(f"{methode} {adres.naam}: {antwoord}")
    assert not fout, "\n".join(fout)


@pytest.mark.parametrize("rol", [Rol.MW, Rol.ATB, Rol.COORDINATOR])
def test_elke_blik_in_een_dossier_laat_precies_een_rij_na(db, gezien, rol):
    fout = []
    for relatie in (EIGEN, GEDEELD):
        for adres in EIGEN_ADRESSEN:
            if not adres.van_een_dossier or adres.naam in ZONDER_INZAGE or adres.recht not in RECHTEN[rol]:
                continue
            antwoord = gezien(rol, relatie, adres, "GET")
            # A paper made on the spot leaves a second row: that something left the house.
            gemaakt = adres.view.__module__.startswith("ocmw.werkruimte.rapporten.stukken.")
            if antwoord.status >= 500:
                fout.append(f"{adres.naam} ({relatie}): {antwoord}")
            elif antwoord.status == 200 and antwoord.inzagen != 1 + (gemaakt and antwoord.papier):
                fout.append(f"{adres.naam} ({relatie}): {antwoord.inzagen} rijen")
    assert not fout, "Elke pagina uit een dossier gaat één keer door open_dossier():\n" + "\n".join(fout)


@pytest.mark.parametrize("rol", list(Rol))
def test_kijken_wijzigt_niets(db, gezien, rol):
    fout = [
        f"{adres.naam} schrijft bij GET in {', '.join(sorted(tabellen))}"
        for adres in EIGEN_ADRESSEN
        if not adres.openbaar and adres.recht in RECHTEN[rol]
        if (tabellen := gezien(rol, EIGEN, adres, "GET").geschreven - MAG_SCHRIJVEN_BIJ_LEZEN)
    ]
    assert not fout, "\n".join(fout)


def test_zonder_journaal_geen_inhoud(db, wereld, monkeypatch):
    """When the log cannot be written, nothing of the dossier is shown."""

    def stuk(*args, **kwargs):
        raise DatabaseError("schijf vol")

    fout = []
    monkeypatch.setattr(Journaalregel, "save", stuk)
    for adres in EIGEN_ADRESSEN:
        if adres.van_een_dossier and adres.naam not in ZONDER_INZAGE and adres.recht in RECHTEN[Rol.ATB]:
            antwoord = kijk(wereld, Rol.ATB, EIGEN, adres)
            if antwoord.status == 200 or antwoord.kanarie:
                fout.append(f"{adres.naam}: {antwoord}")
    assert not fout, "Deze pagina's tonen inhoud zonder dat het journaal het weet:\n" + "\n".join(fout)


def _inzagen(client):
    """In plain SQL: asked twice for each of some thousands of requests."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM journaal_journaalregel WHERE client_id = %s AND soort IN (%s, %s)",
            [client.pk, Journaalsoort.INZAGE, Journaalsoort.UITVOER],
        )
        return cursor.fetchone()[0]


def _onbestaand(adres, naam):
    if f"<uuid:{naam}>" in adres.route:
        return "00000000-0000-4000-8000-000000000000"
    if f"<int:{naam}>" in adres.route:
        return NIET_BESTAAND
    return "bestaat-niet"
