"""The counter itself: the limit holds for any number at the same moment, and a window ends."""

import threading
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection, connections
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from ocmw.kalender.klok import nu
from ocmw.toegang import pogingen
from ocmw.toegang.jobs import ruim_pogingen_op
from ocmw.toegang.models import Limiet, Poging
from ocmw.toegang.pogingen import account_van, als_sleutel
from ocmw.ui.weigering import EvenWachten

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


@pytest.mark.parametrize(("een", "ander"), [("grıet", "GRIET"), ("strauß", "STRAUẞ"), ("strauß", "strauss")])
def test_ook_letters_die_een_databank_gelijk_vindt_hebben_een_teller(een, ander):
    assert account_van(f"{een}@aalst.example") == account_van(f"{ander}@aalst.example")


def test_de_sleutels_zeggen_niet_van_wie_ze_zijn():
    sleutel = als_sleutel("an.claes@aalst.example", "203.0.113.9")
    assert set(sleutel) <= set("0123456789abcdef")
    assert als_sleutel("a", "b") != als_sleutel("ab")


@pytest.mark.django_db
def test_een_code_geldt_een_keer_hoe_ze_ook_gegroepeerd_is():
    assert pogingen.eerste_gebruik("an@aalst.example", "123 456")
    assert not pogingen.eerste_gebruik("AN@aalst.example", "123-456")
    assert pogingen.eerste_gebruik("bert@aalst.example", "123456")


# --- how many and how long, in words -----------------------------------------------------------------------
MINUUT = timedelta(minutes=1)


@pytest.fixture
def klok():
    with time_machine.travel("2026-06-01T09:00Z", tick=False) as klok:
        yield klok


def verzoek(adres="203.0.113.9", **koekjes):
    request = RequestFactory().get("/", REMOTE_ADDR=adres)
    request.COOKIES.update(koekjes)
    return request


def probeer(rem, email="an@aalst.example", adres="203.0.113.9"):
    """None when there was a turn, otherwise how long to wait."""
    try:
        pogingen.neem_beurt(rem, email, verzoek(adres))
    except EvenWachten as wachten:
        return wachten.tot - nu()
    return None


def hoe_vaak(rem, wie):
    """How many turns there are, and how long to wait after that."""
    for n in range(200):
        if wacht := probeer(rem, **wie(n)):
            return n, wacht
    raise AssertionError("no limit")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rem", "plek", "account", "venster"),
    [
        (pogingen.WACHTWOORD, 10, 20, 10 * MINUUT),
        (pogingen.CODE, 10, 20, 10 * MINUUT),
        (pogingen.HERSTEL, 5, 10, 60 * MINUUT),
    ],
)
def test_hoe_vaak_en_hoe_lang_per_plek_en_per_account(klok, rem, plek, account, venster):
    assert hoe_vaak(rem, lambda n: {"adres": "203.0.113.9"}) == (plek, venster)
    klok.shift(60 * MINUUT)
    assert hoe_vaak(rem, lambda n: {"adres": f"198.51.100.{n}"}) == (account, 60 * MINUUT)


@pytest.mark.django_db
def test_een_adres_mag_veel_accounts_elk_een_keer_en_wie_herhaalt_minder(klok):
    assert hoe_vaak(pogingen.WACHTWOORD, lambda n: {"email": f"wie{n}@aalst.example"}) == (100, 10 * MINUUT)
    klok.shift(60 * MINUUT)
    for n in range(29):
        probeer(pogingen.WACHTWOORD, f"nog{n}@aalst.example")
    assert [probeer(pogingen.WACHTWOORD, "nog0@aalst.example") is None for _ in range(2)] == [True, False]


@pytest.mark.django_db
def test_wie_moet_wachten_heeft_geen_andere_teller_verbruikt(klok):
    """The place is full, the account is not: a stranger who goes on here takes nothing from the owner elsewhere."""
    for _ in range(40):
        probeer(pogingen.WACHTWOORD)
    assert hoe_vaak(pogingen.WACHTWOORD, lambda n: {"adres": f"198.51.100.{n}"})[0] == 10


@pytest.mark.django_db
def test_een_volle_account_geeft_de_plek_en_het_adres_hun_beurt_terug(klok):
    for n in range(20):
        probeer(pogingen.WACHTWOORD, adres=f"198.51.100.{n}")
    for _ in range(15):
        assert probeer(pogingen.WACHTWOORD, adres="192.0.2.1")
    adres = als_sleutel("192.0.2.1")
    assert Poging.objects.filter(soort="wachtwoord_adres", sleutel=adres, aantal__gt=0).count() == 0
    assert Poging.objects.filter(soort="wachtwoord_plek").exclude(aantal__lte=1).count() == 0


