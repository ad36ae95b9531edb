"""Mentors: load against the limit, training that ends, the list, the form, and two people at one mentor."""

import contextlib
import threading
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van, zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.gereedschap.testing.maak_plekken import maak_mentor
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import bewaar_mentor
from tewerkstelling.models import Mentor

pytestmark = pytest.mark.databank

OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def plek(aalst):
    return maak_werkplek(aalst)


def namen(antwoord):
    return [beeld.mentor.naam for beeld in antwoord.context["mentoren"]]


def werk(an, plek, mentor, aantal):
    for _ in range(aantal):
        maak_contract(
            maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), werkplek=plek, mentor=mentor
        )


@pytest.mark.django_db
class TestLijst:
    def test_belasting_tegen_de_grens(self, als, an, plek):
        """The rule says 3; an own limit goes before it; a contract that ended weighs nothing."""
        druk, rustig = maak_mentor(plek, an, "Druk"), maak_mentor(plek, an, "Rustig", max_clienten=4)
        werk(an, plek, druk, 3)
        werk(an, plek, rustig, 3)
        oud = {"van": date(2025, 1, 1), "laatste_dag": date(2025, 6, 30)}
        maak_contract(maak_client(an), an, werkplek=plek, mentor=rustig, **oud)
        antwoord = als(an).get(reverse("tewerkstelling:mentor_list"))
        beelden = {beeld.mentor.naam: beeld for beeld in antwoord.context["mentoren"]}
        assert (beelden["Druk"].begeleidt, beelden["Druk"].hoogstens, beelden["Druk"].belasting[1]) == (3, 3, "Volzet")
        assert (beelden["Rustig"].begeleidt, beelden["Rustig"].hoogstens) == (3, 4)
        assert "Een mentor begeleidt hoogstens 3 cliënten" in antwoord.content.decode()

    @pytest.mark.parametrize(
        ("velden", "woord", "keuze"),
        [
            ({}, "Geen opleiding genoteerd", "geen"),
            ({"vorming": "VDAB"}, "Opleiding gevolgd", "geldig"),
            ({"vorming": "VDAB", "vorming_tot": OP}, "Opleiding vervallen", "vervallen"),
            ({"vorming": "VDAB", "vorming_tot": date(2026, 11, 23)}, "Vervalt binnenkort", "binnenkort"),
            ({"vorming": "VDAB", "vorming_tot": date(2027, 1, 21)}, "Vervalt binnenkort", "binnenkort"),
            ({"vorming": "VDAB", "vorming_tot": date(2027, 1, 22)}, "Geldig", "geldig"),
        ],
    )
    def test_opleiding_in_een_woord_en_in_de_filter(self, als, an, plek, velden, woord, keuze):
        """`vorming_tot` is the first day without; the filter and the word never disagree."""
        maak_mentor(plek, an, **velden)
        browser, url = als(an), reverse("tewerkstelling:mentor_list")
        assert browser.get(url).context["mentoren"][0].vorming[1] == woord
        for waarde in ("geldig", "binnenkort", "vervallen", "geen"):
            assert bool(namen(browser.get(url, {"opleiding": waarde}))) is (waarde == keuze)

    def test_zoeken_filteren_sorteren_en_leeg(self, als, an, aalst, plek):
        a, b = maak_mentor(plek, an, "Ann"), maak_mentor(maak_werkplek(aalst, "Zorghotel"), an, "Bob", actief=False)
        werk(an, plek, a, 3)
        browser, url = als(an), reverse("tewerkstelling:mentor_list")
        assert namen(zoek(browser, url, {"q": "zorg"})) == ["Bob"]
        assert namen(browser.get(url, {"plaats": "vol"})) == ["Ann"]
        assert namen(browser.get(url, {"plaats": "niet"})) == [b.naam]
        assert namen(browser.get(url, {"sorteer": "-naam"})) == ["Bob", "Ann"]
        assert "Geen mentoren met deze filters" in zoek(browser, url, {"q": "xx"}).content.decode()

    def test_zonder_mentoren_zegt_de_lijst_waar_je_begint(self, als, an):
        assert "Nog geen mentoren" in als(an).get(reverse("tewerkstelling:mentor_list")).content.decode()

    def test_een_ander_ocmw_ziet_ze_niet(self, als, an, carla, plek):
        maak_mentor(plek, an)
        assert namen(als(carla).get(reverse("tewerkstelling:mentor_list"))) == []

    def test_de_lijst_kost_evenveel_met_meer_mentoren(self, als, an, plek):
        browser, url = als(an), reverse("tewerkstelling:mentor_list")
        maak_mentor(plek, an)
        browser.get(url)
        with CaptureQueriesContext(connection) as een:
            browser.get(url)
        for n in range(24):
            werk(an, plek, maak_mentor(plek, an, f"Mentor {n}"), 1)
        with CaptureQueriesContext(connection) as veel:
            browser.get(url)
        assert len(veel) == len(een) <= 8


