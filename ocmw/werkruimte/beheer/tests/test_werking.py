"""Who keeps the installation running sees that something stands still; a monitor gets yes or no."""

import os
import time

import pytest
from django.db import OperationalError, connection
from django.test import Client as Browser

from ocmw.opdrachten import werking
from ocmw.opdrachten.jobs import worker_leeft
from ocmw.opdrachten.models import Opdracht

pytestmark = pytest.mark.databank

GEZOND = {
    "worker": True,
    "klok": True,
    "databank": True,
    "wachtrij": True,
    "schijf": True,
    "mail": True,
    "journaal": True,
}


@pytest.fixture
def gezond(settings, tmp_path):
    """Everything lives and there is room."""
    settings.TEKEN_DIR, settings.RIJ_DIR, settings.SCHIJF_MINSTENS_MB = tmp_path / "teken", tmp_path / "rij", 0
    for map_ in (tmp_path / "teken", tmp_path / "rij" / "berichten", tmp_path / "rij" / "kapot"):
        map_.mkdir(parents=True)
    worker_leeft()
    werking.geef_teken(werking.KLOK)
    return tmp_path


def valt_stil(map_, wie):
    lang_geleden = time.time() - 2 * werking.STIL_NA.total_seconds()
    os.utime(map_ / "teken" / wie, (lang_geleden, lang_geleden))


def vraag():
    return Browser().get("/gezondheid/")


def test_gezond_is_200_zonder_aan_te_melden(db, gezond):
    antwoord = vraag()
    assert (antwoord.status_code, antwoord.json()) == (200, GEZOND)
    assert "no-store" in antwoord["Cache-Control"]
    assert Browser().post("/gezondheid/").status_code == 405


@pytest.mark.parametrize("wie", ["worker", "klok"])
def test_wie_geen_teken_meer_geeft_is_503(db, gezond, wie):
    valt_stil(gezond, wie)
    antwoord = vraag()
    assert (antwoord.status_code, antwoord.json()) == (503, GEZOND | {wie: False})
    (gezond / "teken" / wie).unlink()
    assert vraag().json() == GEZOND | {wie: False}, "en wie er nog nooit een gaf ook"


def test_een_schijf_die_volloopt_is_503(db, gezond, settings):
    settings.SCHIJF_MINSTENS_MB = 10**12
    assert vraag().json() == GEZOND | {"schijf": False}


def test_een_databank_die_zwijgt_is_503_en_geen_fout(db, gezond):
    def zwijg(*_):
        raise OperationalError("connection refused by 10.1.2.3")

    with connection.execute_wrapper(zwijg):
        antwoord = vraag()
    assert (antwoord.status_code, antwoord.json()) == (503, GEZOND | {"databank": False})
    assert b"10.1.2.3" not in antwoord.content


def test_gezondheid_leest_hoogstens_een_keer_de_databank(db, gezond, django_assert_num_queries):
    with django_assert_num_queries(1):
        vraag()


def test_een_teken_kost_geen_plaats(gezond, monkeypatch):
    """On a full disk no file can be made, but the one that is there can be touched; and failing is no error."""
    for map_ in (gezond / "teken", gezond / "weg"):
        werking.settings.TEKEN_DIR = map_
        worker_leeft()
    assert (gezond / "teken" / "worker").stat().st_size == 0


def test_de_beheerder_ziet_op_elke_pagina_wat_stilstaat(gezond, bea, als):
    assert "geeft geen teken" not in als(bea).get("/").content.decode()
    valt_stil(gezond, "worker")
    pagina = als(bea).get("/").content.decode()
    assert "De worker geeft geen teken" in pagina
    assert "/werking/" in pagina


def test_wie_er_niets_aan_kan_doen_ziet_het_niet(gezond, an, als):
    valt_stil(gezond, "worker")
    assert "geeft geen teken" not in als(an).get("/").content.decode()
    assert als(an).get("/werking/").status_code == 403


def test_de_pagina_toont_wat_wacht_en_wat_opzijgezet_is(gezond, bea, an, als, settings):
    settings.REDIS_URL = ""
    (gezond / "rij" / "berichten" / "1_a.celery.msg").touch()
    (gezond / "rij" / "berichten" / ".1_b.celery.msg.deel").touch()
    for n in range(22):
        (gezond / "rij" / "kapot" / f"{n}_k.celery.msg").touch()
    Opdracht.objects.create(soort="iets", ocmw=an.ocmw, aangevraagd_door=an)
    pagina = als(bea).get("/werking/").content.decode()
    assert "<dd>1, de oudste van" in pagina
    assert "<dd>1, het oudste van" in pagina
    assert pagina.count("_k.celery.msg") == 20
    assert "En nog 2 andere." in pagina


def test_met_redis_telt_de_pagina_bij_redis_en_zegt_het_als_die_zwijgt(gezond, bea, als, settings, monkeypatch):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(werking, "_wachtend_bij_redis", lambda: 3)
    assert "<dd>3</dd>" in als(bea).get("/werking/").content.decode()
    monkeypatch.setattr(werking, "_wachtend_bij_redis", lambda: None)
    assert "Redis antwoordt niet" in als(bea).get("/werking/").content.decode()
