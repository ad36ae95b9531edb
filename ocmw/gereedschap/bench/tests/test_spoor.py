"""What is counted of a flow: our functions and our statements, not those of Django, the tests or the bench itself."""

import sys

import pytest

from ocmw.gereedschap.bench.spoor import Spoor, volg
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Ocmw
from trajecten.forms.gesprek import wie_keuzes

pytestmark = pytest.mark.django_db


def test_alleen_eigen_functies_tellen():
    def van_de_test():
        return [vandaag() for _ in range(3)]

    with Spoor() as spoor:
        van_de_test()
        Ocmw.objects.count()
    assert {code.co_name for code in spoor.functies} == {"vandaag"}
    assert spoor.mappen == {"ocmw/kalender"}
    assert (spoor.aanroepen, spoor.wissels, spoor.diepte) == (3, 0, 1)


def test_daarna_telt_niets_meer():
    vorige = sys.getprofile()
    with Spoor() as spoor:
        vandaag()
    vandaag()
    assert spoor.aanroepen == 1
    assert sys.getprofile() is vorige


def test_een_laag_is_geen_map_van_het_huis():
    with Spoor() as spoor:
        wie_keuzes(type("Wie", (), {"voornaam": "An"}), type("Wie", (), {"pk": 1}), [])
    assert {code.co_filename.rpartition("/")[0].rpartition("/")[2] for code in spoor.functies} == {"forms"}
    assert spoor.mappen == {"trajecten"}


def test_een_vraag_die_opnieuw_gesteld_wordt_is_een_herhaling():
    def vraag():
        for code in ("aalst", "aalst", "gent"):
            list(Ocmw.objects.filter(code=code))

    stroom = volg(vraag)
    assert (stroom.queries, stroom.herhaald) == (3, 1)


def test_een_stroom_laat_niets_achter():
    volg(lambda: Ocmw.objects.create(code="proef", naam="OCMW Proef"))
    assert not Ocmw.objects.exists()
