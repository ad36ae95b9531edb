"""The demo is what everybody sees first: what it stores follows from its facts, on whatever day it was born."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.db.models import Count

from clienten.models import Client
from ocmw.gereedschap.demo.vullen import MENSEN, Vuller
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.sweep import markeer
from ocmw.werkruimte.dossier.controle import controleer
from tewerkstelling.evaluaties.models import Verzetting
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.rechtenstand import lees_rechten, rechtenstand

# The whole demo, built anew for each day: half a minute of processor time.
pytestmark = [pytest.mark.databank, pytest.mark.traag, pytest.mark.django_db]
VANDAAG = vandaag()


def rechtenstand_van(contract, dag):
    stand = rechtenstand(lees_rechten(contract.client), contract, op=dag, mag_alles=True)
    return stand.teller if stand.telling else None


@pytest.mark.parametrize(
    "dag", [VANDAAG, date(2028, 2, 29), date(VANDAAG.year, 12, 31)], ids=["vandaag", "29/2", "31/12"]
)
def test_de_demo_klopt_met_haar_feiten_op_de_dag_dat_ze_gemaakt_wordt(dag):
    with time_machine.travel(datetime.combine(dag, time(11), tzinfo=UTC)):
        Vuller(dag).vul("niet-gebruikt-hier")
        markeer(dag)
        uitslag = controleer(dag)
    assert [verschil.als_json() for verschil in uitslag.verschillen] == []
    assert uitslag.clienten == Client.objects.count() > sum(MENSEN.values())
    assert Verzetting.objects.exists(), "de demo toont geen verzette evaluatie meer"
    rechten = [rechtenstand_van(c, dag) for c in Tewerkstelling.objects.lopend(dag).art60().select_related("client")]
    assert any(teller.onmogelijk for teller in rechten if teller), "de demo toont geen dag die nooit kan komen"
    twee = Tewerkstelling.objects.art60().values("client").annotate(aantal=Count("pk")).filter(aantal__gt=1)
    assert twee.filter(client__gesloten_op=None).exists(), "de demo toont geen twee getelde contracten"
    assert Tewerkstelling.objects.art60().filter(van__gt=dag).exists(), "de demo toont geen tweede art.60 die komt"
    assert Client.objects.exclude(gesloten_op=None).exists(), "de demo toont geen gesloten dossier meer"
