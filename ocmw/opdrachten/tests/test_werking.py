"""Does everything that should run, run? Signs of life, the disk, the database, and what waits in the queue."""

import os
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError as DatabankFout
from django.db import connection
from django.test import RequestFactory
from kombu.exceptions import OperationalError

from ocmw.opdrachten import context, werking
from ocmw.opdrachten.jobs import worker_leeft
from ocmw.opdrachten.werking import KLOK, WORKER, Wachtrij

pytestmark = pytest.mark.databank
NU = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
GRENS, DRIE_MINUTEN = 500 * 1024 * 1024, timedelta(minutes=3)


@pytest.fixture(autouse=True)
def mappen(settings, tmp_path):
    """Everything lives and there is room."""
    settings.TEKEN_DIR, settings.RIJ_DIR = tmp_path / "teken", tmp_path / "rij"
    settings.SCHIJF_MINSTENS_MB, settings.REDIS_URL = 500, ""
    for map_ in (settings.TEKEN_DIR, settings.RIJ_DIR / "berichten", settings.RIJ_DIR / "kapot"):
        map_.mkdir(parents=True)
    return tmp_path


@pytest.fixture
def gezond(monkeypatch):
    worker_leeft()
    werking.geef_teken(KLOK)
    plaats = SimpleNamespace(vrij=GRENS)
    monkeypatch.setattr(werking, "vrij", lambda: plaats.vrij)
    return plaats


def laatst(map_, wie, moment):
    os.utime(map_ / "teken" / wie, (moment.timestamp(),) * 2)


@pytest.mark.parametrize(("wie", "ander"), [(WORKER, KLOK), (KLOK, WORKER)])
def test_wie_drie_minuten_geen_teken_gaf_leeft_niet(gezond, mappen, wie, ander):
    laatst(mappen, wie, NU)
    with time_machine.travel(NU + DRIE_MINUTEN, tick=False):
        assert not werking.leeft(wie)
    laatst(mappen, wie, datetime(2026, 6, 1, 9, 0, 1, tzinfo=UTC))
    with time_machine.travel(NU + DRIE_MINUTEN, tick=False):
        assert werking.leeft(wie)
        assert werking.laatste_teken(wie) == datetime(2026, 6, 1, 9, 0, 1, tzinfo=UTC)
    (mappen / "teken" / wie).unlink()
    assert not werking.leeft(wie)
    assert werking.leeft(ander)


def test_een_teken_dat_niet_gegeven_kan_worden_is_geen_fout(settings, mappen):
    settings.TEKEN_DIR = mappen / "weg"
    werking.geef_teken(WORKER)
    assert werking.laatste_teken(WORKER) is None


@pytest.mark.django_db
def test_gezond_is_alles_samen(gezond, mappen):
    assert werking.gezondheid().goed
    (mappen / "teken" / KLOK).unlink()
    assert not werking.gezondheid().goed
    assert not werking.gezondheid().klok
    assert werking.gezondheid().worker


@pytest.mark.django_db
@pytest.mark.parametrize(("vrij", "ruim"), [(GRENS - 1, False), (GRENS, True), (GRENS + 1, True)])
def test_een_schijf_die_volloopt_is_niet_gezond(gezond, vrij, ruim):
    gezond.vrij = vrij
    assert werking.gezondheid().schijf is ruim
    assert werking.gezondheid().goed is ruim


@pytest.mark.django_db
def test_een_databank_die_zwijgt_is_niet_gezond_en_geen_fout(gezond):
    def zwijg(*_):
        raise DatabankFout("weg")

    with connection.execute_wrapper(zwijg):
        stand = werking.gezondheid()
    assert (stand.databank, stand.goed) == (False, False)


# --- the queue -----------------------------------------------------------------------------------
def test_de_rij_in_bestanden_telt_wat_wacht_en_noemt_wat_opzij_staat(mappen):
    rij = mappen / "rij"
    assert werking.stand_van_de_rij() == Wachtrij(0, None, ())
    for naam in ("1_a.celery.msg", ".half.deel"):
        (rij / "berichten" / naam).touch()
    (rij / "kapot" / "3_c.celery.msg").touch()
    stand = werking.stand_van_de_rij()
    assert stand.wachtend == 1
    assert stand.sinds == datetime.fromtimestamp((rij / "berichten" / "1_a.celery.msg").lstat().st_ctime, tz=UTC)
    assert [naam for naam, _ in stand.kapot] == ["3_c.celery.msg"]


