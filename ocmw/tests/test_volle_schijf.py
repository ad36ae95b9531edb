"""bin/start with real processes and real trouble: broken messages, a worker that is killed again and again, a full disk.

One installation for all of them, with its data on a small disk of its own where the system allows that (root may).
"""

import contextlib
import json
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
from django.conf import settings

from ocmw.gereedschap.testing import sjabloon
from ocmw.gereedschap.testing.maak import WACHTWOORD
from ocmw.gereedschap.testing.proces import Moeder
from ocmw.gereedschap.testing.start import (
    Bezoeker,
    begin,
    kleine_schijf,
    lees_tot,
    omgeving,
    vrije_poort,
    vul,
    wacht_op,
)

# bin/start is started without DATABASE_URL, whatever the suite runs on.
# zonder merk databank: it starts the application without DATABASE_URL, so always on SQLite
pytestmark = pytest.mark.traag
VERSLAG = "Wij spraken over de crèche.\nMorgen belt ze zelf."
NIEUW = "/clienten/1/gesprekken/nieuw/"
# Who works here and for whom: with people in it, bin/start does not fill the database with the demo.
# A job nobody knows fails at once: enough to see that it was taken from the queue.
WERKER = """
from pathlib import Path
from django.core.management import call_command
from ocmw.gereedschap.testing.maak import Rol, maak_client, maak_medewerker, maak_ocmw
from ocmw.opdrachten.actions import start_opdracht
from ocmw.toegang.models import Medewerker

def werk(wat, antwoord):
    if wat == "wereld":
        call_command("migrate", verbosity=0)
        aalst = maak_ocmw("aalst", "OCMW Aalst")
        maak_client(maak_medewerker("An", "Peeters", aalst, Rol.ATB))
        maak_medewerker("Bea", "Nijs", aalst, Rol.BEHEER)
    else:
        opdracht = start_opdracht("onbekend", door=Medewerker.objects.first(), gegevens={})
        Path(antwoord).write_text(opdracht.pk.hex)
"""


@pytest.fixture(scope="module")
def huis(django_db_setup, tmp_path_factory):
    """A running installation: `data`, `proces`, `an` and `bea` with a browser, `klein` when the disk can be filled."""
    map_ = tmp_path_factory.mktemp("schijf")
    with contextlib.ExitStack() as einde:
        klein = einde.enter_context(kleine_schijf(map_))
        data, poort = map_ / "gegevens", vrije_poort()
        data.mkdir()
        sjabloon.kopieer(data / "ocmw.sqlite3")
        # Beside the small disk, on the database and the queue of the installation.
        eigen = {"OCMW_DATA": str(data), "DATABASE_URL": f"sqlite:///{data / 'ocmw.sqlite3'}", "REDIS_URL": ""}
        moeder = einde.enter_context(Moeder(WERKER, tmp_path_factory.mktemp("moeder"), **eigen))
        _doe(moeder, "wereld")
        proces = begin(data, poort, OCMW_SCHIJF_MINSTENS_MB="1")
        einde.callback(proces.stdout.close)
        einde.callback(_stop, proces)
        lees_tot(proces, "Stoppen: Ctrl-C")
        an, bea = Bezoeker(f"http://localhost:{poort}"), Bezoeker(f"http://localhost:{poort}")
        assert an.meld_aan("an.peeters@aalst.example", WACHTWOORD)
        assert bea.meld_aan("bea.nijs@aalst.example", WACHTWOORD)
        wacht_op(lambda: an.open("/gezondheid/")[0] == 200)
        yield SimpleNamespace(map=map_, data=data, moeder=moeder, proces=proces, an=an, bea=bea, klein=klein)


