"""The pages of phase 5: what they show, to whom, two people at once, and the end that opens the nazorg."""

import threading
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nazorg.beloften import NAZORGCONTACT
from ocmw.gereedschap.testing.formulier import velden_van
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_einde import beantwoord, beantwoord_alles, maak_einde, maak_sollicitatie
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie
from ocmw.gereedschap.testing.maak_geld import maak_twe
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.woorden import euro
from ocmw.termijnen.models import Termijn
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dossier.controle import haal_nachten_in
from tewerkstelling.einde import actions as acties
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort, Onderbrekingsoort
from tewerkstelling.models import Onderbreking

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def dossier(bert, an):
    return maak_einde(bert, coach=an)


def pagina(browser, client):
    return browser.get(reverse("einde:einde", args=[client.pk]))


def punt_adres(contract, code):
    return reverse("einde:punt_beantwoorden", args=[contract.client_id, contract.pk, code])


def test_zonder_contract_zegt_de_pagina_waarom_ze_leeg_is(an, als):
    assert "Nog geen art.60-contract" in pagina(als(an), maak_client(an)).content.decode()


def test_de_pagina_toont_de_lijst_de_nazorg_en_de_dagen(an, als, dossier):
    client, contract = dossier
    tekst = pagina(als(an), client).content.decode()
    assert "Laatste werkdag" in tekst
    assert "0 van 10 punten in orde" in tekst
    assert "De nazorg loopt van" in tekst
    assert "Einde van de 24 maanden" in tekst
    assert "van 312 dagen bewezen" in tekst
    assert ">Dagen te bewijzen voor een uitkering</a>: voor elke leeftijd 312 dagen in 36 maanden" in tekst
    assert "Kina 2015" in tekst
    assert reverse("einde:contract_einde", args=[client.pk, contract.pk]) in tekst


def test_elk_punt_leidt_naar_waar_het_gebeurt_en_toont_wat_er_al_is(an, als, dossier):
    client, contract = dossier
    browser = als(an)
    leeg = pagina(browser, client).content.decode()
    assert "Er is nog geen vacature of sollicitatie genoteerd." in leeg
    assert "Bij dit contract is nog geen evaluatie genoteerd." in leeg
    for code, weg in pagina(browser, client).context["wegen"].items():
        assert f'href="{weg.url}"' in leeg, code
        assert browser.get(weg.url).status_code == 200, code
    maak_sollicitatie(client, an)
    maak_evaluatie(contract, an, gehouden_op=date(2026, 11, 5))
    vol = pagina(browser, client).content.decode()
    assert "1 vacature of sollicitatie, 1 lopend." in vol
    assert "De laatste evaluatie was op do 5 november 2026, nog niet afgerond." in vol
    assert "1 vacature of sollicitatie" in browser.get(punt_adres(contract, "sollicitaties")).content.decode()


def test_te_weinig_dagen_staat_er_met_hoeveel(an, als):
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 9, 1), laatste_dag=date(2027, 2, 28))
    tekst = pagina(als(an), client).content.decode()
    assert "Te weinig dagen" in tekst
    assert "Op de laatste dag zijn het er 156: 156 te weinig voor een uitkering." in tekst  # 6 whole months x 26


def test_een_onderbreking_telt_mee_in_de_dagen(an, als, dossier):
    client, contract = dossier
    voor = pagina(als(an), client).context["rechten"].zin
    Onderbreking.objects.create(
        client=client,
        contract=contract,
        soort=Onderbrekingsoort.SCHORSING,
        van=date(2026, 9, 1),
        tot=date(2026, 11, 1),
    )
    assert pagina(als(an), client).context["rechten"].zin != voor


def test_een_antwoord_staat_met_dag_en_persoon(an, bert, als, dossier):
    client, contract = dossier
    antwoord = als(an).post(punt_adres(contract, "blijven"), {"antwoord": "nee", "toelichting": "Geen plaats vrij."})
    assert antwoord.url == f"{reverse('einde:afronding_detail', args=[client.pk, contract.pk])}#punt-blijven"
    tekst = pagina(als(bert), client).content.decode()
    assert "Geen plaats vrij." in tekst
    assert "An Claes" in tekst
    assert "1 van 10 punten in orde" in tekst
    assert reverse("einde:punt_beantwoorden", args=[client.pk, contract.pk, "blijven"]) not in tekst  # reads only
    regel = Journaalregel.objects.get(wat="einde_gewijzigd")
    assert "Geen plaats" not in str(regel.details if hasattr(regel, "details") else regel.__dict__)


