"""The traject tab: questions, gates, way back, side problems - and what a coordinator does not see."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import beantwoord_vraag, bewaar_randprobleem, ga_naar_fase
from trajecten.fasen import VRAGEN, Fase, antwoorden_op
from trajecten.models import Fasebeantwoording, Faseperiode, Randprobleem, Traject
from trajecten.trajectblad import antwoord_op, fasevakken

pytestmark = pytest.mark.databank

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def client(an):
    client = maak_client(an)
    maak_traject(client, an)
    return client


def beantwoord_alles(client, an, fase):
    traject = client.trajecten.get()
    for vraag in VRAGEN[fase]:
        antwoord = antwoord_op(traject, vraag)
        antwoord.toelichting = f"Over {vraag.code}"
        if keuzes := antwoorden_op(vraag):
            antwoord.antwoord = "nee" if vraag.opent else keuzes[0][0]
        beantwoord_vraag(antwoord, [], door=an, op=vandaag())


def vraag(browser, client, code, **velden):
    htmx = velden.pop("htmx", {})
    return browser.post(f"/clienten/{client.pk}/traject/vragen/{code}/", velden, **htmx)


def test_een_traject_starten_opent_fase_1(an, als):
    client = maak_client(an)
    assert "Start het traject" in als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert als(an).post(f"/clienten/{client.pk}/traject/start/", {"op": "31/12/2099"}).status_code == 422
    assert als(an).post(f"/clienten/{client.pk}/traject/start/", {"op": vandaag().isoformat()}).status_code == 302
    assert Traject.objects.get().fase == Fase.VERKENNING
    antwoord = als(an).post(f"/clienten/{client.pk}/traject/start/", {"op": vandaag().isoformat()})
    assert "Er loopt al een traject" in antwoord.content.decode()


def test_een_vraag_bewaren_met_en_zonder_script(an, als, client):
    browser = als(an)
    antwoord = vraag(browser, client, "leefsituatie", toelichting="Woont alleen.", versie="0")
    assert (antwoord.status_code, antwoord.url) == (302, f"/clienten/{client.pk}/traject/#vraag-leefsituatie")
    antwoord = vraag(browser, client, "gezondheid", antwoord="ja", toelichting="", versie="0", htmx=HTMX)
    assert "Bewaard" in antwoord.content.decode()
    assert "2 van 5 beantwoord" in antwoord.content.decode()
    assert antwoord["HX-Trigger"] == "fasegewijzigd"
    assert Fasebeantwoording.objects.get(vraag="gezondheid").afgeschermd


def test_een_onbekend_antwoord_wordt_geweigerd(an, als, client):
    assert "geldige keuze" in vraag(als(an), client, "gezondheid", antwoord="misschien", htmx=HTMX).content.decode()
    assert vraag(als(an), client, "gezondheid", antwoord="misschien").status_code == 409
    assert vraag(als(an), client, "bestaat-niet", antwoord="ja").status_code == 404
    assert not Fasebeantwoording.objects.exists()


def test_twee_mensen_beantwoorden_dezelfde_vraag(an, griet, als, client):
    vraag(als(an), client, "leefsituatie", toelichting="Van An", versie="0")
    antwoord = vraag(als(griet), client, "leefsituatie", toelichting="Van Griet", versie="0", htmx=HTMX)
    assert "An Claes schreef intussen" in antwoord.content.decode()
    assert "Van An" in antwoord.content.decode()
    zonder = vraag(als(griet), client, "leefsituatie", toelichting="Van Griet", versie="0")
    assert zonder.status_code == 409
    assert "Van Griet" in zonder.content.decode()
    assert Fasebeantwoording.objects.get().toelichting == "Van An"
    antwoord = vraag(als(griet), client, "leefsituatie", toelichting="Van An en Griet", versie="1", htmx=HTMX)
    assert Fasebeantwoording.objects.get().toelichting == "Van An en Griet"


def test_de_poort_noemt_redenen_en_een_motivatie_gaat_verder(an, als, client):
    browser = als(an)
    pagina = browser.get(f"/clienten/{client.pk}/traject/").content.decode()
    assert "De vraag “Hoe is de leefsituatie?” is nog niet beantwoord." in pagina
    antwoord = browser.post(f"/clienten/{client.pk}/traject/fase/", {"naar": "2", "motivatie": " "})
    assert antwoord.status_code == 422
    assert "als je schrijft waarom" in antwoord.content.decode()
    browser.post(f"/clienten/{client.pk}/traject/fase/", {"naar": "2", "motivatie": "Mondeling besproken."})
    periode = Faseperiode.objects.get(tot=None)
    assert (periode.fase, periode.motivatie) == (2, "Mondeling besproken.")
    assert Journaalregel.objects.get(wat="fase_gewijzigd").details["toch"] is True


def test_met_alles_beantwoord_is_de_poort_open(an, als, client):
    beantwoord_alles(client, an, Fase.VERKENNING)
    pagina = als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert "Alles is in orde voor fase 2" in pagina
    als(an).post(f"/clienten/{client.pk}/traject/fase/", {"naar": "2"})
    assert Traject.objects.get().fase == 2


def test_een_contract_opent_de_poort_naar_begeleiding(an, als, client):
    traject = client.trajecten.get()
    for naar in (Fase.IN_KAART, Fase.ZOEKEN):
        ga_naar_fase(traject, naar, door=an, op=vandaag(), motivatie="x")
    beantwoord_alles(client, an, Fase.ZOEKEN)
    zin = "Er is nog geen werk of art.60-contract geregistreerd."
    assert zin in als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    maak_contract(client, an, van=vandaag(), laatste_dag=vandaag() + timedelta(days=200))
    assert zin not in als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert als(an).post(f"/clienten/{client.pk}/traject/fase/", {"naar": "4"}).status_code == 302


def test_terug_vraagt_waarom_en_telt_als_terugkeer(an, als, client):
    traject = client.trajecten.get()
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie="x")
    with pytest.raises(Geweigerd, match="teruggaat"):
        ga_naar_fase(traject, Fase.VERKENNING, door=an, op=vandaag())
    als(an).post(f"/clienten/{client.pk}/traject/fase/", {"naar": "1", "motivatie": "Woonst kwijt."})
    pagina = als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert "Woonst kwijt." in pagina
    assert "2 keer" in pagina
    assert "Terug</span>" in pagina


def test_afsluiten_vraagt_een_reden(an, als, client):
    adres = f"/clienten/{client.pk}/traject/afsluiten/"
    assert als(an).post(adres, {"op": vandaag().isoformat()}).status_code == 422
    assert als(an).post(adres, {"op": vandaag().isoformat(), "reden": "werk"}).status_code == 302
    pagina = als(an).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert "doorstroom naar regulier werk" in pagina
    assert vraag(als(an), client, "leefsituatie", toelichting="Te laat").status_code == 409


def test_de_coordinator_merkt_niets_van_gezondheid(an, griet, als, client):
    beantwoord_alles(client, an, Fase.VERKENNING)
    probleem = Randprobleem(client=client, thema="verslaving", omschrijving="KANARIE-DRANK")
    bewaar_randprobleem(probleem, door=an, op=vandaag())
    pagina = als(griet).get(f"/clienten/{client.pk}/traject/").content.decode()
    for woord in (
        "KANARIE",
        "Over gezondheid",
        "gezondheidsproblemen",
        "Is er een verslaving",
        "1 randprobleem",
        "van 5",
    ):
        assert woord not in pagina, woord
    assert "3 van 3 beantwoord" in pagina
    assert vraag(als(griet), client, "gezondheid", antwoord="ja").status_code == 404
    assert als(griet).get(f"/clienten/{client.pk}/randproblemen/{probleem.pk}/").status_code == 404
    assert "Verslaving" not in als(griet).get(f"/clienten/{client.pk}/randproblemen/nieuw/").content.decode()
    # Same page with and without the hidden rows: nothing to compare.
    Randprobleem.objects.all().delete()
    Fasebeantwoording.objects.filter(afgeschermd=True).delete()
    vakken = fasevakken(client.trajecten.get(), lezer=griet)
    assert (len(vakken[0].regels), vakken[0].beantwoord) == (3, 3)
    assert "KANARIE" not in str(list(Journaalregel.objects.values_list("details", flat=True)))


def test_de_maatschappelijk_werker_leest_maar_schrijft_niet(an, bert, als, client):
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    beantwoord_alles(client, an, Fase.VERKENNING)
    pagina = als(bert).get(f"/clienten/{client.pk}/traject/").content.decode()
    assert "Over gezondheid" in pagina
    assert "Ga naar fase" not in pagina
    assert vraag(als(bert), client, "leefsituatie", toelichting="Nee").status_code == 403
    assert als(bert).post(f"/clienten/{client.pk}/traject/fase/", {"naar": "2"}).status_code == 403


def test_een_randprobleem_bijwerken(an, als, client):
    adres = f"/clienten/{client.pk}/randproblemen/"
    goed = {"thema": "schulden", "omschrijving": "Huur", "werkt_eraan": "onbekend", "status": "open", "versie": "1"}
    antwoord = als(an).post(f"{adres}nieuw/", {**goed, "doorverwezen_op": vandaag().isoformat()})
    assert antwoord.status_code == 422
    assert "naar welke dienst" in antwoord.content.decode()
    als(an).post(f"{adres}nieuw/", goed)
    probleem = Randprobleem.objects.get()
    als(an).post(f"{adres}{probleem.pk}/", {**goed, "thema": "gezondheid", "status": "opgelost"})
    probleem.refresh_from_db()
    assert (probleem.afgeschermd, probleem.status) == (True, "opgelost")


def test_een_vreemd_traject_bestaat_niet(carla, als, client):
    assert als(carla).get(f"/clienten/{client.pk}/traject/").status_code == 404
    assert als(carla).post(f"/clienten/{client.pk}/traject/fase/", {"naar": "2"}).status_code == 404
    assert vraag(als(carla), client, "leefsituatie", toelichting="x").status_code == 404


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries(an, als, client, aantal, django_assert_max_num_queries):
    traject = client.trajecten.get()
    beantwoord_alles(client, an, Fase.VERKENNING)
    for n in range(aantal):
        ga_naar_fase(traject, Fase(2 - n % 2), door=an, op=vandaag(), motivatie="x")
        bewaar_randprobleem(Randprobleem(client=client, thema="taal", omschrijving="x"), door=an, op=vandaag())
    browser = als(an)
    with django_assert_max_num_queries(20):
        assert browser.get(f"/clienten/{client.pk}/traject/").status_code == 200
