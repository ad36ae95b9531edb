"""Every page as people see it: the demo in a real browser, wide and light, and on a phone and dark. axe finds nothing,
nothing scrolls sideways, no script or style is refused, and a picture of each page goes to var/schermafdrukken/.

What a browser shows does not depend on the engine below it: on PostgreSQL every page is opened, on SQLite also looked at.

Pages are found by walking the URLconf, so a new page is looked at without anybody adding it here.
"""

import re

import pytest
from django.db import connection

from clienten.models import Client
from ocmw.gereedschap.demo.vullen import Vuller
from ocmw.gereedschap.testing.browser import BREED, SMAL, axe, log_in, schermafdruk
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.tests.urlwereld import EIGEN, Adres, Situatie, loop
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import RECHTEN, Rol

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A page is looked at by the first of these who may open it; Vandaag by everybody, because it differs for each.
KIJKERS = [Rol.ATB, Rol.COORDINATOR, Rol.MW, Rol.BEHEER, Rol.LESGEVER]
VOOR_IEDEREEN = {"vandaag:vandaag"}


def paginas_van(rol: Rol) -> list[Adres]:
    eerste_kijker = {
        adres.naam: next((kijker for kijker in KIJKERS if adres.recht in RECHTEN[kijker]), None) for adres in loop()
    }
    return [
        adres
        for adres in loop()
        if adres.te_maken
        and (eerste_kijker[adres.naam] == rol or (adres.naam in VOOR_IEDEREEN and adres.recht in RECHTEN[rol]))
    ]


def situatie(rol: Rol, gemaakt: dict[int, dict]) -> Situatie:
    """A colleague of the demo in front of a full dossier of their own: a contract, a traject and an open termijn."""
    actor = Medewerker.objects.get(email=f"{rol}.aalst@demo.example")
    coach = Medewerker.objects.get(email="atb.aalst@demo.example")
    open_ = Termijn.objects.open().filter(client__ocmw=actor.ocmw).values("client")
    eigen = Client.objects.in_caseload_van(actor if rol == Rol.MW else coach)
    client = eigen.filter(pk__in=open_, tewerkstellingen__isnull=False).order_by("pk").first()
    client = client or Client.objects.filter(pk__in=open_).first()
    # What was made for a dossier stays: it has, for instance, one running referral at most.
    return Situatie(actor, EIGEN, client, coach, gemaakt.setdefault(client.pk, {}))


def test_elke_pagina_is_toegankelijk_en_past_op_elk_scherm(pagina, browserfouten):
    """One test for all roles: the demo is filled once, and one list says everything that is wrong."""
    Vuller(vandaag(), {"aalst": 16}).vul("niet-gebruikt-hier")
    gezien: list[str] = []
    gemaakt: dict[int, dict] = {}
    fouten: dict[str, list[str]] = {}  # what is wrong, and where it is seen
    for rol in KIJKERS:
        wie = situatie(rol, gemaakt)
        log_in(pagina, wie.actor.email)
        for adres in paginas_van(rol):
            pad = adres.pad(wie.waarden(adres))
            if is_pagina(pagina, pad):
                gezien.append(adres.naam)
                for waar, wat in bekijk(pagina, pad, f"{adres.naam}-{rol}", browserfouten):
                    fouten.setdefault(f"{adres.naam} ({rol}): {wat}", []).append(waar)
    assert len(gezien) > 40
    regels = [f"{wat}\n    gezien: {', '.join(waar)}" for wat, waar in fouten.items()]
    assert not regels, f"{len(regels)} opmerkingen bij {len(gezien)} pagina's:\n" + "\n".join(regels)


def bekijk(pagina, pad: str, naam: str, browserfouten: list[str]) -> list[tuple[str, str]]:
    """What is wrong with this page, each with where it was seen."""
    pagina.set_viewport_size({"width": BREED[0], "height": BREED[1]})
    pagina.goto(pad)
    fout = []
    if connection.vendor == "sqlite":
        for waar, kijk in {"breed": axe, "telefoon, donker": op_de_telefoon}.items():
            fout += [(waar, str(wat)) for wat in (fout_van(kijk, pagina),) if wat]
        fout += [("schermafdruk", wat) for wat in (fout_van(lambda p: schermafdruk(p, naam), pagina),) if wat]
    fout += [("browser", wat) for wat in dict.fromkeys(browserfouten)]
    browserfouten.clear()
    return fout


def fout_van(kijk, pagina) -> str:
    try:
        kijk(pagina)
    except AssertionError as fout:
        return str(fout).split("\nassert not")[0]
    return ""


def is_pagina(pagina, pad: str) -> bool:
    """Whole pages only: not a download, a fragment for htmx, a redirect, or a URL that takes nothing but POST."""
    antwoord = pagina.context.request.get(pad, max_redirects=0)
    # A crash is a page too: opening it puts it in the list of what is wrong.
    return antwoord.status >= 500 or (
        antwoord.status == 200
        and "text/html" in antwoord.headers["content-type"]
        and re.search(r"<html\b", antwoord.text()) is not None
    )


def op_de_telefoon(pagina) -> None:
    pagina.set_viewport_size({"width": SMAL[0], "height": SMAL[1]})
    pagina.emulate_media(color_scheme="dark")
    try:
        axe(pagina)
    finally:
        pagina.emulate_media(color_scheme="light")
