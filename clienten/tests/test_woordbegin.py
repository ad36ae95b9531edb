"""Searching on the begin of a word finds the same on both engines, whatever was typed."""

import pytest

from clienten.models import Client
from clienten.models.client import op_naam
from ocmw.gereedschap.testing.maak import maak_client

pytestmark = pytest.mark.databank
NAMEN = ("De Backer", "Debacker", "O'Brien", "Çelik", "Van den Broucke", "İnan", "محمد", "100% Peeters", "a_b c")


@pytest.fixture
def namen(an):
    return {naam: maak_client(an, achternaam=naam, voornaam="Zoë") for naam in NAMEN}


@pytest.mark.parametrize(
    ("begin", "gevonden"),
    [
        ("back", {"De Backer", "Debacker"}),
        ("acker", set()),
        ("brouc", {"Van den Broucke"}),
        ("celi", {"Çelik"}),
        ("zoe", set(NAMEN)),
        ("مح", {"محمد"}),
    ],
)
def test_het_begin_van_een_woord(namen, begin, gevonden):
    rijen = Client.objects.filter(zoekwoorden__woordbegin=begin)
    assert {naam for naam, client in namen.items() if client in rijen} == gevonden


@pytest.mark.parametrize("teken", ["'", "\\", ":*", "' | 'z", "%", "_", "&", "!z", "z' or 1=1 --", "zo:*", "(z"])
def test_wat_een_teken_van_de_databank_lijkt_is_tekst(namen, teken):
    """It finds the words that begin with just that: none here, and everything for nothing."""
    rijen = Client.objects.filter(zoekwoorden__woordbegin=teken)
    assert set(rijen) == {c for c in namen.values() if f" {teken}" in c.zoekwoorden}


def test_zoeken_op_naam_vindt_met_en_zonder_voorvoegsel(namen):
    for getypt in ("broucke", "van den broucke", "vandenbroucke zoe"):
        assert [str(client) for client in Client.objects.filter(op_naam(getypt))] == ["Zoë Van den Broucke"]
