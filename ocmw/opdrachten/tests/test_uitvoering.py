"""One job, one result: claimed once, found again after a kill, stopped when asked, and every end leaves a sentence."""

import errno
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from ocmw.opdrachten import actions, jobs, tasks, uitvoering
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.uitvoering import Afgebroken, Verslag, opdracht_soort, voer_uit
from ocmw.ui.weigering import Geweigerd

pytestmark = pytest.mark.django_db
# What is promised, in words and not in the names of the code: half a minute of silence, five attempts.
STIL, EVEN, POGINGEN = timedelta(seconds=30), timedelta(seconds=1), 5


@pytest.fixture(autouse=True)
def _eigen_soorten(monkeypatch):
    monkeypatch.setattr(uitvoering.HANDLERS, "_delen", {})


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel("2026-06-01T09:00Z", tick=False) as klok:
        yield klok


@pytest.fixture
def opdracht(an):
    return Opdracht.objects.create(soort="proef", ocmw=an.ocmw, aangevraagd_door=an)


@pytest.fixture
def buur(an):
    """Another job at the same moment in the same state: nothing that happens to the first may touch it."""
    return Opdracht.objects.create(soort="proef", ocmw=an.ocmw, aangevraagd_door=an)


def werk(doe=lambda opdracht, verslag: "/klaar/"):
    """The handler of this test; what it was called with."""
    gezien = []
    uitvoering.HANDLERS._delen.pop("proef", None)

    @opdracht_soort("proef")
    def proef(opdracht, verslag):
        gezien.append(opdracht)
        return doe(opdracht, verslag)

    return gezien


def vers(opdracht):
    return Opdracht.objects.get(pk=opdracht.pk)


def zelfde_rij(opdracht):
    """What a second worker has in hand."""
    return Opdracht.objects.get(pk=opdracht.pk)


def test_een_opdracht_wordt_uitgevoerd_en_wijst_naar_haar_resultaat(opdracht):
    gezien = werk()
    voer_uit(str(opdracht.pk))
    na = vers(opdracht)
    assert (na.status, na.klaar_url, na.fout, na.poging) == (Opdrachtstatus.KLAAR, "/klaar/", "", 1)
    assert na.beeindigd_op == na.hartslag_op == timezone.now()
    assert gezien == [opdracht]


def test_het_bericht_twee_keer_is_een_keer_werk(opdracht):
    gezien = werk()
    for _ in range(2):
        tasks.voer_opdracht_uit(str(opdracht.pk))
    assert len(gezien) == 1


def test_een_bericht_zonder_rij_doet_niets(opdracht):
    gezien = werk()
    voer_uit("00000000-0000-4000-8000-000000000000")
    assert gezien == []
    assert vers(opdracht).status == Opdrachtstatus.WACHT


@pytest.mark.parametrize("status", [Opdrachtstatus.KLAAR, Opdrachtstatus.MISLUKT, Opdrachtstatus.GEANNULEERD])
def test_wat_voorbij_is_wordt_niet_opnieuw_gedaan(opdracht, status):
    gezien = werk()
    Opdracht.objects.update(status=status)
    voer_uit(str(opdracht.pk))
    assert gezien == []
    assert vers(opdracht).status == status


# --- two workers, and one that was killed -----------------------------------------------------------
def test_van_twee_workers_neemt_er_een_de_opdracht(opdracht):
    een, twee = zelfde_rij(opdracht), zelfde_rij(opdracht)
    assert [een.neem_op(), twee.neem_op()] == [True, False]
    assert (een.status, een.poging, een.hartslag_op) == (Opdrachtstatus.BEZIG, 1, timezone.now())
    assert (twee.status, twee.poging) == (Opdrachtstatus.WACHT, 0)


def test_zolang_de_worker_leeft_neemt_niemand_over(opdracht, klok):
    een = zelfde_rij(opdracht)
    een.neem_op()
    klok.shift(STIL)
    assert een.schrijf(gedaan=1)
    klok.shift(STIL)
    assert not zelfde_rij(opdracht).neem_op()


def test_een_gedode_worker_wordt_gevonden_en_zijn_werk_een_keer_hernomen(opdracht, klok):
    gezien = werk()
    zelfde_rij(opdracht).neem_op()  # and then kill -9
    klok.shift(STIL)
    voer_uit(str(opdracht.pk))
    assert gezien == [], "it may still live"
    klok.shift(EVEN)
    for _ in range(2):
        voer_uit(str(opdracht.pk))
    assert len(gezien) == 1
    assert (vers(opdracht).status, vers(opdracht).poging) == (Opdrachtstatus.KLAAR, 2)


