"""Search first: an existing file is found, a foreign one stays unknown, a new one is made once."""

from datetime import date

import pytest

from clienten.enums import Sluitreden
from clienten.models import Client, InszHistoriek, Toewijzing
from ocmw.gereedschap.testing.maak import insz_van, maak_client, maak_insz
from ocmw.kalender.klok import vandaag

ZOEK, MAAK = "/clienten/nieuw/", "/clienten/nieuw/gegevens/"
GEBOREN = date(1990, 5, 14)
INSZ = maak_insz(GEBOREN, 33)


def opgemaakt(nummer):
    return f"{nummer[:2]}.{nummer[2:4]}.{nummer[4:6]}-{nummer[6:9]}.{nummer[9:]}"


@pytest.mark.parametrize("spelling", [INSZ, opgemaakt(INSZ), f" {INSZ[:6]} {INSZ[6:9]} {INSZ[9:]} "])
def test_elke_spelling_van_het_insz_vindt_het_dossier(an, bert, als, spelling):
    client = maak_client(an, insz=INSZ, geboortedatum=GEBOREN, voornaam="Fatou", achternaam="Diallo")
    pagina = als(bert).post(ZOEK, {"insz": spelling})
    assert pagina.status_code == 200
    assert "Fatou Diallo" in pagina.text
    assert "14/05/1990" in pagina.text
    assert f"/clienten/{client.pk}/" in pagina.text


def test_naam_met_andere_schrijfwijze_en_volgorde_wordt_gevonden(an, als):
    maak_client(an, voornaam="Çelik", achternaam="D'Hondt", geboortedatum=GEBOREN, insz="")
    data = {"achternaam": "celik", "voornaam": "d hondt", "geboortedatum": "1990-05-14"}
    assert "D&#x27;Hondt" in als(an).post(ZOEK, data).text


def test_een_oud_bis_nummer_vindt_wie_nu_een_ander_nummer_heeft(an, als):
    client = maak_client(an, voornaam="Selam")
    InszHistoriek.objects.create(client=client, insz=INSZ, vervangen_op=vandaag())
    assert "Selam" in als(an).post(ZOEK, {"insz": INSZ}).text


def test_een_gesloten_dossier_wordt_aangeboden_om_te_heropenen(an, bert, als):
    client = maak_client(bert, insz=INSZ, geboortedatum=GEBOREN)
    Client.objects.filter(pk=client.pk).update(gesloten_op=vandaag(), sluitreden=Sluitreden.WERK)
    pagina = als(bert).post(ZOEK, {"insz": INSZ})
    assert f"/clienten/{client.pk}/heropenen/" in pagina.text
    assert als(bert).post(f"/clienten/{client.pk}/heropenen/", {"reden": "Terug."}).status_code == 302
    client.refresh_from_db()
    assert client.gesloten_op is None


def test_een_dossier_van_een_ander_ocmw_blijft_onbekend(an, carla, als):
    maak_client(carla, insz=INSZ, geboortedatum=GEBOREN, voornaam="Geheimnaam", achternaam="Verborgen")
    pagina = als(an).post(ZOEK, {"insz": INSZ})
    assert "Neem contact op met je coördinator" in pagina.text
    for verraad in ("Geheimnaam", "Verborgen", "Turnhout", "14/05/1990", "1990-05-14", "Carla"):
        assert verraad not in pagina.text
    assert "Maak een nieuw dossier" in pagina.text


def test_het_formulier_neemt_de_geboortedatum_over_maar_nooit_het_geslacht(an, als):
    pagina = als(an).post(MAAK, {"overnemen": "1", "insz": INSZ})
    form = pagina.context["form"]
    assert form["geboortedatum"].value() == GEBOREN
    assert not form["geslacht"].value()
    assert not Client.objects.exists()


def nieuw(**anders):
    return {
        "voornaam": "Fatou", "achternaam": "Diallo", "insz": INSZ, "geboortedatum": "1990-05-14",
        "mag_werken": "onbekend", "contact-gsm": "0470 12 34 56", **anders,
    }  # fmt: skip


def test_een_mw_maakt_een_dossier_en_volgt_het(bert, als):
    antwoord = als(bert).post(MAAK, nieuw())
    client = Client.objects.get()
    assert antwoord.url == f"/clienten/{client.pk}/aanmelding/"
    assert (client.insz, client.ocmw, client.geboortedatum) == (INSZ, bert.ocmw, GEBOREN)
    assert client.contact.gsm == "+32470123456"
    assert Toewijzing.objects.get().medewerker == bert


def test_een_strijdige_geboortedatum_vraagt_bevestiging(bert, als):
    pagina = als(bert).post(MAAK, nieuw(geboortedatum="1990-05-15"))
    assert "Volgens het INSZ is de geboortedatum 14/05/1990" in pagina.text
    assert 'type="checkbox" name="bevestig_geboortedatum"' in pagina.text
    assert not Client.objects.exists()
    als(bert).post(MAAK, nieuw(geboortedatum="1990-05-15", bevestig_geboortedatum="on"))
    assert Client.objects.get().geboortedatum == date(1990, 5, 15)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"insz": "90.05.14-033.00"}, "controlegetal"),
        ({"insz": "12"}, "11 cijfers"),
        *(({"insz": insz_van(f"90{maand}32033")}, "dag 32 bestaat niet") for maand in ("00", "20", "40", "05")),
        ({"insz": insz_van("900230033")}, "30/02/1990 bestaat niet"),
        ({"geboortedatum": "2999-01-01", "insz": ""}, "toekomst"),
        ({"geboortedatum": "1066-10-14", "insz": ""}, "1900"),
        ({"contact-gsm": "bel mij"}, "telefoonnummer"),
        ({"achternaam": "  "}, "verplicht"),
        ({"voornaam": "x" * 500}, "80"),
        ({"voornaam": "Fatou\x00"}, "nul"),
    ],
)
def test_slechte_invoer_wordt_uitgelegd_en_blijft_staan(bert, als, anders, zin):
    pagina = als(bert).post(MAAK, nieuw(**anders))
    assert pagina.status_code == 200
    assert zin in pagina.text.lower()
    assert "Diallo" in pagina.text or "achternaam" in anders
    assert not Client.objects.exists()


