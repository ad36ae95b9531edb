"""Art.60 in the caseload report: what runs, began and ended on a day, counted by hand."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_werkplek
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.rapporten.caseload_werk import gewoonwerksectie, werksectie
from ocmw.werkruimte.rapporten.cijfers import Bereik
from ocmw.werkruimte.rapporten.werkcijfers import Gewoonwerkcijfers, Werkcijfers
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.regulier.models import Sollicitatie

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
VAN, TOT = date(2026, 1, 1), date(2026, 6, 30)


def cijfers(ocmw, voor=None):
    return Werkcijfers(Bereik(ocmws=(ocmw,), van=VAN, tot_en_met=TOT, vandaag=vandaag(), voor=voor))


def contract(an, van, laatste, **velden):
    return maak_contract(maak_client(an), an, van=van, laatste_dag=laatste, **velden)


def test_de_eerste_en_de_laatste_werkdag_tellen_mee(an, aalst):
    op_de_peildag = contract(an, TOT, TOT)
    dag_erna = contract(an, TOT + timedelta(days=1), TOT + timedelta(days=90))
    eindigt_net = contract(an, date(2025, 7, 1), TOT - timedelta(days=1))
    voor_de_periode = contract(an, date(2025, 1, 1), VAN - timedelta(days=1))
    eerste_dag = contract(an, date(2025, 2, 1), VAN)
    telling = cijfers(aalst)
    assert [c.pk for c in telling.lopend] == [op_de_peildag.pk]
    assert {c.pk for c in telling.geeindigd} == {op_de_peildag.pk, eindigt_net.pk, eerste_dag.pk}
    assert [c.pk for c in telling.gestart] == [op_de_peildag.pk]
    assert {dag_erna.pk, voor_de_periode.pk}.isdisjoint(c.pk for c in telling.contracten)


def test_de_kwartalen_samen_zijn_het_jaar(an, aalst):
    """Every last day of a quarter and its neighbours: a contract ended in exactly one of the quarters."""
    eindes = [date(2025, maand, 1) - timedelta(days=n) for maand in (4, 7, 10) for n in (0, 1, 2)]
    eindes += [date(2025, 1, 1), date(2025, 12, 31)]
    for laatste in eindes:
        contract(an, date(2024, 6, 1), laatste)

    def geeindigd(van, tot):
        telling = Werkcijfers(Bereik(ocmws=(aalst,), van=van, tot_en_met=tot, vandaag=date(2026, 2, 1)))
        return [c.pk for c in telling.geeindigd]

    begin = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)]
    kwartalen = [geeindigd(van, tot - timedelta(days=1)) for van, tot in pairwise(begin)]
    assert [len(deel) for deel in kwartalen] == [3, 3, 3, 2]
    assert sorted(pk for deel in kwartalen for pk in deel) == sorted(geeindigd(date(2025, 1, 1), date(2025, 12, 31)))


def test_wat_binnen_dertig_dagen_eindigt_telt_die_dag_nog_mee(an, aalst):
    contract(an, VAN, TOT + timedelta(days=30))
    contract(an, VAN, TOT + timedelta(days=31))
    telling = cijfers(aalst)
    assert [telling.eindigt_binnen(n) for n in (29, 30, 31)] == [0, 1, 2]


def test_doorstroom_en_redenen(an, aalst):
    for reden in (Eindreden.DOORSTROOM_ANDERE, Eindreden.DOORSTROOM_ZELFDE, Eindreden.DUUR_BEREIKT):
        rij = contract(an, VAN, TOT - timedelta(days=10))
        beeindig_tewerkstelling(rij, laatste_dag=TOT - timedelta(days=20), reden=reden, door=an, op=vandaag())
    telling = cijfers(aalst)
    assert telling.doorstroom == 2
    assert sum(telling.per_eindreden.values()) == 3


def test_zonder_antwoord_van_de_rva(an, aalst):
    met, _zonder, later = (contract(an, VAN, TOT + timedelta(days=90)) for _ in range(3))
    for rij, dag in ((met, TOT), (later, TOT + timedelta(days=1))):
        RvaBerekening.objects.create(
            client=rij.client, contract=rij, status=RvaStatus.BEREKEND, basis_start=rij.van, basis_uren=38,
            basis_voltijds=38, verzonden_op=VAN, antwoord_op=dag, dagen=312, einde_op=rij.laatste_dag,
        )  # fmt: skip
    assert cijfers(aalst).zonder_rva == 2


def test_alleen_het_eigen_ocmw_en_twee_vragen(an, carla, aalst, turnhout, django_assert_num_queries):
    contract(an, VAN, TOT + timedelta(days=5))
    contract(carla, VAN, TOT + timedelta(days=5))
    with django_assert_num_queries(2):
        sectie = werksectie(cijfers(aalst))
    assert ("Lopend op de laatste dag", 1) in sectie.blokken[0].rijen
    assert not cijfers(turnhout, voor=an).lopend


def test_gewoon_werk_telt_werkgevers_ook_buiten_de_lijst(an, carla, aalst, django_assert_num_queries):
    """Missie 26: who is no partner is an employer too, and the same one however it was written."""

    def job(van, laatste=TOT + timedelta(days=200), **bij):
        client = maak_client(an)
        contract = maak_contract(
            client, an, soort=Contractsoort.REGULIER, van=van, laatste_dag=laatste, werkplek=bij.pop("werkplek", None)
        )
        if bij:
            dag = van - timedelta(days=9)
            Sollicitatie.objects.create(client=client, functie="Hulp", status_op=dag, contract=contract, **bij)

    plek = maak_werkplek(aalst)
    job(date(2025, 11, 3), werkplek=plek)
    job(date(2026, 2, 2), werkgever=plek.werkgever)
    job(date(2026, 3, 2), bij="Buurtsuper Noord")
    job(date(2026, 4, 1), bij="buurtsuper  noord")
    job(date(2026, 1, 5), date(2026, 3, 31), bij="Het Frisse Huis")
    job(date(2026, 5, 4))
    job(TOT + timedelta(days=1), bij="Later nv")
    maak_contract(maak_client(carla), carla, soort=Contractsoort.REGULIER, van=VAN, laatste_dag=TOT)
    bereik = Bereik(ocmws=(aalst,), van=VAN, tot_en_met=TOT, vandaag=vandaag())
    with django_assert_num_queries(1):
        gevonden = Gewoonwerkcijfers(bereik)
        rijen = dict(gewoonwerksectie(gevonden).blokken[0].rijen)
    assert rijen == {
        "Gestart in de periode": 5,
        "Lopend op de laatste dag": 5,
        "waarvan bij een werkgever uit de lijst": 2,
        "waarvan bij een werkgever buiten de lijst": 2,
        "waarvan de werkgever niet ingevuld is": 1,
        "Verschillende werkgevers op de laatste dag": 2,
    }