def test_verder_gaat_naar_het_volgende_open_punt(an, als, dossier):
    _, contract = dossier
    beantwoord(contract, "maatregelen", door=an, keuzes=["geen"])
    antwoord = als(an).post(punt_adres(contract, "blijven"), {"antwoord": "ja", "verder": "1"})
    assert antwoord.url == punt_adres(contract, "sollicitaties")


@pytest.mark.parametrize(
    ("code", "gegevens", "veld"),
    [
        ("blijven", {}, "antwoord"),
        ("blijven", {"antwoord": "gedaan"}, "antwoord"),
        ("papieren", {"antwoord": "niet_nodig"}, "toelichting"),
        ("maatregelen", {}, "keuzes"),
        ("maatregelen", {"keuzes": ["ibo", "geen"]}, "keuzes"),
        ("maatregelen", {"keuzes": ["bestaat-niet"]}, "keuzes"),
        ("nazorgplan", {"toelichting": "Bellen."}, "contact_op"),
        ("nazorgplan", {"contact_op": "2027-02-01"}, "toelichting"),
    ],
)
def test_een_fout_staat_bij_het_veld(an, als, dossier, code, gegevens, veld):
    antwoord = als(an).post(punt_adres(dossier[1], code), {"versie": "0", **gegevens})
    assert antwoord.status_code == 422
    assert veld in antwoord.context["form"].errors
    assert not Eindepunt.objects.exists()


def test_een_maatregel_die_van_de_lijst_ging_blijft_te_lezen(an, als, dossier):
    client, contract = dossier
    beantwoord(contract, "maatregelen", door=an, keuzes=["samenlevingsjob"])
    assert "samenlevingsjob" in pagina(als(an), client).content.decode()
    assert "samenlevingsjob" in als(an).get(punt_adres(contract, "maatregelen")).content.decode()


def test_de_screening_is_afgeschermd(an, griet, als, dossier):
    client, contract = dossier
    beantwoord(contract, "sociale_economie", door=an, antwoord="ja", toelichting="Kanarie.")
    tekst = pagina(als(an), client).content.decode()
    assert "Kanarie." in tekst
    assert "ICF" in tekst
    tekst = pagina(als(griet), client).content.decode()
    assert "Kanarie." not in tekst
    assert "ICF" not in tekst
    assert "Niet alle punten zijn voor jou zichtbaar" in tekst
    assert als(griet).get(punt_adres(contract, "sociale_economie")).status_code == 404
    einde = als(griet).get(reverse("einde:contract_einde", args=[client.pk, contract.pk])).content.decode()
    assert "ICF" not in einde
    with pytest.raises(Geweigerd):
        beantwoord(contract, "screening", door=griet, antwoord="gedaan")


def test_wie_wat_mag(dossier, als, an, bert, griet, leo, bea, carla):
    client, contract = dossier
    lezen = [
        reverse("einde:einde", args=[client.pk]),
        reverse("einde:afronding_detail", args=[client.pk, contract.pk]),
    ]
    schrijven = [
        punt_adres(contract, "blijven"),
        reverse("einde:contract_einde", args=[client.pk, contract.pk]),
    ]
    for url in [*lezen, *schrijven]:
        assert als(an).get(url).status_code == 200
        assert als(griet).get(url).status_code == 200
        assert als(bert).get(url).status_code == (403 if url in schrijven else 200)
        assert als(leo).get(url).status_code == 403
        assert als(bea).get(url).status_code == 403
        assert als(carla).get(url).status_code == 404


def test_een_contract_van_een_ander_dossier_of_soort_bestaat_hier_niet(an, als, dossier):
    ander = maak_client(an)
    regulier = maak_contract(ander, an, van=OP, laatste_dag=OP + timedelta(days=9), soort=Contractsoort.REGULIER)
    for contract in (dossier[1], regulier):
        assert als(an).get(reverse("einde:afronding_detail", args=[ander.pk, contract.pk])).status_code == 404
    with pytest.raises(Geweigerd, match="hoort bij een art"):
        beantwoord(regulier, "blijven", door=an, antwoord="ja")


