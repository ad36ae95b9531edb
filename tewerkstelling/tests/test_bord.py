"""The board: the state of each place, who may be named, mentors, through-flow, chips, filters, and its cost."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_plekken import maak_mentor
from tewerkstelling.actions import start_tewerkstelling
from tewerkstelling.models import Tewerkstelling, Werkplek
from tewerkstelling.views.bordbeeld import STANDEN, Doorstroom, stand_van, tel_standen

pytestmark = pytest.mark.databank

OP = date(2026, 11, 22)
URL = "/werkplekken/bord/"


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def contract(an, plek, *, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), client=None, **velden):
    tot = laatste_dag + timedelta(days=1)
    waarden = {"soort": "art60", "uren_per_week": 38, **velden}
    rij = Tewerkstelling(client=client or maak_client(an), werkplek=plek, van=van, tot=tot, **waarden)
    return start_tewerkstelling(rij, door=an, op=OP)


def standen(antwoord):
    return {rij.plek.naam: rij.stand for rij in antwoord.context["plekken"]}


def chips(antwoord):
    return {chip["label"]: chip["aantal"] for chip in antwoord.context["chips"]}


@pytest.mark.django_db
class TestStand:
    def test_vier_standen_in_chips_en_in_de_lijst(self, als, an, aalst):
        vrij, straks, later, bezet, dicht = (
            maak_werkplek(aalst, "Kringwinkel", naam) for naam in ("vrij", "straks", "later", "bezet", "dicht")
        )
        Werkplek.objects.filter(pk=dicht.pk).update(actief=False)
        Werkplek.objects.filter(pk=vrij.pk).update(capaciteit=2)
        contract(an, vrij)
        contract(an, straks, laatste_dag=OP + timedelta(days=60))
        contract(an, later, laatste_dag=OP + timedelta(days=61))
        contract(an, bezet, laatste_dag=OP + timedelta(days=10))
        contract(an, bezet, van=OP + timedelta(days=11), laatste_dag=OP + timedelta(days=300))  # somebody comes after
        antwoord = als(an).get(URL)
        verwacht = {"vrij": "vrij", "straks": "komt_vrij", "later": "bezet", "bezet": "bezet", "dicht": "niet"}
        assert standen(antwoord) == verwacht
        assert chips(antwoord) == {"Vrij": 1, "Komt vrij": 1, "Bezet": 2, "Niet beschikbaar": 1}
        for stand in STANDEN:
            gefilterd = standen(als(an).get(URL, {"stand": stand}))
            assert gefilterd == {naam: code for naam, code in verwacht.items() if code == stand}
        assert "Start later" in antwoord.content.decode()

    def test_een_werkgever_die_stopt_maakt_zijn_plekken_niet_beschikbaar(self, als, an, aalst):
        plek = maak_werkplek(aalst)
        plek.werkgever.actief = False
        plek.werkgever.save()
        assert standen(als(an).get(URL)) == {"Sorteren": "niet"}

    def test_filters_sorteren_en_leeg(self, als, an, aalst):
        keuken, groen = maak_werkplek(aalst, "A", "Keuken"), maak_werkplek(aalst, "B", "Groen")
        Werkplek.objects.filter(pk=groen.pk).update(sector="groen", capaciteit=3)
        contract(an, keuken)
        browser = als(an)
        assert list(standen(browser.get(URL))) == ["Keuken", "Groen"]
        assert list(standen(browser.get(URL, {"sorteer": "-vrij"}))) == ["Groen", "Keuken"]
        assert list(standen(browser.get(URL, {"sector": "groen"}))) == ["Groen"]
        assert chips(browser.get(URL, {"sector": "groen"}))["Bezet"] == 0
        assert list(standen(browser.get(URL, {"stand": "hacker"}))) == ["Keuken", "Groen"]
        assert "Geen werkplekken met deze filters" in zoek(browser, URL, {"q": "niets"}).content.decode()

    def test_een_leeg_bord_zegt_waar_je_begint(self, als, an):
        assert "Nog geen werkplekken" in als(an).get(URL).content.decode()


@pytest.mark.django_db
class TestMensen:
    def test_alleen_wie_je_mag_zien_heeft_een_naam(self, als, an, carla, aalst):
        """Clients of another OCMW take a seat without a name."""
        plek = maak_werkplek(aalst)
        eigen = contract(an, plek).client
        vreemd = maak_client(carla)
        contract(carla, plek, client=vreemd)
        pagina = als(an).get(URL).content.decode()
        assert eigen.naam in pagina
        assert vreemd.naam not in pagina
        assert "2 van 1 bezet" in pagina
        assert '<span class="zacht">bezet</span>' in pagina

    def test_mentoren_met_hun_belasting(self, als, an, aalst):
        plek = maak_werkplek(aalst)
        mentor = maak_mentor(plek, an, vorming="VDAB", vorming_tot=OP)
        maak_mentor(plek, an, "Weg", actief=False)
        contract(an, plek, mentor=mentor)
        pagina = als(an).get(URL).content.decode()
        assert "(1 van 3)" in pagina
        assert "Opleiding vervallen" in pagina
        assert "Weg" not in pagina


@pytest.mark.django_db
class TestDoorstroom:
    def test_teller_en_noemer_vanaf_de_kleine_cel(self, als, an, aalst):
        """Only ended art.60 contracts count; below five we say nothing."""
        plek = maak_werkplek(aalst)
        for n in range(4):
            dag = date(2024, 1, 1) + timedelta(days=n * 20)
            contract(an, plek, van=dag, laatste_dag=dag + timedelta(days=9), eindreden="doorstroom_andere")
        contract(an, plek, van=date(2023, 1, 1), laatste_dag=date(2023, 2, 1), soort="regulier")
        contract(an, plek)  # still running
        assert "te weinig om iets te zeggen (4 afgelopen)" in als(an).get(URL).content.decode()
        contract(an, plek, van=date(2022, 1, 1), laatste_dag=date(2022, 2, 1), eindreden="duur_bereikt")
        assert "4 van 5 naar gewoon werk (80 %)" in als(an).get(URL).content.decode()
        assert "4 van 5 naar gewoon werk (80 %)" in als(an).get(plek.get_absolute_url()).content.decode()

    @given(st.integers(0, 50), st.integers(0, 50), st.integers(1, 10))
    def test_een_percentage_staat_er_alleen_als_er_genoeg_zijn(self, afgelopen, doorgestroomd, minstens):
        beeld = Doorstroom(afgelopen, min(afgelopen, doorgestroomd), minstens)
        assert ("%" in beeld.zin) is (afgelopen >= minstens and afgelopen > 0)


@pytest.mark.django_db
def test_de_lijst_en_het_bord_noemen_dezelfde_stand(an, aalst):
    """The words on the row (Python) and the filter behind the chip (SQL) are two ways to one answer."""
    for n, (capaciteit, eindigt, begint) in enumerate((c, e, b) for c in (1, 2) for e in (0, 1, 2) for b in (0, 1)):
        plek = maak_werkplek(aalst, "Kringwinkel", f"P{n}")
        Werkplek.objects.filter(pk=plek.pk).update(capaciteit=capaciteit)
        for _ in range(eindigt):
            contract(an, plek, laatste_dag=OP + timedelta(days=5))
        for _ in range(begint):
            contract(an, plek, van=OP + timedelta(days=20))
    rijen = Werkplek.objects.met_verloop(OP, 60).select_related("werkgever")
    volgens_sql = {plek.pk: stand for stand in STANDEN for plek in rijen.in_stand(stand)}
    assert volgens_sql == {plek.pk: stand_van(plek) for plek in rijen}
    assert len(volgens_sql) == 12
    assert tel_standen(rijen) == {stand: rijen.in_stand(stand).count() for stand in STANDEN}
    assert sum(map(bool, tel_standen(rijen).values())) >= 3


@pytest.mark.django_db
def test_het_bord_kost_evenveel_met_meer_plekken(als, an, aalst):
    def vul(aantal):
        for _ in range(aantal):
            nummer = Tewerkstelling.objects.count()
            plek = maak_werkplek(aalst, f"Werkgever {nummer}", f"Plek {nummer}")
            contract(an, plek, mentor=maak_mentor(plek, an, f"M{nummer}"))

    browser = als(an)
    vul(1)
    browser.get(URL)
    with CaptureQueriesContext(connection) as een:
        browser.get(URL)
    vul(20)
    with CaptureQueriesContext(connection) as veel:
        browser.get(URL)
    assert len(veel) == len(een) <= 12


@pytest.mark.django_db
@pytest.mark.parametrize(("wie", "status"), [("an", 200), ("bert", 200), ("griet", 200), ("leo", 403), ("bea", 403)])
def test_wie_het_bord_ziet(als, request, wie, status):
    assert als(request.getfixturevalue(wie)).get(reverse("tewerkstelling:werkplek_bord")).status_code == status