@pytest.mark.django_db
class TestFormulier:
    def test_toevoegen_met_opleiding_en_werkplek(self, als, an, plek):
        browser = als(an)
        url = reverse("tewerkstelling:mentor_create", args=[plek.werkgever_id])
        form = browser.get(url).context["form"]
        data = velden_van(
            form, naam="Mieke", telefoon="053/12.34.56", vorming="VDAB", laatste_dag="2026-12-31", werkplekken=[plek.pk]
        )
        assert browser.post(url, data).status_code == 302
        mentor = Mentor.objects.get()
        assert (mentor.telefoon, mentor.vorming_tot) == ("+3253123456", date(2027, 1, 1))
        assert list(mentor.werkplekken.all()) == [plek]
        for naam, pk in (("werkgever_detail", plek.werkgever_id), ("werkplek_detail", plek.pk)):
            pagina = browser.get(reverse(f"tewerkstelling:{naam}", args=[pk])).content.decode()
            assert "Vervalt binnenkort" in pagina
            assert "begeleidt 0 van 3" in pagina

    @pytest.mark.parametrize(
        ("velden", "veld", "zin"),
        [
            ({"naam": ""}, "naam", ""),
            ({"vorming_op": "2026-12-01"}, "vorming_op", "in de toekomst"),
            ({"vorming_op": "2026-01-01", "laatste_dag": "2025-01-01"}, "laatste_dag", "vervallen voor ze gevolgd is"),
            ({"telefoon": "bel mij"}, "telefoon", "één telefoonnummer"),
            ({"naam": "Mieke Mentor"}, "__all__", "al een mentor met deze naam"),
        ],
    )
    def test_een_fout_staat_bij_het_veld(self, als, an, plek, velden, veld, zin):
        maak_mentor(plek, an)
        url = reverse("tewerkstelling:mentor_create", args=[plek.werkgever_id])
        form = als(an).get(url).context["form"]
        antwoord = als(an).post(url, velden_van(form, **{"naam": "Jos", **velden}))
        assert zin in " ".join(antwoord.context["form"].errors[veld])
        assert Mentor.objects.count() == 1

    def test_een_plek_van_een_andere_werkgever_wordt_geweigerd(self, an, aalst, plek):
        mentor, vreemd = maak_mentor(plek, an), maak_werkplek(aalst, "Zorghotel")
        with pytest.raises(Geweigerd, match="eigen werkgever"):
            bewaar_mentor(mentor, [], werkplekken=[vreemd], door=an, op=OP)

    def test_twee_collegas_op_dezelfde_mentor_verliezen_niets(self, als, an, griet, plek):
        mentor = maak_mentor(plek, an)
        url = reverse("tewerkstelling:mentor_edit", args=[plek.werkgever_id, mentor.pk])
        van_an, van_griet = (als(wie).get(url).context["form"] for wie in (an, griet))
        assert als(griet).post(url, velden_van(van_griet, functie="kok", email="m@x.example")).status_code == 302
        botsing = als(an).post(url, velden_van(van_an, functie="ploegbaas", max_clienten="2"))
        assert botsing.status_code == 409
        assert "ploegbaas" in botsing.content.decode()
        samen = botsing.context["form"]
        assert als(an).post(url, velden_van(samen, functie="kok en ploegbaas")).status_code == 302
        mentor.refresh_from_db()
        assert (mentor.functie, mentor.email, mentor.max_clienten) == ("kok en ploegbaas", "m@x.example", 2)
        assert list(mentor.werkplekken.all()) == [plek]

    def test_een_mentor_erbij_op_de_ene_pagina_gaat_niet_verloren_op_de_andere(self, als, an, griet, plek):
        """An has the page of the place open while Griet adds a mentor to it on the page of that mentor."""
        nieuw, derde = (maak_mentor(plek, an, naam) for naam in ("Nieuw", "Derde"))
        plek.mentoren.clear()
        url = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
        van_an = als(an).get(url).context["form"]
        bij_mentor = reverse("tewerkstelling:mentor_edit", args=[plek.werkgever_id, nieuw.pk])
        als(griet).post(bij_mentor, velden_van(als(griet).get(bij_mentor).context["form"], werkplekken=[plek.pk]))
        botsing = als(an).post(url, velden_van(van_an, mentoren=[derde.pk]))
        assert botsing.status_code == 409
        assert list(plek.mentoren.all()) == [nieuw]

    def test_wie_alleen_het_adres_wijzigt_houdt_de_mentoren(self, als, an, plek):
        mentor = maak_mentor(plek, an)
        url = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
        als(an).post(url, velden_van(als(an).get(url).context["form"], gemeente="Aalst"))
        assert list(plek.mentoren.all()) == [mentor]


@pytest.mark.django_db(transaction=True)
def test_twee_collegas_voegen_tegelijk_dezelfde_mentor_toe(an, griet, monkeypatch):
    """Both looked and saw no such name; one saves, the other reads why not, and nothing crashes."""
    plek = maak_werkplek(an.ocmw)
    ontmoeting, echt, uitkomsten = threading.Barrier(2), Mentor.full_clean, []

    def kijk_en_wacht(mentor, *args, **kwargs):
        echt(mentor, *args, **kwargs)
        with contextlib.suppress(threading.BrokenBarrierError):
            ontmoeting.wait(timeout=1)

    monkeypatch.setattr(Mentor, "full_clean", kijk_en_wacht)

    def probeer(collega):
        try:
            bewaar_mentor(Mentor(werkgever=plek.werkgever, naam="Mieke"), [], door=collega, op=OP)
            uitkomsten.append("gelukt")
        except ValidationError as fout:
            uitkomsten.append(" ".join(fout.messages))
        finally:
            connections.close_all()

    draden = [threading.Thread(target=probeer, args=[collega]) for collega in (an, griet)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sorted(uitkomsten, key=len) == ["gelukt", "Deze werkgever heeft al een mentor met deze naam."]
    assert Mentor.objects.count() == 1
