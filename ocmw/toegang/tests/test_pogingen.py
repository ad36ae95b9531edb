"""The counter itself: the limit holds for any number at the same moment, and a window ends."""

import threading
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connections
from django.utils import timezone

from ocmw.kalender.klok import nu
from ocmw.toegang import pogingen
from ocmw.toegang.jobs import ruim_pogingen_op
from ocmw.toegang.models import Limiet, Poging
from ocmw.toegang.pogingen import account_van, als_sleutel

pytestmark = pytest.mark.databank

TIEN = Limiet("proef", 10, timedelta(minutes=10))


def neem(grens=TIEN, sleutel="k"):
    return Poging.objects.neem(grens, sleutel)


@pytest.mark.django_db
def test_tot_de_grens_mag_het_en_daarna_staat_er_wanneer_weer():
    with time_machine.travel(datetime(2026, 6, 1, 9, 0, tzinfo=timezone.get_current_timezone()), tick=False) as klok:
        tot = nu() + TIEN.venster
        assert [neem() for _ in range(12)] == [None] * 10 + [tot] * 2
        assert neem(sleutel="een ander") is None
        klok.shift(timedelta(minutes=9, seconds=59))
        assert neem() == tot
        klok.shift(timedelta(seconds=1))
        assert neem() is None


@pytest.mark.django_db
def test_wie_alles_teruggeeft_begint_een_nieuw_venster():
    with time_machine.travel(date(2026, 6, 1), tick=False) as klok:
        assert neem() is None
        Poging.objects.geef_terug(TIEN, "k")
        Poging.objects.geef_terug(TIEN, "k")
        klok.shift(timedelta(minutes=9))
        assert neem() is None
        assert Poging.objects.get().vervalt_op == nu() + TIEN.venster
        assert Poging.objects.stand(TIEN, "k") == 1


def tegelijk(werk, aantal):
    """Run `werk` in so many threads that start together; what each returned."""
    klaar, uit = threading.Barrier(aantal), []

    def loop():
        try:
            klaar.wait(timeout=60)
            uit.append(werk())
        finally:
            connections.close_all()

    draden = [threading.Thread(target=loop) for _ in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=120)
    return uit


@pytest.mark.django_db(transaction=True)
def test_van_dertig_tegelijk_mogen_er_precies_tien_door():
    assert sum(tot is None for tot in tegelijk(neem, 30)) == 10
    assert Poging.objects.get().aantal == 10


@pytest.mark.django_db(transaction=True)
def test_controle_wie_eerst_leest_en_dan_schrijft_laat_er_te_veel_door():
    """The negative control: the same limit, looked at before it is counted."""
    grens, gelezen = Limiet("proef", 1, timedelta(minutes=10)), threading.Barrier(4)

    def lees_dan_schrijf():
        vol = Poging.objects.stand(grens, "k") >= grens.aantal
        gelezen.wait(timeout=60)
        return vol or Poging.objects.neem(Limiet("proef", 99, grens.venster), "k")

    assert sum(not vol for vol in tegelijk(lees_dan_schrijf, 4)) == 4


@pytest.mark.django_db(transaction=True)
def test_tegelijk_teruggeven_telt_elk_een_keer():
    for _ in range(8):
        neem()
    tegelijk(lambda: Poging.objects.geef_terug(TIEN, "k"), 8)
    assert Poging.objects.get().aantal == 0


@pytest.mark.django_db
def test_de_nachtelijke_taak_ruimt_alleen_op_wat_voorbij_is():
    with time_machine.travel(date(2026, 6, 1), tick=False) as klok:
        neem()
        Poging.objects.onthoud("plek", tot=nu() + timedelta(days=180))
        klok.shift(timedelta(minutes=5))
        neem(sleutel="later")
        klok.shift(timedelta(minutes=6))
        assert ruim_pogingen_op() == 1
        assert set(Poging.objects.values_list("sleutel", flat=True)) == {"later", "plek"}
        klok.shift(timedelta(days=181))
        assert not Poging.objects.is_onthouden("plek")
        assert ruim_pogingen_op() == 2


@pytest.mark.django_db
def test_een_plek_opnieuw_onthouden_verlengt_ze():
    with time_machine.travel(date(2026, 6, 1), tick=False) as klok:
        Poging.objects.onthoud("plek", tot=nu() + timedelta(days=180))
        klok.shift(timedelta(days=100))
        Poging.objects.onthoud("plek", tot=nu() + timedelta(days=180))
        klok.shift(timedelta(days=100))
        assert Poging.objects.is_onthouden("plek")
    assert Poging.objects.count() == 1


@pytest.mark.parametrize("zelfde", ["AN.claes@aalst.example", " an.claes@aalst.example ", "an.claeſ@aalst.example"])
def test_twee_schrijfwijzen_van_een_account_hebben_een_teller(zelfde):
    assert account_van(zelfde) == account_van("an.claes@aalst.example")


def test_de_sleutels_zeggen_niet_van_wie_ze_zijn():
    sleutel = als_sleutel("an.claes@aalst.example", "203.0.113.9")
    assert set(sleutel) <= set("0123456789abcdef")
    assert als_sleutel("a", "b") != als_sleutel("ab")


@pytest.mark.django_db
def test_een_code_geldt_een_keer_hoe_ze_ook_gegroepeerd_is():
    assert pogingen.eerste_gebruik("an@aalst.example", "123 456")
    assert not pogingen.eerste_gebruik("AN@aalst.example", "123-456")
    assert pogingen.eerste_gebruik("bert@aalst.example", "123456")
