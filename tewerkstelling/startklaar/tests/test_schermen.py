"""The pages of one placement: propose (from a client or a proposal), edit together, tick, start, stop."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from tewerkstelling.enums import Overeenkomstsoort
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Mentor, Overeenkomst, Tewerkstelling
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.enums import Plaatsingstatus
from tewerkstelling.startklaar.models import Plaatsing

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 20)
INVOER = {"van": "2026-12-07", "laatste_dag": "2027-12-06", "uren_per_week": "28,5", "taken": "Sorteren"}


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(an):
    return maak_client(an)


@pytest.fixture
def rij(client, an):
    return maak_plaatsing(client, an)


def adres(naam, rij, *meer):
    return reverse(f"startklaar:{naam}", args=[rij.client_id, rij.pk, *meer])


def nieuw(client, **vraag):
    return reverse("startklaar:plaatsing_create", args=[client.pk]) + "".join(
        f"{'&' if i else '?'}{naam}={waarde}" for i, (naam, waarde) in enumerate(vraag.items())
    )


def tekst(antwoord):
    return " ".join(antwoord.content.decode().split())


# --- propose -------------------------------------------------------------------------------------
def test_eerst_de_werkplek_dan_weten_we_al_veel(als, an, client):
    plek = maak_werkplek(an.ocmw)
    mentor = Mentor.objects.create(werkgever=plek.werkgever, naam="Rita")
    mentor.werkplekken.add(plek)
    afspraak = Overeenkomst.objects.create(
        werkgever=plek.werkgever, soort=Overeenkomstsoort.PER_PERSOON, van=OP, begeleidingsplicht="Elke week praten"
    )
    browser = als(an)
    assert "Kies eerst waar" in tekst(browser.get(nieuw(client)))
    form = browser.get(nieuw(client, werkplek=plek.pk)).context["form"]
    assert (form.instance.mentor, form.instance.overeenkomst, form.instance.begeleidingsplicht) == (
        mentor,
        afspraak,
        "Elke week praten",
    )
    antwoord = browser.post(nieuw(client, werkplek=plek.pk), velden_van(form, **INVOER))
    plaatsing = Plaatsing.objects.get()
    assert antwoord.url == plaatsing.get_absolute_url()
    assert (plaatsing.laatste_dag, plaatsing.uren_per_week, plaatsing.gewijzigd_door) == (date(2027, 12, 6), 28.5, an)
    assert (plaatsing.status, plaatsing.uit_voorstel) == (Plaatsingstatus.VOORSTEL, None)


def voorstel_voor(client, an):
    rij = Voorstel(client=client, werkplek=maak_werkplek(an.ocmw), gedaan_op=OP, status_op=OP, door=an)
    rij.save()
    return rij.pk


@pytest.mark.parametrize("nummer", ["", "onzin", "9" * 40, "²", "987654321", "van een ander"])
def test_wat_geen_voorstel_van_deze_client_is_telt_niet(als, an, client, nummer):
    nummer = voorstel_voor(maak_client(an), an) if nummer == "van een ander" else nummer
    url = nieuw(client, werkplek=maak_werkplek(an.ocmw).pk, voorstel=nummer)
    form = als(an).get(url).context["form"]
    als(an).post(url, velden_van(form, **INVOER))
    assert Plaatsing.objects.get().uit_voorstel is None


def test_uit_een_voorstel_van_de_match(als, an, client):
    bewaard = voorstel_voor(client, an)
    url = nieuw(client, werkplek=maak_werkplek(an.ocmw).pk, voorstel=bewaard)
    form = als(an).get(url).context["form"]
    als(an).post(url, velden_van(form, **INVOER))
    assert Plaatsing.objects.get().uit_voorstel_id == bewaard


@pytest.mark.parametrize(
    ("velden", "veld", "zin"),
    [
        ({"laatste_dag": "2026-12-06"}, "laatste_dag", "voor de eerste werkdag"),
        ({"van": ""}, "van", ""),
        ({"van": "2062-12-07"}, "van", "Kijk het jaar na"),
        ({"uren_per_week": "40"}, "uren_per_week", "meer dan een voltijdse werkt"),
        ({"uren_per_week": "0"}, "uren_per_week", "groter is dan nul"),
        ({"voltijds_uren": "99"}, "voltijds_uren", "tussen 1 en 50"),
        ({"dagen_per_week": "7"}, "dagen_per_week", "1 tot 6 dagen"),
        ({"functie": ""}, "functie", ""),
    ],
)
def test_een_fout_staat_bij_het_veld(als, an, client, velden, veld, zin):
    url = nieuw(client, werkplek=maak_werkplek(an.ocmw).pk)
    form = als(an).get(url).context["form"]
    antwoord = als(an).post(url, velden_van(form, **{**INVOER, **velden}))
    assert zin in " ".join(antwoord.context["form"].errors[veld])
    assert not Plaatsing.objects.exists()


def test_een_werkplek_van_een_ander_ocmw_is_geen_keuze(als, an, client, turnhout):
    vreemd = maak_werkplek(turnhout, "Vreemd", "Plek")
    antwoord = als(an).get(nieuw(client, werkplek=vreemd.pk))
    assert "keuze" in antwoord.context
    assert antwoord.context["keuze"].errors


def test_een_mentor_van_een_andere_werkgever_is_geen_keuze(als, an, client):
    ander = Mentor.objects.create(werkgever=maak_werkplek(an.ocmw, "Ander", "Plek").werkgever, naam="Jos")
    url = nieuw(client, werkplek=maak_werkplek(an.ocmw).pk)
    form = als(an).get(url).context["form"]
    antwoord = als(an).post(url, velden_van(form, **INVOER, mentor=ander.pk))
    assert "mentor" in antwoord.context["form"].errors


# --- read and edit ---------------------------------------------------------------------------------
def test_wie_wat_ziet(als, rij, an, bert, griet, leo, carla):
    for collega in (an, griet):
        pagina = tekst(als(collega).get(rij.get_absolute_url()))
        assert "Lijst voor de start: 0 van 13 in orde" in pagina
        assert adres("plaatsing_edit", rij) in pagina
    assert als(leo).get(rij.get_absolute_url()).status_code == 403
    assert als(carla).get(rij.get_absolute_url()).status_code == 404
    assert als(bert).get(adres("plaatsing_edit", rij)).status_code == 403


def test_een_maatschappelijk_werker_leest_maar_vinkt_niet(als, bert, an):
    rij = maak_plaatsing(maak_client(bert, coach=an), an)
    pagina = tekst(als(bert).get(rij.get_absolute_url()))
    assert "Dimona aangegeven" in pagina
    assert "plaatsing_edit" not in pagina
    assert "Noteer de handtekeningen" not in pagina
    assert als(bert).post(adres("plaatsing_punt", rij, "dimona"), {"vandaag": ""}).status_code == 403


def test_een_plaatsing_van_een_andere_client_bestaat_hier_niet(als, an, rij):
    ander = maak_client(an)
    assert als(an).get(reverse("startklaar:plaatsing_detail", args=[ander.pk, rij.pk])).status_code == 404


def test_twee_collegas_op_dezelfde_plaatsing_verliezen_niets(als, an, griet, rij):
    url = adres("plaatsing_edit", rij)
    form = als(an).get(url).context["form"]
    als(griet).post(url, velden_van(form, functie="Chauffeur"))
    antwoord = als(an).post(url, velden_van(form, functie="Kok"))
    assert antwoord.status_code == 409
    assert {"Chauffeur", "Kok"} <= set(antwoord.content.decode().replace('"', "<").replace(">", "<").split("<"))
    assert vers(rij).functie == "Chauffeur"


def test_een_gestarte_plaatsing_wijzig_je_via_het_contract(als, an, client):
    rij = maak_gestart(client, an, van=OP)
    pagina = tekst(als(an).get(adres("plaatsing_edit", rij), follow=True))
    assert "Wijzig het contract bij Werk en rechten." in pagina


# --- tick, start, stop -----------------------------------------------------------------------------
def test_afvinken_op_het_scherm(als, an, rij):
    browser, url = als(an), adres("plaatsing_punt", rij, "werkkledij")
    browser.post(url, {"vandaag": ""})
    assert checklist(vers(rij)).punt("werkkledij").op == OP
    browser.post(url, {"open": ""})
    assert not checklist(vers(rij)).punt("werkkledij").in_orde
    browser.post(url, {"stand": "niet_nodig", "op": "2026-11-18", "toelichting": "Eigen kledij"})
    punt = checklist(vers(rij)).punt("werkkledij")
    assert (punt.niet_nodig, punt.op, punt.toelichting) == (True, date(2026, 11, 18), "Eigen kledij")
    assert "Kies vandaag of een dag in het verleden" in tekst(
        browser.post(url, {"stand": "in_orde", "op": "2027-01-01"})
    )
    assert browser.get(adres("plaatsing_punt", rij, "onzin")).status_code == 404


def test_starten_op_het_scherm(als, an, rij):
    browser = als(an)
    assert "Kan nog niet starten" in tekst(browser.get(adres("plaatsing_start", rij)))
    maak_klaar(rij, an, zonder=("vervoer",))
    pagina = browser.get(adres("plaatsing_start", rij))
    assert "Het vervoer naar het werk is nog niet geregeld." in tekst(pagina)
    data = velden_van(pagina.context["form"])
    assert "Je kan toch starten als je schrijft waarom." in tekst(browser.post(adres("plaatsing_start", rij), data))
    antwoord = browser.post(adres("plaatsing_start", rij), data | {"motivatie": "Een collega rijdt mee."}, follow=True)
    assert "Het contract loopt vanaf 04/12/2026" in tekst(antwoord)
    assert "Een collega rijdt mee." in tekst(antwoord)
    assert Tewerkstelling.objects.count() == 1
    nog_eens = tekst(browser.post(adres("plaatsing_start", rij), data | {"motivatie": "x"}))
    assert "Deze plaatsing is al gestart door An Claes." in nog_eens
    assert Tewerkstelling.objects.count() == 1


def test_stopzetten_op_het_scherm(als, an, rij):
    antwoord = als(an).post(adres("plaatsing_stop", rij), {"stopreden": "werkgever"}, follow=True)
    assert "de werkgever ziet ervan af" in tekst(antwoord)
    assert vers(rij).stopgezet_op == OP
    assert "Dit kan nu niet meer" in tekst(als(an).get(adres("plaatsing_stop", rij)))


def test_de_raadslijst_noteren(als, an, rij):
    url = adres("plaatsing_raad", rij)
    fout = als(an).post(url, {"raad_besluit": "2026/1", "versie": rij.versie})
    assert "Vul ook de dag van de vergadering in." in tekst(fout)
    als(an).post(url, {"raad_op": "2026-12-15", "versie": rij.versie})
    assert checklist(vers(rij)).punt("raadslijst").op == date(2026, 12, 15)


# --- cost ------------------------------------------------------------------------------------------
def vragen(browser, url):
    browser.get(url)
    with CaptureQueriesContext(connection) as context:
        browser.get(url)
    return len(context)


def test_een_plaatsing_kost_evenveel_met_een_volle_lijst(als, an, client, rij):
    browser = als(an)
    leeg = vragen(browser, rij.get_absolute_url())
    maak_klaar(rij, an)
    vol = vragen(browser, rij.get_absolute_url())
    assert vol <= leeg + 1 <= 20  # the colleagues who ticked, once


def test_de_plaatsingen_van_een_client_kosten_evenveel(als, an, client, rij):
    browser, url = als(an), reverse("startklaar:plaatsing_list", args=[client.pk])
    maak_klaar(rij, an)
    een = vragen(browser, url)
    for n in range(4):
        maak_klaar(maak_plaatsing(client, an, van=OP + timedelta(days=n)), an)
    assert vragen(browser, url) == een <= 14


def test_het_tabblad_werk_en_de_werkplekken_wijzen_de_weg(als, an, client):
    lijst = reverse("startklaar:plaatsing_list", args=[client.pk])
    assert lijst in als(an).get(reverse("dossier:werk", args=[client.pk])).content.decode()
    assert reverse("startklaar:plaatsing_bord") in als(an).get(reverse("tewerkstelling:werkplek_list")).content.decode()
    assert nieuw(client) in als(an).get(lijst).content.decode()
