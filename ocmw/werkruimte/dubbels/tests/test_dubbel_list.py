"""The pages: who looks alike, both next to each other, and taking it back."""

import re

import pytest
from django.urls import reverse

from clienten.models import Client, InszHistoriek, Randvoorwaarde
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_insz, maak_medewerker
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.dubbels.gevonden import NAAM, NUMMER, mogelijk_dubbel
from ocmw.werkruimte.dubbels.models import AnderePersoon, Vereniging

pytestmark = pytest.mark.databank


@pytest.fixture
def kaat(an):
    return maak_medewerker("Kaat", "Regelaar", an.ocmw, Rol.COORDINATOR)


@pytest.fixture
def paar(bert):
    een = maak_client(bert, voornaam="Łukasz", achternaam="Van den Broucke", taal="Pools")
    twee = maak_client(
        bert, voornaam="Lukasz", achternaam="Vandenbroucke", insz="", geboortedatum=een.geboortedatum, taal=""
    )
    return een, twee


def paren(kaat):
    return [(rij.een, rij.twee, rij.reden) for rij in mogelijk_dubbel(kaat)]


def test_zelfde_gevouwen_naam_en_dag(paar, kaat, bert, carla):
    maak_client(bert, voornaam="Lukasz", achternaam="Vandenbroucke")  # another day
    maak_client(
        carla, voornaam="Lukasz", achternaam="Vandenbroucke", geboortedatum=paar[0].geboortedatum
    )  # another OCMW
    assert paren(kaat) == [(*paar, NAAM)]


def test_een_oud_insz_dat_nu_van_een_ander_dossier_is(bert, kaat):
    nu, vroeger = maak_client(bert), maak_client(bert)
    InszHistoriek.objects.create(client=vroeger, insz=nu.insz, vervangen_op=vandaag())
    assert paren(kaat) == [(nu, vroeger, NUMMER)]


def test_namen_die_we_niet_kunnen_lezen_zijn_geen_paar(bert, kaat):
    een = maak_client(bert, voornaam="?", achternaam="???")
    maak_client(bert, voornaam="?", achternaam="???", geboortedatum=een.geboortedatum)
    assert paren(kaat) == []


def test_twee_mensen_staan_er_niet_meer(client, paar, kaat):
    client.force_login(kaat)
    lijst = reverse("dubbels:dubbel_list")
    assert "Vandenbroucke" in client.get(lijst).text
    client.post(reverse("dubbels:andere_persoon", args=[paar[1].pk, paar[0].pk]))
    assert "Geen dubbele dossiers" in client.get(lijst).text
    assert AnderePersoon.objects.count() == 2


def test_de_lijst_groeit_niet_met_de_vragen(client, paar, kaat, bert, django_assert_max_num_queries):
    client.force_login(kaat)
    for _ in range(3):
        maak_client(bert, voornaam="Lukasz", achternaam="Vandenbroucke", geboortedatum=paar[0].geboortedatum)
    with django_assert_max_num_queries(12):
        assert client.get(reverse("dubbels:dubbel_list")).text.count("Vergelijk<") == 10


def test_alleen_wie_beide_mag_zien(client, paar, an, carla):
    """Another OCMW: 404. A colleague outside the caseload is asked why first."""
    adres = reverse("dubbels:verenigen_met", args=[paar[0].pk, paar[1].pk])
    client.force_login(carla)
    assert client.get(adres).status_code == 404
    client.force_login(an)
    assert "/reden/" in client.get(adres)["Location"]
    eigen = maak_client(an)
    assert client.get(reverse("dubbels:verenigen_met", args=[eigen.pk, maak_client(carla).pk])).status_code == 404


def test_twee_ocmws_zijn_een_zin(client, kaat, carla):
    """Turnhout guides for Oud-Turnhout, so the coordinator may see both and yet not make one dossier of them."""
    from ocmw.gereedschap.testing.maak import maak_ocmw
    from ocmw.toegang.models import Samenwerking

    buur = maak_ocmw("oud-turnhout", "OCMW Oud-Turnhout")
    Samenwerking.objects.get_or_create(
        ocmw=buur, begeleidend=carla.ocmw, defaults={"van": vandaag(), "overeenkomst": "b"}
    )
    oona = maak_medewerker("Oona", "Buur", buur, Rol.MW)
    dirk = maak_medewerker("Dirk", "Gids", carla.ocmw, Rol.ATB)
    hier, daar = maak_client(dirk), maak_client(oona, coach=dirk)
    client.force_login(dirk)
    antwoord = client.get(reverse("dubbels:verenigen_met", args=[hier.pk, daar.pk]))
    assert "Deze dossiers zijn van twee OCMW&#x27;s" in antwoord.text
    assert "Maak er één dossier van" not in antwoord.text
    assert (
        client.post(reverse("dubbels:verenigen_met", args=[hier.pk, daar.pk]), {}).status_code == 409
        or Client.objects.filter(pk=daar.pk).exists()
    )


