"""When evaluations fall: the worked example, gaps, own schemes, a day moved by hand, holidays."""

import copy
from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine
from dateutil.relativedelta import relativedelta
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie
from ocmw.kalender.werkdagen import feestdagen
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import bewaar_schema, verzet_moment
from tewerkstelling.evaluaties.models import Evaluatie, Evaluatieschema, Verzetting
from tewerkstelling.evaluaties.planning import Planning
from tewerkstelling.feiten import gevolgen_van_contract, gevolgen_van_onderbreking
from tewerkstelling.models import Onderbreking
from tewerkstelling.rechtenteller.basis import basis_van_contract
from tewerkstelling.rechtenteller.watals import uitkomst, vergelijk
from tewerkstelling.rooster import Gat, momenten
from tewerkstelling.werkstand import werkstand

pytestmark = pytest.mark.databank

OP = date(2026, 5, 20)
ANTWERPEN = [1, 2, 7, 11, 17, 23]


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def dagen(rijen):
    return {rij.code: rij.op for rij in rijen}


def test_w10_het_schema_van_antwerpen():
    """domein.md W10.64."""
    kort = momenten(date(2026, 4, 1), date(2027, 3, 31), maanden=ANTWERPEN)
    assert [m.op for m in kort] == [date(2026, 5, 1), date(2026, 6, 1), date(2026, 11, 1), date(2027, 3, 1)]
    lang = momenten(date(2026, 4, 1), date(2028, 3, 31), maanden=ANTWERPEN)
    assert [m.op for m in lang][4:] == [date(2027, 9, 1), date(2028, 3, 1)]


def test_het_laatste_gesprek_valt_nooit_weg_door_een_onderbreking():
    """A gap of 200 days pushes months 7 and 11 past the end: one last talk is left, on the last day (A28)."""
    gat = Gat(date(2026, 6, 15), date(2026, 12, 31))  # 200 days
    rijen = momenten(date(2026, 4, 1), date(2027, 3, 31), maanden=ANTWERPEN, gaten=[gat])
    assert dagen(rijen) == {"m1": date(2026, 5, 1), "m2": date(2026, 6, 1), "m11": date(2027, 3, 31)}
    kort = momenten(
        date(2026, 4, 1), date(2027, 3, 31), maanden=ANTWERPEN, gaten=[Gat(date(2027, 1, 1), date(2027, 1, 10))]
    )
    assert dagen(kort)["m11"] == date(2027, 3, 11)


GATEN = st.lists(st.tuples(st.integers(0, 700), st.integers(1, 90)), max_size=5)


@given(van=st.dates(date(2018, 1, 1), date(2030, 1, 1)), gaten=GATEN)
def test_een_moment_schuift_precies_zoveel_dagen_als_er_niet_gewerkt_is(van, gaten):
    rijen = [Gat(van + timedelta(days=begin), van + timedelta(days=begin + duur - 1)) for begin, duur in gaten]
    zonder = momenten(van, None, maanden=ANTWERPEN, weken=[2])
    met = momenten(van, None, maanden=ANTWERPEN, weken=[2], gaten=rijen)
    assert {m.code: m.doel for m in met} == {m.code: m.op for m in zonder}
    for moment in met:
        # Independent arithmetic: walk day by day until as many days outside every moved gap have passed.
        verwacht = moment.doel
        for gat in sorted(rijen, key=lambda g: g.van):
            if gat.van <= verwacht:
                verwacht += timedelta(days=(gat.tot_en_met - gat.van).days + 1)
        assert moment.op == verwacht
        geraakt = [g for g in rijen if g.van <= moment.op]
        assert moment.verschoven_dagen == sum((g.tot_en_met - g.van).days + 1 for g in geraakt if g.van <= moment.op)


