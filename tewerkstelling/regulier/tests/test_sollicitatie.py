"""Vacancies and applications: each step with its day, what may follow what, two people at once, and the promise."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from clienten.feiten import lees_dossiers
from clienten.models import Client
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_einde import maak_regulier_werk, maak_sollicitatie
from ocmw.journaal.models import Journaalregel
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.regulier.actions import zet_stap
from tewerkstelling.regulier.beloften import SOLLICITATIE, sollicitaties_opvolgen
from tewerkstelling.regulier.enums import LOPEND, OVERGANGEN, Sollicitatiestatus
from tewerkstelling.regulier.models import Sollicitatie, Sollicitatiestap, Werkgeverscontact

pytestmark = [pytest.mark.django_db, pytest.mark.databank]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    return maak_client(bert, coach=an)


def adres(naam, rij):
    return reverse(f"regulier:{naam}", args=[rij.client_id, rij.pk])


def nieuw(browser, client, **velden):
    gegevens = {"functie": "Magazijnier", "bij": "Bakkerij Peeters", "versie": 0, **velden}
    return browser.post(reverse("regulier:sollicitatie_create", args=[client.pk]), gegevens)


def termijnen(client):
    rijen = Termijn.objects.open().filter(client=client, soort=SOLLICITATIE)
    return list(rijen.values_list("vervalt_op", "onderwerp"))


def test_een_vacature_volgen(an, als, client):
    antwoord = nieuw(als(an), client, link="vacatures.example/7", deadline="2026-12-01")
    rij = Sollicitatie.objects.get()
    assert antwoord.url == adres("sollicitatie_detail", rij)
    assert (rij.status, rij.status_op, rij.link) == ("te_versturen", OP, "https://vacatures.example/7")
    tekst = als(an).get(reverse("regulier:regulier_detail", args=[client.pk])).content.decode()
    assert "Bakkerij Peeters" in tekst
    assert "over 9 dagen" in tekst


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"functie": ""}, "functie"),
        ({"bij": ""}, "bij"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "geen adres"}, "link"),
        ({"deadline": "morgen"}, "deadline"),
    ],
)
def test_een_fout_staat_bij_het_veld(an, als, client, velden, veld):
    antwoord = nieuw(als(an), client, **velden)
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Sollicitatie.objects.exists()


def test_een_werkgever_van_een_ander_ocmw_is_niet_te_kiezen(an, als, client, aalst, turnhout):
    vreemd = maak_werkplek(turnhout, "Kringloop Turnhout").werkgever
    antwoord = nieuw(als(an), client, bij="", werkgever=vreemd.pk)
    assert "werkgever" in antwoord.context["form"].errors
    eigen = maak_werkplek(aalst).werkgever
    nieuw(als(an), client, bij="", werkgever=eigen.pk)
    assert Sollicitatie.objects.get().bij_wie == eigen.naam


def test_van_verstuurd_tot_resultaat_met_de_termijn(an, als, client):
    rij = maak_sollicitatie(client, an)
    url = adres("sollicitatie_detail", rij)
    als(an).post(url, {"naar": "verstuurd", "op": "2026-11-20", "nota": "Samen verstuurd.", "versie": 1})
    assert termijnen(client) == [(date(2026, 12, 4), "Magazijnier bij Bakkerij Peeters")]  # 14 days, a rule
    als(an).post(url, {"naar": "gesprek", "op": "2026-12-02", "versie": 2})  # an interview may lie ahead
    assert termijnen(client) == [(date(2026, 12, 2), "gesprek voor Magazijnier bij Bakkerij Peeters")]
    with time_machine.travel(date(2026, 12, 3)):
        leid_opnieuw_af(client, op=date(2026, 12, 3))
    assert termijnen(client) == [(date(2026, 12, 16), "Magazijnier bij Bakkerij Peeters")]
    with time_machine.travel(date(2026, 12, 3)):
        als(an).post(url, {"naar": "afgewezen", "op": "2026-12-03", "nota": "Te weinig ervaring.", "versie": 3})
    assert termijnen(client) == []
    assert Termijn.objects.get(soort=SOLLICITATIE).voldaan
    tekst = als(an).get(url).content.decode()
    assert "Te weinig ervaring." in tekst
    assert "Samen verstuurd." in tekst
    assert Sollicitatiestap.objects.count() == 3
    assert not any("ervaring" in str(regel.__dict__) for regel in Journaalregel.objects.all())


def test_de_laatste_dag_om_te_solliciteren_is_een_termijn(an, als, client):
    nieuw(als(an), client, deadline="2026-11-30")
    rij = Sollicitatie.objects.get()
    assert termijnen(client) == [(date(2026, 11, 30), f"nog te versturen: {rij}")]
    als(an).post(adres("sollicitatie_detail", rij), {"naar": "ingetrokken", "op": OP.isoformat(), "versie": 1})
    assert termijnen(client) == []


def test_een_contact_begint_met_vandaag(an, als, client):
    pagina = als(an).get(reverse("regulier:contact_create", args=[client.pk]))
    assert pagina.context["form"]["op"].value() == OP


def test_de_dagen_zijn_een_regel(an, client):
    Regelset.objects.filter(sleutel="sollicitatie.opvolgen_dagen").update(waarde=7)
    vergeet_regels()
    maak_sollicitatie(client, an, "verstuurd")
    assert termijnen(client)[0][0] == OP + timedelta(days=7)


@pytest.mark.parametrize(
    ("gegevens", "waar"),
    [
        ({"naar": "afgewezen"}, "naar"),  # nothing was sent yet
        ({"naar": "verstuurd", "op": "2026-11-30"}, "op"),
        ({"naar": "gesprek", "op": "2029-11-30"}, "op"),
        ({"naar": ""}, "naar"),
        ({"naar": "verstuurd", "op": ""}, "op"),
    ],
)
def test_een_stap_die_niet_kan(an, als, client, gegevens, waar):
    rij = maak_sollicitatie(client, an)
    antwoord = als(an).post(adres("sollicitatie_detail", rij), {"op": "2026-11-22", "versie": 1, **gegevens})
    assert antwoord.status_code == 422
    assert waar in antwoord.context["form"].errors
    assert not Sollicitatiestap.objects.exists()


STATUSSEN = st.sampled_from(list(Sollicitatiestatus))


@given(STATUSSEN, STATUSSEN)
def test_de_tabel_zegt_wat_kan_en_de_zin_waarom_niet(van, naar):
    rij = Sollicitatie(client=Client(), functie="x", bij="y", status=van)
    assert (rij.weigering_voor(naar) == "") is (naar in OVERGANGEN[van])


def test_elke_stand_is_te_bereiken_en_geen_zit_vast():
    bereikbaar, open_ = set(), {Sollicitatiestatus.TE_VERSTUREN}
    while open_:
        stand = open_.pop()
        bereikbaar.add(stand)
        open_ |= set(OVERGANGEN[stand]) - bereikbaar
    assert bereikbaar == set(Sollicitatiestatus) == set(OVERGANGEN)
    assert all(OVERGANGEN[stand] for stand in Sollicitatiestatus)
    assert set(LOPEND) < set(Sollicitatiestatus)


def test_een_job_met_contract_verandert_niet_meer(an, client):
    contract = maak_regulier_werk(client, an)
    with pytest.raises(Geweigerd, match="loopt al een contract"):
        zet_stap(contract.sollicitatie, "ingetrokken", dag=OP, door=an, op=OP)


def test_twee_collegas_bij_dezelfde_stap(an, griet, als, client):
    rij = maak_sollicitatie(client, an, "verstuurd")
    url = adres("sollicitatie_detail", rij)
    als(griet).post(url, {"naar": "gesprek", "op": "2026-11-25", "versie": 2})
    antwoord = als(an).post(url, {"naar": "afgewezen", "op": "2026-11-22", "versie": 2})
    assert antwoord.status_code == 422
    assert "Een collega noteerde intussen een andere stap" in antwoord.content.decode()
    rij.refresh_from_db()
    assert rij.status == "gesprek"
    assert Sollicitatiestap.objects.count() == 2
    oud = Sollicitatie.objects.select_related("client").get()
    oud.versie = 2
    with pytest.raises(IntussenGewijzigd):
        zet_stap(oud, "aangenomen", dag=OP, door=an, op=OP)


def test_twee_collegas_op_de_vacature_verliezen_niets(an, griet, als, client):
    rij = maak_sollicitatie(client, an)
    gegevens = {"functie": "Magazijnier", "bij": "Bakkerij Peeters", "versie": 1}
    als(griet).post(adres("sollicitatie_edit", rij), {**gegevens, "nota": "Rijbewijs nodig."})
    antwoord = als(an).post(adres("sollicitatie_edit", rij), {**gegevens, "nota": "Nachtwerk."})
    assert antwoord.status_code == 409
    assert "Rijbewijs nodig." in antwoord.content.decode()
    assert "Nachtwerk." in antwoord.content.decode()


def test_bemiddelen_bij_een_werkgever(an, als, client):
    rij = maak_sollicitatie(client, an)
    url = reverse("regulier:contact_create", args=[client.pk])
    form = als(an).get(f"{url}?sollicitatie={rij.pk}").context["form"]
    assert form["sollicitatie"].value() == str(rij.pk)
    gegevens = {"op": "2026-11-20", "bij": "Bakkerij Peeters", "sollicitatie": rij.pk, "versie": 0}
    als(an).post(url, {**gegevens, "maatregel_uitgelegd": "on", "maatregel": "IBO", "resultaat": "Wil kennismaken."})
    contact = Werkgeverscontact.objects.get()
    assert (contact.door, contact.maatregel_uitgelegd) == (an, True)
    tekst = als(an).get(adres("sollicitatie_detail", rij)).content.decode()
    assert "Maatregel uitgelegd" in tekst
    assert "Wil kennismaken." in tekst
    antwoord = als(an).post(url, {**gegevens, "op": "2026-11-30", "maatregel": "IBO"})
    assert set(antwoord.context["form"].errors) == {"op", "maatregel_uitgelegd"}
    als(an).post(adres("contact_edit", contact), {**gegevens, "versie": 1, "resultaat": "Neemt toch niemand aan."})
    contact.refresh_from_db()
    assert (contact.maatregel_uitgelegd, contact.resultaat) == (False, "Neemt toch niemand aan.")


def test_een_sollicitatie_van_een_ander_dossier_is_niet_te_kiezen(an, als, client):
    vreemd = maak_sollicitatie(maak_client(an), an)
    gegevens = {"op": "2026-11-20", "bij": "x", "sollicitatie": vreemd.pk, "versie": 0}
    antwoord = als(an).post(reverse("regulier:contact_create", args=[client.pk]), gegevens)
    assert "sollicitatie" in antwoord.context["form"].errors
    assert als(an).get(reverse("regulier:sollicitatie_detail", args=[client.pk, vreemd.pk])).status_code == 404


def test_wie_wat_mag(client, als, an, bert, griet, leo, bea, carla):
    rij = maak_sollicitatie(client, an)
    lezen = [reverse("regulier:regulier_detail", args=[client.pk]), adres("sollicitatie_detail", rij)]
    schrijven = [
        adres("sollicitatie_edit", rij),
        reverse("regulier:sollicitatie_create", args=[client.pk]),
        reverse("regulier:contact_create", args=[client.pk]),
    ]
    for url in [*lezen, *schrijven]:
        assert als(an).get(url).status_code == als(griet).get(url).status_code == 200
        assert als(bert).get(url).status_code == (403 if url in schrijven else 200)
        assert als(leo).get(url).status_code == als(bea).get(url).status_code == 403
        assert als(carla).get(url).status_code == 404
    als(bert).post(adres("sollicitatie_detail", rij), {"naar": "verstuurd", "op": "2026-11-22", "versie": 1})
    rij.refresh_from_db()
    assert rij.status == "te_versturen"


def test_de_belofte_en_de_pagina_kosten_evenveel_voor_veel(an, als, client):
    beloften, paginas, browser = [], [], als(an)
    url = reverse("regulier:regulier_detail", args=[client.pk])
    for n in range(1, 13):
        maak_sollicitatie(client, an, "verstuurd")
        maak_sollicitatie(maak_client(an), an, "verstuurd")
        if n in {1, 12}:
            feiten = lees_dossiers(Client.objects.values_list("pk", flat=True), op=OP)
            with CaptureQueriesContext(connection) as context:
                assert len(list(sollicitaties_opvolgen(feiten))) == 2 * n
            beloften.append(len(context))
            browser.get(url)
            with CaptureQueriesContext(connection) as context:
                browser.get(url)
            paginas.append(len(context))
    assert beloften == [1, 1]
    assert paginas[0] == paginas[1] <= 16
