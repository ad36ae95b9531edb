"""The number of a proposal becomes a key: it stays when it is of the same client, and is empty otherwise."""

from importlib import import_module

import pytest
from django.apps import apps

from ocmw.gereedschap.testing.maak import maak_client, maak_werkplek
from ocmw.gereedschap.testing.maak_startklaar import maak_plaatsing
from ocmw.kalender.klok import vandaag
from tewerkstelling.match.models import Voorstel

pytestmark = pytest.mark.databank


def test_een_voorstel_van_een_ander_valt_weg(an):
    client, ander = maak_client(an), maak_client(an)
    dag = vandaag()
    voorstel = {"werkplek": maak_werkplek(an.ocmw), "gedaan_op": dag, "status_op": dag, "door": an}
    eigen, vreemd = (Voorstel.objects.create(client=wie, **voorstel) for wie in (client, ander))
    rijen = [maak_plaatsing(client, an, uit_voorstel=van) for van in (eigen, vreemd, None)]
    import_module("tewerkstelling.startklaar.migrations.0002_uit_voorstel_is_een_sleutel").maak_los(apps, None)
    for rij in rijen:
        rij.refresh_from_db()
    assert [rij.uit_voorstel for rij in rijen] == [eigen, None, None]
