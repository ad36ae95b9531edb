"""A traject from start to end: one at a time, a phase changes for one of two, and every refusal is a sentence."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from clienten.enums import Stap
from clienten.models import Client, Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import ga_naar_fase, sluit_traject_af, start_traject
from trajecten.beloften import CONTACT, TRAJECTPLAN
from trajecten.enums import Stopreden
from trajecten.fasen import Fase
from trajecten.models import Faseperiode, Traject

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
DAG = timedelta(days=1)
WAAROM = "Samen beslist."


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def traject(client, an):
    return maak_traject(client, an, op=vandaag() - 10 * DAG)


def stap(client):
    stand = Stand.objects.get(client=client)
    return stand.stap, stand.stap_sinds


def sluit_dossier(client):
    Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden="verhuisd")
    client.refresh_from_db()


def test_starten_opent_fase_1_de_termijnen_de_lijst_en_het_journaal(client, an):
    traject = start_traject(client, door=an, op=vandaag())
    periode = traject.faseperiodes.get()
    assert (periode.fase, periode.van, periode.tot, periode.gestart_door) == (Fase.VERKENNING, vandaag(), None, an)
    assert stap(client) == (Stap.FASE_1, vandaag())
    assert set(Termijn.objects.open().values_list("soort", flat=True)) == {CONTACT, TRAJECTPLAN}
    assert Journaalregel.objects.get(wat="traject_gestart").details == {"fase": 1}
    assert str(traject) == f"Traject sinds {vandaag():%d/%m/%Y}"
    assert str(periode) == f"Verkenning vanaf {vandaag():%d/%m/%Y}"


def test_er_loopt_maar_een_traject(traject, client, an):
    with pytest.raises(Geweigerd, match="loopt al een traject"):
        start_traject(client, door=an, op=vandaag())
    with pytest.raises(IntegrityError), transaction.atomic():
        Traject.objects.create(client=client, gestart_op=vandaag(), gestart_door=an)
    start_traject(maak_client(an), door=an, op=vandaag())
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert start_traject(client, door=an, op=vandaag()).pk


def test_een_gesloten_dossier_begint_geen_traject(client, an):
    sluit_dossier(client)
    with pytest.raises(Geweigerd, match="Dit dossier is gesloten"):
        start_traject(client, door=an, op=vandaag())


# --- phases ------------------------------------------------------------------------------------------
def test_een_fase_verder_sluit_de_vorige_en_opent_de_nieuwe(traject, client, an):
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie=f"  {WAAROM} ")
    oud, nieuw = traject.faseperiodes.all()
    assert (oud.fase, oud.tot) == (Fase.VERKENNING, vandaag())
    assert (nieuw.fase, nieuw.van, nieuw.tot, nieuw.motivatie) == (Fase.IN_KAART, vandaag(), None, WAAROM)
    assert Traject.objects.get().fase == traject.fase == Fase.IN_KAART
    assert stap(client) == (Stap.FASE_2, vandaag())
    regel = Journaalregel.objects.get(wat="fase_gewijzigd")
    assert regel.details == {"van": 1, "naar": 2, "toch": True}


def test_een_stap_terug_vraagt_waarom_en_is_geen_toch(traject, an):
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag() - DAG, motivatie=WAAROM)
    with pytest.raises(Geweigerd, match="Schrijf waarom het traject teruggaat"):
        ga_naar_fase(traject, Fase.VERKENNING, door=an, op=vandaag())
    ga_naar_fase(traject, Fase.VERKENNING, door=an, op=vandaag(), motivatie=WAAROM)
    assert Journaalregel.objects.filter(wat="fase_gewijzigd", details__toch=False, details__naar=1).exists()
    assert Faseperiode.objects.get(tot=None).motivatie == WAAROM


def test_wie_gewoon_verder_kan_hoeft_niets_te_schrijven_en_er_blijft_niets_van_over(traject, an):
    traject.fase = Fase.BEGELEIDING
    traject.save()
    traject.beantwoordingen.create(
        client=traject.client, vraag="opvolging", antwoord="ja", beantwoord_op=vandaag(), gewijzigd_door=an
    )
    periode = ga_naar_fase(traject, Fase.EINDE, door=an, op=vandaag(), motivatie="Toch iets geschreven.")
    assert periode.motivatie == ""


@pytest.mark.parametrize(("heeft_werk", "mag"), [(True, True), (False, False)])
def test_naar_begeleiding_gaat_zonder_meer_als_er_werk_is(traject, an, heeft_werk, mag):
    traject.fase = Fase.ZOEKEN
    traject.save()
    for code, antwoord, tekst in (("richting", "art60", ""), ("richting_reden", "", "Nog geen ervaring.")):
        traject.beantwoordingen.create(
            client=traject.client, vraag=code, antwoord=antwoord, toelichting=tekst, beantwoord_op=vandaag()
        )
    if mag:
        assert ga_naar_fase(traject, Fase.BEGELEIDING, door=an, op=vandaag(), heeft_werk=heeft_werk).pk
    else:
        with pytest.raises(Geweigerd, match="nog geen werk"):
            ga_naar_fase(traject, Fase.BEGELEIDING, door=an, op=vandaag(), heeft_werk=heeft_werk)


def test_een_fase_begint_niet_voor_de_vorige_begon(traject, an):
    begin = vandaag() - 10 * DAG
    with pytest.raises(Geweigerd, match=f"De huidige fase begon op {begin:%d/%m/%Y}"):
        ga_naar_fase(traject, Fase.IN_KAART, door=an, op=begin - DAG, motivatie=WAAROM)
    assert traject.faseperiodes.count() == 1
    assert ga_naar_fase(traject, Fase.IN_KAART, door=an, op=begin + 2 * DAG, motivatie=WAAROM).van == begin + 2 * DAG
    with pytest.raises(Geweigerd, match=f"De huidige fase begon op {begin + 2 * DAG:%d/%m/%Y}"):
        ga_naar_fase(traject, Fase.ZOEKEN, door=an, op=begin + DAG, motivatie=WAAROM)
    assert ga_naar_fase(traject, Fase.ZOEKEN, door=an, op=begin + 2 * DAG, motivatie=WAAROM).fase == Fase.ZOEKEN


def test_zonder_faseperiode_kan_een_overgenomen_traject_toch_verder(traject, an):
    traject.faseperiodes.all().delete()
    assert ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie=WAAROM).fase == Fase.IN_KAART


def test_van_twee_die_tegelijk_klikken_wint_er_een(traject, an, griet):
    een, twee = Traject.objects.get(), Traject.objects.get()
    ga_naar_fase(een, Fase.IN_KAART, door=an, op=vandaag(), motivatie=WAAROM)
    with pytest.raises(Geweigerd, match="Iemand anders heeft dit traject intussen gewijzigd"):
        ga_naar_fase(twee, Fase.IN_KAART, door=griet, op=vandaag(), motivatie=WAAROM)
    assert traject.faseperiodes.count() == 2


def test_wie_van_fase_wisselt_terwijl_een_collega_afsluit_leest_dat(traject, an, griet):
    een, twee = Traject.objects.get(), Traject.objects.get()
    sluit_traject_af(een, reden=Stopreden.WERK, door=an, op=vandaag())
    with pytest.raises(Geweigerd, match="intussen gewijzigd"):
        ga_naar_fase(twee, Fase.IN_KAART, door=griet, op=vandaag(), motivatie=WAAROM)
    with pytest.raises(Geweigerd, match="intussen afgesloten"):
        sluit_traject_af(twee, reden=Stopreden.VERHUISD, door=griet, op=vandaag())
    assert Traject.objects.get().stopreden == Stopreden.WERK


def test_een_ander_traject_blijft_waar_het_was(traject, an):
    ander = maak_traject(maak_client(an), an)
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie=WAAROM)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    ander.refresh_from_db()
    assert (ander.fase, ander.afgesloten_op, ander.faseperiodes.get().tot) == (Fase.VERKENNING, None, None)


# --- the end -----------------------------------------------------------------------------------------
def test_afsluiten_sluit_de_fase_zet_de_lijst_op_nazorg_en_schrijft_het_op(traject, client, an):
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag() - DAG)
    rij = Traject.objects.get()
    assert (rij.afgesloten_op, rij.stopreden) == (vandaag() - DAG, Stopreden.WERK)
    assert (traject.afgesloten_op, traject.stopreden) == (vandaag() - DAG, Stopreden.WERK)
    assert traject.faseperiodes.get().tot == vandaag() - DAG
    assert stap(client) == (Stap.NAZORG, vandaag() - DAG)
    assert Journaalregel.objects.get(wat="traject_afgesloten").details == {"stopreden": "werk"}
    assert not Termijn.objects.open().filter(soort=TRAJECTPLAN).exists()
    with pytest.raises(Geweigerd, match="al afgesloten"):
        sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert traject.weigering_voor_wijzigen() == "Het traject is afgesloten."


def test_een_fase_die_later_begon_dan_het_einde_duurt_nul_dagen(traject, an):
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag(), motivatie=WAAROM)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag() - DAG)
    assert Faseperiode.objects.get(fase=Fase.IN_KAART).tot == vandaag()


def test_afsluiten_laat_de_fasen_van_vroeger_zoals_ze_waren(traject, an):
    ga_naar_fase(traject, Fase.IN_KAART, door=an, op=vandaag() - 5 * DAG, motivatie=WAAROM)
    sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=vandaag())
    assert [periode.tot for periode in traject.faseperiodes.all()] == [vandaag() - 5 * DAG, vandaag()]


def test_een_traject_eindigt_niet_voor_zijn_start(traject, an):
    assert traject.weigering_voor_wijzigen() == ""
    with pytest.raises(Geweigerd, match="niet voor zijn start"):
        sluit_traject_af(traject, reden=Stopreden.WERK, door=an, op=traject.gestart_op - DAG)
    assert traject.weigering_voor_afsluiten(traject.gestart_op) == ""


# --- in the browser ----------------------------------------------------------------------------------
def test_starten_en_afsluiten_in_de_browser(client, an, als):
    browser, start, stop = (
        als(an),
        f"/clienten/{client.pk}/traject/start/",
        f"/clienten/{client.pk}/traject/afsluiten/",
    )
    assert browser.get(stop).status_code == 404
    assert browser.get(start).status_code == 200
    assert browser.post(start, {"op": str(vandaag() + DAG)}).status_code == 422
    assert browser.post(start, {"op": str(vandaag())})["Location"] == f"/clienten/{client.pk}/traject/"
    nog_eens = browser.post(start, {"op": str(vandaag())})
    assert nog_eens.status_code == 422
    assert "Er loopt al een traject" in nog_eens.text
    assert browser.get(stop).status_code == 200
    for fout, zin in (
        ({"op": str(vandaag() + DAG), "reden": "werk"}, "niet vooraf"),
        ({"op": str(vandaag())}, "verplicht"),
        ({"op": str(vandaag()), "reden": "ingevoerd"}, "Selecteer"),
        ({"op": str(vandaag() - DAG), "reden": "werk"}, "niet voor zijn start"),
    ):
        antwoord = browser.post(stop, fout)
        assert antwoord.status_code == 422
        assert zin in antwoord.text
    assert browser.post(stop, {"op": str(vandaag()), "reden": "werk"})["Location"] == f"/clienten/{client.pk}/traject/"
    assert Traject.objects.get().stopreden == "werk"


def test_wie_het_traject_niet_beheert_start_en_sluit_er_geen(client, bert, carla, als):
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    for deel in ("start", "afsluiten"):
        assert als(bert).get(f"/clienten/{client.pk}/traject/{deel}/").status_code == 403
        assert als(carla).get(f"/clienten/{client.pk}/traject/{deel}/").status_code == 404
