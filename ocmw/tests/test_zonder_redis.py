"""Redis is really stopped while people work: no error page, nothing lost, and what waited is done when it is back.

Runs where the other server of production runs too: a machine with only SQLite has no Redis.
"""

import http.cookiejar
import itertools
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils import timezone

from ocmw.gereedschap.testing.maak import WACHTWOORD, maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_link
from ocmw.gereedschap.testing.proces import omgeving
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.toegang.models import Medewerker
from tewerkstelling.evaluaties.models import Mentorlink
from trajecten.models import Gesprek

pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

RONDES = 16

# The product as it was: rules in a cache on Redis, and a message that must be sent.
ZONDER_BEWAKING = {
    "regels": """
from ocmw.wsgi import application
from django.conf import settings
from django.core.cache.backends.redis import RedisCache
from ocmw.regels import opzoeken

op_redis = RedisCache(settings.REDIS_URL, {})
opzoeken._stempel = lambda: op_redis.get("regels")
""",
    "wachtrij": """
from ocmw.wsgi import application
from ocmw.opdrachten import actions
from ocmw.opdrachten.tasks import voer_opdracht_uit

actions.bied_aan = lambda pk: voer_opdracht_uit.delay(str(pk))
""",
}


def vrije_poort():
    with socket.socket() as sok:
        sok.bind(("127.0.0.1", 0))
        return sok.getsockname()[1]


def wacht_op(gelukt, geduld=120):
    einde = time.monotonic() + geduld
    while not gelukt():
        assert time.monotonic() < einde
        time.sleep(0.1)


def antwoordt(poort):
    with socket.socket() as sok:
        return sok.connect_ex(("127.0.0.1", poort)) == 0


