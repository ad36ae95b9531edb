"""Programmes and series: made in the browser, with sessions that follow from the days, and each day that falls out with its reason."""

from datetime import date, time

import pytest

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_medewerker, maak_ocmw
from ocmw.gereedschap.testing.maak_geld import maak_werkervaring
from ocmw.gereedschap.testing.maak_groepen import maak_programma, maak_reeks
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from trajecten.groepen.actions import (
    bewaar_reeks,
    bewaar_sessie,
    geef_toch_les,
    hervat_sessie,
    last_sessie_af,
    noteer_lesvrij,
    voeg_sessie_toe,
)
from trajecten.groepen.models import Programma
from trajecten.groepen.toelating import beoordeel_toelating
from trajecten.groepen.views.reeks import overgeslagen_van

pytestmark = pytest.mark.databank
NAJAAR = {"van": date(2026, 9, 1), "tot": date(2026, 12, 19)}
OP = date(2026, 8, 20)
DAG = date(2026, 9, 15)


def dagen(reeks):
    return list(reeks.sessies.values_list("dag", flat=True))


@pytest.fixture
def coordinator(an):
    return maak_medewerker("Cora", "Dinator", an.ocmw, Rol.COORDINATOR)


def test_een_coordinator_maakt_een_programma_en_een_reeks(client, coordinator, django_assert_max_num_queries):
    client.force_login(coordinator)
    velden = {
        "naam": "Fietsclub",
        "soort": "workshop",
        "ritme": "wekelijks",
        "van": "01/09/2026",
        "themas": "Banden\nKetting",
    }
    velden["formuliersleutel"] = "s" * 24  # a double tap on the button makes one programme
    for _ in range(2):
        antwoord = client.post("/groepen/nieuw/", velden)
    programma = Programma.objects.get()
    assert (antwoord.status_code, antwoord.url) == (302, programma.get_absolute_url())
    reeks = {
        "naam": "Najaar", "van": "01/09/2026", "laatste_dag": "18/12/2026", "weekdagen": ["di", "do"], "begin_om": "9:00",
        "eind_om": "12:00", "schoolvakanties": "on", "capaciteit": "12",
    }  # fmt: skip
    antwoord = client.post(f"/groepen/{programma.pk}/reeksen/nieuw/", reeks)
    gemaakt = programma.reeksen.get()
    assert gemaakt.sessies.count() == 30, "W12.71"
    tekst = client.get(gemaakt.get_absolute_url()).content.decode()
    assert "Herfstvakantie" in tekst
    # A list and a page with thirty sessions cost what one with few costs.
    with django_assert_max_num_queries(9):
        client.get("/groepen/")
    with django_assert_max_num_queries(12):
        client.get(gemaakt.get_absolute_url())
    with django_assert_max_num_queries(10):
        client.get(programma.get_absolute_url())


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"laatste_dag": "31/08/2026"}, "De laatste dag ligt voor de eerste dag."),
        ({"weekdagen": []}, "Kies minstens één weekdag."),
        ({"begin_om": "12:00"}, "Een sessie eindigt later op de dag dan ze begint."),
        ({"eind_om": "25:00"}, "Voer een geldige tijd in."),
        ({"capaciteit": "0"}, "minstens 1"),
        ({"laatste_dag": "18/12/2050"}, "Een reeks duurt hoogstens 10 jaar."),
        ({"van": "01/01/2019", "laatste_dag": "01/02/2019"}, "periode van het programma"),
    ],
)
def test_een_reeks_die_niet_kan_is_een_zin_en_laat_niets_na(client, coordinator, anders, zin):
    programma = maak_programma(coordinator)
    client.force_login(coordinator)
    velden = {
        "naam": "N", "van": "01/09/2026", "laatste_dag": "18/12/2026", "weekdagen": ["di"], "begin_om": "9:00",
        "eind_om": "12:00", "capaciteit": "12", **anders,
    }  # fmt: skip
    antwoord = client.post(f"/groepen/{programma.pk}/reeksen/nieuw/", velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not programma.reeksen.exists()


def test_een_dag_zonder_les_en_toch_les(coordinator):
    reeks = maak_reeks(coordinator, **NAJAAR)
    voor = dagen(reeks)
    noteer_lesvrij(reeks, dag=DAG, reden="Teamdag", door=coordinator, op=OP)
    assert dagen(reeks) == [dag for dag in voor if dag != DAG]
    assert ("Teamdag", True) in [(weg.reden, kan) for weg, kan in overgeslagen_van(reeks)]
    geef_toch_les(reeks, dag=DAG, door=coordinator, op=OP)
    assert dagen(reeks) == voor
    herfst = date(2026, 11, 3)
    geef_toch_les(reeks, dag=herfst, door=coordinator, op=OP)
    assert herfst in dagen(reeks)
    with pytest.raises(Geweigerd, match="geen overgeslagen dag"):
        geef_toch_les(reeks, dag=date(2026, 9, 16), door=coordinator, op=OP)


def test_een_sessie_die_iemand_aanraakte_blijft_bij_andere_dagen(coordinator):
    reeks = maak_reeks(coordinator, **NAJAAR)
    verzet, afgelast, met_thema, gewoon = reeks.sessies.all()[:4]
    verzet.dag, verzet.toelichting = date(2026, 9, 2), "Lokaal bezet"
    bewaar_sessie(verzet, ["dag", "toelichting"], door=coordinator, op=OP)
    last_sessie_af(afgelast, reden="lesgever", toelichting="Ziek", door=coordinator, op=OP)
    met_thema.thema = "Vacatures"
    bewaar_sessie(met_thema, ["thema"], door=coordinator, op=OP)
    reeks.refresh_from_db()
    reeks.weekdagen = ["do"]
    bewaar_reeks(reeks, ["weekdagen"], door=coordinator, op=OP)
    over = set(reeks.sessies.values_list("pk", flat=True))
    assert {verzet.pk, afgelast.pk, met_thema.pk} <= over
    assert gewoon.pk not in over
    assert {dag.weekday() for dag in dagen(reeks)} == {1, 2, 3}
    verzet.refresh_from_db()
    assert verzet.dag_was == date(2026, 9, 1)
    hervat_sessie(afgelast, door=coordinator, op=OP)
    assert not afgelast.gaat_niet_door


def test_verzetten_naar_een_feestdag_of_zonder_reden_kan_niet(coordinator):
    reeks = maak_reeks(coordinator, **NAJAAR)
    sessie = reeks.sessies.first()
    sessie.dag = date(2026, 11, 11)
    with pytest.raises(Geweigerd, match="Wapenstilstand"):
        bewaar_sessie(sessie, ["dag"], door=coordinator, op=OP)
    sessie.dag = date(2026, 9, 3)
    with pytest.raises(Geweigerd, match="waarom"):
        bewaar_sessie(sessie, ["dag"], door=coordinator, op=OP)
    with pytest.raises(Geweigerd, match="Wapenstilstand"):
        voeg_sessie_toe(reeks, dag=date(2026, 11, 11), begin_om=time(9), eind_om=time(12), door=coordinator, op=OP)
    assert dagen(reeks)[0] == date(2026, 9, 1)


def test_een_partner_ziet_het_gedeelde_programma_en_wijzigt_het_niet(client, coordinator):
    partner = maak_ocmw("beerse", "OCMW Beerse")
    Samenwerking.objects.create(
        ocmw=partner, begeleidend=coordinator.ocmw, van=date(2020, 1, 1), overeenkomst="besluit 1"
    )
    ander = maak_medewerker("Bea", "Beers", partner, Rol.COORDINATOR)
    reeks = maak_reeks(coordinator, **NAJAAR)
    client.force_login(ander)
    assert client.get(reeks.get_absolute_url()).status_code == 404
    reeks.programma.deelt_met.set([partner])
    assert client.get(reeks.get_absolute_url()).status_code == 200
    assert client.get(f"/reeksen/{reeks.pk}/wijzigen/").status_code == 404
    assert client.get(f"/groepen/{reeks.programma_id}/wijzigen/").status_code == 404


def test_jobclub_na_art60_binnen_de_24_maanden(an):
    client = maak_client(an)
    assert beoordeel_toelating("na_art60", client, op=OP).zin == "Deze persoon werkte nog niet met art.60."
    contract = maak_contract(client, an, van=date(2026, 1, 1), laatste_dag=date(2026, 6, 30))
    assert "geen werkervaringsovereenkomst" in beoordeel_toelating("na_art60", client, op=OP).zin
    maak_werkervaring(client, an, start=date(2026, 1, 1))
    antwoord = beoordeel_toelating("na_art60", client, op=OP)
    assert antwoord.mag
    assert "30 juni 2026" in antwoord.feit
    assert "31 december 2027" in antwoord.feit
    assert "loopt nog" in beoordeel_toelating("na_art60", client, op=contract.laatste_dag).zin
    assert "zijn voorbij" in beoordeel_toelating("na_art60", client, op=date(2028, 1, 1)).zin


def test_ken_je_job_vraagt_wie_mag_werken(an):
    client = maak_client(an)
    assert "verblijfsstatuut" in beoordeel_toelating("mag_werken", client, op=OP).zin
    Client.objects.filter(pk=client.pk).update(verblijfsstatuut="erkend vluchteling")
    client.refresh_from_db()
    assert "niet geweten" in beoordeel_toelating("mag_werken", client, op=OP).zin
    client.mag_werken = "nee"
    assert "mag niet werken" in beoordeel_toelating("mag_werken", client, op=OP).zin
    client.mag_werken = "ja"
    assert beoordeel_toelating("mag_werken", client, op=OP).mag
    assert not beoordeel_toelating("bestaat_niet", client, op=OP).mag
    assert beoordeel_toelating("", client, op=vandaag()).mag
