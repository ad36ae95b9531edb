"""Noting a talk: quick, shielded when asked."""

import json
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from clienten.models import Stand
from ocmw.gereedschap.testing.formulier import velden_van, zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_gesprek, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van, vandaag
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from trajecten.actions import bewaar_doel, handel_afspraak_af, maak_afspraak, noteer_gesprek, wijzig_gesprek
from trajecten.beloften import CONTACT
from trajecten.models import Actiepunt, Afspraak, Doel, Gesprek


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


# --- the rules behind the form -------------------------------------------------------------------------
def test_een_gesprek_verzet_de_lijst_en_staat_zonder_woorden_in_het_journaal(an, client):
    maak_gesprek(maak_client(an), an)
    gesprek = maak_gesprek(client, an, op=vandaag() - timedelta(days=2), verslag="Hij is verhuisd.")
    assert (gesprek.gewijzigd_door, gesprek.is_contact) == (an, True)
    assert str(gesprek) == f"Gesprek op kantoor op {vandaag() - timedelta(days=2):%d/%m/%Y}"
    regel = Journaalregel.objects.get(wat="gesprek_genoteerd", client_id=client.pk)
    assert (regel.client_id, regel.details) == (client.pk, {"kanaal": "gesprek", "dag": str(gesprek.op)})
    maak_gesprek(client, an, op=vandaag() - timedelta(days=5))
    maak_gesprek(client, an, aanwezigheid="afwezig")
    assert Stand.objects.get(client=client).laatste_contact_op == vandaag() - timedelta(days=2)
    assert not Gesprek(aanwezigheid="verontschuldigd").is_contact


def test_vandaag_is_de_laatste_dag_van_een_gesprek(an, client):
    assert noteer_gesprek(Gesprek(client=client, op=vandaag()), door=an, op=vandaag()).pk
    with pytest.raises(Geweigerd, match="noteer je als afspraak"):
        noteer_gesprek(Gesprek(client=client, op=vandaag() + timedelta(days=1)), door=an, op=vandaag())


@pytest.mark.parametrize(("duur", "goed"), [(0, False), (1, True), (600, True), (601, False)])
def test_een_gesprek_duurt_een_minuut_tot_tien_uur(an, client, duur, goed):
    gesprek = Gesprek(client=client, op=vandaag(), duur=duur)
    if goed:
        assert noteer_gesprek(gesprek, door=an, op=vandaag()).pk
    else:
        with pytest.raises(ValidationError, match="tussen 1 en 600 minuten"):
            noteer_gesprek(gesprek, door=an, op=vandaag())


def punt(**velden):
    return Actiepunt(**{"omschrijving": "Cv nakijken", "vervalt_op": vandaag(), **velden})


def test_een_gesprek_met_een_actiepunt_zonder_woorden_bestaat_niet(an, client):
    with pytest.raises(ValidationError, match="omschrijving"):
        noteer_gesprek(Gesprek(client=client, op=vandaag()), [punt(omschrijving="")], door=an, op=vandaag())
    assert not Gesprek.objects.exists()


def test_wat_de_client_belooft_kijkt_de_coach_na_ook_als_een_ander_het_noteert(an, bert, griet, client):
    van_griet, van_an = punt(), punt()
    noteer_gesprek(Gesprek(client=client, op=vandaag()), [van_griet], door=griet, op=vandaag())
    noteer_gesprek(Gesprek(client=client, op=vandaag()), [van_an], door=an, op=vandaag())
    assert (van_griet.medewerker, van_an.medewerker) == (an, an)
    assert van_griet.gewijzigd_door == griet
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    van_bert, gekozen = punt(), punt(medewerker=griet)
    noteer_gesprek(Gesprek(client=client, op=vandaag()), [van_bert, gekozen], door=bert, op=vandaag())
    assert (van_bert.medewerker, gekozen.medewerker) == (bert, griet)
    client.toewijzingen.update(tot=vandaag())
    los = punt()
    noteer_gesprek(Gesprek(client=client, op=vandaag()), [los], door=griet, op=vandaag())
    assert los.medewerker == griet, "nobody follows this client any more"


def test_wie_een_ander_dossier_volgt_volgt_dit_nog_niet(an, griet, bert, client):
    ander = maak_client(griet)
    ander.toewijzingen.create(medewerker=griet, rol="mw", van=vandaag())
    client.toewijzingen.create(medewerker=griet, rol="mw", van=vandaag() - timedelta(days=9), tot=vandaag())
    rij = punt()
    noteer_gesprek(Gesprek(client=client, op=vandaag()), [rij], door=griet, op=vandaag())
    assert rij.medewerker == an
    van_bert = maak_client(bert)
    rij = punt()
    noteer_gesprek(Gesprek(client=van_bert, op=vandaag()), [rij], door=griet, op=vandaag())
    assert rij.medewerker == griet, "a maatschappelijk werker is no coach"


