"""The werkervaringsovereenkomst: the window is explained before saving, the termijnen follow."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from clienten.models import Stand
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.termijnen.models import Termijn
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dossier.controle import haal_nachten_in
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.beloften import TWE_EINDE
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


def termijnen(client):
    rijen = Termijn.objects.open().filter(client=client, soort=TWE_EINDE).order_by("vervalt_op")
    return list(rijen.values_list("vervalt_op", flat=True))


def weo(client, door, start, **velden):
    return registreer_werkervaring(Werkervaring(client=client, start=start, **velden), door=door, op=OP)


def test_registreren_toont_het_venster_met_redenen_en_bron(an, als, client):
    """W1.4."""
    browser, url = als(an), reverse("tewerkstelling:werkervaring_create", args=[client.pk])
    eerste = browser.post(url, {"start": "2025-08-31"})
    pagina = eerste.content.decode()
    for deel in (
        "ma 30 augustus 2027",
        "do 30 oktober 2025",
        "bron: BVR van 23/12/2016",
        "bron: Vlaams Parlement, SV 319",
        "niet van art.60",
    ):
        assert deel in pagina
    assert not Werkervaring.objects.exists()
    tweede = browser.post(url, {"start": "2025-08-31", "gezien": eerste.context["vooraf"].code})
    assert tweede.status_code == 302
    werkervaring = Werkervaring.objects.get()
    assert (werkervaring.start, werkervaring.geregistreerd_door) == (date(2025, 8, 31), an)


def test_een_termijn_met_stappen_90_60_en_30_dagen_voor_het_einde(an, client):
    weo(client, an, date(2025, 8, 31))
    stappen = [date(2027, 8, 30) - timedelta(days=n) for n in (90, 60, 30)]
    assert termijnen(client) == stappen[:1]
    for stap in stappen:
        with time_machine.travel(stap + timedelta(days=4), tick=False):
            haal_nachten_in(stap + timedelta(days=4))
            assert termijnen(client) == [stap], "de laatste stap die kwam, in dezelfde rij"
    assert Termijn.objects.filter(client=client, soort=TWE_EINDE).count() == 1
    assert Stand.objects.get(client=client).twe_einde_op == date(2027, 8, 30)


def test_het_eerste_einde_van_contract_of_venster_staat_in_de_lijst(an, client):
    weo(client, an, date(2025, 8, 31))
    assert Stand.objects.get(client=client).einde_op == date(2027, 8, 30)
    maak_contract(client, an, van=date(2025, 10, 1), laatste_dag=date(2026, 12, 31))
    assert Stand.objects.get(client=client).einde_op == date(2026, 12, 31)


def test_de_start_wijzigen_toont_voor_en_na_en_verzet_de_termijnen(an, als, client):
    rij = weo(client, an, date(2025, 8, 31))
    browser, url = als(an), reverse("tewerkstelling:werkervaring_edit", args=[client.pk, rij.pk])
    eerste = browser.post(url, {"start": "2025-09-15", "versie": 1})
    verschuift = {g.wat: (g.voor, g.na) for g in eerste.context["vooraf"].gevolgen if g.verandert}
    assert verschuift["Laatste dag van de tijdelijke werkervaring"] == ("ma 30 augustus 2027", "di 14 september 2027")
    browser.post(url, {"start": "2025-09-15", "versie": 1, "gezien": eerste.context["vooraf"].code})
    assert termijnen(client) == [date(2027, 9, 14) - timedelta(days=90)]


def test_te_laat_gestart_met_art60_wordt_gezegd(an, als, client):
    maak_contract(client, an, van=date(2026, 5, 1), laatste_dag=date(2027, 4, 30))
    antwoord = als(an).post(reverse("tewerkstelling:werkervaring_create", args=[client.pk]), {"start": "2026-03-01"})
    gevolg = {g.wat: g.na for g in antwoord.context["vooraf"].gevolgen}
    assert gevolg["Startte art.60 op tijd?"] == "niet zeker: kijk dit na bij VDAB"
    antwoord = als(an).post(reverse("tewerkstelling:werkervaring_create", args=[client.pk]), {"start": "2026-03-02"})
    assert {g.wat: g.na for g in antwoord.context["vooraf"].gevolgen}["Startte art.60 op tijd?"] == "ja"


@pytest.mark.parametrize(
    ("start", "zin"),
    [
        ("2016-12-31", "bestond tijdelijke werkervaring nog niet"),
        ("2028-01-01", "meer dan een jaar in de toekomst"),
        ("2025-02-29", ""),
        ("", ""),
    ],
)
def test_een_start_die_niet_kan(an, als, client, start, zin):
    antwoord = als(an).post(reverse("tewerkstelling:werkervaring_create", args=[client.pk]), {"start": start})
    assert zin in antwoord.context["form"].errors["start"][0]


def test_er_loopt_er_maar_een(an, als, client):
    weo(client, an, date(2025, 8, 31))
    with pytest.raises(ValidationError, match="loopt al een werkervaringsovereenkomst"):
        weo(client, an, date(2026, 1, 1))
    url = reverse("tewerkstelling:werkervaring_create", args=[client.pk])
    eerste = als(an).post(url, {"start": "2026-01-01"})
    tweede = als(an).post(url, {"start": "2026-01-01", "gezien": eerste.context["vooraf"].code})
    assert "loopt al een werkervaringsovereenkomst" in tweede.content.decode()


def test_niet_in_een_gesloten_dossier(an, client):
    client.gesloten_op = OP
    with pytest.raises(Geweigerd, match="gesloten"):
        weo(client, an, date(2026, 1, 1))


def test_stoppen_sluit_de_termijnen_en_vraagt_waarom(an, als, client):
    rij = weo(client, an, date(2025, 8, 31))
    browser, url = als(an), reverse("tewerkstelling:werkervaring_stoppen", args=[client.pk, rij.pk])
    assert "stopreden" in browser.post(url, {"gestopt_op": "2026-11-20", "versie": 1}).context["form"].errors
    gegevens = {"gestopt_op": "2026-11-20", "stopreden": "verhuisd", "versie": 1}
    eerste = browser.post(url, gegevens)
    assert "vervalt" in eerste.content.decode()
    assert browser.post(url, {**gegevens, "gezien": eerste.context["vooraf"].code}).status_code == 302
    assert termijnen(client) == []
    assert Stand.objects.get(client=client).twe_einde_op is None
    assert "verhuisd" in als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()


@pytest.mark.parametrize(("dag", "zin"), [("2025-08-30", "startte pas"), ("2027-08-31", "eindigt al vanzelf")])
def test_stoppen_buiten_het_venster(an, als, client, dag, zin):
    rij = weo(client, an, date(2025, 8, 31))
    url = reverse("tewerkstelling:werkervaring_stoppen", args=[client.pk, rij.pk])
    antwoord = als(an).post(url, {"gestopt_op": dag, "stopreden": "verhuisd", "versie": 1})
    assert zin in antwoord.context["form"].errors["gestopt_op"][0]


def test_een_voorbij_venster_belooft_niets_meer(an, client):
    weo(client, an, date(2024, 9, 1))
    assert termijnen(client) == []
    assert Stand.objects.get(client=client).einde_op is None


def test_andere_regel_andere_termijnen(an, client):
    Regelset.objects.filter(sleutel="twe.waarschuwing_dagen").update(waarde=[120])
    vergeet_regels()
    weo(client, an, date(2025, 8, 31))
    assert termijnen(client) == [date(2027, 8, 30) - timedelta(days=120)]


def test_twee_keer_richten_verandert_niets(an, client):
    weo(client, an, date(2025, 8, 31))
    voor = list(Termijn.objects.order_by("pk").values())
    leid_opnieuw_af(client, op=OP)
    assert list(Termijn.objects.order_by("pk").values()) == voor
