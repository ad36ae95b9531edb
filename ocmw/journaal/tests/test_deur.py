"""The one door: who may open a dossier, on what ground, what the log keeps of it, and when a reason is asked first."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.journaal import deur
from ocmw.journaal.deur import RedenNodig, inzagegrond, open_dossier
from ocmw.journaal.enums import Journaalsoort
from ocmw.journaal.journaalcodes import DOSSIER_AFGEDRUKT, DOSSIER_BEKEKEN
from ocmw.journaal.middleware import DossierdeurMiddleware
from ocmw.journaal.models import Inzagegrond, Journaalregel
from trajecten.models import Gesprek


@pytest.fixture
def client(an):
    return maak_client(an)


def gelezen():
    """What the door wrote; making the client left rows of changes."""
    return list(Journaalregel.objects.exclude(soort=Journaalsoort.WIJZIGING))


def vraag(wie, methode="get", **extra):
    request = getattr(RequestFactory(), methode)("/", **extra)
    request.user = wie
    return request


def open_(wie, client, methode="get", **hoe):
    return open_dossier(Client.objects.all(), vraag(wie, methode), client.pk, **hoe)


def geef_reden(wie, client, reden="overleg", uren=4):
    tot = timezone.now() + timedelta(hours=uren)
    return Inzagegrond.objects.create(medewerker=wie, client_id=client.pk, reden=reden, geldig_tot=tot)


def test_wie_de_client_volgt_opent_het_dossier_en_dat_staat_in_het_journaal(an, client):
    assert open_(an, client, onderdeel="gegevens") == client
    (regel,) = gelezen()
    assert (regel.soort, regel.wat, regel.reden) == (Journaalsoort.INZAGE, DOSSIER_BEKEKEN, "caseload")
    assert (regel.medewerker_id, regel.medewerker_naam, regel.rol) == (an.pk, "An Claes", "atb")
    assert (regel.client_id, regel.ocmw_id, regel.onderwerp) == (
        client.pk,
        client.ocmw_id,
        f"clienten.Client:{client.pk}",
    )
    assert regel.details == {"onderdeel": "gegevens"}


@pytest.mark.parametrize(("methode", "aantal"), [("get", 1), ("head", 1), ("post", 0)])
def test_lezen_laat_een_regel_na_en_schrijven_laat_dat_aan_de_actie(an, client, methode, aantal):
    open_(an, client, methode)
    assert len(gelezen()) == aantal


def test_een_afdruk_staat_als_uitvoer_in_het_journaal(an, client):
    open_(an, client, wat=DOSSIER_AFGEDRUKT)
    assert [(r.soort, r.wat) for r in gelezen()] == [(Journaalsoort.UITVOER, DOSSIER_AFGEDRUKT)]


def test_een_collega_van_het_ocmw_moet_eerst_zeggen_waarom(bert, client):
    with pytest.raises(RedenNodig, match="een reden nodig") as gevraagd:
        open_(bert, client)
    assert gevraagd.value.client_pk == client.pk
    assert gelezen() == []


def test_met_een_reden_gaat_de_deur_open_en_staat_de_reden_in_het_journaal(bert, client):
    geef_reden(bert, client, "vervanging")
    assert open_(bert, client) == client
    assert [regel.reden for regel in gelezen()] == ["vervanging"]


def test_de_laatste_reden_telt(bert, client):
    geef_reden(bert, client, "overleg")
    geef_reden(bert, client, "crisis")
    assert inzagegrond(bert, client) == "crisis"


def test_een_reden_geldt_voor_een_tijd(bert, client):
    with time_machine.travel("2026-06-01T09:00Z", tick=False) as klok:
        geef_reden(bert, client, uren=4)
        klok.shift(timedelta(hours=3, minutes=59))
        assert inzagegrond(bert, client) == "overleg"
        klok.shift(timedelta(minutes=1))
        assert inzagegrond(bert, client) == ""


def test_een_reden_geldt_voor_een_dossier_en_een_collega(an, bert, dirk, aalst, client):
    geef_reden(bert, client)
    assert inzagegrond(bert, maak_client(an)) == ""
    assert inzagegrond(dirk, client) == ""


def test_de_coordinator_van_het_eigen_ocmw_volgt_het_team_zonder_reden(griet, client):
    open_(griet, client)
    assert [regel.reden for regel in gelezen()] == ["team"]


def test_de_coordinator_van_het_ocmw_dat_begeleidt_geeft_wel_een_reden(oona, carla, mia, samenwerking):
    gedeeld = maak_client(oona, coach=carla)
    with pytest.raises(RedenNodig):
        open_(mia, gedeeld)


def test_een_gevraagde_bundel_is_een_reden_op_zich_maar_de_eigen_caseload_gaat_voor(an, bert, client):
    open_(bert, client, grond="doorverwijzing")
    open_(an, client, grond="doorverwijzing")
    assert sorted(regel.reden for regel in gelezen()) == ["caseload", "doorverwijzing"]


def test_buiten_het_eigen_ocmw_bestaat_het_dossier_niet_ook_niet_met_een_reden(carla, client):
    geef_reden(carla, client)
    with pytest.raises(Http404):
        open_(carla, client, grond="doorverwijzing")
    assert gelezen() == []


def test_wie_geen_dossiers_leest_vindt_er_geen(leo, bea, client):
    for wie in (leo, bea):
        with pytest.raises(Http404):
            open_(wie, client)


def test_een_rij_van_een_client_gaat_door_dezelfde_deur(an, bert, client):
    gesprek, ander = maak_gesprek(client, an), maak_gesprek(client, an)
    assert open_dossier(Gesprek.objects.all(), vraag(an), ander.pk) == ander
    (regel,) = gelezen()
    assert (regel.client_id, regel.onderwerp) == (client.pk, f"trajecten.Gesprek:{ander.pk}")
    with pytest.raises(RedenNodig) as gevraagd:
        open_dossier(Gesprek.objects.all(), vraag(bert), gesprek.pk)
    assert gevraagd.value.client_pk == client.pk


def test_wat_niet_bestaat_is_een_404(an, client):
    with pytest.raises(Http404):
        open_dossier(Client.objects.all(), vraag(an), client.pk + 10**6)


def test_lukt_het_journaal_niet_dan_gaat_de_deur_niet_open(an, client, monkeypatch):
    def stuk(*_args, **_kwargs):
        raise OSError("geen plaats")

    monkeypatch.setattr(deur, "noteer", stuk)
    with pytest.raises(OSError, match="geen plaats"):
        open_(an, client)


# --- the middleware that asks why -----------------------------------------------------------------
@pytest.fixture
def poort():
    return DossierdeurMiddleware(lambda request: HttpResponse("verder"))


def doel(antwoord, kop="Location"):
    adres = urlsplit(antwoord[kop])
    return adres.path, parse_qs(adres.query)["naar"]


def test_wie_een_reden_moet_geven_gaat_naar_de_vraag_en_daarna_terug(poort):
    antwoord = poort.process_exception(RequestFactory().get("/clienten/7/plan/?deel=2"), RedenNodig(7))
    assert antwoord.status_code == 302
    assert doel(antwoord) == ("/clienten/7/reden/", ["/clienten/7/plan/?deel=2"])


def test_wat_al_getypt_was_reist_mee_naar_de_vraag(poort):
    antwoord = poort.process_exception(RequestFactory().post("/clienten/7/plan/", {"a": "b"}), RedenNodig(7))
    assert antwoord.status_code == 307, "so that the browser sends the form along"
    assert doel(antwoord) == ("/clienten/7/reden/", ["/clienten/7/plan/"])


def test_een_deel_van_een_bladzijde_wordt_door_een_hele_vervangen(poort):
    htmx = {"headers": {"HX-Request": "true"}}
    gelezen = poort.process_exception(RequestFactory().get("/clienten/7/plan/", **htmx), RedenNodig(7))
    assert (gelezen.status_code, doel(gelezen, "HX-Redirect")) == (204, ("/clienten/7/reden/", ["/clienten/7/plan/"]))
    gepost = poort.process_exception(RequestFactory().post("/clienten/7/vinkje/", **htmx), RedenNodig(7))
    assert doel(gepost, "HX-Redirect") == ("/clienten/7/reden/", ["/clienten/7/"]), "an address that only takes a POST"


def test_een_andere_fout_gaat_aan_de_deur_voorbij(poort):
    assert poort.process_exception(RequestFactory().get("/"), ValueError("stuk")) is None
    assert poort(RequestFactory().get("/")).content == b"verder"


def test_van_dossier_tot_vraag_in_de_hele_toepassing(bert, client, als):
    antwoord = als(bert).get(f"/clienten/{client.pk}/aanmelding/")
    assert doel(antwoord) == (f"/clienten/{client.pk}/reden/", [f"/clienten/{client.pk}/aanmelding/"])
