"""Before the end of art.60 one line comes up, with its steps, as long as something waits (F10, rules)."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.feiten import Feiten, lees_dossiers
from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_einde import ALLES, beantwoord, beantwoord_alles
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import vergeet_regels
from ocmw.termijnen.models import Termijn
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.einde.beloften import EINDE_ART60, einde_voorbereiden
from tewerkstelling.enums import Contractsoort

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


def open_(client):
    return list(Termijn.objects.open().filter(client=client, soort=EINDE_ART60).values_list("vervalt_op", flat=True))


def test_vanaf_negentig_dagen_voor_het_einde_en_weg_als_alles_in_orde_is(an):
    client = maak_client(an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 4, 30))
    assert open_(client) == [date(2027, 1, 30)]
    beantwoord_alles(contract, door=an, behalve=("papieren",))
    assert open_(client) == [date(2027, 1, 30)]
    beantwoord(contract, "papieren", door=an, **ALLES["papieren"])
    assert open_(client) == []
    assert Termijn.objects.get(client=client, soort=EINDE_ART60).voldaan


def test_het_aantal_maanden_is_een_regel(an):
    Regelset.objects.filter(sleutel="einde.voorbereiding_maanden").update(waarde=4)
    vergeet_regels()
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 4, 30))
    assert open_(client) == [date(2026, 12, 30)]


def test_de_dag_schuift_mee_met_het_contract(an):
    client = maak_client(an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 4, 30))
    beeindig_tewerkstelling(contract, laatste_dag=date(2027, 1, 31), reden="ander", door=an, op=OP)
    assert open_(client) == [date(2026, 11, 2)], "negentig dagen vooraf; de volgende stap komt nog"


def test_een_kort_contract_begint_niet_voor_de_start(an):
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 11, 1), laatste_dag=date(2026, 12, 26))
    assert open_(client) == [date(2026, 11, 1)]


def test_een_contract_dat_gedaan_is_heeft_een_lijn_van_zijn_laatste_dag(an):
    """Missie 9: one end made four deadlines, and Vandaag hid three of them that the report counted."""
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 1, 1), laatste_dag=OP - timedelta(days=3))
    assert open_(client) == [OP - timedelta(days=3)]


@pytest.mark.parametrize(
    "contract",
    [
        {"van": date(2026, 4, 1), "laatste_dag": date(2027, 3, 31), "soort": Contractsoort.REGULIER},
        {"van": date(2025, 4, 1), "laatste_dag": date(2026, 10, 20)},  # ended long ago: an import
    ],
)
def test_geen_belofte(an, contract):
    client = maak_client(an)
    maak_contract(client, an, **contract)
    assert open_(client) == []


def test_een_contract_zonder_einde_belooft_niets(an):
    client = maak_client(an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    type(contract).objects.update(tot=None)
    assert list(einde_voorbereiden(Feiten([client], op=OP))) == []


def test_een_verlenging_is_geen_einde(an):
    client = maak_client(an)
    maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2026, 12, 31))
    maak_contract(client, an, van=date(2027, 1, 1), laatste_dag=date(2027, 6, 30))
    assert open_(client) == [date(2027, 4, 1)]


def test_het_kost_evenveel_voor_veel_clienten(an):
    tellingen = []
    for n in range(1, 9):
        contract = maak_contract(maak_client(an), an, van=date(2026, 4, 1), laatste_dag=OP + timedelta(days=50 + n))
        beantwoord(contract, "blijven", door=an, antwoord="ja")
        if n in {1, 8}:
            feiten = lees_dossiers(Client.objects.values_list("pk", flat=True), op=OP)
            with CaptureQueriesContext(connection) as context:
                assert len(list(einde_voorbereiden(feiten))) == n
            tellingen.append(len(context))
    assert tellingen[0] == tellingen[1] == 2
