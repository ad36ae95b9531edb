"""Many rows at once are the rows that `bulk_create` makes, in every column, whatever kind of value stands in them."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, models

from clienten.enums import Geslacht, Stap
from clienten.models import Client, Stand
from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN
from ocmw.journaal.models import Journaalregel, journaalregel
from ocmw.ui import veelrijen
from ocmw.ui.veelrijen import voeg_toe
from tewerkstelling.models import Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db]


def mensen(ocmw, aantal=3):
    """A choice as member and as text, a number where a text goes, a day and none, true and false."""
    rijen = [
        Client(
            ocmw=ocmw, voornaam="Nr", achternaam=n + 7, geboortedatum=date(1980, 1, 1 + n) if n else None,
            geslacht=Geslacht.VROUW if n else "", tolk_nodig=bool(n % 2),
        )
        for n in range(aantal)
    ]  # fmt: skip
    for rij in rijen:
        rij.zoeknaam = f"nr {rij.achternaam}"
    return rijen


def anderen(client, an):
    contract = Tewerkstelling(client=client, van=date(2026, 1, 5), tot=date(2026, 9, 1), uren_per_week=Decimal("28.50"))
    stand = Stand(client=client, ocmw=client.ocmw, zoeknaam="a", stap=Stap.FASE_4, coach=an)
    regel = journaalregel(DOSSIER_BEKEKEN, client, door=an, client=client, reden="team", dagen=[1, 2])
    return [contract], [stand], [regel]


def inhoud(model: type[models.Model], zonder=("id", "pk", "op", "gewijzigd_op", "client")):
    namen = [veld.attname for veld in model._meta.concrete_fields if veld.name not in zonder]
    return list(model._default_manager.order_by("pk").values(*namen))


def verwijder(*namen):
    for model in namen:
        model._default_manager.all()._raw_delete("default")


def test_dezelfde_rijen_als_het_orm(an, aalst):
    gemaakt = []
    for maak in (lambda rijen: type(rijen[0]).objects.bulk_create(rijen), voeg_toe):
        clienten = mensen(aalst)
        maak(clienten)
        assert [Client.objects.get(pk=rij.pk).achternaam for rij in clienten] == ["7", "8", "9"]
        for rijen in anderen(clienten[0], an):
            maak(rijen)
        gemaakt.append([inhoud(model) for model in (Client, Tewerkstelling, Stand)])
        gemaakt[-1].append(inhoud(Journaalregel, zonder=("id", "op", "client_id", "onderwerp"))[-1])
        verwijder(Tewerkstelling, Stand, Client)
    assert gemaakt[0] == gemaakt[1]
    assert gemaakt[0][1][0]["uren_per_week"] == Decimal("28.50")


def test_tegenproef_een_rij_die_anders_is_valt_op(an, aalst):
    voeg_toe(mensen(aalst))
    eerst = inhoud(Client)
    verwijder(Client)
    rijen = mensen(aalst)
    rijen[1].tolk_nodig = False
    voeg_toe(rijen)
    assert inhoud(Client) != eerst


def test_meer_rijen_dan_in_een_keer_kunnen_en_zonder_nummers(aalst, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(veelrijen, "PER_KEER", 2)
    rijen = mensen(aalst, 5)
    with django_assert_num_queries(3):
        voeg_toe(rijen)
    assert sorted(Client.objects.values_list("pk", flat=True)) == [rij.pk for rij in rijen]
    voeg_toe(anders := mensen(aalst, 1), met_pk=False)
    assert anders[0].pk is None
    voeg_toe([])


def test_een_rij_die_niet_mag_laat_geen_enkele_staan(aalst, transactional_db, monkeypatch):
    monkeypatch.setattr(veelrijen, "PER_KEER", 1)
    rijen = mensen(aalst, 2)
    rijen[1].voornaam = ""
    with pytest.raises(DatabaseError):
        voeg_toe(rijen)
    assert not Client.objects.exists()
    assert rijen[0]._state.adding
