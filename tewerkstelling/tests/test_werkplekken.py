"""Employers and workplaces: who sees what, searching, sorting, paging, numbers in any spelling, and the cost of a list."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.journaal.models import Journaalregel
from tewerkstelling.enums import Werkgeversoort
from tewerkstelling.models import Werkgever, Werkplek

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def invoer(**velden):
    return {"naam": "Kringwinkel Teleshop", "soort": "vzw", "actief": "on", **velden}


def plekinvoer(**velden):
    return {"naam": "Sorteren", "capaciteit": "2", "actief": "on", **velden}


def namen(antwoord):
    return [rij.naam for rij in antwoord.context["pagina"].rijen]


# --- who ------------------------------------------------------------------------------------------
@pytest.fixture
def plek(aalst):
    return maak_werkplek(aalst)


PAGINAS = [
    ("werkplek_list", None),
    ("werkgever_list", None),
    ("werkplek_detail", "plek"),
    ("werkgever_detail", "werkgever"),
    ("werkgever_create", None),
    ("werkgever_edit", "werkgever"),
    ("werkplek_create", "werkgever"),
    ("werkplek_edit", "plek"),
]


@pytest.mark.parametrize(("naam", "wat"), PAGINAS)
def test_wie_wat_mag(naam, wat, plek, als, an, bert, griet, leo, bea, carla):
    args = {"plek": [plek.pk], "werkgever": [plek.werkgever_id], None: []}[wat]
    url = reverse(f"tewerkstelling:{naam}", args=args)
    lezen = not naam.endswith(("_create", "_edit"))
    assert als(an).get(url).status_code == 200
    assert als(griet).get(url).status_code == 200
    assert als(bert).get(url).status_code == (200 if lezen else 403)
    assert als(leo).get(url).status_code == 403
    assert als(bea).get(url).status_code == 403
    assert als(carla).get(url).status_code == (404 if wat else 200)


def test_een_ander_ocmw_ziet_deze_lijst_niet(plek, als, carla):
    assert namen(als(carla).get(reverse("tewerkstelling:werkplek_list"))) == []
    assert namen(als(carla).get(reverse("tewerkstelling:werkgever_list"))) == []


# --- lists ----------------------------------------------------------------------------------------
def test_zoeken_filteren_en_sorteren(als, an, aalst):
    maak_werkplek(aalst, "Kringwinkel", "Sorteren")
    maak_werkplek(aalst, "Kringwinkel", "Winkel")
    zorg = maak_werkplek(aalst, "Zorghotel", "Keuken")
    Werkgever.objects.filter(pk=zorg.werkgever_id).update(soort=Werkgeversoort.EIGEN_DIENST)
    Werkplek.objects.filter(pk=zorg.pk).update(gemeente="Moorsel")
    browser, url = als(an), reverse("tewerkstelling:werkplek_list")
    assert namen(zoek(browser, url, {"q": "kring sort"})) == ["Sorteren"]
    assert namen(zoek(browser, url, {"q": "moorsel"})) == ["Keuken"]
    assert namen(browser.get(url, {"soort": "eigen_dienst"})) == ["Keuken"]
    assert namen(browser.get(url)) == ["Keuken", "Sorteren", "Winkel"]
    assert namen(browser.get(url, {"sorteer": "-plek"})) == ["Winkel", "Sorteren", "Keuken"]
    assert namen(browser.get(url, {"sorteer": "wachtwoord"})) == ["Keuken", "Sorteren", "Winkel"]
    leeg = zoek(browser, url, {"q": "bestaat niet"}).content.decode()
    assert "Geen werkplekken met deze filters" in leeg


def test_vrij_en_volzet(als, an, aalst):
    vol, vrij = maak_werkplek(aalst, "Kringwinkel", "Sorteren"), maak_werkplek(aalst, "Kringwinkel", "Winkel")
    dicht = maak_werkplek(aalst, "Kringwinkel", "Archief")
    Werkplek.objects.filter(pk=dicht.pk).update(actief=False)
    maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=OP, werkplek=vol)  # today still counts
    maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=OP - timedelta(days=1), werkplek=vrij)
    browser, url = als(an), reverse("tewerkstelling:werkplek_list")
    assert namen(browser.get(url, {"plaats": "vol"})) == ["Sorteren"]
    assert namen(browser.get(url, {"plaats": "vrij"})) == ["Winkel"]
    assert namen(browser.get(url, {"plaats": "niet"})) == ["Archief"]
    assert "1 van 1 bezet" in browser.get(url, {"plaats": "vol"}).content.decode()


def test_een_lege_lijst_zegt_wat_de_volgende_stap_is(als, an, bert):
    assert (
        reverse("tewerkstelling:werkgever_create")
        in als(an).get(reverse("tewerkstelling:werkplek_list")).content.decode()
    )
    assert (
        "Een trajectbegeleider voegt ze toe." in als(bert).get(reverse("tewerkstelling:werkplek_list")).content.decode()
    )


def test_bladeren(als, an, aalst):
    for n in range(30):
        maak_werkplek(aalst, f"Werkgever {n:02}", "Plek")
    browser, url = als(an), reverse("tewerkstelling:werkgever_list")
    eerste, tweede = browser.get(url), browser.get(url, {"pagina": "2"})
    assert (len(namen(eerste)), len(namen(tweede))) == (25, 5)
    assert not set(namen(eerste)) & set(namen(tweede))


def queries(browser, url):
    browser.get(url)  # the first page of a session also fills caches
    with CaptureQueriesContext(connection) as context:
        browser.get(url)
    return len(context)


def vul(an, aantal, *, zelfde_werkgever):
    for n in range(aantal):
        naam = "Kringwinkel" if zelfde_werkgever else f"Werkgever {n:02}"
        plek = maak_werkplek(an.ocmw, naam, f"Plek {n}")
        if not plek.tewerkstellingen.exists():
            maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), werkplek=plek)


@pytest.mark.parametrize("lijst", ["werkplek_list", "werkgever_list"])
def test_een_lijst_kost_evenveel_met_meer_rijen(als, an, lijst):
    browser, url = als(an), reverse(f"tewerkstelling:{lijst}")
    vul(an, 1, zelfde_werkgever=False)
    een = queries(browser, url)
    vul(an, 30, zelfde_werkgever=False)
    assert queries(browser, url) == een <= 8


@pytest.mark.parametrize("naam", ["werkgever_detail", "werkplek_detail"])
def test_een_werkgever_of_plek_kost_evenveel_met_meer_mensen(als, an, naam):
    vul(an, 1, zelfde_werkgever=True)
    plek = Werkplek.objects.get(naam="Plek 0")
    browser = als(an)
    url = reverse(f"tewerkstelling:{naam}", args=[plek.pk if naam == "werkplek_detail" else plek.werkgever_id])
    een = queries(browser, url)
    vul(an, 30, zelfde_werkgever=True)
    for n in range(20):
        dag = date(2000, 1, 1) + timedelta(days=n * 20)
        maak_contract(maak_client(an), an, van=dag, laatste_dag=dag + timedelta(days=9), werkplek=plek)
    assert queries(browser, url) == een <= 12


def test_een_werkplek_toont_alleen_clienten_die_je_ziet(als, an, carla, aalst, samenwerking):
    """A client of Turnhout at a place of Aalst stays unnamed in Aalst."""
    plek = maak_werkplek(aalst)
    eigen, vreemd = maak_client(an), maak_client(carla)
    for client, door in ((eigen, an), (vreemd, carla)):
        maak_contract(client, door, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31), werkplek=plek)
    for naam, pk in (("werkplek_detail", plek.pk), ("werkgever_detail", plek.werkgever_id)):
        pagina = als(an).get(reverse(f"tewerkstelling:{naam}", args=[pk])).content.decode()
        assert eigen.naam in pagina
        assert vreemd.naam not in pagina


# --- forms ----------------------------------------------------------------------------------------
def test_nummers_worden_gelezen_zoals_ze_geschreven_staan(als, an):
    als(an).post(
        reverse("tewerkstelling:werkgever_create"),
        invoer(ondernemingsnummer="BE 0566.988.259", telefoon="053/12.34.56", email="info@kringwinkel.example"),
    )
    werkgever = Werkgever.objects.get()
    assert (werkgever.ondernemingsnummer, werkgever.telefoon) == ("0566988259", "+3253123456")
    assert (werkgever.ocmw, werkgever.gewijzigd_door) == (an.ocmw, an)
    pagina = als(an).get(werkgever.get_absolute_url()).content.decode()
    assert "0566.988.259" in pagina
    assert "053 12 34 56" in pagina
    assert Journaalregel.objects.filter(wat="werkgever_gewijzigd").count() == 1


@pytest.mark.parametrize(
    ("velden", "veld", "zin"),
    [
        ({"ondernemingsnummer": "0566.988.258"}, "ondernemingsnummer", "controlegetal"),
        ({"ondernemingsnummer": "2100000000"}, "ondernemingsnummer", "vestigingsnummer"),
        ({"telefoon": "bellen"}, "telefoon", "één telefoonnummer"),
        ({"email": "info"}, "email", ""),
        ({"naam": ""}, "naam", ""),
        ({"soort": ""}, "soort", ""),
    ],
)
def test_een_fout_bij_de_werkgever_staat_bij_het_veld(als, an, velden, veld, zin):
    antwoord = als(an).post(reverse("tewerkstelling:werkgever_create"), invoer(**velden))
    assert zin in " ".join(antwoord.context["form"].errors[veld])
    assert not Werkgever.objects.exists()


def test_dezelfde_werkgever_twee_keer_wordt_geweigerd(als, an, carla):
    gegevens = invoer(ondernemingsnummer="0566988259")
    als(an).post(reverse("tewerkstelling:werkgever_create"), gegevens)
    antwoord = als(an).post(reverse("tewerkstelling:werkgever_create"), gegevens)
    assert "Er is al een werkgever met deze naam." in antwoord.content.decode()
    anders = als(an).post(reverse("tewerkstelling:werkgever_create"), {**gegevens, "naam": "Andere naam"})
    assert "Er is al een werkgever met dit ondernemingsnummer." in anders.content.decode()
    assert als(carla).post(reverse("tewerkstelling:werkgever_create"), gegevens).status_code == 302
    assert Werkgever.objects.count() == 2


def test_een_werkplek_toevoegen_en_wijzigen(als, an, aalst):
    werkgever = maak_werkplek(aalst).werkgever
    browser = als(an)
    url = reverse("tewerkstelling:werkplek_create", args=[werkgever.pk])
    assert (
        browser.post(url, plekinvoer(naam="Winkel", vestigingsnummer="2.100.000.015", uren_per_week="28,5")).status_code
        == 302
    )
    plek = Werkplek.objects.get(naam="Winkel")
    assert (plek.vestigingsnummer, plek.uren_per_week, plek.werkgever) == ("2100000015", 28.5, werkgever)
    wijzig = reverse("tewerkstelling:werkplek_edit", args=[plek.pk])
    assert browser.post(wijzig, plekinvoer(naam="Winkel", capaciteit="3", versie=1)).status_code == 302
    plek.refresh_from_db()
    assert (plek.capaciteit, plek.versie) == (3, 2)
    bestaat = browser.post(url, plekinvoer(naam="Winkel"))
    assert "Deze werkgever heeft al een werkplek met deze naam." in bestaat.content.decode()


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"capaciteit": "0"}, "__all__"),
        ({"vestigingsnummer": "0566988259"}, "vestigingsnummer"),
        ({"naam": ""}, "naam"),
    ],
)
def test_een_fout_bij_de_werkplek(als, an, aalst, velden, veld):
    werkgever = maak_werkplek(aalst).werkgever
    antwoord = als(an).post(reverse("tewerkstelling:werkplek_create", args=[werkgever.pk]), plekinvoer(**velden))
    assert veld in antwoord.context["form"].errors
    assert Werkplek.objects.count() == 1


def test_twee_collegas_op_dezelfde_werkgever_verliezen_niets(als, an, griet, aalst):
    werkgever = maak_werkplek(aalst).werkgever
    url = reverse("tewerkstelling:werkgever_edit", args=[werkgever.pk])
    als(griet).post(url, invoer(naam="Kringwinkel", contactpersoon="Mieke", versie=1))
    antwoord = als(an).post(url, invoer(naam="Kringwinkel", contactpersoon="Jos", versie=1))
    assert antwoord.status_code == 409
    assert "Mieke" in antwoord.content.decode()
    assert "Jos" in antwoord.content.decode()
    werkgever.refresh_from_db()
    assert werkgever.contactpersoon == "Mieke"
