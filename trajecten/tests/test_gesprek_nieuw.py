"""Noting a talk: quick, shielded when asked."""

import json
from datetime import timedelta

import pytest

from clienten.models import Stand
from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek
from ocmw.kalender.klok import begin_van, vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import maak_afspraak, noteer_gesprek
from trajecten.models import Actiepunt, Afspraak, Gesprek


@pytest.fixture
def client(an):
    return maak_client(an)


def invoer(**velden):
    return {
        "kanaal": "telefoon",
        "op": vandaag().isoformat(),
        "aanwezigheid": "aanwezig",
        "duur": "20",
        "verslag": "Hij zoekt werk.",
        **velden,
    }


def morgen(uur=10):
    return begin_van(vandaag() + timedelta(days=1)) + timedelta(hours=uur)


def test_een_gesprek_met_actiepunt_en_afspraak_in_een_keer(an, als, client):
    tegen = vandaag() + timedelta(days=7)
    antwoord = als(an).post(
        f"/clienten/{client.pk}/gesprekken/nieuw/",
        invoer(
            **{
                "punt0-omschrijving": "Cv nakijken",
                "punt0-vervalt_op": tegen.isoformat(),
                "punt0-wie": "client",
                "afspraak-dag": (vandaag() + timedelta(days=14)).isoformat(),
                "afspraak-uur": "09:30",
            }
        ),
    )
    assert antwoord.status_code == 302, antwoord.content.decode()[-3000:]
    gesprek = Gesprek.objects.get()
    assert (gesprek.kanaal, gesprek.duur, gesprek.door, gesprek.verslag) == ("telefoon", 20, an, "Hij zoekt werk.")
    punt = Actiepunt.objects.get()
    assert (punt.gesprek, punt.eigenaar, punt.medewerker, punt.vervalt_op) == (gesprek, "client", an, tegen)
    afspraak = Afspraak.objects.get()
    assert (afspraak.medewerker, afspraak.duur) == (an, 45)
    stand = Stand.objects.get(client=client)
    assert stand.volgende_afspraak_op == vandaag() + timedelta(days=14)
    assert stand.laatste_contact_op == vandaag()


def test_een_half_actiepunt_bewaart_niets_en_houdt_alles(an, als, client):
    antwoord = als(an).post(
        f"/clienten/{client.pk}/gesprekken/nieuw/",
        invoer(**{"punt0-omschrijving": "Bel VDAB", "punt0-vervalt_op": "morgen", "afspraak-dag": "2020-01-01"}),
    )
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Bel VDAB" in pagina
    assert "Hij zoekt werk." in pagina
    assert "Kies een uur." in pagina
    assert not Gesprek.objects.exists()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"op": (vandaag() + timedelta(days=3)).isoformat()}, "noteer je als afspraak"),
        ({"duur": "0"}, "1"),
        ({"duur": "9999"}, "600"),
        ({"kanaal": "rooksignaal"}, "Selecteer"),
        ({"op": ""}, "verplicht"),
    ],
)
def test_slechte_invoer_wordt_uitgelegd(an, als, client, velden, zin):
    antwoord = als(an).post(f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(**velden))
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert "Hij zoekt werk." in antwoord.content.decode()


def test_onder_de_nota_staat_wie_ze_leest(an, griet, als, client):
    pagina = als(an).get(f"/clienten/{client.pk}/gesprekken/nieuw/").content.decode()
    assert (
        "Leesbaar voor: An Claes, en de maatschappelijk werkers, trajectbegeleiders en coördinatoren van OCMW Aalst"
        in pagina
    )
    assert "Leesbaar voor: An Claes, en de maatschappelijk werkers en trajectbegeleiders van OCMW Aalst" in pagina
    assert "scherm het af" not in als(griet).get(f"/clienten/{client.pk}/gesprekken/nieuw/").content.decode()


def test_een_afgeschermd_gesprek_bestaat_niet_voor_de_coordinator(an, griet, als, client):
    als(an).post(
        f"/clienten/{client.pk}/gesprekken/nieuw/",
        invoer(
            **{
                "verslag": "KANARIE-DEPRESSIE",
                "afgeschermd": "on",
                "punt0-omschrijving": "KANARIE-KLINIEK bellen",
                "punt0-vervalt_op": vandaag().isoformat(),
            }
        ),
    )
    gesprek = Gesprek.objects.get()
    assert Actiepunt.objects.get().afgeschermd
    assert not Termijn.objects.filter(onderwerp__contains="KANARIE").exists()
    browser = als(griet)
    assert "KANARIE" not in browser.get(f"/clienten/{client.pk}/gesprekken/").content.decode()
    assert browser.get(f"/clienten/{client.pk}/gesprekken/{gesprek.pk}/").status_code == 404
    assert "KANARIE-DEPRESSIE" in als(an).get(f"/clienten/{client.pk}/gesprekken/").content.decode()