class Redis:
    def __init__(self, map_):
        self.poort, self._map, self._proces = vrije_poort(), map_, None
        self.url = f"redis://127.0.0.1:{self.poort}/0"

    def start(self):
        opties = ["--port", str(self.poort), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self._proces = subprocess.Popen(
            ["redis-server", *opties, "--dir", self._map], stdout=subprocess.DEVNULL, start_new_session=True
        )
        wacht_op(lambda: antwoordt(self.poort))

    def stop(self):
        if self._proces:
            self._proces.terminate()
            self._proces.wait(30)
            self._proces = None


@pytest.fixture
def redis(tmp_path):
    redis = Redis(tmp_path)
    redis.start()
    yield redis
    redis.stop()


@contextmanager
def proces(tmp_path, redis, *argv):
    env = omgeving(tmp_path) | {"REDIS_URL": redis.url, "OCMW_SECRET_KEY": settings.SECRET_KEY}
    argv = [sys.executable, "-m", *argv]
    with (
        (tmp_path / "uit").open("ab") as uit,
        subprocess.Popen(argv, cwd=settings.BASE_DIR, env=env, start_new_session=True, stdout=uit, stderr=uit) as kind,
    ):
        try:
            yield
        finally:
            os.killpg(kind.pid, signal.SIGKILL)


@contextmanager
def site(tmp_path, redis, wsgi="ocmw.wsgi"):
    poort = vrije_poort()
    argv = ["gunicorn", wsgi, "--pythonpath", str(tmp_path), "--bind", f"127.0.0.1:{poort}", "--workers", "2"]
    with proces(tmp_path, redis, *argv, "--threads", "4", "--no-control-socket", "--timeout", "120"):
        wacht_op(lambda: antwoordt(poort))
        yield f"http://127.0.0.1:{poort}"


class Bezoeker:
    """A browser without script: keeps cookies, sends what the form of the page holds."""

    def __init__(self, adres, codes=None):
        self._adres, self.codes = adres, [] if codes is None else codes
        self._lezer = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def vraag(self, pad, velden=None):
        data = urllib.parse.urlencode(velden, doseq=True).encode() if velden is not None else None
        try:
            with self._lezer.open(self._adres + pad, data, timeout=120) as antwoord:
                code, pagina, url = antwoord.status, antwoord.read().decode(), antwoord.url
        except urllib.error.HTTPError as fout:
            with fout:
                code, pagina, url = fout.code, fout.read().decode(), pad
        self.codes.append(code)
        return code, pagina, url

    def vul_in(self, pad, **velden):
        _, pagina, _ = self.vraag(pad)
        verborgen = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', pagina))
        return self.vraag(pad, verborgen | velden)

    def meld_aan(self, wie):
        code, _, url = self.vul_in("/account/login/", login=wie.email, password=WACHTWOORD)
        assert "/account/login/" not in url, code
        return code


@pytest.fixture
def situatie(an, bert):
    """Two colleagues with a real password and a file each; one works in art.60, so rules count, and the mentor has a link."""
    Medewerker.objects.update(password=Argon2PasswordHasher().encode(WACHTWOORD, "een-zout-voor-de-proef"))
    dossiers = {an: maak_client(an), bert: maak_client(bert)}
    contract = maak_contract(dossiers[an], an, van=vandaag() - timedelta(days=60), laatste_dag=date(2030, 1, 1))
    return dossiers, maak_link(maak_evaluatie(contract, an, moment="m2"), an)[1]


def gesprek(nummer):
    return {
        "kanaal": "telefoon",
        "op": vandaag().isoformat(),
        "aanwezigheid": "aanwezig",
        "duur": "20",
        "verslag": f"Verslag {nummer}.",
    }


def werk(adres, wie, client, token, nummers):
    """The status of every page that one colleague sees, and the mentor in between."""
    codes = []
    for ronde in range(RONDES):
        browser = Bezoeker(adres, codes)
        browser.meld_aan(wie)
        browser.vraag("/")
        browser.vraag(f"/clienten/{client.pk}/")
        browser.vul_in(f"/clienten/{client.pk}/gesprekken/nieuw/", **gesprek(next(nummers)))
        browser.vraag(f"/clienten/{client.pk}/gesprekken/")
        Bezoeker(adres, codes).vraag(f"/mentor/{token}/?deel=1")
        if ronde == 0:
            browser.vul_in(f"/clienten/{client.pk}/verslag/", delen=["identiteit"])
    return codes


def test_vijfhonderd_acties_zonder_redis_en_niets_is_weg(redis, tmp_path, situatie):
    dossiers, token = situatie
    nummers = itertools.count(1)
    with site(tmp_path, redis) as adres:
        wie = next(iter(dossiers))
        assert Bezoeker(adres).meld_aan(wie) == 200  # the connections exist
        redis.stop()
        with ThreadPoolExecutor(4) as samen:
            paren = list(dossiers.items()) * 2
            lopend = [samen.submit(werk, adres, wie, client, token, nummers) for wie, client in paren]
            codes = [code for taak in lopend for code in taak.result()]
        assert len(codes) >= 500
        assert set(codes) == {200}
        assert {g.verslag for g in Gesprek.objects.all()} == {f"Verslag {n}." for n in range(1, 4 * RONDES + 1)}
        assert Opdracht.objects.filter(status=Opdrachtstatus.WACHT).count() == Opdracht.objects.count() == 4
        assert Mentorlink.objects.get().eerst_geopend_op

        redis.start()
        Opdracht.objects.update(aangevraagd_op=timezone.now() - timedelta(minutes=1))
        celery = ("celery", "-A", "ocmw")
        with (
            proces(tmp_path, redis, *celery, "worker", "--concurrency", "2", "--loglevel", "WARNING"),
            proces(tmp_path, redis, *celery, "call", "ocmw.opdrachten.jobs.hervat_opdrachten"),
        ):
            wacht_op(lambda: Opdracht.objects.filter(status=Opdrachtstatus.KLAAR).count() == 4, geduld=600)
        assert Bezoeker(adres).meld_aan(wie) == 200


@pytest.mark.parametrize("zonder", ZONDER_BEWAKING)
def test_controle_zonder_bewaking_antwoordt_de_site_met_fouten(redis, tmp_path, situatie, zonder):
    (tmp_path / "kaal.py").write_text(ZONDER_BEWAKING[zonder], encoding="utf-8")
    wie, client = next(iter(situatie[0].items()))
    with site(tmp_path, redis, "kaal") as adres:
        browser = Bezoeker(adres)
        browser.meld_aan(wie)
        redis.stop()
        if zonder == "regels":
            browser.vraag(f"/clienten/{client.pk}/")
        else:
            browser.vul_in(f"/clienten/{client.pk}/verslag/", delen=["identiteit"])
    assert browser.codes[-1] == 500


def test_een_redis_die_niet_antwoordt_houdt_niemand_lang_op(redis, tmp_path, situatie):
    """Stopped with SIGSTOP it still takes connections and never says a word, which is worse than away."""
    wie, client = next(iter(situatie[0].items()))
    with site(tmp_path, redis) as adres:
        browser = Bezoeker(adres)
        browser.meld_aan(wie)
        os.kill(redis._proces.pid, signal.SIGSTOP)
        try:
            assert browser.vul_in(f"/clienten/{client.pk}/verslag/", delen=["identiteit"])[0] == 200
        finally:
            os.kill(redis._proces.pid, signal.SIGCONT)
    assert Opdracht.objects.get().status == Opdrachtstatus.WACHT
