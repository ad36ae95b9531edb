"""What bin/start does when one of its processes falls, alone: dying children that are no Django, so each test takes seconds."""

import importlib
import signal
import sys
import time

import pytest
from django.conf import settings

pytestmark = [pytest.mark.traag]
LEEF = "import time; time.sleep(600)"


@pytest.fixture
def toezicht(monkeypatch):
    monkeypatch.syspath_prepend(settings.BASE_DIR / "bin")
    module = importlib.import_module("_supervisor")
    monkeypatch.setattr(module, "LONGEST_PAUSE", 0.2)
    oude = {nummer: signal.getsignal(nummer) for nummer in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield module
    for nummer, wat in oude.items():
        signal.signal(nummer, wat)


@pytest.fixture
def samen(toezicht, tmp_path):
    """A website that lives, and a worker that dies as soon as it starts."""

    def kind(naam, bron):
        return toezicht.Child(naam, [sys.executable, "-c", bron], tmp_path / f"{naam[3:]}.log", {}, tmp_path)

    allebei = toezicht.Supervisor([kind("De website", LEEF), kind("De worker", "raise SystemExit('kapot')")])
    yield allebei
    allebei.stop()


def stopt_de_website_mee(samen):
    """Watch until the worker died often; True when the website did not survive that."""
    website, worker = samen.children
    samen.start()
    eerste, einde = website.process.pid, time.monotonic() + 60
    samen.watch(until=lambda: worker.deaths > 8 or time.monotonic() > einde)
    return not website.alive or website.process.pid != eerste


def test_een_worker_die_blijft_stoppen_laat_de_website_leven(samen, toezicht, capsys):
    assert not stopt_de_website_mee(samen)
    gezegd = capsys.readouterr().out
    assert samen.children[1].deaths > toezicht.KEEPS_DYING
    assert gezegd.count("De worker blijft stoppen (code 1); al het andere blijft werken.") == 1
    assert "    kapot" in gezegd


def test_zonder_die_regel_valt_de_website_mee(samen, toezicht, monkeypatch):
    """The control: the rule of before, where six deaths end everything."""

    def oude_regel(kind):
        if kind.deaths >= toezicht.KEEPS_DYING:
            samen.stop()
            samen.stopping = True
        echt(kind)

    echt = toezicht.Child.keep_alive
    monkeypatch.setattr(toezicht.Child, "keep_alive", oude_regel)
    assert stopt_de_website_mee(samen)


def test_de_pauzes_worden_langer_tot_een_grens(toezicht, samen, monkeypatch):
    monkeypatch.setattr(toezicht, "LONGEST_PAUSE", 60)
    worker, nu = samen.children[1], 1000.0
    monkeypatch.setattr(toezicht.time, "monotonic", lambda: nu)
    pauzes = []
    for _ in range(9):
        worker._started = nu
        worker._bury()
        pauzes.append(worker._resume - nu)
    assert pauzes == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    worker._started = nu - toezicht.SETTLED - 1
    worker._bury()
    assert worker._resume == nu, "wie lang leefde, begint opnieuw"


def test_een_programma_dat_niet_kan_starten_wordt_opnieuw_geprobeerd(toezicht, samen, capsys):
    samen.start()
    worker = samen.children[1]
    worker.argv = ["/bestaat/niet"]
    einde = time.monotonic() + 60
    samen.watch(until=lambda: worker.deaths > 4 or time.monotonic() > einde)
    assert "De worker kan niet starten (No such file or directory)." in capsys.readouterr().out
    assert samen.children[0].alive


def test_een_logboek_dat_niet_geschreven_kan_worden_stopt_niemand(toezicht, tmp_path, capsys):
    """/dev/full answers every write with "no space left on device"."""
    log = tmp_path / "praat.log"
    log.symlink_to("/dev/full")
    bron = f"import sys\nfor n in range(20000): print('regel', n, flush=True)\n{LEEF}"
    kind = toezicht.Child("De worker", [sys.executable, "-c", bron], log, {}, tmp_path)
    samen = toezicht.Supervisor([kind])
    try:
        samen.start()
        einde = time.monotonic() + 3
        samen.watch(until=lambda: time.monotonic() > einde)
        assert kind.alive
        assert capsys.readouterr().out.count("Het logboek van De worker kan niet geschreven worden") == 1
        log.unlink()
        kind.output._write(b"weer plaats\n")
        assert log.read_text() == "weer plaats\n"
        assert not kind.output.full
    finally:
        samen.stop()


def test_een_logboek_begint_opnieuw_als_het_lang_is(toezicht, tmp_path, monkeypatch):
    monkeypatch.setattr(toezicht, "LOG_LIMIT", 10)
    log = toezicht.Log("De worker", tmp_path / "w.log")
    for regel in (b"een lange regel\n", b"twee\n"):
        log._write(regel)
    assert (tmp_path / "w.log").read_bytes() == b"twee\n"
    assert (tmp_path / "w.oud.log").read_bytes() == b"een lange regel\n"