@pytest.mark.django_db
def test_een_beurt_teruggeven_kan_een_keer(klok):
    beurt = pogingen.neem_beurt(pogingen.WACHTWOORD, "an@aalst.example", verzoek())
    probeer(pogingen.WACHTWOORD)
    for _ in range(2):
        beurt.geef_terug()
    assert set(Poging.objects.values_list("aantal", flat=True)) == {1}


@pytest.mark.django_db
def test_een_code_is_twee_minuten_gebruikt(klok):
    assert pogingen.eerste_gebruik("an@aalst.example", "123456")
    klok.shift(timedelta(seconds=119))
    assert not pogingen.eerste_gebruik("an@aalst.example", "123456")
    klok.shift(timedelta(seconds=1))
    assert pogingen.eerste_gebruik("an@aalst.example", "123456")


@pytest.mark.django_db
def test_een_code_van_letters_geldt_een_keer_hoe_groot_ze_ook_geschreven_is(klok):
    assert pogingen.eerste_gebruik("an@aalst.example", "abcd-efgh")
    assert not pogingen.eerste_gebruik("an@aalst.example", "ABCD EFGH")


def onthoud(email="an@aalst.example", **koekjes):
    antwoord = HttpResponse()
    pogingen.onthoud_plek(email, verzoek(**koekjes), antwoord)
    return antwoord.cookies.get("toestel")


def bekend(email="an@aalst.example", adres="192.0.2.1", **koekjes):
    """A known place never counts for the account as a whole."""
    Poging.objects.filter(soort="wachtwoord_account").delete()
    pogingen.neem_beurt(pogingen.WACHTWOORD, email, verzoek(adres, **koekjes))
    return not Poging.objects.filter(soort="wachtwoord_account").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("hoe", [{"adres": "203.0.113.9"}, {"toestel": True}])
def test_een_plek_blijft_een_half_jaar_bekend_en_alleen_voor_dat_account(klok, hoe):
    koekje = onthoud()
    if "toestel" in hoe:
        hoe = {"toestel": koekje.value}
    assert koekje["max-age"] == 180 * 24 * 3600
    assert bekend(**hoe)
    assert not bekend("bert@aalst.example", **hoe)
    assert not bekend(adres="192.0.2.7")
    klok.shift(timedelta(days=179, hours=23))
    assert bekend(**hoe)
    klok.shift(timedelta(hours=1, seconds=1))
    assert not bekend(**hoe)


@pytest.mark.django_db
def test_een_browser_die_al_bekend_is_krijgt_geen_nieuw_koekje_en_een_van_een_ander_wel(klok):
    koekje = onthoud()
    assert onthoud(toestel=koekje.value) is None
    assert onthoud("bert@aalst.example", toestel=koekje.value).value != koekje.value
    pogingen.onthoud_plek("an@aalst.example", verzoek())  # a reset has no page yet to put it on
    assert len({pogingen.account_van("an@aalst.example"), pogingen.account_van("bert@aalst.example")}) == 2


@pytest.mark.django_db
def test_de_teller_zegt_welk_soort_en_hoeveel(klok):
    neem()
    assert str(Poging.objects.get()) == "proef: 1"
    neem(Limiet("ander", 10, MINUUT))
    assert Poging.objects.stand(TIEN, "k") == 1
    klok.shift(TIEN.venster)
    assert Poging.objects.stand(TIEN, "k") == 0


@pytest.mark.django_db
def test_tellers_van_een_ander_of_van_een_ander_soort_raken_elkaar_niet(klok):
    ander_soort = Limiet("ander", 10, MINUUT)
    for grens, sleutel, keer in ((TIEN, "k", 1), (TIEN, "l", 2), (ander_soort, "k", 3)):
        for _ in range(keer):
            neem(grens, sleutel)

    def standen():
        return [Poging.objects.stand(*wie) for wie in ((TIEN, "k"), (TIEN, "l"), (ander_soort, "k"))]

    assert standen() == [1, 2, 3]
    Poging.objects.geef_terug(TIEN, "k")
    assert standen() == [0, 2, 3]
    assert (Poging.objects.stand(TIEN, "m"), Poging.objects.stand(ander_soort, "l")) == (0, 0)


@pytest.mark.django_db
def test_een_rij_die_een_ander_net_maakte_is_geen_volle_teller(klok):
    """Between our UPDATE that finds no row and our look at why, somebody else makes it."""
    gemaakt = []

    def ander_was_eerst(voer_uit, sql, *rest):
        uit = voer_uit(sql, *rest)
        if sql.startswith("UPDATE") and not gemaakt:
            gemaakt.append(Poging(soort="proef", sleutel="k", aantal=1, vervalt_op=nu() + TIEN.venster))
            Poging.objects.bulk_create(gemaakt)
        return uit

    with connection.execute_wrapper(ander_was_eerst):
        assert neem() is None
    assert Poging.objects.get().aantal == 2
