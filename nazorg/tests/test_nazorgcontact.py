"""Contacts in the nazorg: quick to note, in the timeline, and silence counts from the last time somebody answered."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from nazorg.actions import noteer_nazorgcontact
from nazorg.enums import Situatie
from nazorg.models import Nazorgcontact
from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from trajecten.models import Gesprek
from trajecten.twe.actions import registreer_werkervaring
from trajecten.twe.models import Werkervaring

pytestmark = [pytest.mark.django_db, pytest.mark.databank]
OP = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def client(bert, an):
    client = maak_client(bert, coach=an)
    registreer_werkervaring(Werkervaring(client=client, start=date(2025, 3, 1)), door=an, op=OP)
    maak_contract(client, an, van=date(2025, 4, 1), laatste_dag=date(2026, 4, 30))
    return client


def invoer(**velden):
    return {"op": "2026-11-20", "kanaal": "telefoon", "situatie": "zelfde_werk", "verslag": "Het gaat goed.", **velden}


def test_een_contact_staat_als_gesprek_in_het_dossier(bert, als, client):
    antwoord = als(bert).post(reverse("nazorg:nazorgcontact_create", args=[client.pk]), invoer())
    assert antwoord.status_code == 302
    contact = Nazorgcontact.objects.get()
    assert (contact.situatie, contact.client) == ("zelfde_werk", client)
    assert (contact.gesprek.aanwezigheid, contact.gesprek.door) == ("aanwezig", bert)
    assert (
        "Werkt nog op dezelfde plek"
        in als(bert).get(reverse("nazorg:nazorg_detail", args=[client.pk])).content.decode()
    )


def test_niet_bereikt_breekt_de_stilte_niet(bert, als, client):
    als(bert).post(
        reverse("nazorg:nazorgcontact_create", args=[client.pk]), invoer(situatie="niet_bereikt", verslag="")
    )
    assert Gesprek.objects.get().aanwezigheid == "afwezig"


def test_het_volgende_contact_volgt_het_ritme_van_de_termijn(bert, als, client):
    """F10, 31 days as the termijn counts; without any contact it counts from the first day of the nazorg."""
    url = reverse("nazorg:nazorg_detail", args=[client.pk])
    assert als(bert).get(url).context["volgende_op"] == date(2026, 6, 1)
    noteer_nazorgcontact(
        Gesprek(client=client, op=date(2026, 10, 31), kanaal="telefoon"), Situatie.ZOEKT, door=bert, op=OP
    )
    noteer_nazorgcontact(
        Gesprek(client=client, op=date(2026, 11, 15), kanaal="telefoon"), Situatie.NIET_BEREIKT, door=bert, op=OP
    )
    assert als(bert).get(url).context["volgende_op"] == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("velden", "veld"),
    [({"op": "2026-11-23"}, "op"), ({"op": ""}, "op"), ({"situatie": ""}, "situatie"), ({"kanaal": "duif"}, "kanaal")],
)
def test_een_fout_staat_bij_het_veld(bert, als, client, velden, veld):
    antwoord = als(bert).post(reverse("nazorg:nazorgcontact_create", args=[client.pk]), invoer(**velden))
    assert veld in antwoord.context["form"].errors
    assert not Gesprek.objects.exists()


def test_een_afgeschermd_verslag_leest_alleen_wie_dat_mag(bert, griet, als, client):
    als(bert).post(
        reverse("nazorg:nazorgcontact_create", args=[client.pk]), invoer(verslag="Over de rug.", afgeschermd="on")
    )
    url = reverse("nazorg:nazorg_detail", args=[client.pk])
    assert "Over de rug." in als(bert).get(url).content.decode()
    pagina = als(griet).get(url).content.decode()
    assert "Over de rug." not in pagina
    assert "Het verslag is afgeschermd" in pagina
