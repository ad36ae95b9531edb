"""The pages of the room: what they say, who reads what, and that nothing is saved before it was shown."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import bereken, onderbreek
from tewerkstelling.models import Onderbreking
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 5, 31))


def pagina(browser, client, naam="rechtenteller:rechtenstand_detail", **sleutels):
    return browser.get(reverse(naam, kwargs={"pk": client.pk, **sleutels})).content.decode()


def post(browser, naam, gegevens, **sleutels):
    """First POST shows what moves; the second, with the code of that page, saves."""
    url = reverse(f"rechtenteller:{naam}", kwargs=sleutels)
    eerste = browser.post(url, gegevens)
    if eerste.status_code != 200 or not eerste.context["vooraf"].verschuift:
        return eerste, None
    return eerste, browser.post(url, {**gegevens, "gezien": eerste.context["vooraf"].code})


def test_de_zin_het_grootboek_en_waar_het_vandaan_komt(contract, an, als):
    onderbreek(contract, an, van=date(2026, 7, 6), laatste_dag=date(2026, 7, 19))
    tekst = pagina(als(an), contract.client)
    assert "189 van 312 dagen, rechten op di 13 april 2027." in tekst
    assert "Een schorsing van het contract telt niet mee." in tekst
    assert "Dit is een schatting. De RVA beslist" in tekst
    assert "De uitkering is tijdelijk" in tekst
    regel = '<a href="/regels/rva.gelijkgesteld/">Welke dagen meetellen</a>'
    assert f"{regel}: 5 gelijkgesteld, 6 telt niet, geldig vanaf 01/03/2026" in tekst
    assert "Gewerkt: <strong>189,6</strong>" in tekst


def test_zonder_contract_zegt_de_pagina_wat_er_moet_gebeuren(an, als):
    client = maak_client(an)
    tekst = pagina(als(an), client)
    assert "Nog geen contract om te tellen" in tekst
    assert reverse("tewerkstelling:contract_create", args=[client.pk]) in tekst


def test_op_het_tabblad_werk_staat_dezelfde_zin(contract, an, als):
    assert "200 van 312 dagen, rechten op wo 31 maart 2027." in pagina(als(an), contract.client, "dossier:werk")


def test_een_contract_van_een_ander_bestaat_hier_niet(contract, an, als):
    ander = maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 5, 31))
    url = reverse("rechtenteller:rechtenstand_detail", args=[contract.client_id])
    assert als(an).get(url, {"contract": ander.pk}).status_code == 404
    assert als(an).get(url, {"contract": contract.pk}).status_code == 200


def test_een_vorig_contract_telt_mee(contract, an, als):
    maak_contract(contract.client, an, van=date(2025, 4, 1), laatste_dag=date(2025, 9, 30))
    tekst = pagina(als(an), contract.client)
    assert "Een ander contract in dit dossier." in tekst
    assert "312 van 312 dagen: alles is bewezen sinds" in tekst


def test_wie_afgeschermd_niet_leest_ziet_niet_wat_er_was(contract, an, griet, als):
    onderbreek(contract, an, van=date(2026, 7, 6), laatste_dag=date(2026, 7, 19), soort="ziekte_ziekenfonds")
    onderbreek(contract, an, van=date(2026, 8, 3), laatste_dag=date(2026, 8, 9), soort="verlof_zonder_wedde")
    mag, mag_niet = pagina(als(an), contract.client), pagina(als(griet), contract.client)
    assert "ziekenfonds" in mag
    assert "Onderbreking (afgeschermd)" in mag_niet
    assert "Verlof zonder wedde" in mag_niet
    for woord in ("ziek", "verzekeraar", "A15"):
        assert woord not in mag_niet.split("kop-rechten", 1)[1].replace("Noteer ziekte", "").lower()
    dicht, open_ = Onderbreking.objects.order_by("van").values_list("pk", flat=True)
    for naam in ("onderbreking_edit", "onderbreking_verwijderen"):
        adres = {"pk": contract.client_id, "onderbreking": dicht}
        assert als(griet).get(reverse(f"rechtenteller:{naam}", kwargs=adres)).status_code == 403
        assert (
            als(griet).get(reverse(f"rechtenteller:{naam}", kwargs=adres | {"onderbreking": open_})).status_code == 200
        )


def test_wie_afgeschermd_niet_leest_kan_de_soort_niet_kiezen(contract, griet, als):
    url = reverse("rechtenteller:onderbreking_create", args=[contract.client_id, contract.pk])
    assert "ziekte_ziekenfonds" not in als(griet).get(url).content.decode()
    gegevens = {"soort": "detentie", "van": "2026-12-01", "laatste_dag": "2026-12-05"}
    assert "soort" in als(griet).post(url, gegevens).context["form"].errors
    assert not Onderbreking.objects.exists()


def test_eerst_zien_wat_verschuift_dan_bewaren(contract, an, als):
    gegevens = {"soort": "schorsing", "van": "2026-12-01", "laatste_dag": "2026-12-14", "met_contract": "on"}
    eerste, tweede = post(als(an), "onderbreking_create", gegevens, pk=contract.client_id, contract=contract.pk)
    verschuift = {g.wat: (g.voor, g.na) for g in eerste.context["vooraf"].verschoven}
    assert verschuift["Rechten op, volgens onze teller"] == ("wo 31 maart 2027", "di 13 april 2027")
    assert verschuift["Laatste dag van art.60"] == ("ma 31 mei 2027", "ma 14 juni 2027")
    assert verschuift["Evaluatie maand 11"] == ("ma 1 maart 2027", "ma 15 maart 2027")
    assert verschuift["Bezoeken aan de werkplek"][0].startswith("di 1 dec 2026")
    assert "Termijnen voor het einde van art.60" in verschuift
    assert tweede.status_code == 302
    contract.refresh_from_db()
    assert contract.laatste_dag == date(2027, 6, 14)


def test_vakantie_verschuift_geen_evaluatie(contract, an, als):
    gegevens = {"soort": "vakantie", "van": "2026-12-01", "laatste_dag": "2026-12-14"}
    antwoord, _ = post(als(an), "onderbreking_create", gegevens, pk=contract.client_id, contract=contract.pk)
    assert antwoord.status_code == 302  # nothing moves, so nothing needs to be seen


def test_zonder_het_overzicht_te_zien_wordt_niets_bewaard(contract, an, als):
    url = reverse("rechtenteller:onderbreking_create", args=[contract.client_id, contract.pk])
    gegevens = {"soort": "schorsing", "van": "2026-12-01", "laatste_dag": "2026-12-14", "gezien": "iets anders"}
    assert als(an).post(url, gegevens).status_code == 200
    assert not Onderbreking.objects.exists()


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"laatste_dag": "2026-11-30"}, "laatste_dag"),
        ({"laatste_dag": "2027-06-01"}, "van"),
        ({"laatste_dag": "9999-12-31"}, "laatste_dag"),
        ({"van": "2026-03-01"}, "van"),
        ({"van": ""}, "van"),
        ({"soort": ""}, "soort"),
        ({"soort": "staken"}, "soort"),
    ],
)
def test_een_fout_staat_bij_het_veld(contract, an, als, velden, veld):
    url = reverse("rechtenteller:onderbreking_create", args=[contract.client_id, contract.pk])
    gegevens = {"soort": "schorsing", "van": "2026-12-01", "laatste_dag": "2026-12-14", **velden}
    assert veld in als(an).post(url, gegevens).context["form"].errors
    assert not Onderbreking.objects.exists()


def test_wijzigen_en_verwijderen_tonen_ook_eerst(contract, an, als):
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 14))
    sleutels = {"pk": contract.client_id, "onderbreking": rij.pk}
    gegevens = {"soort": "schorsing", "van": "2026-12-01", "laatste_dag": "2026-12-11", "versie": 1}
    eerste, tweede = post(als(an), "onderbreking_edit", gegevens, **sleutels)
    assert "Evaluatie maand 11" in {g.wat for g in eerste.context["vooraf"].verschoven}
    assert tweede.status_code == 302
    rij.refresh_from_db()
    assert rij.laatste_dag == date(2026, 12, 11)
    eerste, tweede = post(als(an), "onderbreking_verwijderen", {"versie": 2}, **sleutels)
    assert eerste.context["vooraf"].verschuift
    assert tweede.status_code == 302
    assert not Onderbreking.objects.exists()


def test_twee_collegas_op_dezelfde_onderbreking_verliezen_niets(contract, an, griet, als):
    rij = onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, 14))
    sleutels = {"pk": contract.client_id, "onderbreking": rij.pk}
    gegevens = {"soort": "schorsing", "van": "2026-12-01", "laatste_dag": "2026-12-11", "versie": 1}
    post(als(griet), "onderbreking_edit", gegevens, **sleutels)
    antwoord = post(als(an), "onderbreking_edit", gegevens | {"laatste_dag": "2026-12-10"}, **sleutels)[1]
    assert antwoord.status_code == 409
    assert "10/12/2026" in antwoord.content.decode()


def test_wat_al_bewezen_is_en_hoe_we_tellen_tonen_wat_verandert(contract, an, als):
    gegevens = {"vorige_toelating_op": "", "al_bewezen": "52,5", "versie": 0}
    eerste, tweede = post(als(an), "rechtspositie_edit", gegevens, pk=contract.client_id)
    assert "Rechten op, volgens onze teller" in {g.wat for g in eerste.context["vooraf"].verschoven}
    assert tweede.status_code == 302
    assert str(Rechtspositie.objects.get().al_bewezen) == "52.50"
    gegevens = {"dagen_per_week": 4, "toelating": "deeltijds", "aanvraag_op": "", "versie": 1}
    tweede = post(als(an), "telling_edit", gegevens, pk=contract.client_id, contract=contract.pk)[1]
    assert tweede.status_code == 302
    assert "halve dagen" in pagina(als(an), contract.client)


def test_een_aanvraag_voor_maart_2026_gebruikt_de_regels_van_toen(contract, an, als):
    contract.client.geboortedatum = date(1980, 1, 1)
    contract.client.save()
    gegevens = {"dagen_per_week": 5, "toelating": "voltijds", "aanvraag_op": "2026-02-28", "versie": 1}
    post(als(an), "telling_edit", gegevens, pk=contract.client_id, contract=contract.pk)
    tekst = pagina(als(an), contract.client)
    assert "van 468 dagen" in tekst
    assert "geldig vanaf 01/11/2012 tot 01/03/2026" in tekst


def test_een_berekening_noteren_en_aanvullen(contract, an, als):
    browser, sleutels = als(an), {"pk": contract.client_id}
    url = reverse("rechtenteller:rva_create", kwargs={**sleutels, "contract": contract.pk})
    assert "Eerste werkdag: 01/04/2026" in browser.get(url).content.decode()
    assert browser.post(url, {"verzonden_op": "2026-11-20", "kenmerk": "A60-1"}).status_code == 302
    rij = RvaBerekening.objects.get()
    url = reverse("rechtenteller:rva_edit", kwargs={**sleutels, "berekening": rij.pk})
    gegevens = {"verzonden_op": "2026-11-20", "kenmerk": "A60-1", "antwoord_op": "2026-11-21", "versie": 1}
    assert "dagen" in browser.post(url, gegevens).context["form"].errors
    antwoord = browser.post(url, gegevens | {"dagen": 312, "einde_op": "2027-03-31"})
    assert antwoord.status_code == 302
    assert "De RVA en onze schatting komen op hetzelfde uit." in pagina(browser, contract.client)


def test_zonder_geboortedatum_staan_beide_einden_er(contract, an, als):
    type(contract.client).objects.filter(pk=contract.client_id).update(geboortedatum=None, insz="")
    contract.aanvraag_op = date(2026, 2, 1)
    contract.save()
    tekst = pagina(als(an), contract.client)
    assert "Vul de geboortedatum in" in tekst
    assert "nodig zijn: 312 of 624" in tekst


def test_de_pagina_kost_evenveel_met_veel_onderbrekingen(contract, an, als):
    browser, tellingen = als(an), []
    for n in range(12):
        van = date(2026, 4, 6) + timedelta(days=21 * n)
        onderbreek(contract, an, van=van, laatste_dag=van + timedelta(days=4))
        bereken(contract, an, verzonden_op=OP)
        if n in {0, 11}:
            pagina(browser, contract.client)
            with CaptureQueriesContext(connection) as queries:
                pagina(browser, contract.client)
            tellingen.append(len(queries))
    assert tellingen[0] == tellingen[1] <= 20  # the picture of time reads window, talks, evaluations and money once
