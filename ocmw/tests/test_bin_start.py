"""bin/start as a person meets it: what it says when it cannot, and that it really runs and really stops."""

import contextlib
import fcntl
import importlib
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from types import SimpleNamespace

import psutil
import pytest
from django.conf import settings
from django.db import connection

from ocmw.gereedschap.testing import sjabloon
from ocmw.gereedschap.testing import start as gestart
from ocmw.gereedschap.testing.start import START, Bezoeker, begin, lees_tot, omgeving

# zonder merk databank: bin/start is started without DATABASE_URL, whatever the suite runs on
pytestmark = [pytest.mark.traag]
PRODUCTIE = {
    "OCMW_PRODUCTIE": "True",
    "OCMW_SECRET_KEY": "alleen-voor-de-test-" + "x" * 40,
    "OCMW_HOSTS": "traject.ocmw.example",
    "OCMW_PROXIES": "127.0.0.1",
}


def start(*opties, **env):
    return subprocess.run(
        [START, *map(str, opties)], env=omgeving(**env), capture_output=True, text=True, timeout=600, check=False
    )


@pytest.fixture
def vrije_poort():
    return gestart.vrije_poort()


@pytest.fixture(scope="module")
def gegevens(django_db_setup, tmp_path_factory):
    """One folder for the tests that start on what stands there already, with a database that was migrated before. As
    production, where no demo is made: only a start on an empty folder needs that, and it costs a minute."""
    map_ = tmp_path_factory.mktemp("gegevens")
    sjabloon.kopieer(map_ / "ocmw.sqlite3")
    return map_


@pytest.fixture
def bin_module(monkeypatch):
    monkeypatch.syspath_prepend(settings.BASE_DIR / "bin")
    return importlib.import_module


def test_een_tweede_start_op_dezelfde_gegevens_zegt_waar_de_eerste_draait(tmp_path):
    with (tmp_path / "start.lock").open("w") as slot:
        slot.write("http://localhost:8123 (proces 42)\n")
        slot.flush()
        fcntl.flock(slot, fcntl.LOCK_EX)  # as the first start holds it
        gedaan = start("--data", tmp_path, "--port", 8124)
    assert gedaan.returncode == 1
    assert "draait al met deze gegevens: http://localhost:8123 (proces 42)" in gedaan.stderr
    assert "Traceback" not in gedaan.stderr


def test_een_bezette_poort_is_een_duidelijke_zin(tmp_path):
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        sok.listen()
        poort = sok.getsockname()[1]
        gedaan = start("--data", tmp_path, "--port", poort)
    assert gedaan.returncode == 1
    assert gedaan.stderr.startswith(f"Poort {poort} is bezet door een ander programma.")


def test_een_databank_van_voor_0_1_is_een_duidelijke_zin_en_blijft_zoals_ze_was(tmp_path, vrije_poort):
    with contextlib.closing(sqlite3.connect(tmp_path / "ocmw.sqlite3")) as oud:
        # From outside: the process under test has its own database.
        oud.executescript(
            "CREATE TABLE django_migrations (id integer PRIMARY KEY, app varchar, name varchar, applied datetime);"
            "INSERT INTO django_migrations VALUES (1, 'rechten', '0001_begin', '2020-01-01 00:00:00');"
        )
        voor = list(oud.iterdump())
        gedaan = start("--data", tmp_path, "--port", vrije_poort)
        assert list(oud.iterdump()) == voor
    assert gedaan.returncode == 1
    assert "Deze databank is gemaakt voor versie 0.1 en kan niet bijgewerkt worden." in gedaan.stderr
    assert "Traceback" not in gedaan.stderr


def test_wat_bijgewerkt_werd_staat_bij_het_starten(gegevens, vrije_poort):
    """`--klaarzetten` does all but start, and in production there is no demo to make. That the first time says nothing of
    it, the start on an empty folder below looks at."""
    klaarzetten = "--data", gegevens, "--port", vrije_poort, "--klaarzetten"
    if connection.vendor != "sqlite":
        start(*klaarzetten, **PRODUCTIE)  # there is no file to copy
    with contextlib.closing(sqlite3.connect(gegevens / "ocmw.sqlite3")) as databank, databank:
        # From outside: the process under test has its own database.
        databank.execute("DELETE FROM regels_regelset WHERE sleutel = 'traject.stilte_dagen'")
    daarna = start(*klaarzetten, **PRODUCTIE)
    assert daarna.stdout.splitlines()[-2:] == ["Toegevoegd aan de regels: 1.", "Alles staat klaar."]


@pytest.mark.parametrize("poort", ["0", "65536", "acht", "-1"])
def test_een_onzinnige_poort_wordt_geweigerd(tmp_path, poort):
    gedaan = start("--data", tmp_path, OCMW_PORT=poort)
    assert gedaan.returncode == 1
    assert "Een poort is een getal van 1 tot 65535" in gedaan.stderr


def test_een_onbruikbare_map_is_een_duidelijke_zin(tmp_path, vrije_poort):
    (tmp_path / "bestand").touch()
    gedaan = start("--data", tmp_path / "bestand" / "map", "--port", vrije_poort)
    assert gedaan.returncode == 1
    assert "kan ik niet schrijven" in gedaan.stderr


