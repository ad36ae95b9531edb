"""The cv: taken over from the file once, the client's own text after that, and nothing on it that must not be there."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from clienten.profiel.models import Diploma, Profiel, Taalkennis
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_insz, maak_werkplek
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Werkgever
from tewerkstelling.regulier.actions import neem_over_uit_dossier
from tewerkstelling.regulier.cvblad import cvblad
from tewerkstelling.regulier.cvwoorden import bevat_insz, bezwaren, noemt_ocmw
from tewerkstelling.regulier.models import Cv, Cvregel

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    client = maak_client(bert, coach=an, taal="Arabisch", taalniveau="A2")
    Diploma.objects.create(client=client, naam="Bachelor economie", land="Syrië", jaar=2012)
    Taalkennis.objects.create(client=client, taal="Engels", niveau="B1")
    return client


def adres(naam, client, *rest):
    return reverse(f"regulier:{naam}", args=[client.pk, *rest])


def test_overnemen_uit_het_dossier(an, als, client):
    maak_contract(client, an, van=date(2024, 4, 1), laatste_dag=date(2025, 3, 31), functie="Sorteerder")
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), functie="Kassier")
    als(an).post(adres("cv_overnemen", client))
    blad = cvblad(client)
    assert [(r.titel, r.bij, r.periode) for r in blad.ervaring] == [
        ("Kassier", "Kringwinkel", "sinds 2026"),
        ("Sorteerder", "Kringwinkel", "2024 – 2025"),
    ]
    assert [(r.titel, r.bij, r.periode) for r in blad.opleiding] == [("Bachelor economie", "Syrië", "2012")]
    assert {(r.titel, r.tekst) for r in blad.talen} == {
        ("Arabisch", "moedertaal"),
        ("Nederlands", "A2"),
        ("Engels", "B1"),
    }


def test_nog_eens_overnemen_laat_staan_wat_je_wijzigde(an, als, client):
    assert neem_over_uit_dossier(client, door=an, op=OP) == 4
    rij = Cvregel.objects.get(titel="Engels")
    als(an).post(
        adres("cvregel_edit", client, rij.pk), {"titel": "Engels", "tekst": "vlot", "tonen": "on", "versie": 1}
    )
    Diploma.objects.create(client=client, naam="Heftruck", jaar=2024)
    assert neem_over_uit_dossier(client, door=an, op=OP) == 1
    rij.refresh_from_db()
    assert rij.tekst == "vlot"
    assert Cvregel.objects.count() == 5


@pytest.mark.parametrize(
    ("soort", "naam"),
    [(Werkgeversoort.EIGEN_DIENST, "Sociaal restaurant"), (Werkgeversoort.VZW, "Keuken van OCMW Aalst")],
)
def test_een_eigen_dienst_komt_als_openbare_dienst_op_het_cv(an, aalst, client, soort, naam):
    plek = maak_werkplek(aalst, naam, "Keuken")
    Werkgever.objects.filter(pk=plek.werkgever_id).update(soort=soort)
    maak_contract(client, an, van=date(2024, 4, 1), laatste_dag=date(2025, 3, 31), werkplek=plek)
    neem_over_uit_dossier(client, door=an, op=OP)
    assert [(r.titel, r.bij) for r in cvblad(client).ervaring] == [("Keuken", "Openbare dienst")]


def test_een_contract_in_de_toekomst_komt_niet_op_het_cv(an, client):
    maak_contract(client, an, van=date(2027, 4, 1), laatste_dag=date(2028, 3, 31))
    neem_over_uit_dossier(client, door=an, op=OP)
    assert cvblad(client).ervaring == ()


def test_je_kiest_wat_getoond_wordt(an, als, client):
    geboren = f"{client.geboortedatum:%d/%m/%Y}"
    client.contact.straat, client.contact.postcode, client.contact.gemeente = "Kerkstraat 1", "9300", "Aalst"
    client.contact.save()
    keuze = {"opmaak": "rustig", "rijbewijs": "onbekend", "hobby": "Koken", "versie": 0}
    als(an).post(adres("cv_edit", client), keuze)
    blad = cvblad(client)
    assert (blad.gegevens, blad.hobby) == ((), "")
    alles = {f"toon_{deel}": "on" for deel in ("contact", "adres", "geboortedatum", "hobby")}
    als(an).post(adres("cv_edit", client), {**keuze, **alles, "versie": 1})
    blad = cvblad(client)
    assert dict(blad.gegevens) == {"Gsm": "0470 12 34 56", "Adres": "Kerkstraat 1, 9300 Aalst", "Geboren op": geboren}
    assert blad.hobby == "Koken"


def test_een_verborgen_regel_staat_niet_op_het_blad_maar_wel_op_de_pagina(an, als, client):
    neem_over_uit_dossier(client, door=an, op=OP)
    rij = Cvregel.objects.get(titel="Engels")
    als(an).post(adres("cvregel_edit", client, rij.pk), {"titel": "Engels", "tekst": "B1", "versie": 1})
    blad = cvblad(client)
    assert "Engels" not in {r.titel for r in blad.talen}
    assert blad.verborgen == (rij,)
    assert "Staat niet op het cv (1)" in als(an).get(adres("cv_detail", client)).content.decode()


@pytest.mark.parametrize("tekst", ["Gewerkt voor het OCMW", "o.c.m.w. Aalst", "leefloon", "in art. 60", "artikel 60§7"])
def test_woorden_over_steun_houden_het_cv_tegen(tekst):
    assert noemt_ocmw(tekst)
    assert len(bezwaren([("Profiel", tekst)], noem_ocmw=False)) == 1
    assert bezwaren([("Profiel", tekst)], noem_ocmw=True) == []


@pytest.mark.parametrize("tekst", ["Artiest, 60 optredens", "Ik hou van kaart 61", "Een kart 60 cc", "Documenten"])
def test_gewone_woorden_houden_niets_tegen(tekst):
    assert not noemt_ocmw(tekst)


@given(st.dates(date(1950, 1, 1), date(2010, 12, 31)), st.integers(1, 997), st.sampled_from(["{}", "nr {}.", "({})"]))
def test_een_rijksregisternummer_wordt_altijd_gezien(geboren, volgnummer, zin):
    nummer = maak_insz(geboren, volgnummer)
    met_punten = f"{nummer[:2]}.{nummer[2:4]}.{nummer[4:6]}-{nummer[6:9]}.{nummer[9:]}"
    for vorm in (nummer, met_punten):
        assert bevat_insz(zin.format(vorm))
        assert bezwaren([("Profiel", zin.format(vorm))], noem_ocmw=True)


@pytest.mark.parametrize("tekst", ["0470 12 34 56", "+32 470 12 34 56", "2019 - 2021", "85.07.30-033.29"])
def test_een_ander_nummer_is_geen_rijksregisternummer(tekst):
    assert not bevat_insz(tekst)


def test_de_pagina_zegt_wat_eerst_weg_moet(an, als, client):
    als(an).post(
        adres("cv_edit", client),
        {"profiel": "Ik krijg leefloon.", "opmaak": "rustig", "rijbewijs": "onbekend", "versie": 0},
    )
    tekst = als(an).get(adres("cv_detail", client)).content.decode()
    assert "Er kan nog geen pdf gemaakt worden." in tekst
    assert "“leefloon”" in tekst
    assert "Maak de pdf" not in tekst


@pytest.mark.parametrize(
    ("soort", "velden", "veld"),
    [
        ("ervaring", {"titel": ""}, "titel"),
        ("ervaring", {"titel": "Kok", "van_jaar": "2022", "tot_jaar": "2020"}, "tot_jaar"),
        ("ervaring", {"titel": "Kok", "van_jaar": "1820"}, "van_jaar"),
        ("opleiding", {"titel": "Kok", "tot_jaar": "2031"}, "tot_jaar"),
        ("ervaring", {"titel": "Kok", "tot_jaar": "2020", "nog_bezig": "on"}, "nog_bezig"),
    ],
)
def test_een_fout_staat_bij_het_veld(an, als, client, soort, velden, veld):
    antwoord = als(an).post(adres("cvregel_create", client, soort), {"versie": 0, **velden})
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Cvregel.objects.exists()


def test_een_regel_toevoegen_en_weghalen(an, als, client):
    als(an).post(
        adres("cvregel_create", client, "taal"), {"titel": "Frans", "tekst": "vlot", "tonen": "on", "versie": 0}
    )
    rij = Cvregel.objects.get()
    assert (rij.soort, rij.titel, rij.bron) == ("taal", "Frans", "")
    als(an).post(adres("cvregel_verwijderen", client, rij.pk))
    assert not Cvregel.objects.exists()
    assert als(an).get(adres("cvregel_create", client, "hobby")).status_code == 404


def test_twee_collegas_verliezen_niets(an, griet, als, client):
    begin = {"opmaak": "rustig", "rijbewijs": "onbekend", "versie": 0}
    als(griet).post(adres("cv_edit", client), {**begin, "profiel": "Ik ben stipt."})
    antwoord = als(an).post(adres("cv_edit", client), {**begin, "profiel": "Ik ben sterk."})
    assert antwoord.status_code == 409
    assert "Ik ben stipt." in antwoord.content.decode()
    assert Cv.objects.get().profiel == "Ik ben stipt."


def test_wat_iemand_met_de_computer_kan_staat_bij_het_profiel_en_op_het_cv(an, als, client):
    als(an).post(
        adres("cv_edit", client), {"opmaak": "rustig", "rijbewijs": "onbekend", "versie": 0, "computer": "Mailen"}
    )
    assert Profiel.objects.get(client=client).computer == "Mailen"
    assert ("Computer", "Mailen") in cvblad(client).stukken()
    assert "Mailen" in als(an).get(adres("cv_detail", client)).text
    form = als(an).get(adres("cv_edit", client)).context["form"]
    assert form["computer"].value() == "Mailen"
    assert list(form.fields)[:5] == ["jobdoelwit", "profiel", "computer", "rijbewijs", "hobby"]


@pytest.mark.parametrize("met_cv", [True, False])
def test_ook_over_de_computer_ziet_de_tweede_beide_teksten(an, griet, als, client, met_cv):
    if met_cv:
        als(an).post(
            adres("cv_edit", client), {"opmaak": "rustig", "rijbewijs": "onbekend", "versie": 0, "computer": "Mailen"}
        )
    mijn, haar = (als(wie).get(adres("cv_edit", client)).context["form"] for wie in (an, griet))
    als(griet).post(adres("cv_edit", client), velden_van(haar, computer="Word en mail"))
    antwoord = als(an).post(adres("cv_edit", client), velden_van(mijn, computer="Scanner"))
    assert antwoord.status_code == 409
    (verschil,) = antwoord.context["verschillen"]
    assert (verschil["hun"], verschil["mijn"]) == ("Word en mail", "Scanner")
    samen = velden_van(antwoord.context["form"], computer="Word, mail en scanner")
    assert als(an).post(adres("cv_edit", client), samen).status_code == 302
    assert Profiel.objects.get().computer == "Word, mail en scanner"


def test_een_profiel_dat_er_intussen_kwam_botst_ook_zonder_cv(an, griet, als, client):
    mijn = als(an).get(adres("cv_edit", client)).context["form"]
    Profiel.objects.create(client=client, computer="Word", gewijzigd_door=griet)
    antwoord = als(an).post(adres("cv_edit", client), velden_van(mijn, computer="Scanner", hobby="Koken"))
    assert antwoord.status_code == 409
    assert f"{griet.naam} bewaarde dit" in antwoord.text
    assert als(an).post(adres("cv_edit", client), velden_van(antwoord.context["form"])).status_code == 302
    assert (Profiel.objects.get().computer, Cv.objects.get().hobby) == ("Scanner", "Koken")


def test_wie_wat_mag(als, client, an, bert, griet, leo, bea, carla):
    rij = Cvregel.objects.create(client=client, soort="taal", titel="Frans")
    schrijven = [
        adres("cv_edit", client),
        adres("cvregel_create", client, "taal"),
        adres("cvregel_edit", client, rij.pk),
    ]
    for url in [adres("cv_detail", client), *schrijven]:
        assert als(an).get(url).status_code == als(griet).get(url).status_code == 200
        assert als(bert).get(url).status_code == (403 if url in schrijven else 200)
        assert als(leo).get(url).status_code == als(bea).get(url).status_code == 403
        assert als(carla).get(url).status_code == 404
    ander = maak_client(an)
    assert als(an).get(adres("cvregel_edit", ander, rij.pk)).status_code == 404
    assert als(an).get(adres("cv_overnemen", client)).status_code == 405


def test_de_pagina_kost_evenveel_met_veel_regels(an, als, client):
    browser, tellingen, url = als(an), [], adres("cv_detail", client)
    for n in range(20):
        Cvregel.objects.create(client=client, soort="ervaring", titel=f"Job {n}", van_jaar=2000 + n)
        if n in {0, 19}:
            browser.get(url)
            with CaptureQueriesContext(connection) as context:
                browser.get(url)
            tellingen.append(len(context))
    assert tellingen[0] == tellingen[1] <= 14


def test_het_jobdoelwit_en_het_rijbewijs_komen_uit_het_profiel(an, als, client):
    """Said elsewhere, printed here; and what is changed here is what counts everywhere."""
    Profiel.objects.create(client=client, jobdoelwit="Kok", rijbewijs="ja")
    blad = cvblad(client)
    assert (blad.jobdoel, blad.rijbewijs) == ("Kok", "B")
    form = als(an).get(adres("cv_edit", client)).context["form"]
    assert (
        als(an).post(adres("cv_edit", client), velden_van(form, jobdoelwit="Hulpkok", rijbewijs="nee")).status_code
        == 302
    )
    profiel = Profiel.objects.get(client=client)
    assert (profiel.jobdoelwit, profiel.rijbewijs) == ("Hulpkok", "nee")
    assert cvblad(client).rijbewijs == ""


def test_waar_iemand_sterk_in_is_komt_uit_het_profiel(an, als, client):
    """What the voices said of an evaluation stands on the cv, once somebody took it into the profile; what can be learned does not."""
    profiel = Profiel.objects.filter(client=client).first() or Profiel(client=client)
    profiel.talenten, profiel.te_leren = ["team"], ["tempo"]
    profiel.save()
    neem_over_uit_dossier(client, door=an, op=OP)
    blad = cvblad(type(client).objects.get(pk=client.pk))
    assert blad.sterk == ("Samenwerken",)
    pagina = als(an).get(adres("cv_detail", client)).text
    assert "Samenwerken" in pagina
    assert "Vlot doorwerken" not in pagina
