"""Every form of ours, found by walking the URLconf and reading the HTML of each page, is posted twice with the same key."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client as Browser

from ocmw.gereedschap.testing.formulier import formulieren_in
from ocmw.kalender.klok import vandaag
from ocmw.tests.urlwereld import EIGEN, EIGEN_ADRESSEN, Wereld, meld_aan, nummering_begint_ver_uiteen, ongedaan, vraag
from ocmw.toegang.rechten import RECHTEN, Rol
from ocmw.ui import bewaring
from ocmw.ui.bewaring import VELD
from ocmw.ui.zoektekst import VOORVOEGSEL
from ocmw.werkruimte.invoer.tests.boeken import maak_boek

pytestmark = [pytest.mark.databank, pytest.mark.usefixtures("papier_zonder_kind")]

# What a field of this name takes, where "Een zin", 1 or today is no answer.
WAARDEN: dict[str, Any] = {
    "insz": "",
    "jaar": "2020",
    "van_jaar": "2020",
    "tot_jaar": "2021",
    "vestigingsnummer": "",
    "ondernemingsnummer": "",
    "telefoon": "014 12 34 56",
    "uren_per_week": "38",
    "uren_min": "10",
    "uren_max": "20",
    "uren": "19",
    "begint_om": "08:00",
    "eindigt_om": "16:00",
    "kan_van": "08:00",
    "kan_tot": "16:00",
    "terugbetaling_procent": "",
    "terugbetaling_bedrag": "",
    "maanden": "1, 3",
    "sectoren_niet": [],
    "beperkt": "nee",
    "niet_mogelijk": [],
    "maandloon": "",
    "brutoloon": "2100",
    "leren": [],
    "leren_coach": [],
    "leren_mentor": [],
    "leren_client": [],
    "cheque_waarde": "",
    "fiets_per_km": "",
    "abonnement_procent": "",
    "nog_bezig": [],
    # Not a visit: then no employer is visited.
    "bezocht": "",
    "zonder_einde": [],
}
# Forms that only look something up: there is nothing to save twice.
KIJKT_ALLEEN = {
    "/clienten/nieuw/",
    "/clienten/{}/verenigen/",
    "/stijl/",
    "/clienten/{}/werk/wat-als/",
    "/clienten/{}/cv/pdf/",
}
# This world has a running one already, so these refuse; ui/tests/test_tegelijk.py and each room's own tests save them.
WEIGERT = {
    "/clienten/toewijzen/",
    "/clienten/{}/traject/start/",
    "/clienten/{}/werk/contracten/nieuw/",
    "/clienten/{}/werk/sollicitaties/{}/start/",
    # The last day that is filled in lies before the first one these forms begin with; groepen/tests/test_reeks.py saves them.
    "/groepen/nieuw/",
    "/groepen/{}/reeksen/nieuw/",
    # What was made has no usual answer, so nothing is chosen; regulier/tests/test_ondersteuning.py sends both twice.
    "/clienten/{}/werk/ondersteuning/nieuw/",
    "/sessies/{}/ondersteuning/{}/",
}
# What the control sends: pages whose form would be saved twice.
ZONDER_SLEUTEL_DUBBEL = {"/clienten/{}/plan/doelen/nieuw/", "/clienten/{}/nazorg/contact/", "/clienten/{}/documenten/"}
# Sent twice, the second code is the one that counts, and it is the one the page shows.
MAG_TWEE_KEER = {"/medewerkers/{}/code/"}
NIET_TELLEN = {"django_session", "ui_formuliersleutel"}


@dataclass
class Uitkomst:
    adres: str
    sleutels: int
    eerste: Any
    tweede: Any
    gedaan: dict[str, int]
    nog_eens: dict[str, int]


def tel() -> dict[str, int]:
    namen = {model._meta.db_table for model in apps.get_models()} - NIET_TELLEN
    with connection.cursor() as cursor:
        # Every table in one question, also those without a model of their own.
        cursor.execute(" UNION ALL ".join(f"SELECT '{n}', COUNT(*) FROM {connection.ops.quote_name(n)}" for n in namen))
        return dict(cursor.fetchall())


def verschil(voor: dict[str, int], na: dict[str, int]) -> dict[str, int]:
    return {naam: na[naam] - voor[naam] for naam in na if na[naam] != voor[naam]}


def waarden(data: dict[str, Any]) -> dict[str, Any]:
    dagen = {"dag": 3, "gestopt_op": 0}
    eigen = {**WAARDEN, **{naam: (vandaag() + timedelta(days=d)).isoformat() for naam, d in dagen.items()}}
    return {naam: eigen.get(naam.rsplit("-", 1)[-1], waarde) for naam, waarde in data.items()}


@cache
def boek() -> bytes:
    """The same file each time: a workbook says when it was made."""
    return maak_boek({"Lijst": [["Naam", "Voornaam", "Geboren"], ["Kanarie", "Piet", "01/02/1990"]]})


def bestanden(adres: str) -> dict[str, Any]:
    """A form with a file field gets the file it asks for, anew for each post."""
    if adres == "/invoer/nieuw/":
        return {"bestand": SimpleUploadedFile("lijst.xlsx", boek())}
    if adres.endswith("/documenten/"):
        return {"upload": SimpleUploadedFile("brief.txt", b"Een brief in gewone letters.\n")}
    return {}


def post(browser: Browser, adres: str, data: dict[str, Any]) -> Any:
    return browser.post(adres, {**data, **bestanden(adres)})


def kale(adres: str) -> str:
    """The address with {} for each id."""
    delen = adres.partition("?")[0].split("/")
    return "/".join("{}" if deel.isdecimal() or deel.count("-") == 4 else deel for deel in delen)


def verstuur_twee_keer(browser: Browser, adres: str, data: dict[str, Any]) -> Uitkomst:
    data = waarden(data)
    if adres.startswith("/medewerkers/") or "/middelen/" in adres:
        data |= {"laatste_dag": "", "resultaat": ""}  # it goes on; elsewhere it is the last day of work
    with ongedaan():
        voor = tel()
        eerste = post(browser, adres, data)
        if eerste.status_code == 200 and (gevolgen := _bevestiging(eerste, adres)) and tel() == voor:
            # It first shows what moves; the form below that is the one that saves.
            data = waarden(gevolgen)
            eerste = post(browser, adres, data)
        na = tel()
        tweede = post(browser, adres, data)
        gedaan, nog_eens = verschil(voor, na), verschil(na, tel())
    return Uitkomst(kale(adres), len(data.get(VELD, [])), eerste, tweede, gedaan, nog_eens)


def _bevestiging(antwoord: Any, adres: str) -> dict[str, Any] | None:
    return next((f.ingevuld() for f in formulieren_in(antwoord.text, adres) if f.naar == adres), None)


def alle_formulieren(
    wereld: Wereld, rol: Rol, alleen: Collection[str] = ()
) -> Iterator[tuple[Browser, str, dict[str, Any]]]:
    """What this role can send, each once; with `alleen` only from the pages at those addresses."""
    situatie = wereld.situatie(rol, EIGEN)
    browser, gezien = meld_aan(situatie.actor), set()
    for adres in EIGEN_ADRESSEN:
        if adres.openbaar or adres.recht not in RECHTEN[rol]:
            continue
        pad = adres.pad(situatie.waarden(adres))
        if alleen and kale(pad) not in alleen:
            continue
        with ongedaan():
            antwoord = vraag(browser, "GET", pad)
        if antwoord.status_code != 200 or antwoord.streaming or "html" not in antwoord["Content-Type"]:
            continue
        for formulier in formulieren_in(antwoord.text, pad):
            kenmerk = kale(formulier.naar), tuple(sorted(formulier.gepost))
            zoekt = any(naam.startswith(VOORVOEGSEL) for naam in formulier.gepost)
            van_ons = formulier.methode == "post" and not formulier.naar.startswith("/account/") and not zoekt
            if van_ons and kenmerk not in gezien:
                gezien.add(kenmerk)
                yield browser, formulier.naar, formulier.ingevuld()


@pytest.fixture
def loop(db, request):
    def loop(rol: Rol, alleen: Collection[str] = ()) -> list[Uitkomst]:
        nummering_begint_ver_uiteen()
        return [verstuur_twee_keer(*formulier) for formulier in alle_formulieren(Wereld.bouw(), rol, alleen)]

    return loop


@pytest.mark.parametrize("rol", [Rol.ATB, Rol.COORDINATOR, Rol.MW, Rol.BEHEER])
def test_elk_formulier_twee_keer_versturen_heeft_een_gevolg(loop, rol):
    fout, stil = [], []
    for uit in loop(rol):
        if uit.sleutels != 1:
            fout.append(f"{uit.adres}: {uit.sleutels} sleutels")
        if uit.eerste.status_code >= 500 or uit.tweede.status_code >= 500:
            fout.append(f"{uit.adres}: {uit.eerste.status_code}, daarna {uit.tweede.status_code}")
        if uit.nog_eens and uit.adres not in MAG_TWEE_KEER:
            fout.append(f"{uit.adres}: een tweede keer {uit.nog_eens}")
        if uit.eerste.status_code == 302 and uit.eerste.url != getattr(uit.tweede, "url", ""):
            fout.append(f"{uit.adres}: de tweede leidt niet naar {uit.eerste.url}")
        if uit.eerste.status_code in {200, 422} and not uit.gedaan:
            stil.append(uit.adres)
    assert not fout, "\n".join(fout)
    ongetest = set(stil) - KIJKT_ALLEEN - WEIGERT
    assert not ongetest, "Zeg in WAARDEN wat deze formulieren vragen: " + ", ".join(sorted(ongetest))


def test_zonder_de_sleutel_bewaart_de_tweede_keer_nog_eens(loop, monkeypatch):
    """Negative control: it is the key, not the forms themselves."""
    monkeypatch.setattr(bewaring, "sleutel_van", lambda request: None)
    uitkomsten = loop(Rol.ATB, ZONDER_SLEUTEL_DUBBEL)
    assert {uit.adres for uit in uitkomsten if any(aantal > 0 for aantal in uit.nog_eens.values())} >= (
        ZONDER_SLEUTEL_DUBBEL
    )
