"""The part of the dossier report on what hangs on a contract; what is about health only for who may read it."""

from datetime import date, timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.rapporten.delen.basis import Dossier
from ocmw.werkruimte.rapporten.delen.opvolging import VERBORGEN, opvolging
from ocmw.werkruimte.rapporten.rapport import Feitenlijst, Rapporttabel, Verhaal
from tewerkstelling.evaluaties.models import Werkbezoek
from tewerkstelling.models import Onderbreking

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(an):
    client = maak_client(an)
    contract = maak_contract(client, an, van=date(2026, 4, 1), laatste_dag=date(2027, 3, 31))
    for soort, dag in (("ziekte_ziekenfonds", date(2026, 6, 1)), ("verlof_zonder_wedde", date(2026, 8, 3))):
        Onderbreking.objects.create(client=client, contract=contract, soort=soort, van=dag, tot=dag + timedelta(days=5))
    Werkbezoek.objects.create(client=client, contract=contract, op=date(2026, 5, 4), gezien="Werkt rustig.")
    return client


def blokken(client, soort, *, afgeschermd):
    sectie = opvolging(Dossier(client=client, op=vandaag(), afgeschermd=afgeschermd))
    return [blok for blok in sectie.blokken if isinstance(blok, soort)]


def test_dagen_onderbrekingen_en_bezoeken_staan_erin(client):
    assert "van 312 dagen" in str(blokken(client, Feitenlijst, afgeschermd=True)[0].paren[0][1])
    namen = [rij[0] for rij in blokken(client, Rapporttabel, afgeschermd=True)[0].rijen]
    assert namen == ["Ziekte betaald door ziekenfonds of verzekeraar", "Verlof zonder wedde"]
    assert blokken(client, Verhaal, afgeschermd=True)[0].items[0].tekst == "Werkt rustig."


def test_zonder_recht_staat_de_soort_van_een_ziekte_er_niet(client):
    rijen = blokken(client, Rapporttabel, afgeschermd=False)[0].rijen
    assert [rij[0] for rij in rijen] == [VERBORGEN, "Verlof zonder wedde"]
    alles = repr(opvolging(Dossier(client=client, op=vandaag(), afgeschermd=False)))
    assert "iekte" not in alles
