"""One handeling, however many actions: derived once, all of it or nothing."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from clienten.actions import maak_client as maak
from clienten.actions import wijs_toe, wijzig_client
from clienten.handeling import Handeling, actie, handeling, raakt, raakt_alles
from clienten.models import Client, Contactgegevens, Stand, Toewijzing
from ocmw.gereedschap.testing.afleiding import afwijkingen
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.ui.bewaring import bewaar_apart
from ocmw.ui.weigering import Geweigerd

pytestmark = pytest.mark.databank


@pytest.fixture
def afgeleid(monkeypatch):
    """How often was derived, and for how many dossiers."""
    keren, echt = [], Handeling.leid_af

    def leid_af(nu):
        keren.append(len(nu.dossiers))
        echt(nu)

    monkeypatch.setattr(Handeling, "leid_af", leid_af)
    return keren


def test_de_buitenste_actie_leidt_een_keer_af(an, bert, afgeleid):
    with handeling(op=vandaag()):
        client = maak_client(bert, coach=an)
        client.taal = "Frans"
        wijzig_client(client, ["taal"], door=bert, op=vandaag())
        assert not Stand.objects.exists()
    assert afgeleid == [1]
    stand = Stand.objects.get(client=client)
    assert (stand.taal, stand.coach, stand.mw) == ("Frans", an, bert)


def test_los_van_elkaar_leidt_elke_actie_af(an, bert, afgeleid):
    """Negative control of the test above."""
    maak_client(bert, coach=an)
    assert afgeleid == [1, 1]


@actie
def _wijs_toe_en_bedenk_je(client, an, *, door, op):
    wijs_toe(client, an, rol="atb", door=door, op=op)
    raakt_alles(client)
    raise Geweigerd("Toch niet.")


def test_wat_mislukt_laat_niets_na(an, bert):
    client = maak_client(bert)
    voor = Journaalregel.objects.count()
    with pytest.raises(Geweigerd):
        _wijs_toe_en_bedenk_je(client, an, door=bert, op=vandaag())
    assert Stand.objects.get(client=client).coach is None
    assert Journaalregel.objects.count() == voor
    assert not Toewijzing.objects.filter(medewerker=an).exists()


def test_een_deel_dat_mislukt_neemt_de_rest_niet_mee(an, bert):
    """Who lets an inner action fail and goes on puts a savepoint around it; its journaal and its touches are gone too."""
    een, twee = maak_client(bert), maak_client(bert)
    with handeling(op=vandaag()):
        with pytest.raises(Geweigerd):
            bewaar_apart(lambda: _wijs_toe_en_bedenk_je(een, an, door=bert, op=vandaag()))
        wijs_toe(twee, an, rol="atb", door=bert, op=vandaag())
    assert [Stand.objects.get(client=client).coach for client in (een, twee)] == [None, an]
    assert not Journaalregel.objects.filter(client_id=een.pk, wat="toegewezen", medewerker_naam=an.naam).exists()
    assert Journaalregel.objects.filter(client_id=twee.pk, wat="toegewezen").count() == 2
    assert afwijkingen(vandaag()) == []


def test_zonder_eigen_savepoint_gaat_na_een_mislukt_deel_niets_meer(an, bert):
    """Negative control: nobody goes on by accident after half an action."""
    een, twee = maak_client(bert), maak_client(bert)

    @actie
    def gaat_verder(*, op):
        with pytest.raises(Geweigerd):
            _wijs_toe_en_bedenk_je(een, an, door=bert, op=op)
        wijs_toe(twee, an, rol="atb", door=bert, op=op)

    with pytest.raises(transaction.TransactionManagementError):
        gaat_verder(op=vandaag())


def test_een_dossier_raken_buiten_een_actie_kan_niet(bert):
    with pytest.raises(RuntimeError, match="binnen een actie"):
        raakt(maak_client(bert))


def test_een_actie_heeft_een_dag():
    with pytest.raises(TypeError, match="krijgt geen dag"):

        @actie
        def zonder_dag(client):
            pass


def test_een_dossier_zonder_rij_in_de_lijst_wordt_helemaal_afgeleid(an, bert):
    client = maak_client(bert, coach=an)
    Stand.objects.all().delete()
    client.taal = "Frans"
    wijzig_client(client, ["taal"], door=bert, op=vandaag())
    stand = Stand.objects.get()
    assert (stand.taal, stand.coach, stand.mw) == ("Frans", an, bert)
    assert afwijkingen(vandaag()) == []


def test_een_nieuw_dossier_kost_zo_veel(bert):
    """The check, three facts, who follows, the list row and the journaal; nothing is read of what cannot be there."""
    client = Client(ocmw=bert.ocmw, voornaam="Nieuwe", achternaam="Persoon")
    with CaptureQueriesContext(connection) as vragen:
        maak(client, Contactgegevens(), door=bert, op=vandaag())
    echt = [vraag["sql"] for vraag in vragen if "SAVEPOINT" not in vraag["sql"]]
    assert len(echt) == 7, "\n".join(echt)
