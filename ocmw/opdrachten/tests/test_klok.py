"""The clock: what it did last survives a restart, and nothing that happens to its file or to the queue ends it."""

import json
from datetime import timedelta

import pytest
from celery.schedules import crontab

from ocmw.celery import app
from ocmw.opdrachten import klok, werking

DAGELIJKS = {"elke nacht": {"task": "ocmw.opdrachten.jobs.hervat_opdrachten", "schedule": crontab(hour=4, minute=30)}}


class Doos:
    """In the place of the queue: takes what is offered, or refuses everything."""

    def __init__(self):
        self.vol, self.aangeboden = False, []

    def neem(self, rij, *, producer, advance):
        assert advance is False, "Celery moved this entry on already"
        if self.vol:
            raise OSError(28, "No space left on device")
        self.aangeboden.append(rij.name)


@pytest.fixture(autouse=True)
def _eigen_tekens(settings, tmp_path):
    settings.TEKEN_DIR = tmp_path


@pytest.fixture
def doos():
    return Doos()


@pytest.fixture
def maak(tmp_path, doos, monkeypatch):
    monkeypatch.setitem(app.conf, "beat_schedule", DAGELIJKS)

    def maak_klok():
        een = klok.Klok(app, schedule={}, schedule_filename=str(tmp_path / "klok.json"))
        monkeypatch.setattr(een, "apply_async", doos.neem)
        een.__dict__["producer"] = None
        return een

    return maak_klok


def nacht_voorbij(een):
    """As if the last time was long ago."""
    een.schedule["elke nacht"].last_run_at = een.app.now() - timedelta(days=2)


def test_een_gemiste_nacht_wordt_na_een_herstart_ingehaald(maak, doos):
    een = maak()
    nacht_voorbij(een)
    een.sync()
    ander = maak()
    ander.tick()
    assert doos.aangeboden == ["elke nacht"]
    ander.sync()
    maak().tick()
    assert doos.aangeboden == ["elke nacht"], "en maar een keer"


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"{",
        b"[]",
        b'{"elke nacht": 3}',
        b'{"elke nacht": "gisteren"}',
        b'{"elke nacht": "2026-01-01T00:00:00"}',  # of which zone?
        b"\xff\xfe",
    ],
)
def test_een_kapot_bestand_is_een_eerste_start(maak, tmp_path, doos, inhoud):
    (tmp_path / "klok.json").write_bytes(inhoud)
    een = maak()
    een.tick()
    assert doos.aangeboden == []
    een.sync()
    assert set(json.loads((tmp_path / "klok.json").read_bytes())) == {"elke nacht"}


def test_wat_niet_meer_in_het_rooster_staat_of_nog_nooit_liep_wordt_niet_bewaard(maak, tmp_path):
    (tmp_path / "klok.json").write_text(json.dumps({"van vroeger": "2020-01-01T00:00:00+00:00"}))
    een = maak()
    een.schedule["elke nacht"].last_run_at = None
    een.sync()
    assert json.loads((tmp_path / "klok.json").read_bytes()) == {}


def test_een_bestand_uit_de_toekomst_zet_de_klok_niet_stil(maak, tmp_path):
    (tmp_path / "klok.json").write_text(json.dumps({"elke nacht": "2999-01-01T00:00:00+00:00"}))
    een = maak()
    assert een.schedule["elke nacht"].last_run_at <= een.app.now()


def test_een_volle_schijf_houdt_de_klok_niet_tegen(maak, tmp_path, monkeypatch, caplog):
    een = maak()
    monkeypatch.setattr(klok, "schrijf_heel", _vol)
    een.sync()
    assert "klok.json kan niet bewaard worden (No space left on device)" in caplog.text


def _vol(*_args, **_kwargs):
    raise OSError(28, "No space left on device")


def test_wat_niet_aangeboden_kon_worden_komt_bij_de_volgende_tik(maak, doos, caplog):
    een = maak()
    nacht_voorbij(een)
    doos.vol = True
    een.tick()
    een.sync()
    assert "elke nacht kon niet aangeboden worden" in caplog.text
    doos.vol = False
    een.tick()
    een.tick()
    assert doos.aangeboden == ["elke nacht"]


def test_ook_als_de_klok_daartussen_opnieuw_begint(maak, doos):
    een = maak()
    nacht_voorbij(een)
    doos.vol = True
    een.tick()
    een.sync()
    doos.vol = False
    maak().tick()
    assert doos.aangeboden == ["elke nacht"]


def test_de_klok_van_celery_zelf_slaat_die_nacht_over(maak, doos, monkeypatch):
    """The control."""
    monkeypatch.setattr(klok.Klok, "apply_entry", klok.Scheduler.apply_entry)
    een = maak()
    nacht_voorbij(een)
    doos.vol = True
    een.tick()
    doos.vol = False
    een.tick()
    assert doos.aangeboden == []


def test_elke_tik_is_een_teken_van_leven(maak):
    een = maak()
    assert not werking.leeft(werking.KLOK)
    een.tick()
    assert werking.leeft(werking.KLOK)