def test_van_wat_wacht_telt_het_oudste_en_van_wat_opzij_staat_komt_het_laatste_eerst(monkeypatch):
    def uur(n):
        return NU.replace(hour=n)

    inhoud = {
        "berichten": [("2_b.celery.msg", uur(8)), ("1_a.celery.msg", uur(9))],
        "kapot": [("3_c.celery.msg", uur(7)), ("5_e.celery.msg", uur(5)), ("4_d.celery.msg", uur(6))],
    }
    monkeypatch.setattr(werking, "_inhoud", lambda map_: inhoud[map_.name])
    stand = werking.stand_van_de_rij()
    assert (stand.wachtend, stand.sinds) == (2, uur(8))
    assert [naam[0] for naam, _ in stand.kapot] == ["3", "4", "5"]


def test_een_bericht_dat_een_worker_intussen_nam_telt_niet(mappen, monkeypatch):
    (mappen / "rij" / "berichten" / "1_a.celery.msg").touch()
    echt = werking.Path.iterdir

    def met_een_dat_weg_is(map_):
        yield map_ / "0_weg.celery.msg"
        yield from echt(map_)

    monkeypatch.setattr(werking.Path, "iterdir", met_een_dat_weg_is)
    assert werking.stand_van_de_rij().wachtend == 1


class KanaalFout(Exception):
    pass


def redis(monkeypatch, *, verbinding=None, rij=None):
    """In the place of Redis: what it answers or which error it gives."""

    def doe(uitkomst):
        if isinstance(uitkomst, Exception):
            raise uitkomst
        return uitkomst

    gevraagd = []

    @contextmanager
    def verbind():
        yield SimpleNamespace(
            channel_errors=(KanaalFout,),
            ensure_connection=lambda **hoe: gevraagd.append(hoe) or doe(verbinding),
            default_channel=SimpleNamespace(
                queue_declare=lambda naam, *, passive: gevraagd.append((naam, passive)) or doe(rij)
            ),
        )

    monkeypatch.setattr(werking, "current_app", SimpleNamespace(
        connection_for_read=verbind, conf=SimpleNamespace(task_default_queue="celery")
    ))  # fmt: skip
    return gevraagd


@pytest.mark.parametrize(
    ("antwoord", "wachtend"),
    [
        ({"rij": SimpleNamespace(message_count=7)}, 7),
        ({"rij": KanaalFout()}, 0),  # a queue nobody ever wrote to
        ({"verbinding": OperationalError("weg")}, None),
        ({"verbinding": OSError("weg")}, None),
    ],
)
def test_de_rij_van_redis_is_een_aantal_of_geen_antwoord(settings, monkeypatch, antwoord, wachtend):
    settings.REDIS_URL = "redis://er.is.geen/0"
    gevraagd = redis(monkeypatch, **antwoord)
    assert werking.stand_van_de_rij() == Wachtrij(wachtend, None, ())
    assert gevraagd[0] == {"max_retries": 1, "timeout": 2}, "a page does not wait for it"
    assert gevraagd[1:] in ([], [("celery", True)]), "looking makes no queue"


# --- the bar on every page -------------------------------------------------------------------------
def verzoek(wie):
    request = RequestFactory().get("/")
    if wie is not None:
        request.user = wie
    return request


@pytest.mark.django_db
def test_alleen_de_beheerder_leest_dat_er_iets_stilstaat(bea, griet, gezond, mappen):
    for wie in (None, AnonymousUser(), griet):
        assert context.werking(verzoek(wie)) == {}
    problemen = context.werking(verzoek(bea))["werkingsproblemen"]
    assert problemen() == []
    (mappen / "teken" / WORKER).unlink()
    assert [zin[:9] for zin in problemen()] == ["De worker"]
    (mappen / "teken" / KLOK).unlink()
    gezond.vrij = 1
    assert [zin[:9] for zin in problemen()] == ["De worker", "De klok g", "De schijf"]