def test_wie_niet_mag_lezen_kan_niet_afschermen(griet, als, client):
    als(griet).post(f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(afgeschermd="on"))
    assert not Gesprek.objects.get().afgeschermd
    with pytest.raises(Geweigerd):
        noteer_gesprek(Gesprek(client=client, op=vandaag(), afgeschermd=True), door=griet, op=vandaag())


def test_een_overlappende_afspraak_waarschuwt_eerst(an, als, client):
    ander = maak_client(an)
    maak_afspraak(Afspraak(client=ander, medewerker=an, begint_op=morgen(10)), door=an, op=vandaag())
    velden = {"afspraak-dag": (vandaag() + timedelta(days=1)).isoformat(), "afspraak-uur": "10:30"}
    antwoord = als(an).post(f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(**velden))
    assert antwoord.status_code == 422
    assert "Er is al een afspraak van 10:00 tot 10:45" in antwoord.content.decode()
    assert not Gesprek.objects.exists()
    als(an).post(f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(**velden, **{"afspraak-toch": "on"}))
    assert Gesprek.objects.count() == 1
    assert Afspraak.objects.count() == 2


@pytest.mark.parametrize(("aanwezigheid", "status"), [("aanwezig", "geweest"), ("afwezig", "niet_gekomen")])
def test_een_gesprek_bij_een_afspraak_werkt_de_afspraak_af(an, als, client, aanwezigheid, status):
    afspraak = maak_afspraak(Afspraak(client=client, medewerker=an, begint_op=morgen()), door=an, op=vandaag())
    als(an).post(f"/clienten/{client.pk}/gesprekken/nieuw/?afspraak={afspraak.pk}", invoer(aanwezigheid=aanwezigheid))
    afspraak.refresh_from_db()
    assert afspraak.status == status
    assert Stand.objects.get(client=client).volgende_afspraak_op is None


def test_twee_mensen_wijzigen_hetzelfde_gesprek(an, bert, als, client):
    gesprek = maak_gesprek(client, an)
    basis = {"kanaal": "gesprek", "op": vandaag().isoformat(), "aanwezigheid": "aanwezig", "duur": "", "versie": "1"}
    begin = json.dumps({**basis, "verslag": "Een goed gesprek.", "afgeschermd": "False"})
    adres = f"/clienten/{client.pk}/gesprekken/{gesprek.pk}/"
    assert als(an).post(adres, {**basis, "begin": begin, "verslag": "Van An"}).status_code == 302
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    antwoord = als(bert).post(adres, {**basis, "begin": begin, "verslag": "Van Bert"})
    assert antwoord.status_code == 409
    assert "Van An" in antwoord.content.decode()
    assert "Van Bert" in antwoord.content.decode()
    gesprek.refresh_from_db()
    assert gesprek.verslag == "Van An"


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries_van_de_lijst(an, als, client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        maak_gesprek(client, an)
        maak_afspraak(Afspraak(client=client, medewerker=an, begint_op=morgen()), door=an, op=vandaag(), toch=True)
    browser = als(an)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/clienten/{client.pk}/gesprekken/").status_code == 200
    with django_assert_max_num_queries(12):
        assert browser.get(f"/clienten/{client.pk}/gesprekken/nieuw/").status_code == 200


def test_met_wie_sprak_je(an, carla, als, client):
    vreemd = maak_client(carla, achternaam="Vreemdeling")
    pagina = als(an).get("/gesprekken/nieuw/").content.decode()
    assert client.achternaam in pagina
    assert vreemd.achternaam not in zoek(als(an), "/gesprekken/nieuw/?q=vreemd").content.decode()


def test_de_lesgever_noteert_geen_gesprekken(leo, als, client):
    for adres in ("gesprekken/", "gesprekken/nieuw/", "afspraken/nieuw/"):
        assert als(leo).get(f"/clienten/{client.pk}/{adres}").status_code == 403
