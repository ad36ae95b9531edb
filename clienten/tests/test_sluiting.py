"""Each closing and reopening stays, with its reason and note, also when the dossier is open again (issue 11, point 11)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from clienten.models import Sluiting
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.actions import draag_over, heropen_dossier, sluit_dossier, stop_toewijzing
from ocmw.werkruimte.dossier.tijdlijn import tijdlijn

pytestmark = [pytest.mark.django_db, pytest.mark.databank]


@pytest.fixture
def client(bert):
    return maak_client(bert)


def titels(client, lezer):
    return [(regel.titel, regel.tekst, regel.wie) for regel in tijdlijn(client, lezer=lezer, soort="dossier")[0]]


def test_twee_keer_dicht_en_weer_open_staat_er_alles(client, bert, an):
    draag_over(client, an, rol="atb", door=bert, op=vandaag() - timedelta(days=9))
    for dagen, nota in ((8, "Werkt bij de bakker."), (4, "Verhuisd naar Gent.")):
        sluit_dossier(client, reden="werk", slotnota=nota, door=bert, op=vandaag() - timedelta(days=dagen))
        heropen_dossier(client, reden=f"Terug na: {nota}", door=bert, op=vandaag() - timedelta(days=dagen - 2))
    regels = titels(client, an)
    assert ("Dossier gesloten: Heeft werk (reguliere arbeidsmarkt)", "Werkt bij de bakker.", bert.naam) in regels
    assert ("Dossier gesloten: Heeft werk (reguliere arbeidsmarkt)", "Verhuisd naar Gent.", bert.naam) in regels
    assert ("Dossier heropend", "Terug na: Verhuisd naar Gent.", bert.naam) in regels
    assert ("Volgt het dossier als trajectbegeleider", "", an.naam) in regels
    stop_toewijzing(client.toewijzingen.get(rol="atb"), door=bert, op=vandaag())
    assert ("Volgt het dossier niet meer als trajectbegeleider", "", an.naam) in titels(client, bert)
    assert Sluiting.objects.filter(client=client, heropend_op=None).count() == 0


def test_heropenen_vraagt_waarom(client, bert, als):
    sluit_dossier(client, reden="werk", slotnota="Klaar.", door=bert, op=vandaag())
    url = reverse("dossier:client_heropenen", args=[client.pk])
    antwoord = als(bert).post(url, {"reden": " "})
    assert antwoord.context["form"].errors["reden"]
    client.refresh_from_db()
    assert client.gesloten_op
    als(bert).post(url, {"reden": "Verloor het werk."})
    client.refresh_from_db()
    assert client.gesloten_op is None
    assert Sluiting.objects.get().heropenreden == "Verloor het werk."


def test_een_gesloten_dossier_van_vroeger_gaat_mee(client, bert):
    """The step of the migration, on a row that closed before this table existed."""
    import importlib

    from django.apps import apps

    sluit_dossier(client, reden="verhuisd", slotnota="Weg.", door=bert, op=vandaag())
    Sluiting.objects.all().delete()
    importlib.import_module("clienten.migrations.0004_sluiting").neem_gesloten_dossiers_mee(apps, None)
    rij = Sluiting.objects.get()
    assert (rij.client, rij.reden, rij.nota, rij.op) == (client, "verhuisd", "Weg.", vandaag())