# Threads of the website come and go; the last connection that closes takes the files of the log along.
LEZER = """
import sys, threading
from pathlib import Path
import django
django.setup()
from django.db import connection
from ocmw.gereedschap.testing.start import vul
from ocmw.ui.schijf import houd_databank_open

def in_een_draad(*opdrachten):
    def werk():
        try:
            with connection.cursor() as cursor:
                for opdracht in opdrachten:
                    cursor.execute(opdracht)
        except Exception as fout:
            gezien.append(fout)
        connection.close()
    gezien = []
    draad = threading.Thread(target=werk)
    draad.start()
    draad.join()
    return gezien

assert not in_een_draad("CREATE TABLE t (n integer)", "INSERT INTO t VALUES (1)")
if sys.argv[1] == "open":
    houd_databank_open()
vul(Path(sys.argv[2]))
print("leest" if not in_een_draad("SELECT n FROM t") else "leest niet")
"""


def _stop(proces):
    proces.send_signal(signal.SIGTERM)
    try:
        proces.wait(30)
    finally:
        proces.kill()


def _doe(moeder: Moeder, wat: str) -> str:
    """A process of our own beside the installation, and what it found."""
    antwoord = moeder.map / "antwoord"
    antwoord.write_text("")
    kind = moeder.start(wat, antwoord)
    assert kind.wait() == 0, kind.fout
    return antwoord.read_text()


