"""Contracts of one client: errors at the field, every date that moves shown first, termijnen in step."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from clienten.models import Stand
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.termijnen.models import Termijn
from tewerkstelling.einde.beloften import EINDE_ART60
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = pytest.mark.django_db
OP = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def plek(an):
    return maak_werkplek(an.ocmw)


def invoer(plek, **velden):
    return {
        "soort": "art60",
        "werkplek": plek.pk,
        "functie": "Sorteerder",
        "van": "2026-12-01",
        "laatste_dag": "2027-11-30",
        "uren_per_week": "38",
        "voltijds_uren": "38",
        **velden,
    }


def post(browser, naam, client, gegevens, **sleutels):
    """First POST shows what moves; the second, with the code of that page, saves."""
    ruimte = "einde" if naam == "contract_einde" else "tewerkstelling"
    url = reverse(f"{ruimte}:{naam}", kwargs={"pk": client.pk, **sleutels})
    eerste = browser.post(url, gegevens)
    if eerste.status_code != 200 or not eerste.context["vooraf"].verschuift:
        return eerste, None
    return eerste, browser.post(url, {**gegevens, "gezien": eerste.context["vooraf"].code})


def termijnen(client, soort=EINDE_ART60):
    return list(
        Termijn.objects.open()
        .filter(client=client, soort=soort)
        .order_by("vervalt_op")
        .values_list("vervalt_op", flat=True)
    )


def test_eerst_zien_dan_bewaren(an, als, client, plek):
    registreer_werkervaring(Werkervaring(client=client, start=date(2026, 11, 1)), door=an, op=OP)
    eerste, tweede = post(als(an), "contract_create", client, invoer(plek))
    pagina = eerste.content.decode()
    assert "Dit verandert er" in pagina
    assert "di 30 november 2027" in pagina
    assert "Wat overblijft voor nazorg" in pagina
    assert "11 maanden, tot en met di 31 oktober 2028" in pagina
    assert tweede.status_code == 302
    contract = Tewerkstelling.objects.get()
    assert (contract.van, contract.tot, contract.uren_per_week) == (date(2026, 12, 1), date(2027, 12, 1), 38)
    assert (contract.client, contract.werkplek, contract.gewijzigd_door) == (client, plek, an)
    assert termijnen(client) == [date(2027, 11, 30) - timedelta(days=90)]
    assert Stand.objects.get(client=client).einde_op == date(2027, 11, 30)


def test_zonder_het_overzicht_te_zien_wordt_niets_bewaard(an, als, client, plek):
    url = reverse("tewerkstelling:contract_create", args=[client.pk])
    als(an).post(url, {**invoer(plek), "gezien": "iets anders"})
    assert not Tewerkstelling.objects.exists()


def test_wie_na_het_overzicht_iets_wijzigt_ziet_een_nieuw_overzicht(an, als, client, plek):
    browser, url = als(an), reverse("tewerkstelling:contract_create", args=[client.pk])
    code = browser.post(url, invoer(plek)).context["vooraf"].code
    antwoord = browser.post(url, {**invoer(plek, laatste_dag="2027-12-31"), "gezien": code})
    assert antwoord.status_code == 200
    assert not Tewerkstelling.objects.exists()


@pytest.mark.parametrize(
    ("velden", "veld", "zin"),
    [
        ({"laatste_dag": "2026-11-30"}, "laatste_dag", "De laatste dag ligt voor de eerste werkdag."),
        ({"van": "2026-02-30"}, "van", ""),
        ({"van": ""}, "van", ""),
        ({"van": "0206-12-01"}, "van", "Kijk het jaar na: deze dag ligt heel ver weg."),
        ({"laatste_dag": "2207-11-30"}, "laatste_dag", "Kijk het jaar na: deze dag ligt heel ver weg."),
        ({"uren_per_week": "38,5"}, "uren_per_week", "Dit is meer dan een voltijdse werkt in deze functie (38 uren)."),
        ({"uren_per_week": "0"}, "uren_per_week", "groter is dan nul"),
        ({"uren_per_week": "-4"}, "uren_per_week", "groter is dan nul"),
        ({"uren_per_week": ""}, "uren_per_week", "Vul in hoeveel uren per week de cliënt werkt."),
        ({"voltijds_uren": "0"}, "voltijds_uren", "tussen 1 en 50"),
        ({"werkplek": ""}, "werkplek", "Kies de werkplek waar de cliënt werkt."),
        ({"werkplek": "999999"}, "werkplek", ""),
        ({"soort": "zwart"}, "soort", ""),
    ],
)
def test_een_fout_staat_bij_het_veld_en_bewaart_niets(an, als, client, plek, velden, veld, zin):
    antwoord = als(an).post(reverse("tewerkstelling:contract_create", args=[client.pk]), invoer(plek, **velden))
    assert antwoord.status_code == 200
    assert zin in " ".join(antwoord.context["form"].errors[veld])
    assert not Tewerkstelling.objects.exists()


def test_een_overlap_staat_bij_de_eerste_werkdag(an, als, client, plek):
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2026, 12, 1))
    antwoord = als(an).post(reverse("tewerkstelling:contract_create", args=[client.pk]), invoer(plek))
    assert (
        "overlapt met een ander contract (01/04/2026 tot en met 01/12/2026)"
        in antwoord.context["form"].errors["van"][0]
    )


def test_aansluiten_op_de_dag_erna_mag(an, als, client, plek):
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2026, 11, 30))
    assert post(als(an), "contract_create", client, invoer(plek))[1].status_code == 302


def test_een_contract_zonder_einde_zegt_dat_het_einde_nog_niet_afgesproken_is(an, als, client, plek):
    eerste, tweede = post(als(an), "contract_create", client, invoer(plek, laatste_dag=""))
    assert "nog niet afgesproken" in eerste.content.decode()
    assert tweede.status_code == 302
    assert termijnen(client) == []


def test_alleen_de_functie_wijzigen_vraagt_geen_overzicht(an, als, client, plek):
    contract = maak_contract(client, an, van=date(2026, 12, 1), laatste_dag=date(2027, 11, 30))
    eerste, tweede = post(
        als(an), "contract_edit", client, invoer(plek, functie="Chauffeur", versie=1), contract=contract.pk
    )
    assert (eerste.status_code, tweede) == (302, None)
    contract.refresh_from_db()
    assert (contract.functie, contract.versie) == ("Chauffeur", 2)


def test_het_einde_verschuiven_toont_voor_en_na_en_verzet_de_termijnen(an, als, client, plek):
    contract = maak_contract(client, an, van=date(2026, 12, 1), laatste_dag=date(2027, 11, 30))
    eerste, tweede = post(
        als(an), "contract_edit", client, invoer(plek, laatste_dag="2028-02-29", versie=1), contract=contract.pk
    )
    verschuift = {g.wat: (g.voor, g.na) for g in eerste.context["vooraf"].gevolgen if g.verandert}
    assert verschuift["Laatste dag van art.60"] == ("di 30 november 2027", "di 29 februari 2028")
    assert tweede.status_code == 302
    assert termijnen(client) == [date(2028, 2, 29) - timedelta(days=90)]


def test_twee_collegas_op_hetzelfde_contract_verliezen_niets(an, griet, als, client, plek):
    contract = maak_contract(client, an, van=date(2026, 12, 1), laatste_dag=date(2027, 11, 30))
    post(als(griet), "contract_edit", client, invoer(plek, functie="Chauffeur", versie=1), contract=contract.pk)
    url = reverse("tewerkstelling:contract_edit", args=[client.pk, contract.pk])
    antwoord = als(an).post(url, invoer(plek, functie="Magazijnier", versie=1))
    assert antwoord.status_code == 409
    assert "Magazijnier" in antwoord.content.decode()
    assert "Chauffeur" in antwoord.content.decode()
    contract.refresh_from_db()
    assert contract.functie == "Chauffeur"


def test_beeindigen_vraagt_dag_en_reden_en_laat_een_termijn_over(an, als, client, plek):
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    gegevens = {"laatste_dag": "2026-11-20", "eindreden": "doorstroom_zelfde", "versie": 1}
    eerste, tweede = post(als(an), "contract_einde", client, gegevens, contract=contract.pk)
    assert "vr 20 november 2026" in eerste.content.decode()
    assert tweede.status_code == 302
    contract.refresh_from_db()
    assert (contract.tot, contract.eindreden) == (date(2026, 11, 21), "doorstroom_zelfde")
    assert termijnen(client) == [date(2026, 11, 20)], "een lijn, van de laatste dag en niet van een maand daarvoor"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"laatste_dag": "2026-03-31"}, "laatste_dag"),
        ({"laatste_dag": ""}, "laatste_dag"),
        ({"eindreden": ""}, "eindreden"),
        ({"laatste_dag": "2027-06-01"}, "laatste_dag"),  # runs into the next contract
    ],
)
def test_beeindigen_met_een_fout(an, als, client, plek, velden, veld):
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    maak_contract(client, an, van=date(2027, 5, 1), laatste_dag=date(2027, 12, 31))
    gegevens = {"laatste_dag": "2026-11-20", "eindreden": "ander", "versie": 1, **velden}
    url = reverse("einde:contract_einde", args=[client.pk, contract.pk])
    assert veld in als(an).post(url, gegevens).context["form"].errors
    contract.refresh_from_db()
    assert contract.tot == date(2027, 4, 1)


def test_een_plek_van_een_ander_ocmw_is_niet_te_kiezen(an, als, client, turnhout):
    vreemd = maak_werkplek(turnhout, "Kringloop Turnhout")
    antwoord = als(an).post(reverse("tewerkstelling:contract_create", args=[client.pk]), invoer(vreemd))
    assert "werkplek" in antwoord.context["form"].errors
    assert "Kringloop Turnhout" not in antwoord.content.decode()


def test_een_gesloten_werkplek_blijft_staan_bij_het_contract_dat_ze_heeft(an, als, client, plek):
    contract = maak_contract(client, an, van=date(2026, 12, 1), laatste_dag=date(2027, 11, 30), werkplek=plek)
    type(plek).objects.update(actief=False)
    pagina = als(an).get(reverse("tewerkstelling:contract_edit", args=[client.pk, contract.pk])).content.decode()
    assert "Kringwinkel: Sorteren" in pagina
    assert (
        "Kringwinkel: Sorteren"
        not in als(an).get(reverse("tewerkstelling:contract_create", args=[client.pk])).content.decode()
    )


def test_een_art60_die_nog_moet_beginnen_gaat_langs_startklaar(an, als, client, plek):
    url = reverse("tewerkstelling:contract_create", args=[client.pk])
    fout = als(an).post(url, invoer(plek, van="2026-12-02")).context["form"].errors["van"]
    assert "Bereid ze voor bij Startklaar" in fout[0]
    regulier = post(als(an), "contract_create", client, invoer(plek, soort="regulier", van="2026-12-02"))
    assert [antwoord.status_code for antwoord in regulier if antwoord] in ([302], [200, 302])
    assert Tewerkstelling.objects.get().soort == "regulier"
