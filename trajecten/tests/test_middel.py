"""Training, a project, voluntary work, youth work: records in every phase, and in the nazorg the answer leads to the record."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.tijdlijn import tijdlijn
from ocmw.werkruimte.rapporten.delen.basis import Dossier
from ocmw.werkruimte.rapporten.delen.weg import doelen
from trajecten.actions import bewaar_middel
from trajecten.models import Middel

pytestmark = [pytest.mark.django_db, pytest.mark.databank]
INVOER = {"soort": "opleiding", "omschrijving": "Nederlands niveau 2", "aanbieder": "Ligo", "van": "01/09/2026"}


@pytest.fixture
def client(bert, an):
    return maak_client(bert, coach=an)


@pytest.mark.parametrize("wie", ["bert", "an", "griet"])
def test_elke_begeleider_noteert_er_een_zonder_traject(client, als, wie, request):
    browser = als(request.getfixturevalue(wie))
    antwoord = browser.post(reverse("trajecten:middel_nieuw", args=[client.pk]), INVOER)
    assert antwoord.status_code == 302
    middel = Middel.objects.get()
    assert (middel.soort, middel.aanbieder, middel.van, middel.laatste_dag) == (
        "opleiding",
        "Ligo",
        date(2026, 9, 1),
        None,
    )
    assert "Nederlands niveau 2" in browser.get(reverse("trajecten:middel_list", args=[client.pk])).content.decode()
    assert "Nederlands niveau 2" in browser.get(reverse("dossier:dossier_detail", args=[client.pk])).content.decode()


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"laatste_dag": "31/08/2026"}, "laatste_dag"),
        ({"resultaat": "gelukt"}, "laatste_dag"),
        ({"van": ""}, "van"),
        ({"soort": "stage"}, "soort"),
        ({"omschrijving": ""}, "omschrijving"),
    ],
)
def test_een_fout_staat_bij_het_veld(client, als, an, velden, veld):
    antwoord = als(an).post(reverse("trajecten:middel_nieuw", args=[client.pk]), {**INVOER, **velden})
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Middel.objects.exists()


def test_het_resultaat_staat_in_de_tijdlijn_en_in_het_verslag(client, an, als):
    middel = bewaar_middel(
        Middel(client=client, soort="vrijwilliger", omschrijving="Kringwinkel", van=date(2026, 3, 1)),
        door=an,
        op=vandaag(),
    )
    url = reverse("trajecten:middel_wijzigen", args=[client.pk, middel.pk])
    invoer = {**INVOER, "soort": "vrijwilliger", "omschrijving": "Kringwinkel", "van": "01/03/2026", "versie": 1}
    als(an).post(url, {**invoer, "laatste_dag": "30/06/2026", "resultaat": "deels", "toelichting": "Drie maanden."})
    middel.refresh_from_db()
    assert (middel.laatste_dag, middel.resultaat) == (date(2026, 6, 30), "deels")
    regels = {regel.titel: regel.tekst for regel in tijdlijn(client, lezer=an, soort="plan")[0]}
    assert regels["Begin: Vrijwilligerswerk"] == "Kringwinkel"
    assert "Drie maanden." in regels["Na de opleiding of het middel: Afgerond, deels gelukt"]
    cellen = [
        rij
        for blok in doelen(Dossier(client=client, op=vandaag(), afgeschermd=False)).blokken
        for rij in getattr(blok, "rijen", ())
    ]
    assert any("Vrijwilligerswerk: Kringwinkel" in rij for rij in cellen)


def test_het_antwoord_in_de_nazorg_leidt_naar_de_opleiding(client, an, bert, als):
    maak_contract(client, an, van=vandaag() - timedelta(days=300), laatste_dag=vandaag() - timedelta(days=10))
    url = reverse("nazorg:nazorgcontact_create", args=[client.pk])
    contact = {"op": f"{vandaag():%d/%m/%Y}", "kanaal": "telefoon", "situatie": "opleiding", "verslag": "Volgt les."}
    assert als(bert).post(url, contact).url.endswith("/middelen/nieuw/?soort=opleiding")
    bewaar_middel(
        Middel(client=client, soort="opleiding", omschrijving="Lassen", van=vandaag()), door=bert, op=vandaag()
    )
    assert als(bert).post(url, {**contact, "verslag": "Nog altijd."}).url == reverse(
        "nazorg:nazorg_detail", args=[client.pk]
    )
    assert "Opleiding: Lassen" in als(bert).get(reverse("nazorg:nazorg_detail", args=[client.pk])).content.decode()


def test_de_databank_weigert_een_einde_voor_het_begin(client):
    with pytest.raises(IntegrityError), transaction.atomic():
        Middel.objects.create(
            client=client, soort="opleiding", omschrijving="x", van=date(2026, 5, 2), tot=date(2026, 5, 2)
        )


def test_een_gesloten_dossier_krijgt_er_geen_bij(client, bert, als):
    from ocmw.werkruimte.dossier.actions import sluit_dossier

    sluit_dossier(client, reden="werk", slotnota="Klaar.", door=bert, op=vandaag())
    als(bert).post(reverse("trajecten:middel_nieuw", args=[client.pk]), INVOER)
    assert not Middel.objects.exists()