@given(van=st.dates(date(2018, 1, 1), date(2030, 1, 1)), begin=st.integers(0, 300), duur=st.integers(1, 60))
def test_een_gat_toevoegen_en_wegnemen_geeft_hetzelfde_schema(van, begin, duur):
    gat = Gat(van + timedelta(days=begin), van + timedelta(days=begin + duur - 1))
    zonder = momenten(van, None, maanden=ANTWERPEN)
    met = momenten(van, None, maanden=ANTWERPEN, gaten=[gat])
    for voor, na in zip(zonder, met, strict=True):
        assert (na.op - voor.op).days in {0, duur}
        assert (na.op == voor.op) == (gat.van > voor.op)


@given(van=st.dates(date(2018, 1, 1), date(2030, 1, 1)), gaten=GATEN, lengte=st.integers(30, 800))
def test_een_geplande_dag_is_een_werkdag_voor_de_streefdag_buiten_elke_onderbreking(van, gaten, lengte):
    """The target is that of W10 whatever happens; the planned day by brute force over every day of the contract."""
    rijen, laatste = (
        [Gat(van + timedelta(days=b), van + timedelta(days=b + d - 1)) for b, d in gaten],
        van + timedelta(days=lengte),
    )
    vol = {van + timedelta(days=b + n) for b, d in gaten for n in range(d)}
    for moment in momenten(van, laatste, maanden=ANTWERPEN, weken=[2], gaten=rijen):
        aantal = int(moment.code[1:])
        assert moment.doel == (
            van + relativedelta(months=aantal) if moment.code[0] == "m" else van + timedelta(weeks=aantal)
        )
        kan = [van + timedelta(days=n) for n in range((moment.op - van).days + 1)]
        kan = [dag for dag in kan if dag not in vol and dag.weekday() < 5 and dag not in feestdagen(dag.year)]
        assert moment.dag == max(kan, default=moment.op)
        assert van <= moment.dag <= moment.op <= laatste


# --- on the contract ----------------------------------------------------------------------------
@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))


def rooster(contract):
    return Planning([contract], op=OP).evaluaties(contract)


def onderbreek(contract, van, tot, soort="schorsing"):
    return Onderbreking.objects.create(client=contract.client, contract=contract, soort=soort, van=van, tot=tot)


@pytest.mark.django_db
def test_een_onderbreking_schuift_alles_erna_op_en_vakantie_niet(contract):
    onderbreek(contract, date(2026, 6, 10), date(2026, 6, 24))  # 14 days
    onderbreek(contract, date(2026, 7, 1), date(2026, 7, 20), "vakantie")
    rijen = rooster(contract)
    assert dagen(rijen) == {
        "m1": date(2026, 4, 30), "m2": date(2026, 6, 1), "m7": date(2026, 11, 13), "m11": date(2027, 3, 15),
    }  # fmt: skip
    assert [rij.moment.verschoven_dagen for rij in rijen] == [0, 0, 14, 14]


@pytest.mark.django_db
def test_een_feestdag_houdt_zijn_streefdag_en_wordt_de_werkdag_ervoor_gepland(contract, an, als):
    """W10.64: 1 November is a Sunday and a public holiday, 1 May a Friday and a holiday."""
    assert dagen(rooster(contract)) == {
        "m1": date(2026, 4, 30), "m2": date(2026, 6, 1), "m7": date(2026, 10, 30), "m11": date(2027, 3, 1),
    }  # fmt: skip
    doelen = [rij.moment.doel for rij in rooster(contract)]
    assert doelen == [date(2026, 5, 1), date(2026, 6, 1), date(2026, 11, 1), date(2027, 3, 1)]
    adres = reverse("evaluaties:evaluatierooster", args=[contract.client_id, contract.pk])
    assert "Allerheiligen" in als(an).get(adres).content.decode()
    verzet = reverse("evaluaties:moment_verzetten", args=[contract.client_id, contract.pk, "m7"])
    pagina = als(an).get(verzet)
    assert pagina.context["form"]["op"].value() == date(2026, 10, 30)
    assert als(an).post(verzet, {"op": "2026-11-07", "versie": 0}).status_code == 302
    gekozen = next(rij for rij in rooster(contract) if rij.code == "m7")
    assert (gekozen.op, gekozen.redenen) == (
        date(2026, 11, 7),
        ["met de hand verzet"],
    )  # a Saturday, if a planner says so
    assert "Allerheiligen" not in als(an).get(adres).content.decode()


