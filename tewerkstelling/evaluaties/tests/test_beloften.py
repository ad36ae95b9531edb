"""Termijnen of evaluations, mentor forms and visits: they move with the facts, and nobody is flooded."""

from datetime import date, timedelta

import pytest
import time_machine

from clienten.feiten import Feiten
from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.gereedschap.testing.maak_evaluaties import maak_bezoek, maak_evaluatie, maak_link, vul_stem
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import beloften
from ocmw.werkruimte.dossier.controle import controleer
from ocmw.werkruimte.dossier.jobs import ververs_standen
from tewerkstelling.actions import beeindig_tewerkstelling, wijzig_tewerkstelling
from tewerkstelling.evaluaties.actions import bewaar_schema, rond_evaluatie_af, trek_mentorlink_in
from tewerkstelling.evaluaties.beloften import EVALUATIE, MENTORFORMULIER, SOORTEN, WERKBEZOEK, nieuwste_en_volgende
from tewerkstelling.evaluaties.models import Evaluatieschema
from tewerkstelling.models import Onderbreking

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def contract(an):
    """m1 was to be on 1 May, a holiday, so on 30 April, and is missed; m2 comes on 1 June."""
    return maak_contract(maak_client(an, coach=an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


def open_(client, soort):
    return list(Termijn.objects.open().filter(client=client, soort=soort).values_list("vervalt_op", "onderwerp"))


def test_het_contract_opent_de_gemiste_en_de_volgende(contract, an):
    client = contract.client
    assert open_(client, EVALUATIE) == [(date(2026, 4, 30), "maand 1"), (date(2026, 6, 1), "maand 2")]
    # m1 is a talk without a form; three weeks before m2 is 11 May
    assert open_(client, MENTORFORMULIER) == [
        (date(2026, 5, 11), "voor de evaluatie van maand 2"),
        (date(2026, 10, 9), "voor de evaluatie van maand 7"),
    ]
    assert open_(client, WERKBEZOEK) == [(date(2026, 4, 30), "maand 1"), (date(2026, 6, 1), "maand 2")]
    wie = Termijn.objects.open().filter(client=client, soort__in=SOORTEN).values_list("verantwoordelijke", flat=True)
    assert set(wie) == {an.pk}


def test_alles_verschuift_samen_met_het_contract(contract, an):
    contract.van = date(2026, 4, 15)
    wijzig_tewerkstelling(contract, ["van"], door=an, op=OP)
    assert open_(contract.client, EVALUATIE) == [(date(2026, 5, 15), "maand 1"), (date(2026, 6, 15), "maand 2")]


def test_een_onderbreking_verschuift_de_termijnen(contract):
    Onderbreking.objects.create(
        client=contract.client, contract=contract, soort="schorsing", van=date(2026, 5, 10), tot=date(2026, 5, 31)
    )
    leid_opnieuw_af(contract.client, op=OP)
    assert open_(contract.client, EVALUATIE)[-1] == (date(2026, 6, 22), "maand 2")


def test_na_het_einde_belooft_een_contract_niets_meer(contract, an):
    beeindig_tewerkstelling(contract, laatste_dag=OP - timedelta(days=1), reden="verhuis", door=an, op=OP)
    assert not Termijn.objects.open().filter(client=contract.client, soort__in=SOORTEN).exists()


def test_een_oud_contract_geeft_geen_vloed(an):
    client = maak_client(an, coach=an)
    maak_contract(client, an, van=date(2024, 11, 1), laatste_dag=date(2026, 10, 31))
    per_soort = {soort: len(open_(client, soort)) for soort in SOORTEN}
    # 23 months of visits and six evaluations behind it, and at most two termijnen of each kind
    assert all(aantal <= 2 for aantal in per_soort.values()), per_soort
    assert open_(client, EVALUATIE) == [(date(2026, 10, 1), "maand 23")]


def test_wat_langer_dan_dertig_dagen_gemist_is_of_voor_een_gehouden_ligt_telt_niet_meer():
    dag = timedelta(days=1)
    rijen = [(OP - 31 * dag, "m1", "", False), (OP - 20 * dag, "m2", "", False), (OP - 5 * dag, "m3", "", False)]
    rijen += [(OP, "m4", "", False), (OP + 9 * dag, "m5", "", False)]
    assert [code for _, code, _ in nieuwste_en_volgende(rijen, op=OP)] == ["m3", "m4"]
    gehouden = [(OP - 5 * dag, "m3", "", True) if rij[1] == "m3" else rij for rij in rijen]
    assert [code for _, code, _ in nieuwste_en_volgende(gehouden, op=OP)] == ["m4"]


def test_afronden_voldoet_de_evaluatie_en_opent_de_volgende(contract, an):
    evaluatie = maak_evaluatie(contract, an, moment="m1", soort="mondeling", verslag="Goed gestart.")
    assert (date(2026, 4, 30), "maand 1") in open_(contract.client, EVALUATIE)
    rond_evaluatie_af(evaluatie, door=an, op=OP)
    assert open_(contract.client, EVALUATIE) == [(date(2026, 6, 1), "maand 2")]


def test_een_dag_die_voorbijgaat_opent_s_nachts_de_volgende(contract):
    assert [naam for _, naam in open_(contract.client, EVALUATIE)] == ["maand 1", "maand 2"]
    with time_machine.travel(date(2026, 6, 2)):
        ververs_standen()
    assert [naam for _, naam in open_(contract.client, EVALUATIE)] == ["maand 2", "maand 7"]


def test_een_link_voldoet_het_versturen_en_vraagt_dan_het_antwoord(contract, an):
    """F1: the form is in at least 6 working days before the talk. Before Mon 1 June 2026: 29, 28, 27, 26, 22 and 21 May
    (25 May is Whit Monday)."""
    evaluatie = maak_evaluatie(contract, an, moment="m2", gehouden_op=date(2026, 6, 1))
    assert len(open_(contract.client, MENTORFORMULIER)) == 2
    maak_link(evaluatie, an)
    later = (date(2026, 10, 9), "voor de evaluatie van maand 7")
    assert open_(contract.client, MENTORFORMULIER) == [
        (date(2026, 5, 21), "nog geen antwoord voor de evaluatie van maand 2"),
    ]
    vul_stem(evaluatie, "mentor", 3, an)  # by phone
    assert open_(contract.client, MENTORFORMULIER) == [later]


def test_een_link_intrekken_opent_het_versturen_weer(contract, an):
    evaluatie = maak_evaluatie(contract, an, moment="m2", gehouden_op=date(2026, 6, 1))
    maak_link(evaluatie, an)
    trek_mentorlink_in(evaluatie, door=an, op=OP)
    assert open_(contract.client, MENTORFORMULIER)[0] == (date(2026, 5, 11), "voor de evaluatie van maand 2")


def test_een_bezoek_telt_voor_het_moment_dat_het_dichtst_bij_ligt(contract, an):
    """Month 1 is planned on 30 April, month 2 on 1 June: the middle is 16 May."""
    maak_bezoek(contract, an, op=date(2026, 5, 4))
    assert open_(contract.client, WERKBEZOEK) == [(date(2026, 6, 1), "maand 2")]
    maak_bezoek(contract, an, op=date(2026, 5, 18))
    assert open_(contract.client, WERKBEZOEK) == [(date(2026, 7, 1), "maand 3")]


def test_het_schema_van_een_werkgever_verzet_de_termijnen_van_iedereen_die_er_werkt(contract, an):
    elders = maak_contract(
        maak_client(an, coach=an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31),
        werkplek=maak_werkplek(an.ocmw, "Stadsbibliotheek", "Balie"),
    )  # fmt: skip
    bewaar_schema(Evaluatieschema(werkgever=contract.werkplek.werkgever, maanden=[3]), door=an, op=OP)
    assert open_(contract.client, EVALUATIE) == [(date(2026, 7, 1), "maand 3")]
    assert len(open_(elders.client, EVALUATIE)) == 2


def test_de_wekelijkse_controle_vindt_geen_verschil(contract, an):
    evaluatie = maak_evaluatie(contract, an, moment="m2", gehouden_op=date(2026, 6, 1))
    vul_stem(evaluatie, "client", 3, an)
    maak_link(evaluatie, an)
    maak_bezoek(contract, an)
    assert controleer(OP).verschillen == []


def test_de_vragen_aan_de_databank_volgen_het_aantal_contracten_niet(an, django_assert_num_queries):
    clienten = []
    for nummer in range(6):
        client = maak_client(an, coach=an)
        maak_contract(client, an, van=date(2026, 1 + nummer % 3, 5), laatste_dag=date(2027, 3, 31))
        clienten.append(client)
    beloften(Feiten(clienten, op=OP), SOORTEN)
    with django_assert_num_queries(7):
        beloften(Feiten(clienten[:1], op=OP), SOORTEN)
    with django_assert_num_queries(7):
        beloften(Feiten(clienten, op=OP), SOORTEN)