def test_afschermen_geldt_ook_voor_wat_afgesproken_werd_en_opheffen_ook(an, griet, client):
    los, met_doel, met_werk = punt(), punt(), punt()
    gesprek = noteer_gesprek(Gesprek(client=client, op=vandaag()), [los, met_doel, met_werk], door=an, op=vandaag())
    werk = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
    Actiepunt.objects.filter(pk=met_werk.pk).update(doel=werk)
    gezond = bewaar_doel(Doel(client=client, thema="gezondheid", omschrijving="Rust"), door=an, op=vandaag())
    Actiepunt.objects.filter(pk=met_doel.pk).update(doel=gezond)

    def zet(waarde):
        gesprek.afgeschermd = waarde
        wijzig_gesprek(gesprek, ["afgeschermd"], door=an, op=vandaag())
        return [Actiepunt.objects.get(pk=p.pk).afgeschermd for p in (los, met_doel, met_werk)]

    assert zet(True) == [True, True, True]
    assert not Actiepunt.objects.zichtbaar_voor(griet).exists()
    assert zet(False) == [False, True, False], "the goal still shields it"
    regels = Journaalregel.objects.filter(wat="gesprek_gewijzigd")
    assert [regel.details for regel in regels] == [{"velden": ["afgeschermd"]}] * 2


def test_een_gewijzigde_dag_verzet_de_lijst_en_de_termijn_en_laat_de_acties_met_rust(an, client):
    maak_traject(client, an)
    gesprek = noteer_gesprek(Gesprek(client=client, op=vandaag()), [punt()], door=an, op=vandaag())

    def stilte():
        return Termijn.objects.open().get(soort=CONTACT).vervalt_op

    eerst = stilte()
    gesprek.op = vandaag() - timedelta(days=8)
    wijzig_gesprek(gesprek, ["op"], door=an, op=vandaag())
    assert Stand.objects.get(client=client).laatste_contact_op == vandaag() - timedelta(days=8)
    assert stilte() == eerst - timedelta(days=8)
    assert Actiepunt.objects.get().versie == 1
    gesprek.op = vandaag() + timedelta(days=1)
    with pytest.raises(Geweigerd, match="noteer je als afspraak"):
        wijzig_gesprek(gesprek, ["op"], door=an, op=vandaag())


def test_een_afspraak_die_al_afgehandeld_was_blijft_zoals_ze_was(an, client):
    afspraak = maak_afspraak(Afspraak(client=client, medewerker=an, begint_op=morgen()), door=an, op=vandaag())
    handel_afspraak_af(afspraak, "afgezegd", door=an, op=vandaag())
    noteer_gesprek(Gesprek(client=client, op=vandaag()), door=an, op=vandaag(), uit=afspraak)
    afspraak.refresh_from_db()
    assert afspraak.status == "afgezegd"


def test_een_gesprek_wijzigen_in_de_browser(an, als, client):
    gesprek = maak_gesprek(client, an)
    adres = f"/clienten/{client.pk}/gesprekken/{gesprek.pk}/"
    form = als(an).get(adres).context["form"]
    assert als(an).post(adres, velden_van(form, op=str(vandaag() + timedelta(days=1)))).status_code == 422
    antwoord = als(an).post(adres, velden_van(form, verslag="Anders"))
    assert antwoord["Location"] == f"/clienten/{client.pk}/gesprekken/"
    gesprek.refresh_from_db()
    assert (gesprek.verslag, gesprek.versie) == ("Anders", 2)


def test_wat_pas_bij_het_bewaren_geweigerd_wordt_staat_in_het_formulier_en_bewaart_niets(an, als, client, monkeypatch):
    def weiger(*_args, **_kwargs):
        raise Geweigerd("Dit kan nu niet.")

    gesprek = maak_gesprek(client, an)
    for naam in ("maak_afspraak", "wijzig_gesprek"):
        monkeypatch.setattr(f"trajecten.views.gesprek.{naam}", weiger)
    dag = str(vandaag() + timedelta(days=3))
    nieuw = als(an).post(
        f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(**{"afspraak-dag": dag, "afspraak-uur": "09:00"})
    )
    gewijzigd = als(an).post(f"/clienten/{client.pk}/gesprekken/{gesprek.pk}/", invoer(versie="1"))
    for antwoord in (nieuw, gewijzigd):
        assert antwoord.status_code == 422
        assert "Dit kan nu niet." in antwoord.text
    assert Gesprek.objects.count() == 1


def test_een_actiepunt_zonder_dag_vraagt_tegen_wanneer(an, als, client):
    antwoord = als(an).post(
        f"/clienten/{client.pk}/gesprekken/nieuw/", invoer(**{"punt0-omschrijving": "Bel VDAB", "punt0-vervalt_op": ""})
    )
    assert antwoord.status_code == 422
    assert "Kies tegen wanneer." in antwoord.text


def test_een_gesprek_van_een_ander_dossier_hoort_niet_bij_dit_adres(an, carla, als, client):
    gesprek, ander = maak_gesprek(client, an), maak_client(an)
    assert als(an).get(f"/clienten/{ander.pk}/gesprekken/{gesprek.pk}/").status_code == 404
    assert als(carla).get(f"/clienten/{client.pk}/gesprekken/{gesprek.pk}/").status_code == 404
