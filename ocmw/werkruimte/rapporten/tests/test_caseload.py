"""The numbers of the caseload report against a case that was worked out by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from clienten.actions import wijs_toe
from clienten.enums import Toewijzingsrol
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_medewerker, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.toegang.rechten import Rol
from ocmw.werkruimte.rapporten.caseload import caseload_rapport
from ocmw.werkruimte.rapporten.cijfers import Bereik, Cijfers
from ocmw.werkruimte.rapporten.rapport import Rapporttabel
from ocmw.werkruimte.rapporten.weergave import rapport_als_html
from trajecten.actions import ga_naar_fase, sluit_traject_af
from trajecten.fasen import Fase

MOMENT = datetime(2026, 11, 22, 12, tzinfo=UTC)
VANDAAG = date(2026, 11, 22)
pytestmark = pytest.mark.django_db


def d(dag, maand=1):
    return date(2026, maand, dag)


def stap(traject, fase, door, op):
    ga_naar_fase(traject, fase, door=door, op=op, motivatie="besproken", heeft_werk=True)


@pytest.fixture
def caseload(an, bert, griet, aalst):
    """First quarter of 2026. Worked out by hand:

    A  started 1 Dec 2025 in phase 1; phase 2 on 10 Jan (40 days), phase 3 on 30 Jan (20 days); runs
    B  started 5 Jan; phase 2 on 15 Jan (10 days); back to phase 1 on 4 Feb (20 days); runs
    C  started 1 Feb; phase 2 on 3 Mar (30 days); ended 31 Mar with work (28 days)
    D  started 15 Mar by Bram; runs in phase 1
    E  started 1 Nov 2025; ended 1 Apr, so it still runs on 31 Mar
    F  started 1 Nov 2025; ended 31 Dec 2025: outside
    G  started 1 Apr: outside
    """
    bram = maak_medewerker("Bram", "Aerts", aalst, Rol.ATB)
    rijen = {}
    for naam, start in (("A", date(2025, 12, 1)), ("B", d(5)), ("C", d(1, 2)), ("D", d(15, 3)),
                        ("E", date(2025, 11, 1)), ("F", date(2025, 11, 1)), ("G", d(1, 4))):  # fmt: skip
        coach = bram if naam == "D" else an
        client = maak_client(bert, op=start, coach=coach, achternaam=naam)
        rijen[naam] = maak_traject(client, coach, op=start)
    stap(rijen["A"], Fase.IN_KAART, an, d(10))
    stap(rijen["A"], Fase.ZOEKEN, an, d(30))
    stap(rijen["B"], Fase.IN_KAART, an, d(15))
    stap(rijen["B"], Fase.VERKENNING, an, d(4, 2))
    stap(rijen["C"], Fase.IN_KAART, an, d(3, 3))
    sluit_traject_af(rijen["C"], reden="werk", door=an, op=d(31, 3))
    sluit_traject_af(rijen["E"], reden="verhuisd", door=an, op=d(1, 4))
    sluit_traject_af(rijen["F"], reden="verhuisd", door=an, op=date(2025, 12, 31))
    return rijen


@pytest.fixture
def bereik(aalst, griet):
    return Bereik((aalst,), d(1), d(31, 3), VANDAAG, voor=griet)


def test_de_aantallen_kloppen_met_de_hand(caseload, bereik):
    cijfers = Cijfers(bereik)
    assert len(cijfers.vooraf) == 2  # A, E
    assert len(cijfers.instroom) == 3  # B, C, D
    assert len(cijfers.uitstroom) == 1  # C
    assert len(cijfers.lopend) == 4  # A, B, D, E
    assert cijfers.uitstroom_per_reden == {"werk": 1}
    assert cijfers.per_maand == [(d(1), 1, 0), (d(1, 2), 1, 0), (d(1, 3), 1, 1)]


def test_de_fasen_kloppen_met_de_hand(caseload, bereik):
    cijfers = Cijfers(bereik)
    assert list(cijfers.per_fase.values()) == [3, 0, 1, 0, 0]  # B, D, E / - / A
    duur = cijfers.dagen_per_fase
    assert (duur[Fase.VERKENNING].aantal, duur[Fase.VERKENNING].gemiddelde) == (3, (40 + 10 + 30) / 3)
    assert duur[Fase.VERKENNING].mediaan == 30
    assert (duur[Fase.IN_KAART].aantal, duur[Fase.IN_KAART].mediaan) == (3, 20)  # 20, 20, 28
    assert (duur[Fase.ZOEKEN].aantal, duur[Fase.ZOEKEN].gemiddelde) == (0, None)
    assert cijfers.terugkeer == 1


def test_begin_plus_in_min_uit_is_einde(caseload, aalst, griet):
    for van in (date(2025, 10, 1), d(1), d(15), d(31, 3), d(1, 4)):
        for tot in (d(31), d(31, 3), d(1, 4), d(30, 6)):
            if van <= tot:
                c = Cijfers(Bereik((aalst,), van, tot, VANDAAG, voor=griet))
                assert len(c.vooraf) + len(c.instroom) - len(c.uitstroom) == len(c.lopend) == sum(c.per_fase.values())


def _tabel(rapport, kop):
    for sectie in rapport.secties:
        for blok in sectie.blokken:
            if isinstance(blok, Rapporttabel) and blok.kolommen[0].kop == kop:
                return blok
    raise AssertionError(kop)


def test_per_medewerker_en_samen(caseload, bereik):
    rapport = caseload_rapport(bereik, opgemaakt_door="Griet", moment=MOMENT)
    tabel = _tabel(rapport, "Medewerker")
    assert [rij[:4] for rij in tabel.rijen] == [
        ("An Claes", 3, 2, 1),
        ("Bert Maes", 0, 0, 0),  # no traject of his own, but something to do
        ("Bram Aerts", 1, 1, 0),
    ]
    assert tabel.totaal[:4] == ("Samen", 4, 3, 1)


def test_een_periode_die_nog_loopt_stopt_vandaag(caseload, aalst, griet):
    bereik = Bereik((aalst,), d(1), d(31, 12), VANDAAG, voor=griet)
    html = rapport_als_html(caseload_rapport(bereik, opgemaakt_door="Griet", moment=MOMENT))
    assert "De periode loopt nog" in html
    assert Cijfers(bereik).peildag == VANDAAG


def test_buiten_het_team_staan_geen_kleine_groepen_en_geen_collegas(caseload, bereik):
    rapport = caseload_rapport(bereik, opgemaakt_door="Griet", moment=MOMENT, kleine_cel=5)
    html = rapport_als_html(rapport)
    assert "An Claes" not in html
    assert "lezers buiten het team" in html
    getallen = [
        cel for s in rapport.secties for b in s.blokken if isinstance(b, Rapporttabel) for rij in b.rijen for cel in rij
    ]
    assert not [cel for cel in getallen if isinstance(cel, int) and 0 < cel < 5]
    assert "<svg" not in html


def test_termijnen_open_en_te_laat(an, bert, griet, aalst):
    with time_machine.travel(datetime(2026, 1, 5, 10, tzinfo=UTC)):
        client = maak_client(bert, op=d(5), coach=an)
        maak_traject(client, an, op=d(5))  # opens: contact within 30 days, plan within 30 days -> 4 Feb
    op_de_dag = Cijfers(Bereik((aalst,), d(1), d(4, 2), VANDAAG, voor=griet))
    assert [op_de_dag.is_te_laat(t) for t in op_de_dag.termijnen] == [False, False]
    erna = Cijfers(Bereik((aalst,), d(1), d(5, 2), VANDAAG, voor=griet))
    assert [erna.is_te_laat(t) for t in erna.termijnen] == [True, True]


def test_een_ander_ocmw_telt_niet_mee(caseload, carla, dirk, mia, turnhout, samenwerking, oud_turnhout, oona):
    eigen = maak_client(dirk, op=d(5))
    maak_traject(eigen, carla, op=d(5))
    gedeeld, ander = maak_client(oona, op=d(5)), maak_client(oona, op=d(5))
    for client in (gedeeld, ander):
        maak_traject(client, oona, op=d(5))
    wijs_toe(gedeeld, carla, rol=Toewijzingsrol.ATB, door=oona, op=d(5))
    bereik = Bereik((turnhout, oud_turnhout), d(1), d(31, 3), VANDAAG, voor=mia)
    cijfers = Cijfers(bereik)
    assert {t.client for t in cijfers.instroom} == {eigen.pk, gedeeld.pk}
    rapport = caseload_rapport(bereik, opgemaakt_door="Mia", moment=MOMENT, gedeeltelijk=("OCMW Oud-Turnhout",))
    assert [rij[:3] for rij in _tabel(rapport, "OCMW").rijen] == [("OCMW Turnhout", 1, 1), ("OCMW Oud-Turnhout", 1, 1)]
    assert "Van OCMW Oud-Turnhout tellen alleen de cliënten mee" in rapport_als_html(rapport)


@pytest.mark.parametrize("aantal", [1, 12])
def test_het_aantal_vragen_hangt_niet_af_van_de_caseload(aantal, an, bert, griet, bereik, django_assert_num_queries):
    for n in range(aantal):
        traject = maak_traject(maak_client(bert, op=d(5), coach=an), an, op=d(5) + timedelta(days=n))
        stap(traject, Fase.IN_KAART, an, d(25))
    with django_assert_num_queries(11):
        rapport_als_html(caseload_rapport(bereik, opgemaakt_door="Griet", moment=MOMENT))


def test_het_rapport_zegt_hoeveel_trajecten_volgens_het_werk_elders_staan(caseload, aalst, griet, an):
    """A proposal that waits today: the report of today says so, beside how many stand in each phase."""
    dag = vandaag()
    tot_vandaag = Bereik((aalst,), dag - timedelta(days=30), dag, dag, voor=griet)
    zin = "volgens het werk in een andere fase"
    assert zin not in rapport_als_html(caseload_rapport(tot_vandaag, moment=MOMENT, opgemaakt_door="An"))
    maak_contract(caseload["D"].client, an, van=dag - timedelta(days=2), laatste_dag=dag + timedelta(days=300))
    tekst = rapport_als_html(caseload_rapport(tot_vandaag, moment=MOMENT, opgemaakt_door="An"))
    assert f"1 traject staat {zin}: er wacht een voorstel in het dossier." in tekst