@pytest.mark.parametrize("maand", ["00", "20", "40"])
@pytest.mark.parametrize("geboren", ["", "1990-05-14"])
def test_een_insz_zonder_maand_mag(bert, als, maand, geboren):
    """The register does not know the birthday (I6): the date may stay empty, or come from the client."""
    nummer = insz_van(f"90{maand}00033")
    assert als(bert).post(MAAK, nieuw(insz=nummer, geboortedatum=geboren)).status_code == 302
    client = Client.objects.get()
    assert (client.insz, client.geboortedatum) == (nummer, GEBOREN if geboren else None)


@pytest.mark.parametrize(
    ("maanddag", "zin"),
    [("0000", "is het geboortejaar 1990, niet 1991"), ("0500", "de geboortemaand 05/1990, niet 05/1991")],
)
def test_een_geboortedatum_die_niet_bij_een_half_nummer_past_wordt_gevraagd(bert, als, maanddag, zin):
    data = nieuw(insz=insz_van(f"90{maanddag}033"), geboortedatum="1991-05-14")
    assert zin in als(bert).post(MAAK, data).text
    assert als(bert).post(MAAK, data | {"bevestig_geboortedatum": "on"}).status_code == 302


def test_twee_keer_hetzelfde_insz_kan_niet(an, bert, als):
    maak_client(an, insz=INSZ, geboortedatum=GEBOREN)
    pagina = als(bert).post(MAAK, nieuw(toch="1"))
    assert "Er is al een dossier met dit INSZ" in pagina.text
    assert Client.objects.count() == 1


def test_een_waarschijnlijke_dubbel_vraagt_eerst_of_het_iemand_anders_is(an, bert, als):
    maak_client(an, voornaam="Fatou", achternaam="Diallo", geboortedatum=GEBOREN, insz="")
    assert "Is dit dezelfde persoon?" in als(bert).post(MAAK, nieuw()).text
    assert Client.objects.count() == 1
    als(bert).post(MAAK, nieuw(toch="1"))
    assert Client.objects.count() == 2


@pytest.mark.parametrize(
    ("bestaat", "nieuwe"),
    [
        (("Zofia", "Łukasiewicz"), ("Zofia", "Lukasiewicz")), (("Ayşegül", "Işık"), ("Aysegul", "Isik")),
        (("Hassan", "El Mansouri"), ("Hassan", "Elmansouri")), (("Hassan", "El Mansouri"), ("Hassan", "Mansouri")),
        (("Zoë", "D'Hondt"), ("Zoe", "Dhondt")), (("Griet", "Van den Broucke"), ("Broucke", "Griet van den")),
        (("رانيا", "الخطيب"), ("رَانِيَا", "الخطيب")), (("ሰላም", "ተስፋዬ"), ("ተስፋዬ", "ሰላም")),
    ],
)  # fmt: skip
def test_een_andere_schrijfwijze_van_de_naam_is_misschien_dezelfde_persoon(an, bert, als, bestaat, nieuwe):
    maak_client(an, voornaam=bestaat[0], achternaam=bestaat[1], geboortedatum=GEBOREN, insz="")
    data = nieuw(voornaam=nieuwe[0], achternaam=nieuwe[1], insz="")
    assert "Is dit dezelfde persoon?" in als(bert).post(MAAK, data).text
    assert Client.objects.count() == 1
    assert len(als(bert).post(ZOEK, data).context["gelijken"].gevonden) == 1


@pytest.mark.parametrize(
    ("voornaam", "achternaam"), [("ሰላም", "ተስፋዬ"), ("Олена", "Коваленко"), ("★", "★"), ("Jo", "?????")]
)
def test_wie_enkel_op_die_dag_geboren_is_wordt_niet_voorgesteld(an, bert, als, voornaam, achternaam):
    maak_client(an, voornaam="رانيا", achternaam="الخطيب", geboortedatum=GEBOREN, insz="")
    pagina = als(bert).post(MAAK, nieuw(voornaam=voornaam, achternaam=achternaam, insz=""))
    assert pagina.status_code == 302
    assert Client.objects.count() == 2


def test_dezelfde_naam_op_een_andere_dag_is_niemand_die_we_kennen(an, bert, als):
    maak_client(an, voornaam="Fatou", achternaam="Diallo", geboortedatum=date(1991, 5, 14), insz="")
    assert als(bert).post(MAAK, nieuw(insz="")).status_code == 302


@pytest.mark.parametrize("wie", ["leo", "bea"])
def test_zonder_recht_geen_zoekscherm(request, als, wie):
    medewerker = request.getfixturevalue(wie)
    assert als(medewerker).get(ZOEK).status_code == 403
    assert als(medewerker).post(MAAK, nieuw()).status_code == 403


def test_zoeken_zonder_naam_of_insz_vraagt_wat_ontbreekt(an, als):
    pagina = als(an).post(ZOEK, {"voornaam": "Fatou"})
    assert "Vul de familienaam in, of zoek op INSZ." in pagina.text
