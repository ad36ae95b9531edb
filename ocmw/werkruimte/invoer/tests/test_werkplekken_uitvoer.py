"""Workplaces to a spreadsheet: who may, which rows, text only, and one row in the journaal."""

from io import BytesIO

import openpyxl
import pytest

from ocmw.gereedschap.testing.formulier import zoek
from ocmw.gereedschap.testing.maak import maak_werkplek
from ocmw.journaal.models import Journaalregel
from ocmw.werkruimte.invoer.velden import VELDEN, Bladsoort
from tewerkstelling.models import Werkplek

pytestmark = pytest.mark.django_db
URL = "/werkplekken/uitvoer/"


def rijen(antwoord):
    return list(openpyxl.load_workbook(BytesIO(antwoord.content)).active.values)


@pytest.mark.parametrize(("wie", "status"), [("griet", 200), ("an", 403), ("bert", 403), ("leo", 403), ("bea", 403)])
def test_alleen_wie_mag_uitvoeren(als, request, wie, status):
    assert als(request.getfixturevalue(wie)).get(URL).status_code == status


def test_de_gefilterde_lijst_als_tekst_en_in_het_journaal(als, griet, aalst, turnhout):
    plek = maak_werkplek(aalst, "=1+1", "@SUM(A1)")
    Werkplek.objects.filter(pk=plek.pk).update(uren_per_week="28.5", fysieke_eisen=["staan", "buiten"], taken="+kuisen")
    maak_werkplek(aalst, "Zorghotel", "Keuken")
    maak_werkplek(turnhout, "Elders", "Geheim")
    koppen, *waarden = rijen(zoek(als(griet), URL, {"q": "sum"}))
    assert list(koppen) == [veld.label for veld in VELDEN[Bladsoort.WERKPLEKKEN].values()]
    (rij,) = [dict(zip(koppen, waarde, strict=True)) for waarde in waarden]
    assert (rij["Werkgever"], rij["Werkplek"], rij["Taken"]) == ("=1+1", "@SUM(A1)", "+kuisen")
    assert (rij["Uren per week"], rij["Aantal plaatsen"]) == ("28,5", "1")
    assert rij["Wat het werk van het lichaam vraagt"] == "Lang staan of stappen; Werken in weer en wind"
    assert all(cel is None or isinstance(cel, str) for waarde in waarden for cel in waarde)
    regel = Journaalregel.objects.get(wat="lijst_geexporteerd")
    assert regel.details == {"lijst": "werkplekken", "aantal": 1}
    assert len(rijen(als(griet).get(URL))) == 3


def test_de_stand_van_het_bord_gaat_mee(als, griet, aalst):
    maak_werkplek(aalst)
    assert len(rijen(als(griet).get(URL, {"stand": "vrij"}))) == 2
    assert len(rijen(als(griet).get(URL, {"stand": "bezet"}))) == 1
