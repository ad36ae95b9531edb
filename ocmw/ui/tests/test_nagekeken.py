"""The form and the action look at the same values: one question for both, and a new value is a new question."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tewerkstelling.models import Tewerkstelling

pytestmark = pytest.mark.databank


def vragen(contract, **extra):
    with CaptureQueriesContext(connection) as gevangen:
        contract.validate_constraints(**extra)
    return len(gevangen)


def contract(**velden):
    return Tewerkstelling(**{"van": date(2026, 1, 1), "tot": date(2026, 6, 1), "uren_per_week": 19, **velden})


def test_alle_voorwaarden_zijn_een_vraag_en_dezelfde_waarden_geen_tweede(db):
    rij = contract()
    assert vragen(rij) == 1
    assert vragen(rij) == 0


def test_een_nieuwe_waarde_is_een_nieuwe_vraag(db):
    rij = contract()
    vragen(rij)
    rij.tot = date(2025, 1, 1)
    with pytest.raises(ValidationError):
        rij.validate_constraints()
    rij.tot = date(2026, 7, 1)
    assert vragen(rij) == 1
    rij.functie = "Kok"  # no constraint looks at it
    assert vragen(rij) == 0


def test_wat_een_formulier_niet_kent_vraagt_de_actie_nog(db):
    rij = contract()
    assert vragen(rij, exclude={"tot"}) == 1
    rij.tot = date(2025, 1, 1)
    with pytest.raises(ValidationError):
        rij.validate_constraints()


def test_elke_zin_van_wat_niet_klopt_wordt_gezegd(db):
    with pytest.raises(ValidationError) as fout:
        contract(tot=date(2025, 1, 1), uren_per_week=99).validate_constraints()
    assert len(fout.value.messages) == 2
