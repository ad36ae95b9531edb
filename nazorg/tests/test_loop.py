"""Nazorg starts by itself the day after art.60, with one next date that is the same everywhere, and an owner (missie 7, 28)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse

from clienten.models import Stand
from nazorg.actions import kies_nazorgbegeleider, noteer_uitkomst
from nazorg.beloften import NAZORGCONTACT, UITKOMST
from nazorg.loop import Nazorgloop
from nazorg.models import Nazorgkeuze, Uitkomst
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.dossier.controle import controleer, haal_nachten_in
from tewerkstelling.einde.actions import sluit_contract_af
from trajecten.actions import sluit_traject_af
from trajecten.beloften import CONTACT
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.django_db, pytest.mark.databank]
OP = date(2026, 11, 22)
LAATSTE = date(2026, 11, 30)


def op_dag(dag):
    return time_machine.travel(datetime.combine(dag, time(9), tzinfo=UTC), tick=False)


@pytest.fixture(autouse=True)
def _vandaag():
    with op_dag(OP):
        yield


@pytest.fixture
def dossier(bert, an):
    """Bert refers and follows, An guides; art.60 ends on LAATSTE within a window that runs until 28 February 2028."""
    client = maak_client(bert, coach=an)
    maak_traject(client, an, op=date(2026, 3, 1))
    registreer_werkervaring(Werkervaring(client=client, start=date(2026, 3, 1)), door=an, op=OP)
    contract = maak_contract(client, an, van=date(2026, 3, 10), laatste_dag=LAATSTE)
    return client, contract


def open_(client, soort):
    rijen = Termijn.objects.open().filter(client=client, soort=soort)
    return [(t.vervalt_op, t.verantwoordelijke_id) for t in rijen]


def nacht(dag):
    haal_nachten_in(dag)
    assert controleer(dag).aantal == 0


def test_zolang_het_contract_loopt_is_er_geen_nazorg(dossier):
    client, _ = dossier
    assert open_(client, NAZORGCONTACT) == open_(client, UITKOMST) == []
    assert len(open_(client, CONTACT)) == 1


def test_de_dag_na_het_einde_begint_ze_vanzelf_en_de_mw_doet_ze(dossier, bert):
    client, _ = dossier
    dag = LAATSTE + timedelta(days=1)
    with op_dag(dag):
        nacht(dag)
        # 31 days later is New Year: planned on the last working day before it, as evaluations and visits are.
        assert dag + timedelta(days=31) == date(2027, 1, 1)
        assert open_(client, NAZORGCONTACT) == [(date(2026, 12, 31), bert.pk)]
        assert open_(client, CONTACT) == [], "een volgende dag, niet twee"
        assert open_(client, UITKOMST) == [(date(2028, 3, 1), bert.pk)], "de dag na de 24 maanden"


def test_wie_vandaag_het_contract_beeindigt_opent_ze_in_dezelfde_handeling(dossier, an, bert):
    client, contract = dossier
    sluit_contract_af(
        contract, laatste_dag=OP - timedelta(days=2), reden="ander", eerste_contact_op=date(2026, 12, 3), door=an, op=OP
    )
    assert open_(client, NAZORGCONTACT) == [(date(2026, 12, 3), bert.pk)]


def test_het_traject_sluiten_verandert_niets_aan_de_nazorg(dossier, an, bert):
    client, _ = dossier
    dag = LAATSTE + timedelta(days=5)
    with op_dag(dag):
        nacht(dag)
        voor = open_(client, NAZORGCONTACT)
        sluit_traject_af(client.trajecten.get(), reden="werk", door=an, op=dag)
        assert open_(client, NAZORGCONTACT) == voor


def test_elk_gesprek_telt_en_overal_staat_dezelfde_dag(dossier, an, als, bert):
    client, contract = dossier
    sluit_contract_af(
        contract, laatste_dag=OP - timedelta(days=9), reden="ander", eerste_contact_op=date(2026, 12, 3), door=an, op=OP
    )
    maak_gesprek(client, an, op=OP - timedelta(days=1))
    verwacht = OP - timedelta(days=1) + timedelta(days=31)
    assert open_(client, NAZORGCONTACT) == [(verwacht, bert.pk)], "het eerste contact is gehouden"
    pagina = als(bert).get(reverse("nazorg:nazorg_detail", args=[client.pk]))
    assert pagina.context["volgende_op"] == verwacht == Stand.objects.get(client=client).stilte_op
    assert len(pagina.context["pagina"].rijen) == 1


def test_na_de_24_maanden_is_er_geen_contact_meer_maar_wel_een_meting(dossier, bert):
    client, _ = dossier
    for dag in (date(2027, 1, 1), date(2028, 3, 5)):
        with op_dag(dag):
            nacht(dag)
    assert open_(client, NAZORGCONTACT) == []
    assert open_(client, UITKOMST) == [(date(2028, 3, 1), bert.pk)]


def test_een_meting_is_een_lijn_met_de_laatste_dag_die_kwam(dossier, an, bert):
    client, contract = dossier
    dag = date(2028, 4, 20)  # a day and four weeks after the exit have passed
    with op_dag(dag):
        nacht(dag)
        assert open_(client, UITKOMST) == [(date(2028, 3, 28), bert.pk)]
        uitkomst = Uitkomst(
            client=client, contract=contract, moment="week-4", peildag=date(2028, 3, 28), uitkomst="werkt"
        )
        noteer_uitkomst(uitkomst, [], door=an, op=dag)
        assert open_(client, UITKOMST) == [(date(2028, 8, 29), bert.pk)], "zes maanden na 29 februari 2028"


def test_wie_de_nazorg_doet_kan_je_kiezen(dossier, an, bert, als):
    client, contract = dossier
    sluit_contract_af(
        contract, laatste_dag=OP - timedelta(days=9), reden="ander", eerste_contact_op=None, door=an, op=OP
    )
    als(bert).post(reverse("nazorg:nazorg_wie", args=[client.pk]), {"wie": "atb"})
    assert {wie for _, wie in open_(client, NAZORGCONTACT) + open_(client, UITKOMST)} == {an.pk}
    kies_nazorgbegeleider(client, "mw", door=an, op=OP)
    assert {wie for _, wie in open_(client, NAZORGCONTACT)} == {bert.pk}
    assert Nazorgkeuze.objects.get().door == an


def test_kijken_schrijft_niets(dossier, als, bert):
    client, _ = dossier
    with op_dag(LAATSTE + timedelta(days=3)):
        voor = list(Termijn.objects.values())
        als(bert).get(reverse("nazorg:nazorg_detail", args=[client.pk]))
        assert list(Termijn.objects.values()) == voor


def test_de_mw_ziet_haar_nazorg_en_wat_bij_haar_clienten_te_laat_is(dossier, als, bert, an):
    dag = LAATSTE + timedelta(days=60)
    with op_dag(dag):
        nacht(dag)
        pagina = als(bert).get(reverse("vandaag:vandaag"))
        mensen = [mens for groep in pagina.context["lijst"].groepen for mens in groep.mensen]
        mijn = [feit.termijn.soort for mens in mensen for feit in mens.feiten if feit.termijn]
        assert NAZORGCONTACT in mijn
        anderen = pagina.context["volgt"].laat
        assert anderen
        assert {t.verantwoordelijke_id for t in anderen} == {an.pk}
        assert "Te laat bij een collega" in pagina.content.decode()
    with op_dag(dag):
        assert als(an).get(reverse("vandaag:vandaag")).context["volgt"] is None


@pytest.mark.parametrize(
    ("contact", "gepland"),
    [
        (date(2026, 12, 3), date(2026, 12, 31)),  # 31 days later: Sunday 3 January, and Friday the 1st is a holiday
        (date(2026, 12, 4), date(2027, 1, 4)),
    ],
)
def test_het_volgende_contact_valt_op_een_werkdag(contact, gepland):
    loop = Nazorgloop(LAATSTE, None, None, date(2028, 2, 29), contact, None, None)
    assert loop.volgende_op(31) == gepland
