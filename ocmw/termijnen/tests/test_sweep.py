"""The sweep flags what is due exactly once, and tells somebody who can act."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.actions import stel_termijn_uit, voldoe_termijn
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.termijnen.sweep import grens, maak_wezen_vrij, markeer
from ocmw.toegang.rechten import Rol
from trajecten.beloften import ACTIEPUNT

pytestmark = pytest.mark.databank


def maak_termijn(client, wie=None, *, over=0, soort=ACTIEPUNT, sleutel=""):
    dag = vandaag() + timedelta(days=over)
    return Termijn.objects.create(
        client=client,
        ocmw=client.ocmw,
        soort=soort,
        sleutel=sleutel,
        vervalt_op=dag,
        geopend_op=dag - timedelta(days=30),
        verantwoordelijke=wie,
    )


def test_alleen_wat_vervallen_en_open_is_wordt_gemarkeerd(an):
    client = maak_client(an)
    te_laat, vandaag_, morgen = (maak_termijn(client, an, over=n, sleutel=str(n)) for n in (-3, 0, 1))
    gesloten = maak_termijn(client, an, over=-9, sleutel="dicht")
    voldoe_termijn(gesloten, door=an, op=vandaag())
    uitslag = markeer(vandaag())
    assert uitslag.als_json() == {
        "bekeken": 2,
        "gemarkeerd": {str(soort): 2 if soort == ACTIEPUNT else 0 for soort in TERMIJNSOORTEN},
    }
    assert set(Termijn.objects.exclude(gemarkeerd_op=None)) == {te_laat, vandaag_}
    assert set(Melding.objects.values_list("termijn", "medewerker")) == {(te_laat.pk, an.pk), (vandaag_.pk, an.pk)}
    assert morgen.gemarkeerd_op is None


def test_twee_keer_bewaken_meldt_een_keer(an):
    maak_termijn(maak_client(an), an)
    markeer(vandaag())
    assert markeer(vandaag()).bekeken == 0
    assert Melding.objects.count() == 1


def test_een_uitgestelde_termijn_wordt_op_haar_nieuwe_dag_opnieuw_gemeld(an):
    termijn = maak_termijn(maak_client(an), an)
    markeer(vandaag())
    later = vandaag() + timedelta(days=7)
    stel_termijn_uit(termijn, tot=later, reden="De cliënt is met vakantie.", door=an, op=vandaag())
    assert markeer(vandaag()).bekeken == 0
    assert markeer(later).bekeken == 1
    assert list(Melding.objects.order_by("op").values_list("vervalt_op", flat=True)) == [vandaag(), later]


def test_in_partijen_van_een_dag_gaat_niets_verloren(an):
    client = maak_client(an)
    for n in range(12):
        maak_termijn(client, an, over=-(n // 3), sleutel=str(n))
    assert grens(vandaag(), partij=2) == vandaag() - timedelta(days=3)
    assert markeer(vandaag(), partij=2).bekeken == 12
    assert Melding.objects.count() == 12


@pytest.mark.parametrize("waarom", ["niemand", "weg", "andere_rol"])
def test_zonder_iemand_die_kan_handelen_gaat_de_melding_naar_de_coordinator(an, bert, griet, waarom):
    termijn = maak_termijn(maak_client(bert), None if waarom == "niemand" else an)
    if waarom == "weg":
        an.is_active = False
    elif waarom == "andere_rol":
        an.rol = Rol.BEHEER
    an.save()
    markeer(vandaag())
    melding = Melding.objects.get(termijn=termijn)
    assert melding.medewerker is None
    assert melding in Melding.objects.ongelezen(griet)
    assert melding not in Melding.objects.ongelezen(bert)


def test_zonder_coordinator_zien_de_collegas_de_melding(an, bert):
    maak_termijn(maak_client(bert), None)
    markeer(vandaag())
    assert Melding.objects.ongelezen(bert).count() == Melding.objects.ongelezen(an).count() == 1


def test_de_melding_blijft_binnen_het_ocmw(an, griet, mia):
    maak_termijn(maak_client(an), None)
    markeer(vandaag())
    assert Melding.objects.ongelezen(griet).exists()
    assert not Melding.objects.ongelezen(mia).exists()


def test_over_de_grens_krijgt_de_coach_de_melding_zolang_de_samenwerking_loopt(oona, carla, samenwerking):
    coordinator = maak_medewerker("Oda", "Smet", oona.ocmw, Rol.COORDINATOR)
    client = maak_client(oona, coach=carla)
    maak_termijn(client, carla, sleutel="eerst")
    markeer(vandaag())
    assert Melding.objects.ongelezen(carla).count() == 1
    samenwerking.tot = vandaag()
    samenwerking.save()
    maak_termijn(client, carla, sleutel="daarna")
    markeer(vandaag())
    assert Melding.objects.ongelezen(coordinator).get().termijn.sleutel == "daarna"


def test_wie_het_dossier_kwijtraakt_houdt_geen_melding_over(oona, carla, samenwerking):
    coordinator = maak_medewerker("Oda", "Smet", oona.ocmw, Rol.COORDINATOR)
    maak_termijn(maak_client(oona, coach=carla), carla)
    maak_termijn(maak_client(oona), oona)
    markeer(vandaag())
    assert maak_wezen_vrij(vandaag()) == 0
    samenwerking.tot = vandaag() + timedelta(days=1)
    samenwerking.save()
    assert maak_wezen_vrij(vandaag()) == 0
    assert maak_wezen_vrij(vandaag() + timedelta(days=1)) == 1
    assert Melding.objects.ongelezen(coordinator).count() == 1
    assert Melding.objects.ongelezen(oona).count() == 1


def test_de_ronde_kost_evenveel_queries_voor_een_als_voor_dertig_termijnen(an):
    client = maak_client(an)
    aantallen = []
    for aantal in (1, 30):
        for n in range(aantal):
            maak_termijn(client, an, sleutel=f"{aantal}:{n}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            markeer(vandaag())
        aantallen.append(len([q for q in queries if "SAVEPOINT" not in q["sql"]]))
    assert aantallen == [3, 3]


def test_de_ronde_leest_alleen_de_index_van_wat_te_doen_is(an):
    maak_traject(maak_client(an), an)
    vraag = Termijn.objects.te_markeren(vandaag()).order_by("vervalt_op").values_list("vervalt_op")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")  # a table this small would not be worth an index
    assert "termijn_te_markeren" in vraag.explain()


def roep_aan(*argumenten):
    uit, fout = StringIO(), StringIO()
    code = 0
    try:
        call_command("bewaak_termijnen", *argumenten, stdout=uit, stderr=fout, no_color=True)
    except SystemExit as einde:
        code = einde.code
    return code, uit.getvalue(), fout.getvalue()


def test_het_commando_drukt_af_wat_er_gemarkeerd_is(an):
    maak_termijn(maak_client(an), an, over=10)
    code, uit, _ = roep_aan("--op", (vandaag() + timedelta(days=10)).isoformat())
    uitslag = json.loads(uit)
    assert (code, uitslag["bekeken"], uitslag["gemarkeerd"]["actiepunt"]) == (0, 1, 1)
    assert json.loads(roep_aan()[1])["bekeken"] == 0


@pytest.mark.parametrize("op", ["31/03/2027", "2027-02-30", "morgen"])
def test_een_onbruikbare_dag_is_een_regel_op_stderr(db, op):
    code, uit, fout = roep_aan("--op", op)
    assert (code, uit, fout.count("\n")) == (2, "", 1)
    assert "geen datum" in fout
