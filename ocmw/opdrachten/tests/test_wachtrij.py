"""A queue that is away keeps nobody from working: the row waits, and the sweep offers it when the queue is back."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.opdrachten import actions, jobs, tasks
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus

pytestmark = pytest.mark.databank

VERSLAG = {"delen": ["identiteit"]}


@pytest.fixture
def wachtrij(monkeypatch):
    """What the queue took, and `fout`: what it does instead."""

    class Wachtrij:
        fout, berichten = None, []

        def apply_async(self, args, **opties):
            assert opties == {"retry": False}, "who waits for a page does not wait for retries"
            if self.fout:
                raise self.fout
            self.berichten.append(args[0])

    wachtrij = Wachtrij()
    wachtrij.berichten = []
    monkeypatch.setattr(tasks, "voer_opdracht_uit", wachtrij)
    return wachtrij


@pytest.fixture(params=[OperationalError("geen verbinding"), OSError(28, "geen plaats"), RuntimeError("wat dan ook")])
def weg(request, wachtrij):
    wachtrij.fout = request.param
    return wachtrij


@pytest.mark.django_db(transaction=True)
def test_een_verslag_vragen_lukt_en_de_rij_wacht(an, als, weg, caplog):
    client = maak_client(an)
    antwoord = als(an).post(f"/clienten/{client.pk}/verslag/", VERSLAG)
    opdracht = Opdracht.objects.get()
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/opdrachten/{opdracht.pk}/")
    assert opdracht.status == Opdrachtstatus.WACHT
    assert als(an).get(antwoord["Location"]).status_code == 200
    assert f"opdracht {opdracht.pk} wacht in haar rij" in caplog.text
    assert "geen verbinding" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_controle_zonder_bewaking_krijgt_de_gebruiker_een_fout(an, als, weg, monkeypatch):
    monkeypatch.setattr(actions, "bied_aan", lambda pk: weg.apply_async((str(pk),), retry=False))
    client, browser = maak_client(an), als(an)
    browser.raise_request_exception = False
    assert browser.post(f"/clienten/{client.pk}/verslag/", VERSLAG).status_code in {500, 503}


@pytest.mark.django_db(transaction=True)
def test_de_minuutronde_biedt_alles_aan_zodra_de_wachtrij_terug_is(an, wachtrij):
    wachtrij.fout = OperationalError()
    rijen = [actions.start_opdracht("proef", door=an, gegevens={}) for _ in range(3)]
    Opdracht.objects.update(aangevraagd_op=timezone.now() - timedelta(minutes=1))
    assert jobs.hervat_opdrachten() == 0
    wachtrij.fout = None
    assert jobs.hervat_opdrachten() == 3
    assert sorted(wachtrij.berichten) == sorted(str(rij.pk) for rij in rijen)


@pytest.mark.django_db(transaction=True)
def test_de_ronde_stopt_bij_de_eerste_die_niet_lukt(an, wachtrij, monkeypatch):
    wachtrij.fout = OperationalError()
    for _ in range(5):
        actions.start_opdracht("proef", door=an, gegevens={})
    Opdracht.objects.update(aangevraagd_op=timezone.now() - timedelta(minutes=1))
    gevraagd = []
    monkeypatch.setattr(jobs, "bied_aan", lambda pk: gevraagd.append(pk))
    jobs.hervat_opdrachten()
    assert len(gevraagd) == 1


@pytest.mark.django_db(transaction=True)
def test_wat_teruggedraaid_wordt_is_nooit_aangeboden(an, wachtrij):
    with transaction.atomic():
        actions.start_opdracht("proef", door=an, gegevens={})
        transaction.set_rollback(True)
    assert wachtrij.berichten == []


def test_geen_pagina_hangt_af_van_een_cache_op_een_server(settings):
    """Redis carries messages and nothing else: what a page keeps, it keeps in its own process."""
    assert [cache["BACKEND"] for cache in settings.CACHES.values()] == ["django.core.cache.backends.locmem.LocMemCache"]
    assert settings.SESSION_ENGINE == "django.contrib.sessions.backends.db"
