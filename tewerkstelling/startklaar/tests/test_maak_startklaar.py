"""The rows that tests start from are those that the actions leave, table by table."""

import pytest
from django.apps import apps
from django.db.models import DateTimeField

from ocmw.gereedschap.testing import maak_startklaar
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_klaar, maak_plaatsing
from ocmw.kalender.klok import vandaag
from ocmw.tests.urlwereld import ongedaan
from tewerkstelling.startklaar.actions import vink_punt

pytestmark = pytest.mark.django_db


def rijen(client):
    """Everything that hangs on this client, without the numbers of rows and the moments they were written at."""
    gevonden = {}
    for model in apps.get_models():
        velden = [
            veld for veld in model._meta.concrete_fields if veld.name != "id" and not isinstance(veld, DateTimeField)
        ]
        if "client_id" in {veld.attname for veld in velden}:
            eigen = model.objects.filter(client_id=client.pk)
            gevonden[model._meta.db_table] = sorted(map(repr, eigen.values_list(*[veld.attname for veld in velden])))
    return {tabel: inhoud for tabel, inhoud in gevonden.items() if inhoud}


def een_voor_een(plaatsing, codes, door):
    for code in codes:
        vink_punt(plaatsing, code, door=door, op=vandaag())


@pytest.mark.parametrize("zonder", [(), ("dimona",), ("handtekeningen", "vervoer")])
def test_een_lijst_in_een_keer_is_een_lijst_punt_voor_punt(an, monkeypatch, zonder):
    plaatsing = maak_plaatsing(maak_client(an), an)
    with ongedaan():
        maak_klaar(plaatsing, an, zonder=zonder)
        vlug = rijen(plaatsing.client)
    monkeypatch.setattr(maak_startklaar, "vink_alles", een_voor_een)
    maak_klaar(plaatsing, an, zonder=zonder)
    assert vlug == rijen(plaatsing.client)
    assert {"startklaar_checkpunt", "journaal_journaalregel", "termijnen_termijn", "clienten_stand"} <= vlug.keys()


def test_wie_een_rij_vergeet_valt_op(an, monkeypatch):
    """Negative control."""
    plaatsing = maak_plaatsing(maak_client(an), an)
    with ongedaan():
        maak_klaar(plaatsing, an)
        vlug = rijen(plaatsing.client)
    monkeypatch.setattr(
        maak_startklaar, "vink_alles", lambda plaatsing, codes, door: een_voor_een(plaatsing, codes[1:], door)
    )
    maak_klaar(plaatsing, an)
    anders = rijen(plaatsing.client)
    assert {tabel for tabel in vlug if vlug[tabel] != anders.get(tabel)} >= {
        "startklaar_checkpunt",
        "journaal_journaalregel",
    }
