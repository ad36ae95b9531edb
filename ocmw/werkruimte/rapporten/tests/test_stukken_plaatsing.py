"""The papers of a placement: every field of A8a, the OCMW as employer on each, and nothing about health."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from clienten.models import Randvoorwaarde
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_startklaar import maak_plaatsing, teken, vers
from ocmw.journaal.models import Journaalregel
from tewerkstelling.enums import Overeenkomstsoort
from tewerkstelling.models import Mentor, Overeenkomst, Werkgever, Werkplek
from tewerkstelling.startklaar.actions import noteer_loon, noteer_raad, vink_punt, zet_plaatsing_stop
from tewerkstelling.startklaar.models import Loonafspraak
from trajecten.models import Randprobleem

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 20)
GEHEIM = ("Epilepsie", "Rughernia", "Verslaving", "Depressie", "Diabetes")
RAAD = date(2026, 12, 15)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def rij(an):
    """A placement with every field filled in, of somebody with health data in every corner of the dossier."""
    client = maak_client(
        an, voornaam="Fatima", achternaam="Proef", geboortedatum=date(1990, 5, 4), opmerking="Epilepsie"
    )
    Randvoorwaarde.objects.create(client=client, soort="gezondheid", in_orde="nee", nota="Rughernia")
    Randprobleem.objects.create(
        client=client, thema="verslaving", omschrijving="Verslaving", gemeld_op=OP, afgeschermd=True
    )
    plek = maak_werkplek(an.ocmw)
    Werkgever.objects.update(
        ondernemingsnummer="0566988259", contactpersoon="Mieke Peeters", telefoon="+3253123456", email="m@k.example"
    )
    Werkplek.objects.update(vestigingsnummer="2100000015", straat="Dorp 1", gemeente="Erembodegem")
    plek.refresh_from_db()
    rij = maak_plaatsing(
        client,
        an,
        van=date(2026, 12, 7),
        laatste_dag=date(2027, 12, 6),
        uren_per_week=Decimal("28.5"),
        dagen_per_week=4,
        duur_basis="312 dagen nodig",
        mentor=Mentor.objects.create(werkgever=plek.werkgever, naam="Rita Maes", functie="ploegleider"),
        overeenkomst=Overeenkomst.objects.create(
            werkgever=plek.werkgever, soort=Overeenkomstsoort.PER_PERSOON, van=OP, terugbetaling_procent=Decimal("37.5")
        ),
        begeleidingsplicht="Elke vrijdag een gesprek",
        doorstroom="Opleiding heftruck",
    )
    vink_punt(rij, "vervoer", toelichting="Diabetes", door=an, op=OP)
    vers_ = vers(rij)
    vers_.raad_op, vers_.raad_besluit = RAAD, "2026/117"
    noteer_raad(vers_, ["raad_op", "raad_besluit"], door=an, op=OP)
    return teken(vers_, an)


def stuk(browser, naam, rij):
    antwoord = browser.get(reverse(f"rapporten:{naam}", args=[rij.client_id, rij.pk]))
    assert antwoord["Content-Type"] == "application/pdf"
    return antwoord, lees(antwoord.content)


def lees(pdf):
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages).split())


A8A = {
    "ocmw": "OCMW Aalst",
    "gebruiker": "Kringwinkel (Vzw",
    "ondernemingsnummer": "0566.988.259",
    "vestigingsnummer": "2.100.000.015",
    "contact": "Mieke Peeters, 053 12 34 56, m@k.example",
    "werknemer": "Fatima Proef, geboren op 04/05/1990",
    "functie": "Magazijnmedewerker",
    "taken": "Goederen sorteren",
    "adres": "Sorteren, Dorp 1, Erembodegem",
    "uren S en echt": "28,5 uren per week in 4 dagen; een voltijdse werkt hier 38 uren per week",
    "rooster": "maandag tot vrijdag, 8 tot 16 uur",
    "start": "ma 7 december 2026",
    "einde": "ma 6 december 2027",
    "basis": "312 dagen nodig",
    "mentor": "Rita Maes (ploegleider)",
    "begeleidingsplicht": "Elke vrijdag een gesprek",
    "doorstroom": "Opleiding heftruck",
    "terugbetaling": "37,5 % van het loon",
    "veiligheid en kledij": "werkkledij en beschermingsmiddelen",
    "aanwezigheid": "De gebruiker houdt elke dag bij wie er werkt",
    "evaluatie": "07/01/2027, 05/02/2027, 07/07/2027 en 05/11/2027",
    "verzekering": "verzekert de werknemer tegen arbeidsongevallen",
    "doorlenen": "leent de werknemer niet uit",
    "vroeger stoppen": "Vroeger stoppen",
    "gegevens": "deelt met de gebruiker alleen wat op dit papier staat",
    "handtekening ocmw": "Voor het OCMW OCMW Aalst Datum: 20/11/2026",
    "handtekening gebruiker": "Voor de gebruiker Kringwinkel Datum: 20/11/2026",
    "handtekening werknemer": "De werknemer Fatima Proef Datum: 20/11/2026",
    "besluit": "dinsdag 15 december 2026 Nummer van het besluit 2026/117",
    "werkgever": "OCMW blijft de werkgever",
}


def test_de_terbeschikkingstelling_heeft_elk_veld(als, an, rij):
    antwoord, tekst = stuk(als(an), "terbeschikkingstelling", rij)
    assert {naam: veld for naam, veld in A8A.items() if veld not in tekst} == {}
    assert "Fatima" not in antwoord["Content-Disposition"]
    regel = Journaalregel.objects.get(wat="stuk_gemaakt")
    assert (regel.client_id, regel.details) == (rij.client_id, {"soort": "terbeschikkingstelling"})


def test_de_bijlage_spreekt_tot_de_werknemer(als, an, rij):
    _, tekst = stuk(als(an), "arbeidsbijlage", rij)
    for veld in ("OCMW blijft de werkgever", "Fatima Proef, geboren op 04/05/1990", "Je werkrooster", "Rita Maes",
                 "28,5 uren per week", "Het OCMW betaalt je loon", "ma 7 december 2026"):  # fmt: skip
        assert veld in tekst
    assert "37,5" not in tekst  # what the employer pays back is none of the annex


def test_het_blad_zegt_wat_de_client_krijgt(als, an, rij):
    """What the source promises beside the amounts; what nobody filled in yet is said, not left out."""
    _, tekst = stuk(als(an), "wat_krijg_ik", rij)
    for veld in ("Werkervaringsklant", "De begeleiding is gratis", "Dat blijft zo, waar je ook werkt", "We zoeken samen een plek",
                 "Je solliciteert niet zelf", "Loon nog niet bekend", "Naar het werk nog niet bekend"):  # fmt: skip
        assert veld in tekst
    loon = Loonafspraak(
        client=rij.client, plaatsing=rij, brutoloon=Decimal("2200.50"), cheques="ja", cheque_waarde=Decimal(8)
    )
    loon.reis, loon.fiets_per_km = "fiets", Decimal("0.30")
    noteer_loon(loon, [], door=an, op=OP)
    _, tekst = stuk(als(an), "wat_krijg_ik", rij)
    for veld in ("2.200,50", "Maaltijdcheques", "0,30", "28,5 uren per week"):
        assert veld in tekst
    assert "nog niet bekend" not in tekst


@pytest.mark.parametrize("naam", ["terbeschikkingstelling", "arbeidsbijlage", "wat_krijg_ik"])
def test_er_lekt_niets_over_gezondheid(als, an, rij, naam):
    _, tekst = stuk(als(an), naam, rij)
    lek = [woord for woord in GEHEIM if woord.lower() in tekst.lower()]
    assert not lek
    assert rij.client.insz not in tekst.replace(".", "").replace("-", "").replace(" ", "")


def test_een_leeg_papier_is_om_in_te_vullen(als, an):
    rij = maak_plaatsing(maak_client(an), an, laatste_dag=OP + timedelta(days=20), werkrooster="", taken="")
    _, tekst = stuk(als(an), "terbeschikkingstelling", rij)
    assert "niet ingevuld" in tekst
    assert "nog in te vullen" in tekst
    assert "te kort voor een vaste evaluatie" in tekst
    assert "Datum Handtekening" in tekst


@pytest.mark.parametrize("naam", ["terbeschikkingstelling", "arbeidsbijlage"])
def test_wie_het_papier_mag_maken(als, rij, naam, bert, griet, carla, leo):
    url = reverse(f"rapporten:{naam}", args=[rij.client_id, rij.pk])
    assert als(griet).get(url).status_code == 200
    assert als(bert).get(url).status_code == 403
    assert als(leo).get(url).status_code == 403
    assert als(carla).get(url).status_code == 404
    assert als(griet).post(url).status_code == 405


# --- council list ----------------------------------------------------------------------------------
def raad(naam="raadslijst", **vraag):
    return reverse(f"rapporten:{naam}", query=vraag)


def test_de_raadslijst_toont_een_vergadering(als, an, griet, rij, carla):
    ander = maak_plaatsing(maak_client(an, achternaam="Later"), an)
    ander.raad_op = date(2027, 1, 19)
    noteer_raad(ander, ["raad_op"], door=an, op=OP)
    stop = maak_plaatsing(maak_client(an, achternaam="Gestopt"), an)
    stop.raad_op = RAAD
    noteer_raad(stop, ["raad_op"], door=an, op=OP)
    zet_plaatsing_stop(vers(stop), reden="client", door=an, op=OP)
    browser = als(an)
    pagina = browser.get(raad()).content.decode()  # the first meeting to come
    assert "Fatima Proef" in pagina
    assert "Het OCMW blijft de werkgever" in pagina
    assert "Later" not in pagina
    assert "Gestopt" not in pagina
    assert "Later" in browser.get(raad(dag="2027-01-19")).content.decode()
    assert "Fatima Proef" in browser.get(raad(dag="2026-02-31")).content.decode()  # no such day: the next meeting
    assert "Geen plaatsingen op deze lijst" in browser.get(raad(dag="2026-02-01")).content.decode()
    assert "Fatima" not in als(carla).get(raad(dag=f"{RAAD}")).content.decode()


def test_de_raadslijst_als_pdf_en_als_rekenblad(als, an, griet, rij):
    assert als(an).get(raad("raadslijst_pdf", dag=RAAD)).status_code == 403
    assert als(an).get(raad("raadslijst_xlsx", dag=RAAD)).status_code == 403
    tekst = lees(als(griet).get(raad("raadslijst_pdf", dag=RAAD)).content)
    for veld in ("Fatima Proef", "04/05/1990", "Kringwinkel: Sorteren", "07/12/2026", "06/12/2027", "2026/117",
                 "Het OCMW blijft de werkgever", "Vergadering van di 15 december 2026"):  # fmt: skip
        assert veld in tekst
    assert not [woord for woord in GEHEIM if woord.lower() in tekst.lower()]
    boek = load_workbook(io.BytesIO(als(griet).get(raad("raadslijst_xlsx", dag=RAAD)).content))
    cellen = [cel.value for blad in boek for rij_ in blad.iter_rows() for cel in rij_ if cel.value is not None]
    assert {"Fatima Proef", "2026/117"} <= set(map(str, cellen))
    uitvoer = Journaalregel.objects.filter(wat="lijst_geexporteerd", client_id=rij.client_id)
    assert uitvoer.count() == 2


def test_een_raad_ziet_alleen_het_eigen_ocmw(als, samenwerking, carla, mia, oona):
    """Carla of Turnhout guides somebody of Oud-Turnhout: that council decides, not hers."""
    client = maak_client(oona, achternaam="Oudturnhout", coach=carla)
    rij = maak_plaatsing(client, carla, werkplek=maak_werkplek(carla.ocmw))
    rij.raad_op = RAAD
    noteer_raad(rij, ["raad_op"], door=carla, op=OP)
    assert "Achternaam" not in als(carla).get(raad(dag=RAAD)).content.decode()
    assert "Oudturnhout" not in als(carla).get(raad(dag=RAAD)).content.decode()
    assert "Oudturnhout" in als(carla).get(raad(dag=RAAD, ocmw=oona.ocmw_id)).content.decode()