def test_twee_collegas_op_hetzelfde_punt_verliezen_niets(an, griet, als, dossier):
    _, contract = dossier
    url = punt_adres(contract, "blijven")
    als(griet).post(url, {"antwoord": "ja", "toelichting": "De chef zei ja.", "versie": "0"})
    antwoord = als(an).post(url, {"antwoord": "nee", "toelichting": "Geen budget.", "versie": "0"})
    assert antwoord.status_code == 409
    tekst = antwoord.content.decode()
    assert "De chef zei ja." in tekst
    assert "Geen budget." in tekst
    assert Eindepunt.objects.get().antwoord == "ja"


def test_beeindigen_opent_de_nazorg_met_een_eerste_contact(an, als, dossier):
    client, contract = dossier
    beantwoord(contract, "nazorgplan", door=an, toelichting="Bellen.", contact_op=date(2026, 12, 15))
    url = reverse("einde:contract_einde", args=[client.pk, contract.pk])
    eerst = als(an).get(url)
    assert "Er wachten nog 9 punten" in eerst.content.decode()
    gegevens = {"laatste_dag": "2026-11-30", "eindreden": "doorstroom_zelfde", "versie": 1}
    gegevens["eerste_contact_op"] = eerst.context["form"].initial["eerste_contact_op"].isoformat()
    browser = als(an)
    vooraf = browser.post(url, gegevens).context["vooraf"]
    assert "Wat overblijft voor nazorg" in [g.wat for g in vooraf.verschoven]
    antwoord = browser.post(url, {**gegevens, "gezien": vooraf.code}, follow=True)
    assert antwoord.redirect_chain[-1][0] == reverse("nazorg:nazorg_detail", args=[client.pk])
    assert "Het eerste contact in de nazorg staat op 15/12/2026." in antwoord.content.decode()
    contract.refresh_from_db()
    assert contract.eindreden == "doorstroom_zelfde"
    with time_machine.travel(date(2026, 12, 1), tick=False):
        haal_nachten_in(date(2026, 12, 1))
    termijn = Termijn.objects.open().get(client=client, soort=NAZORGCONTACT)
    assert (termijn.vervalt_op, termijn.verantwoordelijke) == (
        date(2026, 12, 15),
        client.toewijzingen.get(rol="mw").medewerker,
    )


def test_twee_collegas_die_hetzelfde_contract_beeindigen_zien_elkaars_keuze(an, griet, als, dossier):
    client, contract = dossier
    url = reverse("einde:contract_einde", args=[client.pk, contract.pk])
    for browser, reden, status in ((als(griet), "opleiding", 302), (als(an), "verhuis", 409)):
        gegevens = {"laatste_dag": "2027-01-06", "eindreden": reden, "versie": 1, "eerste_contact_op": "2027-02-01"}
        antwoord = browser.post(url, gegevens)
        assert antwoord.status_code == status
    assert "Opleiding" in antwoord.content.decode()
    assert "Verhuis" in antwoord.content.decode()
    contract.refresh_from_db()
    assert contract.eindreden == "opleiding"


def test_zonder_plan_is_het_voorstel_een_maand_na_het_einde(an, als, dossier):
    client, contract = dossier
    form = als(an).get(reverse("einde:contract_einde", args=[client.pk, contract.pk])).context["form"]
    assert form.initial["eerste_contact_op"] == date(2027, 2, 6)  # last day 2027-01-06, F10


def test_wie_vroeger_beeindigt_krijgt_een_voorstel_bij_die_dag(an, als, dossier):
    """The proposal belonged to the planned end; a day that somebody typed stays."""
    client, contract = dossier
    url = reverse("einde:contract_einde", args=[client.pk, contract.pk])
    form = als(an).get(url).context["form"]
    gegevens = velden_van(form, laatste_dag="22/11/2026", eindreden="medisch")
    vooraf = als(an).post(url, gegevens)
    assert vooraf.context["form"]["eerste_contact_op"].value() == "23/12/2026"
    eigen = als(an).post(url, {**gegevens, "eerste_contact_op": "15/12/2026"})
    assert eigen.context["form"]["eerste_contact_op"].value() == "15/12/2026"
    code = vooraf.context["vooraf"].code
    bewaard = als(an).post(url, {**gegevens, "eerste_contact_op": "23/12/2026", "gezien": code}, follow=True)
    assert "Het eerste contact in de nazorg staat op 23/12/2026." in bewaard.text


