"""A renewal is a linked copy: same work, new dates, new signatures, and what must be redone is empty."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.gereedschap.testing.maak_startklaar import maak_gestart, maak_klaar, maak_plaatsing, vers
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.actions import beeindig_tewerkstelling
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.startklaar.actions import start_plaatsing, verleng_plaatsing, zet_plaatsing_stop
from tewerkstelling.startklaar.checklist import checklist
from tewerkstelling.startklaar.models import Plaatsing
from tewerkstelling.startklaar.models.plaatsing import HANDTEKENINGEN

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def oud(an):
    return maak_gestart(maak_client(an), an, van=OP, laatste_dag=OP + timedelta(days=29), uren_per_week=19)


def verleng(oud, an, dagen=30):
    return verleng_plaatsing(oud, van=oud.tot, tot=oud.tot + timedelta(days=dagen), door=an, op=OP)


def test_een_verlenging_neemt_het_werk_over_en_begint_opnieuw_met_de_rest(oud, an, griet):
    nieuw = vers(verleng(oud, griet))
    assert (nieuw.voorganger, nieuw.werkplek, nieuw.functie, nieuw.uren_per_week) == (
        oud,
        oud.werkplek,
        oud.functie,
        oud.uren_per_week,
    )
    assert (nieuw.van, nieuw.contract, nieuw.raad_op, nieuw.getekende_tekst) == (oud.tot, None, None, [])
    assert [getattr(nieuw, veld) for veld in HANDTEKENINGEN] == [None, None, None]
    lijst = checklist(nieuw)
    assert {punt.code for punt in lijst.ontbrekend} == {
        "handtekeningen", "raadslijst", "recht", "beslissing", "dimona", "verzekering",
    }  # fmt: skip
    assert lijst.punt("loon").in_orde  # the same work for the same wage
    assert lijst.punt("vervoer").door == an.naam  # ticked by who ticked it then


def test_een_verlenging_start_met_een_eigen_contract(oud, an):
    nieuw = maak_klaar(verleng(oud, an), an)
    start_plaatsing(nieuw, door=an, op=OP)
    assert Tewerkstelling.objects.count() == 2
    assert vers(oud).contract != vers(nieuw).contract


def test_een_verlenging_en_niet_twee(oud, an):
    eerste = verleng(oud, an)
    with pytest.raises(Geweigerd, match="Er is al een verlenging"):
        verleng(vers(oud), an)
    zet_plaatsing_stop(eerste, reden="uitgesteld", door=an, op=OP)
    verleng(vers(oud), an)
    assert Plaatsing.objects.filter(voorganger=oud).count() == 2


def test_alleen_wat_gestart_is_kan_verlengd_worden(an):
    rij = maak_plaatsing(maak_client(an), an)
    with pytest.raises(Geweigerd, match="die gestart is"):
        verleng(rij, an)


def test_een_verlenging_begint_na_het_contract(oud, an, als):
    with pytest.raises(Geweigerd, match="begint na de laatste dag"):
        verleng_plaatsing(oud, van=oud.tot - timedelta(days=1), tot=oud.tot + timedelta(days=9), door=an, op=OP)
    url = reverse("startklaar:plaatsing_verlengen", args=[oud.client_id, oud.pk])
    antwoord = als(an).post(url, {"van": OP, "laatste_dag": OP + timedelta(days=90)})
    assert "De verlenging begint na de laatste dag van nu (19/12/2026)." in antwoord.content.decode()
    antwoord = als(an).post(url, {"van": oud.tot, "laatste_dag": oud.tot - timedelta(days=3)})
    assert "De laatste dag ligt voor de eerste dag." in antwoord.content.decode()
    antwoord = als(an).post(url, {"van": oud.tot, "laatste_dag": oud.tot + timedelta(days=60)})
    nieuw = Plaatsing.objects.get(voorganger=oud)
    assert antwoord.url == nieuw.get_absolute_url()
    assert nieuw.laatste_dag == oud.tot + timedelta(days=60)


def test_het_contract_dat_vroeger_stopte_telt(oud, an, als):
    beeindig_tewerkstelling(oud.contract, laatste_dag=OP + timedelta(days=9), reden="ander", door=an, op=OP)
    form = als(an).get(reverse("startklaar:plaatsing_verlengen", args=[oud.client_id, oud.pk])).context["form"]
    assert form.initial["van"] == OP + timedelta(days=10)