def test_wie_vervangen_is_schrijft_niets_meer(opdracht, klok):
    traag, nieuw = zelfde_rij(opdracht), zelfde_rij(opdracht)
    traag.neem_op()
    klok.shift(STIL + EVEN)
    assert nieuw.neem_op()
    assert not traag.schrijf(status=Opdrachtstatus.KLAAR, klaar_url="/van-de-trage/")
    with pytest.raises(Afgebroken):
        Verslag(traag).voortgang(9, 10)
    assert nieuw.schrijf(status=Opdrachtstatus.KLAAR, klaar_url="/van-de-nieuwe/")
    assert not nieuw.schrijf(gedaan=1), "and what is over is over"
    na = vers(opdracht)
    assert (na.klaar_url, na.gedaan, na.poging) == ("/van-de-nieuwe/", 0, 2)


def test_twee_opdrachten_naast_elkaar_raken_elkaar_niet(opdracht, buur):
    eigen, ander = zelfde_rij(opdracht), zelfde_rij(buur)
    assert eigen.neem_op()
    assert vers(buur).status == Opdrachtstatus.WACHT
    assert ander.neem_op()
    actions.annuleer_opdracht(buur)
    Verslag(eigen).voortgang(2, 3)  # only the other one was cancelled
    assert eigen.schrijf(status=Opdrachtstatus.KLAAR)
    assert (vers(buur).status, vers(buur).gedaan) == (Opdrachtstatus.BEZIG, 0)


def test_wie_blijft_stilvallen_wordt_niet_eeuwig_hernomen(opdracht, klok):
    gezien = werk()
    Opdracht.objects.update(status=Opdrachtstatus.BEZIG, poging=POGINGEN - 1, hartslag_op=timezone.now())
    klok.shift(STIL + EVEN)
    zelfde_rij(opdracht).neem_op()
    klok.shift(STIL + EVEN)
    voer_uit(str(opdracht.pk))
    na = vers(opdracht)
    assert gezien == []
    assert (na.status, na.beeindigd_op) == (Opdrachtstatus.MISLUKT, timezone.now())
    assert na.fout.startswith("Dit werk stopte verschillende keren onverwacht.")


def test_de_laatste_poging_mag_nog(opdracht):
    gezien = werk()
    Opdracht.objects.update(poging=POGINGEN - 1)
    voer_uit(str(opdracht.pk))
    assert len(gezien) == 1


# --- progress and cancelling ------------------------------------------------------------------------
def test_het_werk_zegt_hoe_ver_het_is(opdracht, klok):
    standen = []

    def doe(opdracht, verslag):
        klok.shift(EVEN)
        verslag.voortgang(1, 3, "Lezen" + "x" * 200)
        na = vers(opdracht)
        standen.append((na.status, na.gedaan, na.totaal, na.procent, na.stap[:5], len(na.stap), na.hartslag_op))
        return ""

    werk(doe)
    voer_uit(str(opdracht.pk))
    assert standen == [(Opdrachtstatus.BEZIG, 1, 3, 33, "Lezen", 120, timezone.now())]


@pytest.mark.parametrize(
    ("gedaan", "totaal", "procent"),
    [(0, 0, 0), (5, 0, 0), (0, 4, 0), (1, 4, 25), (50, 51, 98), (4, 4, 100), (9, 4, 100)],
)
def test_procent_van_een_opdracht(gedaan, totaal, procent):
    assert Opdracht(gedaan=gedaan, totaal=totaal).procent == procent


def test_werk_dat_wacht_stopt_meteen_als_je_het_annuleert(opdracht):
    gezien = werk()
    actions.annuleer_opdracht(opdracht)
    na = vers(opdracht)
    assert (na.status, na.beeindigd_op, na.annuleren_gevraagd) == (Opdrachtstatus.GEANNULEERD, timezone.now(), True)
    voer_uit(str(opdracht.pk))
    assert gezien == []


def test_werk_dat_loopt_stopt_bij_de_volgende_stap(opdracht):
    stappen = []

    def doe(opdracht, verslag):
        verslag.voortgang(1, 3)
        stappen.append(1)
        actions.annuleer_opdracht(opdracht)
        assert vers(opdracht).status == Opdrachtstatus.BEZIG
        verslag.voortgang(2, 3)
        stappen.append(2)

    werk(doe)
    voer_uit(str(opdracht.pk))
    na = vers(opdracht)
    assert (na.status, na.beeindigd_op, na.fout, stappen) == (Opdrachtstatus.GEANNULEERD, timezone.now(), "", [1])


def test_annuleren_raakt_alleen_die_opdracht_en_niet_wat_al_klaar_is(opdracht, buur, an):
    klaar = Opdracht.objects.create(soort="proef", ocmw=an.ocmw, aangevraagd_door=an, status=Opdrachtstatus.KLAAR)
    for rij in (opdracht, klaar):
        actions.annuleer_opdracht(rij)
    assert vers(klaar).status == Opdrachtstatus.KLAAR
    assert (vers(buur).status, vers(buur).annuleren_gevraagd) == (Opdrachtstatus.WACHT, False)


