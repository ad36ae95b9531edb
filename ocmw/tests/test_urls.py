"""Every URL x every role x {own, foreign, shared, share ended} x {GET, htmx, POST}, found by walking the URLconf.

The policy is `@vereist` on the view and the table in ocmw/toegang/rechten.py; nothing is listed twice. What a new URL
needs here: a maker for a new kind of argument (ocmw/tests/urlwereld.py), and nothing else.
"""

import logging
import re
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from ocmw.journaal.enums import Soort
from ocmw.journaal.models import Journaalregel
from ocmw.tests.urlwereld import (
    DOSSIER,
    EIGEN,
    GEDEELD,
    MAKERS,
    NIET_BESTAAND,
    OCMW,
    PERSOON,
    RELATIES,
    VERLOPEN,
    VREEMD,
    Wereld,
    loop,
    nummering_begint_ver_uiteen,
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
# GET touches no dossier at all, so it is the same for every pk.
TOONT_NIETS = {"trajecten:gesprek_kladje": "geeft een vers formuliertoken; het kladje zelf komt alleen met POST"}
# A right inside the view on top of the one in @vereist: (URL name, role) -> status on an own dossier.
EXTRA_RECHT: dict[tuple[str, Rol], int] = {}
MAG_SCHRIJVEN_BIJ_LEZEN = {"journaal_journaalregel", "django_session"}
# 307: a form sent outside the caseload goes to the question why, with what was typed.
GOED = {200, 204, 302, 307, 400, 405, 409, 422}

ALLE = list(loop())
VAN_ONS = [adres for adres in ALLE if not adres.view.__module__.startswith("allauth.")]
# An argument without a maker fails one test, with the sentence that helps; the others walk on without it.
EIGEN_ADRESSEN = [adres for adres in VAN_ONS if adres.te_maken]
_SCHRIJFT = re.compile(r'^\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_WISSELEND = re.compile(rb'(csrfmiddlewaretoken" value="|formuliersleutel" value="|nonce="|"X-CSRFToken": ")[^"]*')


@pytest.fixture(autouse=True)
def _stil():
    """Thousands of refusals are the point here, not news."""
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    yield
    logging.getLogger("django.request").setLevel(logging.NOTSET)


@pytest.fixture
def wereld(db):
    nummering_begint_ver_uiteen()
    return Wereld.bouw()


@contextmanager
def ongedaan():
    """Whatever this request writes is gone afterwards, so each request meets the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def vraag(browser, methode, pad):
    koppen = {"HX-Request": "true"} if methode == "htmx" else {}
    doe = browser.post if methode == "POST" else browser.get
    antwoord = doe(pad, headers=koppen)
    if antwoord.streaming:
        b"".join(antwoord.streaming_content)
    return antwoord


def toont_kanarie(antwoord):
    return not antwoord.streaming and b"Kanarie" in antwoord.content


def meld_aan(medewerker):
    browser = Browser(raise_request_exception=False)
    browser.force_login(medewerker)
    return browser


def gezien(antwoord):
    """The status, and for a crash what crashed."""
    fout = getattr(antwoord, "exc_info", None)
    return f"{antwoord.status_code} {fout[0].__name__}: {fout[1]}" if fout else str(antwoord.status_code)


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
            if antwoord.status_code not in {302, 405} or (antwoord.status_code == 302 and "login" not in antwoord.url):
                fout.append(f"{methode} {adres.naam}: {antwoord.status_code}")
    assert not fout, "\n".join(fout)


@pytest.mark.parametrize("rol", list(Rol))
def test_elk_adres_antwoordt_elke_rol_zoals_het_beleid_zegt(wereld, rol):
    afwijking = []
    for relatie in RELATIES:
        situatie = wereld.situatie(rol, relatie)
        browser = meld_aan(situatie.actor)
        for adres in EIGEN_ADRESSEN:
            # Without the right the answer is given before anything is looked up: one relation says it all.
            elders_gelijk = not adres.argumenten or adres.recht not in RECHTEN[rol]
            if adres.openbaar or (relatie != EIGEN and elders_gelijk):
                continue
            pad = adres.pad(situatie.waarden(adres))
            mag = verwacht(adres, rol, relatie)
            for methode in ("GET", "POST") if relatie in {GEDEELD, VERLOPEN} else ("GET", "htmx", "POST"):
                with ongedaan():
                    antwoord = vraag(browser, methode, pad)
                # 405 says nothing about the dossier: the method is refused before anything is looked up.
                if methode != "POST" and adres.naam in TOONT_NIETS:
                    continue
                if antwoord.status_code not in mag and antwoord.status_code != 405:
                    afwijking.append(f"{methode} {adres.naam} ({relatie}): {gezien(antwoord)}, verwacht {sorted(mag)}")
                if 404 in mag and toont_kanarie(antwoord):
                    afwijking.append(f"{methode} {adres.naam} ({relatie}): toont een naam die voor {rol} niet bestaat")
    assert not afwijking, "\n".join(afwijking)


@pytest.mark.parametrize("rol", [Rol.MW, Rol.ATB, Rol.COORDINATOR])
def test_vreemd_en_onbestaand_geven_dezelfde_pagina(wereld, rol):
    fout = []
    for relatie in (VREEMD, VERLOPEN):
        situatie = wereld.situatie(rol, relatie)
        browser = meld_aan(situatie.actor)
        for adres in EIGEN_ADRESSEN:
            if verwacht(adres, rol, relatie) != {404} or adres.naam in TOONT_NIETS:
                continue
            pad = adres.pad(situatie.waarden(adres))
            with ongedaan():
                vreemd = vraag(browser, "GET", pad)
                weg = vraag(browser, "GET", adres.pad({n: _onbestaand(adres, n) for _, n in adres.argumenten}))
            if (vreemd.status_code, kern(vreemd)) != (weg.status_code, kern(weg)):
                fout.append(f"{adres.naam} ({relatie})")
    assert not fout, "Aan het antwoord zie je dat dit dossier bestaat:\n" + "\n".join(fout)


def test_een_stuk_van_een_ander_dossier_opent_niet_via_je_eigen_dossier(wereld):
    rol = Rol.COORDINATOR
    eigen, vreemd = wereld.situatie(rol, EIGEN), wereld.situatie(rol, VREEMD)
    browser, fout = meld_aan(eigen.actor), []
    for adres in EIGEN_ADRESSEN:
        diep = [sleutel for sleutel in adres.argumenten[1:] if MAKERS[sleutel].soort in {DOSSIER, OCMW}]
        if not diep or verwacht(adres, rol, EIGEN) == {403}:
            continue
        geleend = {naam: vreemd.maak((segment, naam)) for segment, naam in diep}
        for methode in ("GET", "POST"):
            with ongedaan():
                antwoord = vraag(browser, methode, adres.pad(eigen.waarden(adres, **geleend)))
            if antwoord.status_code not in {404, 405}:
                fout.append(f"{methode} {adres.naam}: {antwoord.status_code}")
    assert not fout, "\n".join(fout)


@pytest.mark.parametrize("rol", [Rol.MW, Rol.ATB, Rol.COORDINATOR])
def test_elke_blik_in_een_dossier_laat_precies_een_rij_na(wereld, rol):
    fout = []
    for relatie in (EIGEN, GEDEELD):
        situatie = wereld.situatie(rol, relatie)
        browser = meld_aan(situatie.actor)
        for adres in EIGEN_ADRESSEN:
            if (
                not adres.van_een_dossier
                or adres.naam in ZONDER_INZAGE | TOONT_NIETS
                or adres.recht not in RECHTEN[rol]
            ):
                continue
            pad = adres.pad(situatie.waarden(adres))
            with ongedaan():
                voor = _inzagen(situatie.client)
                antwoord = vraag(browser, "GET", pad)
                erbij = _inzagen(situatie.client) - voor
            if antwoord.status_code >= 500:
                fout.append(f"{adres.naam} ({relatie}): {gezien(antwoord)}")
                continue
            # A paper made on the spot leaves a second row: that something left the house.
            gemaakt = adres.view.__module__.startswith("ocmw.rapporten.stukken.")
            papier = gemaakt and antwoord.headers.get("Content-Type") == "application/pdf"
            if antwoord.status_code == 200 and erbij != 1 + papier:
                fout.append(f"{adres.naam} ({relatie}): {erbij} rijen")
    assert not fout, "Elke pagina uit een dossier gaat één keer door open_dossier():\n" + "\n".join(fout)


@pytest.mark.parametrize("rol", [Rol.ATB, Rol.COORDINATOR, Rol.BEHEER])
def test_kijken_wijzigt_niets(wereld, rol):
    situatie = wereld.situatie(rol, EIGEN)
    browser, fout = meld_aan(situatie.actor), []
    for adres in EIGEN_ADRESSEN:
        if adres.openbaar or adres.recht not in RECHTEN[rol]:
            continue
        pad = adres.pad(situatie.waarden(adres))
        with ongedaan(), CaptureQueriesContext(connection) as queries:
            vraag(browser, "GET", pad)
        tabellen = {m[1] for q in queries if (m := _SCHRIJFT.match(q["sql"]))} - MAG_SCHRIJVEN_BIJ_LEZEN
        if tabellen:
            fout.append(f"{adres.naam} schrijft bij GET in {', '.join(sorted(tabellen))}")
    assert not fout, "\n".join(fout)


def test_zonder_journaal_geen_inhoud(wereld, monkeypatch):
    """When the log cannot be written, nothing of the dossier is shown."""

    def stuk(*args, **kwargs):
        raise DatabaseError("schijf vol")

    situatie = wereld.situatie(Rol.ATB, EIGEN)
    browser, fout = meld_aan(situatie.actor), []
    paden = {
        adres.naam: adres.pad(situatie.waarden(adres))
        for adres in EIGEN_ADRESSEN
        if adres.van_een_dossier and adres.naam not in ZONDER_INZAGE | TOONT_NIETS and adres.recht in RECHTEN[Rol.ATB]
    }
    monkeypatch.setattr(Journaalregel, "save", stuk)
    for naam, pad in paden.items():
        with ongedaan():
            antwoord = vraag(browser, "GET", pad)
        if antwoord.status_code == 200 or toont_kanarie(antwoord):
            fout.append(f"{naam}: {antwoord.status_code}")
    assert not fout, "Deze pagina's tonen inhoud zonder dat het journaal het weet:\n" + "\n".join(fout)


def _inzagen(client):
    return Journaalregel.objects.filter(client_id=client.pk, soort__in=[Soort.INZAGE, Soort.UITVOER]).count()


def _onbestaand(adres, naam):
    if f"<uuid:{naam}>" in adres.route:
        return "00000000-0000-4000-8000-000000000000"
    if f"<int:{naam}>" in adres.route:
        return NIET_BESTAAND
    return "bestaat-niet"