def test_kiezen_bewaren_en_het_oude_adres(client, paar, bert, an):
    een, twee = paar
    Client.objects.filter(pk=twee.pk).update(taal="Oekraïens")
    contract = maak_contract(twee, an, van=vandaag(), laatste_dag=vandaag())
    client.force_login(bert)
    adres = reverse("dubbels:verenigen_met", args=[een.pk, twee.pk])
    pagina = client.get(adres).text
    assert "Oekraïens (D" in pagina
    assert "1 tewerkstelling<" in pagina
    antwoorden = {
        naam: "weg" if naam.endswith(".taal") else "blijft"
        for naam in set(re.findall(r'name="([a-z]+\.[a-z]+-[^"]+)"', pagina))
    }
    oude_lijst = reverse("clienten:client_gegevens", args=[twee.pk])
    assert client.post(adres, antwoorden)["Location"] == reverse("dubbels:dossier_verenigen", args=[een.pk])
    een.refresh_from_db()
    contract.refresh_from_db()
    assert (een.taal, contract.client_id) == ("Oekraïens", een.pk)
    assert client.get(oude_lijst)["Location"] == een.get_absolute_url()
    assert "Maak ongedaan" in client.get(reverse("dubbels:dossier_verenigen", args=[een.pk])).text
    rij = Vereniging.objects.get()
    terug = reverse("dubbels:vereniging_ongedaan", args=[een.pk, rij.pk])
    assert "Maak er weer twee dossiers van" in client.get(terug).text
    client.post(terug)
    assert client.get(oude_lijst).status_code == 200
    assert "al ongedaan gemaakt" in client.get(terug).text


def test_een_oud_adres_zegt_niets_aan_wie_het_dossier_niet_ziet(client, paar, bert, carla):
    from ocmw.werkruimte.dubbels.actions import verenig_dossiers

    verenig_dossiers(*paar, {}, door=bert, op=vandaag())
    client.force_login(carla)
    assert client.get(paar[1].get_absolute_url()).status_code == 404


def test_afgeschermd_komt_niet_op_de_pagina(client, paar, kaat):
    for dossier, nota in zip(paar, ("Rugklachten", "Kine"), strict=True):
        Randvoorwaarde.objects.create(client=dossier, soort="gezondheid", in_orde="nee", nota=nota)
    client.force_login(kaat)
    pagina = client.get(reverse("dubbels:verenigen_met", args=[paar[0].pk, paar[1].pk])).text
    assert "Gezondheid" not in pagina
    assert "Er staan ook gegevens in die jij niet mag lezen" in pagina


def test_het_journaal_leest_het_oude_nummer_mee(client, paar, kaat, bert):
    from ocmw.werkruimte.dubbels.actions import verenig_dossiers

    client.force_login(kaat)
    client.get(reverse("clienten:client_gegevens", args=[paar[1].pk]))
    verenig_dossiers(*paar, {}, door=bert, op=vandaag())
    pagina = client.get(reverse("beheer:dossier_inzage", args=[paar[0].pk])).text
    assert "maakte van twee dossiers één" in pagina
    assert pagina.count("maakte het dossier aan") == 2


def test_op_nummer(client, paar, bert):
    client.force_login(bert)
    adres = reverse("dubbels:dossier_verenigen", args=[paar[0].pk])
    assert "Vandenbroucke" in client.get(adres).text
    assert client.post(adres, {"nummer": paar[1].dossiernummer})["Location"].endswith(f"/{paar[1].pk}/")
    for fout in ("D999999", paar[0].dossiernummer):
        assert "geen ander dossier" in client.post(adres, {"nummer": fout}).text
    assert "Schrijf het dossiernummer" in client.post(adres, {"nummer": "Jan"}).text


def test_zonder_insz_en_zonder_verschil(client, bert):
    dag = vandaag().replace(year=1988)
    een, twee = (maak_client(bert, voornaam="An", achternaam="Peeters", insz="", geboortedatum=dag) for _ in range(2))
    assert maak_insz(dag, 5)
    client.force_login(bert)
    adres = reverse("dubbels:verenigen_met", args=[een.pk, twee.pk])
    assert "spreken elkaar nergens tegen" in client.get(adres).text
    assert client.post(adres).status_code == 302
