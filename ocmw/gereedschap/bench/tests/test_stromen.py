"""What people do a hundred times a day costs no more than this. A statement that comes back is work somebody did twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clienten.enums import Toewijzingsrol
from clienten.feiten import lees_dossiers
from clienten.models import Client, Stand
from ocmw.gereedschap.bench import bewaren, stromen
from ocmw.gereedschap.bench.genereer import Wereld
from ocmw.gereedschap.bench.meetbank import Maten, Meetbank, aangemeld
from ocmw.gereedschap.bench.meten import stuur, tel_queries
from ocmw.gereedschap.bench.situatie import Meetsituatie
from ocmw.gereedschap.bench.spoor import volg
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.controle import Dossiercontrole, herstel_dossiers

pytestmark = pytest.mark.databank
# PostgreSQL waits for who derives the same dossier now; SQLite has one writer.
SLOT = {"postgresql": 1}


@pytest.fixture
def situatie(db):
    return Meetsituatie(Wereld(vandaag()))


@pytest.mark.parametrize(
    ("stroom", "hoogstens"),
    [
        (stromen.client_maken, 14),
        (stromen.gesprek_noteren, 20),
        (stromen.plaatsing_starten, 45),
        # What interrupts the work is read for its own promise too, and who came to a group that counts as contact.
        (stromen.dossier_verversen, 24),
    ],
)
def test_een_stroom_kost_hoogstens_zo_veel(situatie, stroom, hoogstens):
    gemeten = volg(stroom(situatie))
    assert gemeten.queries <= hoogstens + SLOT.get(connection.vendor, 0)
    assert gemeten.herhaald <= 2


def test_een_gesprek_met_alles_eromheen(situatie):
    """Middleware and savepoints counted."""
    assert tel_queries(stromen.gesprek_noteren(situatie)) <= 26 + SLOT.get(connection.vendor, 0)


def test_een_contract_zien_en_bewaren(situatie):
    bank = Meetbank(situatie.wereld, Maten())
    with bewaren._contract(bank) as (zien, bewaar):
        assert tel_queries(zien) <= 19
        assert tel_queries(bewaar) <= 50  # the lock on the dossier is taken once, by the contract


def test_toewijzen_in_bulk_kost_per_client(situatie):
    clienten = [situatie.met_traject() for _ in range(6)]
    coach, browser = situatie.wereld.coaches[1], aangemeld(situatie.wereld.coordinator)

    def wijs_toe(aantal):
        gegevens = {"client": [client.pk for client in clienten[:aantal]], "coach": coach.pk}
        return stuur(browser, "/clienten/toewijzen/", gegevens, antwoordt=200)

    assert (tel_queries(wijs_toe(6)) - tel_queries(wijs_toe(1))) / 5 <= 10
    wijs_toe(6)()
    volgt = Client.objects.filter(toewijzingen__medewerker=coach, toewijzingen__rol=Toewijzingsrol.ATB)
    assert volgt.count() == Stand.objects.filter(coach=coach).count() == 6


def test_herstel_vraagt_evenveel_voor_veel_dossiers_als_voor_een(situatie):
    clienten = [situatie.met_traject() for _ in range(7)]
    aantallen = []
    for groep in (clienten[:1], clienten[1:]):
        pks = [client.pk for client in groep]
        Stand.objects.filter(client__in=pks).update(laatste_contact_op=None)
        with CaptureQueriesContext(connection) as vragen:
            assert herstel_dossiers(pks, op=situatie.op) == len(pks)
        assert Dossiercontrole(lees_dossiers(pks, op=situatie.op)).verschillen() == []
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1] <= 25
