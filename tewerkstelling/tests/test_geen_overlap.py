"""No two on one day, whoever writes: the action behind its lock on both engines, and PostgreSQL itself below that."""

import contextlib
from datetime import date
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_rechtenteller import onderbreek
from ocmw.gereedschap.testing.tegelijk import ontmoet, tegelijk
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import contract as contractacties
from tewerkstelling.actions import onderbreking as acties
from tewerkstelling.models import Onderbreking, Tewerkstelling

pytestmark = [pytest.mark.databank, pytest.mark.django_db(transaction=True)]
VAN, LAATSTE = date(2026, 4, 1), date(2027, 3, 31)


@contextlib.contextmanager
def zonder_regel_in_de_databank():
    """Take the two constraints away and put them back, so that a test can show what they stop."""
    migratie = import_module("tewerkstelling.migrations.0002_geen_overlap")
    per_soort = import_module("tewerkstelling.migrations.0003_overlap_per_soort")
    with connection.cursor() as cursor:
        cursor.execute(migratie.AF)  # the SQL of the migration itself
    try:
        yield
    finally:
        Onderbreking.objects.all().delete()
        Tewerkstelling.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(migratie.OP)  # idem, back again
            cursor.execute(per_soort.OP)  # the SQL of the migration that came after it


@pytest.fixture
def contract(an):
    return maak_contract(maak_client(an), an, van=VAN, laatste_dag=LAATSTE)


@pytest.fixture
def samen(contract, an, monkeypatch):
    """Two threads look, wait for each other (at most a second), and then write the same days."""
    ontmoet(monkeypatch, acties, "weigering_voor_onderbreking")

    def tot(dag):
        return lambda: onderbreek(contract, an, van=date(2026, 12, 1), laatste_dag=date(2026, 12, dag))

    return lambda: tegelijk(tot(10), tot(20))


def test_van_twee_tegelijk_lukt_er_een(samen):
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "Er is al een onderbreking" in geweigerd
    assert Onderbreking.objects.count() == 1


@pytest.mark.postgres
def test_zonder_het_slot_houdt_de_databank_de_tweede_tegen(samen, monkeypatch):
    monkeypatch.setattr(acties, "_een_tegelijk", lambda client: None)
    gelukt, geweigerd = samen()
    assert gelukt == "gelukt"
    assert "overlapt met een andere die intussen bewaard is" in geweigerd
    assert Onderbreking.objects.count() == 1


@pytest.mark.postgres
def test_zonder_slot_en_zonder_regel_kwamen_er_twee(samen, monkeypatch):
    """Negative control: it is the lock or the constraint that stops it, not luck."""
    monkeypatch.setattr(acties, "_een_tegelijk", lambda client: None)
    with zonder_regel_in_de_databank():
        assert samen() == ["gelukt", "gelukt"]


@pytest.mark.postgres
@pytest.mark.parametrize("model", [Tewerkstelling, Onderbreking])
def test_de_databank_weigert_ook_wie_de_actie_overslaat(contract, model):
    rij = Tewerkstelling(client=contract.client, van=LAATSTE, tot=None)
    if model is Onderbreking:
        Onderbreking.objects.create(
            client=contract.client, contract=contract, soort="schorsing", van=VAN, tot=date(2026, 5, 1)
        )
        rij = Onderbreking(
            client=contract.client, contract=contract, soort="schorsing", van=date(2026, 4, 30), tot=LAATSTE
        )
    with pytest.raises(IntegrityError, match="zonder_overlap"), transaction.atomic():
        rij.save()


@pytest.mark.postgres
def test_aansluiten_mag_en_zonder_einde_loopt_door(contract):
    volgend = Tewerkstelling.objects.create(client=contract.client, van=date(2027, 4, 1), tot=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tewerkstelling.objects.create(client=contract.client, van=date(2050, 1, 1), tot=date(2050, 2, 1))
    volgend.tot = date(2027, 5, 1)
    volgend.save()


@pytest.mark.postgres
def test_de_zin_bij_een_contract(contract, an, monkeypatch):
    """A second way past the check, a job for instance: people read the sentence, not the name of a constraint."""
    monkeypatch.setattr(contractacties, "weigering_voor_periode", lambda contract: "")
    with pytest.raises(Geweigerd, match="overlapt met een ander contract dat intussen bewaard is"):
        maak_contract(contract.client, an, van=LAATSTE, laatste_dag=date(2027, 9, 1))
    assert Tewerkstelling.objects.count() == 1