def _python(bron: str, data: Path, *args: object) -> str:
    klaar = subprocess.run(
        [sys.executable, "-c", bron, *map(str, args)], env=omgeving(OCMW_DATA=str(data), DJANGO_SETTINGS_MODULE="ocmw.settings"),
        cwd=settings.BASE_DIR, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout.strip()


def _lees(huis, vraag, *waarden):
    with contextlib.closing(sqlite3.connect(huis.data / "ocmw.sqlite3", timeout=20)) as databank:
        # From outside: the database of another process, which our own connection does not know.
        return databank.execute(vraag, waarden).fetchone()[0]


def _kind(huis, woord):
    """The process that bin/start itself made; None between two lives."""
    for kind in psutil.Process(huis.proces.pid).children():
        with contextlib.suppress(psutil.Error):  # one that just died has no words any more
            if woord in kind.cmdline():
                return kind
    return None


def een_opdracht_loopt(huis):
    """Queue a job; it is over once the worker took it."""
    sleutel = _doe(huis.moeder, "opdracht")
    wacht_op(lambda: _lees(huis, "SELECT status FROM opdrachten_opdracht WHERE id = ?", sleutel) == "mislukt")


def test_zes_kapotte_berichten_gaan_opzij_en_het_werk_gaat_door(huis):
    worker, website = _kind(huis, "worker"), _kind(huis, "gunicorn")
    berichten, kapot = huis.data / "rij" / "berichten", huis.data / "rij" / "kapot"
    namen = {f"0_{n}.celery.msg" for n in range(6)}
    for naam in namen:
        (berichten / naam).touch()
    een_opdracht_loopt(huis)
    assert {pad.name for pad in kapot.iterdir()} == namen
    assert huis.an.open("/clienten/")[0] == 200
    assert (_kind(huis, "worker"), _kind(huis, "gunicorn")) == (worker, website), "niemand viel"
    assert '"bericht": "0_3.celery.msg"' in (huis.data / "log" / "worker.log").read_text()
    assert "0_3.celery.msg" in huis.bea.open("/werking/")[1]


def test_een_worker_die_telkens_gedood_wordt_laat_de_website_werken(huis):
    website, gedood, begonnen = _kind(huis, "gunicorn"), 0, time.monotonic()
    while gedood < 7:
        assert huis.an.open("/clienten/")[0] == 200
        if worker := _kind(huis, "worker"):
            worker.kill()
            worker.wait(20)
            gedood += 1
        time.sleep(0.1)
    assert time.monotonic() - begonnen < 60 or psutil.getloadavg()[0] > psutil.cpu_count(), "binnen een minuut"
    een_opdracht_loopt(huis)
    assert _kind(huis, "gunicorn") == website
    assert wacht_op(lambda: huis.an.open("/gezondheid/")[0] == 200)


def bekijk_tot_het_niet_meer_gaat(huis):
    """Open the dossier until the log of it no longer fits: SQLite may still have some room of its own."""
    for getoond in range(3000):
        status, tekst = huis.an.open("/clienten/1/")
        if status != 200:
            return getoond, status, tekst
    raise AssertionError("de schijf raakte niet vol")


def bewaar_tot_het_niet_meer_gaat(huis, formulieren):
    """A talk needs other pages of the file than the log does: some may still fit. What fitted is really there."""
    for bewaard, formulier in enumerate(formulieren):
        status, tekst = huis.an.open(NIEUW, formulier)
        if "is niet bewaard" in tekst:
            assert status == 503
            return bewaard, formulier, tekst
    raise AssertionError("de schijf raakte niet vol")


def test_een_volle_schijf_zegt_het_en_komt_er_vanzelf_weer_bovenop(huis):
    if not huis.klein:
        pytest.skip("deze gebruiker mag geen kleine schijf maken; test_schijf_vol doet het na")
    tel = "SELECT count(*) FROM journaal_journaalregel WHERE wat = 'dossier_bekeken'"
    formulieren = [huis.an.formulier(NIEUW) | {"verslag": VERSLAG, "kanaal": "gesprek"} for _ in range(60)]
    website, voor = _kind(huis, "gunicorn"), _lees(huis, tel)
    vulling = vul(huis.map)
    getoond, status, tekst = bekijk_tot_het_niet_meer_gaat(huis)
    assert (status, "De schijf van de server is vol" in tekst) == (503, True)
    assert _lees(huis, tel) == voor + getoond, "geen spoor, geen dossier"

    bewaard, formulier, tekst = bewaar_tot_het_niet_meer_gaat(huis, formulieren)
    assert VERSLAG.splitlines()[0] in tekst
    assert [huis.an.open(pad)[0] for pad in ("/", "/clienten/", "/account/login/")] == [200, 200, 200]
    nieuw = Bezoeker(huis.an.adres)
    velden = nieuw.formulier("/account/login/") | {"login": "an.peeters@aalst.example", "password": WACHTWOORD}
    status, tekst = nieuw.open("/account/login/", velden)
    assert (status, "Aanmelden" in tekst, WACHTWOORD in tekst) == (503, True, False)
    status, tekst = huis.an.open("/gezondheid/")
    assert (status, json.loads(tekst)["schijf"], json.loads(tekst)["databank"]) == (503, False, True)
    assert "raakt vol" in huis.bea.open("/werking/")[1]

    _kind(huis, "worker").kill()  # who starts on a full disk must find its way too
    _kind(huis, "beat").kill()
    time.sleep(70)  # worker and clock go through a whole minute of it
    assert huis.an.open("/clienten/")[0] == 200
    assert _kind(huis, "gunicorn") == website

    vulling.unlink()
    wacht_op(lambda: huis.an.open("/clienten/1/")[0] == 200)
    assert huis.an.open(NIEUW, formulier)[0] == 200
    assert _lees(huis, "SELECT count(*) FROM trajecten_gesprek WHERE verslag LIKE 'Wij spraken%'") == bewaard + 1
    een_opdracht_loopt(huis)
    wacht_op(lambda: huis.an.open("/gezondheid/")[0] == 200)
    assert not list(huis.data.rglob("*.deel"))


@pytest.mark.parametrize(("hoe", "gezien"), [("open", "leest"), ("niet", "leest niet")])
def test_lezen_lukt_omdat_een_verbinding_open_blijft(tmp_path, hoe, gezien):
    """The second is the control: without it SQLite cannot even be read."""
    with kleine_schijf(tmp_path, "2m") as klein:
        if not klein:
            pytest.skip("deze gebruiker mag geen kleine schijf maken")
        assert _python(LEZER, tmp_path, hoe, tmp_path) == gezien