@pytest.mark.django_db
def test_een_gehouden_evaluatie_verschuift_of_vervalt_in_geen_voorbeeld(contract, an):
    """Held long before its day; a leave before that day, or an end before it, says nothing about it any more."""
    held = maak_evaluatie(contract, an, moment="m11", gehouden_op=date(2026, 4, 28))
    Evaluatie.objects.filter(pk=held.pk).update(afgerond_op=timezone.now())
    weg = Onderbreking(
        client=contract.client, contract=contract, soort="schorsing", van=OP, tot=OP + timedelta(days=60)
    )
    for gevolgen in (
        gevolgen_van_onderbreking(contract, weg, None, op=OP),
        gevolgen_van_contract(_korter(contract), op=OP),
    ):
        genoemd = {gevolg.wat for gevolg in gevolgen}
        assert "Evaluatie maand 11" not in genoemd
        assert "Evaluatie maand 7" in genoemd
    rij = next(rij for rij in rooster(contract) if rij.code == "m11")
    assert (rij.redenen, rij.evaluatie.gehouden_op) == ([], date(2026, 4, 28))
    basis = basis_van_contract(werkstand(contract.client, op=OP), contract)
    korter = replace(basis.zoals_nu, laatste_dag=date(2026, 12, 31))
    rijen = {
        regel.wat: regel
        for regel in vergelijk(uitkomst(basis, basis.zoals_nu, op=OP), [uitkomst(basis, korter, op=OP)])
    }
    assert rijen["Evaluatie maand 11"].nu == "gehouden op di 28 april 2026"
    assert not rijen["Evaluatie maand 11"].cellen[0].anders


def _korter(contract):
    anders = copy.copy(contract)
    anders.tot = date(2026, 12, 31)
    return anders


@pytest.mark.django_db
def test_wat_met_de_hand_verzet_is_schuift_mee_met_het_contract(contract, an):
    gepland = next(g for g in rooster(contract) if g.code == "m7")
    verzetting = Verzetting(client=contract.client, contract=contract, op=date(2026, 11, 3))
    verzet_moment(verzetting, gepland, door=an, op=OP)
    onderbreek(contract, date(2026, 6, 10), date(2026, 6, 20))  # 10 days
    assert dagen(rooster(contract))["m7"] == date(2026, 11, 13)


@pytest.mark.django_db
@pytest.mark.parametrize("dag", [date(2026, 3, 31), date(2027, 4, 1)])
def test_verzetten_blijft_binnen_het_contract(contract, an, dag):
    gepland = next(g for g in rooster(contract) if g.code == "m7")
    with pytest.raises(Geweigerd, match="binnen het contract"):
        verzet_moment(Verzetting(client=contract.client, contract=contract, op=dag), gepland, door=an, op=OP)


@pytest.mark.django_db
def test_een_eigen_schema_gaat_voor_dat_van_de_werkgever_en_dat_voor_de_regel(contract, an):
    assert Planning([contract], op=OP).schema(contract).regel.bron.startswith("Stad Antwerpen, https://")
    werkgever = contract.werkplek.werkgever
    bewaar_schema(Evaluatieschema(werkgever=werkgever, maanden=[1, 6]), door=an, op=OP)
    assert list(dagen(rooster(contract))) == ["m1", "m6"]
    eigen = Evaluatieschema(contract=contract, maanden=[3, 9])
    bewaar_schema(eigen, door=an, op=OP)
    assert list(dagen(rooster(contract))) == ["m3", "m9"]
    eigen.maanden = []
    bewaar_schema(eigen, door=an, op=OP)
    assert list(dagen(rooster(contract))) == ["m1", "m6"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("maanden", "zin"),
    [("0, 3", "tussen maand 1"), ("6, 3", "van klein naar groot"), ("3, 3", "één keer"), ("drie", "alleen getallen")],
)
def test_maanden_die_niet_kunnen(contract, an, als, maanden, zin):
    adres = reverse("evaluaties:schema_edit", args=[contract.client_id, contract.pk])
    antwoord = als(an).post(adres, {"maanden": maanden, "versie": 0})
    assert zin in antwoord.content.decode()
    assert not Evaluatieschema.objects.exists()