def test_nog_eens_beeindigen_verzet_het_eerste_contact(an, dossier):
    _, contract = dossier
    for dag in (date(2026, 12, 1), date(2026, 12, 8)):
        acties.sluit_contract_af(
            contract, laatste_dag=date(2026, 11, 25), reden="ander", eerste_contact_op=dag, door=an, op=OP
        )
    assert Eindepunt.objects.get().contact_op == date(2026, 12, 8)


@pytest.mark.parametrize("dag", ["2026-11-30", "2026-11-01", "2029-01-01"])
def test_het_eerste_contact_komt_na_het_einde(an, als, dossier, dag):
    client, contract = dossier
    gegevens = {"laatste_dag": "2026-11-30", "eindreden": "ander", "versie": 1, "eerste_contact_op": dag}
    antwoord = als(an).post(reverse("einde:contract_einde", args=[client.pk, contract.pk]), gegevens)
    assert "eerste_contact_op" in antwoord.context["form"].errors


def test_alles_in_orde_waarschuwt_niet(an, als, dossier):
    client, contract = dossier
    beantwoord_alles(contract, door=an)
    tekst = als(an).get(reverse("einde:contract_einde", args=[client.pk, contract.pk])).content.decode()
    assert "punten" not in tekst
    assert "10 van 10 punten in orde" in pagina(als(an), client).content.decode()


@pytest.mark.parametrize(
    ("laatste", "verschil"), [(date(2026, 11, 29), 195), (date(2026, 10, 31), 195), (date(2026, 10, 30), 390)]
)
def test_wie_een_dag_voor_het_maandeinde_stopt_ziet_wat_het_kost(an, als, laatste, verschil):
    """Art.60 from December 2025 to 30 November 2026: the last month counts on its last day only (T14)."""
    client = maak_client(an)
    maak_twe(client, an, start=date(2025, 11, 1), art60=(date(2025, 12, 1), date(2026, 11, 30)))
    contract = client.tewerkstellingen.get()
    adres = reverse("einde:contract_einde", args=[client.pk, contract.pk])
    post = {"laatste_dag": str(laatste), "eindreden": "duur_bereikt", "eerste_contact_op": "2026-12-15"}
    form = als(an).get(adres).context["form"]
    vooraf = als(an).post(adres, velden_van(form, **post)).context["vooraf"]
    geld = next(g for g in vooraf.gevolgen if g.wat == "Verwachte vergoeding van VDAB")
    # 24 months of guidance; art.60 on the last day of 12 months, and of one or two fewer.
    assert (geld.voor, geld.na) == (euro(24 * 250 + 12 * 195), euro(24 * 250 + 12 * 195 - verschil))


def test_de_lijst_kost_evenveel_met_alle_antwoorden(an, als, dossier):
    client, contract = dossier
    browser, tellingen = als(an), []
    for vul in (False, True):
        if vul:
            beantwoord_alles(contract, door=an)
        pagina(browser, client)
        with CaptureQueriesContext(connection) as context:
            pagina(browser, client)
        tellingen.append(len(context))
    assert tellingen[0] == tellingen[1] <= 17


@pytest.mark.django_db(transaction=True)
def test_tegelijk_antwoorden_geeft_een_rij_en_een_conflict(an, griet):
    """Both saw an unanswered point and save at the same moment; the unique constraint decides, the second reads both."""
    _, contract = maak_einde(an)
    start, uitkomsten = threading.Barrier(2), []

    def probeer(collega):
        try:
            start.wait(timeout=10)
            beantwoord(contract, "blijven", door=collega, antwoord="ja")
            uitkomsten.append("gelukt")
        except IntussenGewijzigd:
            uitkomsten.append("conflict")
        finally:
            connections.close_all()

    draden = [threading.Thread(target=probeer, args=[collega]) for collega in (an, griet)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert sorted(uitkomsten) == ["conflict", "gelukt"]
    assert Eindepunt.objects.count() == 1


def test_het_einde_staat_in_de_tijdlijn_en_blijft_afgeschermd(an, griet, als, dossier):
    client, contract = dossier
    beantwoord(contract, "papieren", door=an, antwoord="gedaan", toelichting="C4 meegegeven.")
    beantwoord(contract, "sociale_economie", door=an, antwoord="ja", toelichting="Kanarie.")
    url = reverse("dossier:tijdlijn", args=[client.pk])
    assert "Kanarie." in als(an).get(url).content.decode()
    tekst = als(griet).get(url).content.decode()
    assert "C4 meegegeven." in tekst
    assert "Kanarie." not in tekst
    assert "sociale economie" not in tekst.lower()