def test_een_volle_schijf_bij_het_starten_is_een_duidelijke_zin(tmp_path, bin_module, monkeypatch, capsys):
    starter = bin_module("_start")
    monkeypatch.setattr(starter.shutil, "disk_usage", lambda _: SimpleNamespace(free=4096))
    with pytest.raises(SystemExit):
        starter._claim(tmp_path, gestart.vrije_poort())
    assert capsys.readouterr().err.startswith(f"De schijf van {tmp_path} is vol.")


def test_een_website_die_niet_kan_starten_eindigt_met_een_zin(tmp_path, bin_module, capsys):
    """Before its first answer there is nothing to keep up: the worker and the clock do not run for nobody."""
    starter, toezicht = bin_module("_start"), bin_module("_supervisor")
    website = toezicht.Child(
        "De website", [sys.executable, "-c", "raise SystemExit('Productie vraagt een sleutel.')"],
        tmp_path / "web.log", {}, tmp_path,
    )  # fmt: skip
    oude = {nummer: signal.getsignal(nummer) for nummer in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    samen = toezicht.Supervisor([website])
    try:
        samen.start()
        assert starter._serve(samen, f"http://localhost:{gestart.vrije_poort()}", tmp_path, {}) == 1
    finally:
        samen.stop()
        for nummer, wat in oude.items():
            signal.signal(nummer, wat)
    gezegd = capsys.readouterr().out
    assert "De website antwoordt niet op" in gezegd
    assert "Productie vraagt een sleutel." in gezegd


def test_start_op_een_lege_map_geeft_een_adres_waar_je_kunt_aanmelden(tmp_path, vrije_poort):
    # A stale lock file of a process that is gone must not stop anybody.
    (tmp_path / "start.lock").write_text("http://localhost:1 (proces 1)\n")
    proces = begin(tmp_path, vrije_poort)
    with proces:
        try:
            uitvoer = lees_tot(proces, "Stoppen: Ctrl-C")
            kinderen = psutil.Process(proces.pid).children(recursive=True)
            wachtwoord = re.search(r"wachtwoord voor allemaal: (\S+)", uitvoer)[1]
            assert "coordinator.oud-turnhout@demo.example" in uitvoer
            assert "Toegevoegd" not in uitvoer, "wat er de eerste keer staat, is niet bijgewerkt"
            adres = f"http://localhost:{vrije_poort}"
            assert Bezoeker(adres).meld_aan("atb.aalst@demo.example", wachtwoord)
            assert not Bezoeker(adres).meld_aan("atb.aalst@demo.example", "iets anders")

            worker = next(kind for kind in kinderen if "worker" in kind.cmdline() and kind.ppid() == proces.pid)
            worker.kill()
            lees_tot(proces, "De worker is opnieuw gestart.")
        finally:
            kinderen = psutil.Process(proces.pid).children(recursive=True)
            proces.send_signal(signal.SIGTERM)
            assert proces.wait(30) == 0
    assert not [kind for kind in kinderen if kind.is_running()]
    gemaakt = [pad for map_ in ("log", "bestanden", "ankers") for pad in (tmp_path / map_).rglob("*") if pad.is_file()]
    assert "worker.log" in {pad.name for pad in gemaakt}
    assert [pad.name for pad in [*gemaakt, tmp_path / "ocmw.sqlite3"] if pad.stat().st_mode & 0o077] == []


def test_een_gedode_start_laat_geen_processen_achter(gegevens, vrije_poort):
    proces = begin(gegevens, vrije_poort, **PRODUCTIE)
    with proces:
        try:
            lees_tot(proces, "Stoppen: Ctrl-C")
            kinderen = psutil.Process(proces.pid).children(recursive=True)
        finally:
            proces.kill()  # also when it failed before: leaving the block waits for its end
    _, over = psutil.wait_procs(kinderen, timeout=20)
    assert not over


@pytest.mark.parametrize(
    ("naam", "waarde", "zin"),
    [
        ("DATABASE_URL", "postgres://niemand@127.0.0.1:1/niets", "De databank van DATABASE_URL antwoordt niet"),
        ("REDIS_URL", "redis://127.0.0.1:1/0", "Redis van REDIS_URL antwoordt niet"),
    ],
)
def test_een_server_die_zwijgt_is_een_duidelijke_zin(gegevens, vrije_poort, naam, waarde, zin):
    gedaan = start("--data", gegevens, "--port", vrije_poort, **{naam: waarde})
    assert gedaan.returncode == 1
    assert zin in gedaan.stderr
    assert "Traceback" not in gedaan.stderr


def test_een_ontbrekend_systeempakket_is_een_zin_die_het_noemt(bin_module, monkeypatch):
    systeem = bin_module("_system")
    monkeypatch.setattr(systeem, "_may_install", lambda: None)
    assert systeem.install(systeem.CHROMIUM) is False
    assert systeem.missing(systeem.CHROMIUM) == (
        "Voor de browsertests ontbreekt een systeempakket. Laat het installeren: apt-get install chromium"
    )