@pytest.mark.django_db
def test_een_schema_toont_eerst_wat_verandert(contract, an, als):
    adres = reverse("evaluaties:schema_edit", args=[contract.client_id, contract.pk])
    maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 5, 8), soort="mondeling")
    eerst = als(an).post(adres, {"maanden": "2, 5", "versie": 0})
    assert [(rij.naam, rij.nu, rij.straks) for rij in eerst.context["verschuivingen"]] == [
        ("maand 5", None, date(2026, 9, 1)),
        ("maand 7", date(2026, 10, 30), None),
        ("maand 11", date(2027, 3, 1), None),
    ]
    assert "Valt weg" in eerst.content.decode()
    als(an).post(adres, {"maanden": "3", "versie": 0, "gezien": eerst.context["form"].vooraf.code})
    assert not Evaluatieschema.objects.exists()  # other months than those that were shown
    assert (
        als(an).post(adres, {"maanden": "2, 5", "versie": 0, "gezien": eerst.context["form"].vooraf.code}).status_code
        == 302
    )
    assert list(dagen(rooster(contract))) == ["m2", "m5"]
    pagina = als(an).get(reverse("evaluaties:evaluatierooster", args=[contract.client_id, contract.pk]))
    assert "Maand 1" in pagina.content.decode()  # held, so it stays to be read


@pytest.mark.django_db
def test_het_schema_van_een_werkgever_bewaren_en_weer_weghalen(contract, griet, als):
    werkgever = contract.werkplek.werkgever
    adres = reverse("evaluaties:werkgeverschema_edit", args=[werkgever.pk])
    assert "1 contract" in als(griet).get(adres).content.decode()
    voorbeeld = als(griet).post(adres, {"maanden": "2, 5", "versie": 0}).content.decode()
    assert contract.client.naam in voorbeeld
    assert not Evaluatieschema.objects.exists()
    als(griet).post(adres, {"maanden": "2, 5", "versie": 0, "gezien": "2,5"})
    assert Evaluatieschema.objects.get().maanden == [2, 5]
    als(griet).post(adres, {"maanden": "", "versie": 1, "gezien": "regel"})
    assert not Evaluatieschema.objects.exists()


@pytest.mark.django_db
def test_het_rooster_toont_de_stand_en_verbergt_waarom_iemand_niet_werkte(contract, an, griet, als):
    onderbreek(contract, date(2026, 4, 10), date(2026, 4, 17), "ziekte_ziekenfonds")
    maak_evaluatie(contract, an, moment="m1", gehouden_op=date(2026, 5, 8), soort="mondeling")
    adres = reverse("evaluaties:evaluatierooster", args=[contract.client_id, contract.pk])
    voor_coach, voor_sturing = (als(wie).get(adres).content.decode() for wie in (an, griet))
    assert "7 dagen later" in voor_coach
    assert "Ziekte betaald" in voor_coach
    assert "Ziekte betaald" not in voor_sturing
    assert "Afgeschermd" in voor_sturing


@pytest.mark.django_db
def test_zonder_contract_zegt_de_pagina_wat_eerst_moet(an, als):
    client = maak_client(an)
    assert "Nog geen contract" in als(an).get(reverse("evaluaties:evaluatie_list", args=[client.pk])).content.decode()


@pytest.mark.django_db
def test_het_rooster_kost_een_vast_aantal_vragen(contract, an, als, django_assert_max_num_queries):
    browser = als(an)
    adres = reverse("evaluaties:evaluatierooster", args=[contract.client_id, contract.pk])
    browser.get(adres)
    for dag in (date(2026, 4, 10), date(2026, 4, 20)):
        onderbreek(contract, dag, dag + timedelta(days=3))
    with django_assert_max_num_queries(20):
        browser.get(adres)