# --- every end has a sentence ------------------------------------------------------------------------
def gooi(fout):
    def doe(opdracht, verslag):
        raise fout

    return doe


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        (Geweigerd("Het dossier is gesloten."), "Het dossier is gesloten."),
        (Geweigerd("a" * 600), "a" * 500),
        (
            OSError(errno.ENOSPC, "vol"),
            "De schijf van de server is vol. Verwittig je beheerder. "
            "Er is niets half gedaan; probeer het opnieuw of vraag hulp.",
        ),
        (ValueError("Jan"), "Er ging iets mis. Er is niets half gedaan; probeer het opnieuw of vraag hulp."),
    ],
)
def test_wat_mislukt_zegt_in_het_nederlands_waarom(opdracht, fout, zin):
    werk(gooi(fout))
    voer_uit(str(opdracht.pk))
    na = vers(opdracht)
    assert (na.status, na.fout, na.klaar_url, na.beeindigd_op) == (Opdrachtstatus.MISLUKT, zin, "", timezone.now())


def test_een_onverwachte_fout_staat_in_het_logboek_en_een_weigering_niet(opdracht, buur, caplog):
    werk(gooi(ValueError("stuk")))
    voer_uit(str(opdracht.pk))
    assert f"opdracht {opdracht.pk} mislukt" in caplog.text
    caplog.clear()
    werk(gooi(Geweigerd("Dat kan niet.")))
    voer_uit(str(buur.pk))
    assert caplog.text == ""


def test_een_soort_die_niemand_kent_mislukt_met_een_zin(opdracht):
    voer_uit(str(opdracht.pk))
    assert vers(opdracht).status == Opdrachtstatus.MISLUKT


# --- the sweep ---------------------------------------------------------------------------------------
@pytest.fixture
def aangeboden(monkeypatch):
    gevraagd = []
    monkeypatch.setattr(jobs, "bied_aan", lambda pk: gevraagd.append(pk) or True)
    return gevraagd


def test_de_minuutronde_vindt_wat_de_wachtrij_verloor_en_wat_stilviel_en_niets_anders(an, klok, aangeboden):
    nu = timezone.now()

    def rij(minuten, status=Opdrachtstatus.WACHT, hartslag=None):
        return Opdracht.objects.create(
            soort="proef",
            ocmw=an.ocmw,
            aangevraagd_door=an,
            status=status,
            aangevraagd_op=nu - timedelta(minutes=minuten),
            hartslag_op=hartslag and nu - hartslag,
        )

    stil = rij(5, Opdrachtstatus.BEZIG, STIL + EVEN)
    verloren = rij(9)
    rij(5, Opdrachtstatus.BEZIG, STIL)
    for status in (Opdrachtstatus.KLAAR, Opdrachtstatus.MISLUKT, Opdrachtstatus.GEANNULEERD):
        rij(5, status, timedelta(hours=1))
    assert jobs.hervat_opdrachten() == 2
    assert aangeboden == [verloren.pk, stil.pk], "the oldest first"


def test_een_opdracht_van_net_is_nog_niet_verloren(opdracht, klok, aangeboden):
    klok.shift(timedelta(seconds=20))
    assert jobs.hervat_opdrachten() == 0
    klok.shift(EVEN)
    assert jobs.hervat_opdrachten() == 1


def test_na_een_lange_storing_gaat_het_met_honderd_per_ronde(an, klok, aangeboden):
    Opdracht.objects.bulk_create(Opdracht(soort="proef", ocmw=an.ocmw, aangevraagd_door=an) for _ in range(101))
    klok.shift(timedelta(hours=1))
    assert jobs.hervat_opdrachten() == 100


# --- asking for it -----------------------------------------------------------------------------------
def test_vragen_maakt_een_rij_en_biedt_ze_aan_na_de_commit(an, monkeypatch, django_capture_on_commit_callbacks):
    gevraagd = []
    monkeypatch.setattr(actions, "bied_aan", gevraagd.append)
    with django_capture_on_commit_callbacks(execute=True):
        opdracht = actions.start_opdracht("proef", door=an, gegevens={"client": 7})
        assert gevraagd == []
    assert gevraagd == [opdracht.pk]
    na = vers(opdracht)
    assert (na.soort, na.ocmw, na.aangevraagd_door, na.gegevens) == ("proef", an.ocmw, an, {"client": 7})
    assert (na.status, str(na), na.is_open) == (Opdrachtstatus.WACHT, "proef (staat klaar)", True)
    assert (na.gedaan, na.totaal, na.poging, na.annuleren_gevraagd) == (0, 0, 0, False)
