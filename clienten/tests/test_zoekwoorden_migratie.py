"""Names that were stored before are found too: the migration fills the columns by the same rules."""

from importlib import import_module

import pytest
from django.apps import apps

from clienten import namen
from clienten.models import Client, Stand
from clienten.models.client import op_naam
from clienten.tests.test_namen import GELIJK, VERSCHILLEND
from ocmw.testing.maak import maak_client

migratie = import_module("clienten.migrations.0004_zoekwoorden")


def test_wie_al_een_dossier_had_wordt_gevonden_op_elk_woord(an):
    client = maak_client(an, voornaam="Zofia", achternaam="Van der Łuk")
    Client.objects.update(zoeknaam="van der łuk zofia", zoekwoorden="")
    Stand.objects.update(zoeknaam="van der łuk zofia")
    assert not Client.objects.filter(op_naam("zofia")).exists()
    migratie.vul(apps, None)
    for getypt in ("zofia", "luk", "vanderluk"):
        assert Client.objects.get(op_naam(getypt)) == client
    client.refresh_from_db()
    assert client.zoeknaam == client.stand.zoeknaam == "van der luk zofia"


@pytest.mark.parametrize("naam", [*(naam for paar in (*GELIJK, *VERSCHILLEND) for naam in paar), "★", "Jos?", ""])
def test_de_regels_zijn_die_van_nu(naam):
    """When the folding changes, what is stored must be filled again: a new migration, and this test follows it."""
    assert migratie.zoekwoorden(naam) == namen.zoekwoorden(naam)
    assert migratie.vouw(naam) == namen.vouw(naam)
