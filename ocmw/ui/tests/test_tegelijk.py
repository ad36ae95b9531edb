"""Two posts at the same moment, with real threads: of one form (a double click), and of two colleagues.

Each case says what is posted and how many of what there may be afterwards. A post that loses is led to the result of the
first, or reads why not; it never meets an error page.
"""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connections
from django.test import Client as Browser

from clienten.journaalcodes import CLIENT_GESLOTEN, CLIENT_HEROPEND
from clienten.models import Client, Toewijzing
from ocmw.gereedschap.testing.maak import maak_client, maak_ocmw, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.journaalcodes import TERMIJN_VOLDAAN
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Samenwerking
from ocmw.ui import bewaring, middleware
from ocmw.werkruimte.dossier.actions import sluit_dossier
from trajecten.actions import bewaar_actiepunt
from trajecten.models import Actiepunt, Gesprek, Traject

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]
SLEUTEL = "sleutel-van-dit-formulier"
TEGELIJK = 4


def regels(wat):
    return Journaalregel.objects.filter(wat=wat).count


def nieuwe_client(griet, an):
    velden = {
        "voornaam": "Amina",
        "achternaam": "Diallo",
        "geboortedatum": "1991-05-02",
        "mag_werken": "onbekend",
        "toch": "1",
    }
    return "/clienten/nieuw/gegevens/", velden, Client.objects.filter(achternaam="Diallo").count


def gesprek(griet, an):
    client = maak_client(griet, coach=an)
    velden = {
        "op": vandaag().isoformat(),
        "duur": "30",
        "kanaal": "telefoon",
        "aanwezigheid": "aanwezig",
        "verslag": "x",
    }
    return f"/clienten/{client.pk}/gesprekken/nieuw/", velden, Gesprek.objects.filter(client=client).count


def toewijzen(griet, an):
    client = maak_client(griet)
    velden = {"rol": "atb", "trajectbegeleider": an.pk}
    return f"/clienten/{client.pk}/toewijzen/", velden, Toewijzing.objects.filter(client=client, rol="atb").count


def traject(griet, an):
    client = maak_client(griet, coach=an)
    return f"/clienten/{client.pk}/traject/start/", {"op": vandaag().isoformat()}, Traject.objects.count


def termijn(griet, an):
    client = maak_client(griet, coach=an)
    punt = Actiepunt(client=client, omschrijving="Cv nalezen", vervalt_op=vandaag(), medewerker=an)
    bewaar_actiepunt(punt, door=an, op=vandaag())
    rij = Termijn.objects.open().get(client=client, sleutel=f"actiepunt:{punt.pk}")
    return f"/termijnen/{rij.pk}/klaar/", {}, regels(TERMIJN_VOLDAAN)


def sluiten(griet, an):
    client = maak_client(griet, coach=an)
    maak_traject(client, an)
    velden = {"reden": "verhuisd", "op": vandaag().isoformat(), "slotnota": "Verhuisd naar Gent."}
    return f"/clienten/{client.pk}/sluiten/", velden, regels(CLIENT_GESLOTEN)


def heropenen(griet, an):
    client = maak_client(griet, coach=an)
    sluit_dossier(client, reden="verhuisd", door=griet, op=vandaag() - timedelta(days=1))
    return f"/clienten/{client.pk}/heropenen/", {"reden": "Terug in de gemeente."}, regels(CLIENT_HEROPEND)


def samenwerking(griet, an):
    ander = maak_ocmw("boechout", "OCMW Boechout")
    velden = {"begeleidend": ander.pk, "van": vandaag().isoformat(), "overeenkomst": "besluit 2026/1"}
    return "/samenwerkingen/nieuw/", velden, Samenwerking.objects.count


GEVALLEN = [nieuwe_client, gesprek, toewijzen, traject, termijn, sluiten, heropenen, samenwerking]
# Without a key these are two new things that may both be meant; the others can only happen once.
KAN_TWEE_KEER = [nieuwe_client, gesprek]


@pytest.fixture
def tegelijk(griet, an):
    """Post the same from several threads that all start at the same moment; the answers and what came of it."""

    def loop(geval, sleutels):
        adres, velden, telling = geval(griet, an)
        browsers = []
        for _ in sleutels:
            browser = Browser(raise_request_exception=False)
            browser.force_login(griet)
            browsers.append(browser)
        start, antwoorden = threading.Barrier(len(sleutels)), []

        def doe(browser, sleutel):
            try:
                start.wait(timeout=30)
                antwoorden.append(browser.post(adres, {**velden, bewaring.VELD: sleutel}))
            finally:
                connections.close_all()

        draden = [threading.Thread(target=doe, args=paar) for paar in zip(browsers, sleutels, strict=True)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join(timeout=60)
        return SimpleNamespace(
            statussen=sorted(a.status_code for a in antwoorden),
            naar={a.url for a in antwoorden if a.status_code == 302},
            aantal=telling(),
        )

    return loop


@pytest.mark.parametrize("geval", GEVALLEN)
def test_een_formulier_dat_tegelijk_vertrekt_komt_een_keer_aan(tegelijk, geval):
    uit = tegelijk(geval, [SLEUTEL] * TEGELIJK)
    assert uit.statussen == [302] * TEGELIJK
    assert len(uit.naar) == 1
    assert uit.aantal == 1


@pytest.mark.parametrize("geval", [g for g in GEVALLEN if g not in KAN_TWEE_KEER])
def test_twee_formulieren_tegelijk_geven_een_gevolg_en_een_zin(tegelijk, geval):
    uit = tegelijk(geval, [f"{SLEUTEL}-{nummer}" for nummer in range(TEGELIJK)])
    assert uit.aantal == 1
    assert set(uit.statussen) <= {200, 302, 409, 422}
    assert 302 in uit.statussen


@pytest.mark.parametrize("geval", KAN_TWEE_KEER)
def test_zonder_de_sleutel_komt_het_meer_dan_een_keer_aan(tegelijk, geval, monkeypatch):
    """Negative control."""
    monkeypatch.setattr(bewaring, "sleutel_van", lambda request: None)
    assert tegelijk(geval, [SLEUTEL] * TEGELIJK).aantal == TEGELIJK


@pytest.mark.postgres
@pytest.mark.parametrize("geval", [toewijzen, traject])
def test_zonder_tweede_poging_blijft_een_botsing_een_foutpagina(tegelijk, geval, monkeypatch):
    """Negative control: on PostgreSQL two transactions really run at the same time."""
    monkeypatch.setattr(middleware, "is_botsing", lambda fout: False)
    assert 500 in tegelijk(geval, [f"{SLEUTEL}-{nummer}" for nummer in range(TEGELIJK)]).statussen
