"""A competence list belongs to an OCMW: its new version is nobody else's, unless they follow its house rules."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from ocmw.gereedschap.testing.maak import maak_client, maak_contract
from ocmw.gereedschap.testing.maak_evaluaties import maak_evaluatie, maak_lijst
from ocmw.regels.actions import volg_huisregels
from ocmw.toegang.models import Samenwerking
from ocmw.ui.weigering import Geweigerd
from tewerkstelling.evaluaties.actions import begin_lijst, kopieer_lijst
from tewerkstelling.evaluaties.models import Competentielijst

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
OP = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(OP, tick=False):
        yield


@pytest.fixture
def eigen(griet):
    """Aalst makes its own version of the list of art.60."""
    return kopieer_lijst(maak_lijst(), door=griet, op=OP)


def geldig(ocmw, code="art60"):
    return Competentielijst.objects.geldig(OP, ocmw.pk).get(code=code)


def contract_bij(coach):
    return maak_contract(maak_client(coach), coach, van=date(2026, 1, 5), laatste_dag=date(2027, 1, 4))


def test_de_een_krijgt_de_nieuwe_versie_en_de_ander_houdt_de_oude(eigen, aalst, turnhout):
    assert geldig(aalst) == eigen
    assert (geldig(turnhout).ocmw, geldig(turnhout).nummer) == (None, 1)


def test_op_het_scherm_bestaat_de_lijst_van_een_ander_niet(eigen, griet, mia, carla, als):
    for naam in ("competentielijst_detail", "competentielijst_edit"):
        assert als(griet).get(reverse(f"evaluaties:{naam}", args=[eigen.pk])).status_code == 200
        assert als(mia).get(reverse(f"evaluaties:{naam}", args=[eigen.pk])).status_code == 404
    assert als(mia).post(reverse("evaluaties:competentielijst_kopieren", args=[eigen.pk])).status_code == 404
    lijst = als(mia).get(reverse("evaluaties:competentielijst_list"))
    assert eigen not in [rij for rij, _ in lijst.context["rijen"]]
    contract = contract_bij(carla)
    begin = als(carla).get(reverse("evaluaties:evaluatie_create", args=[contract.client_id, contract.pk]))
    assert eigen not in begin.context["form"].fields["lijst"].queryset
    with pytest.raises(Geweigerd, match="van een ander OCMW"):
        maak_evaluatie(contract, carla, lijst=eigen)


def test_wat_van_elk_ocmw_is_wijzigt_niemand(griet, als):
    lijst = maak_lijst("attitudes")
    assert als(griet).get(reverse("evaluaties:competentielijst_edit", args=[lijst.pk])).status_code == 409
    tekst = als(griet).get(reverse("evaluaties:competentielijst_detail", args=[lijst.pk])).content.decode()
    assert "die is van jullie" in tekst


def test_het_gebruik_gaat_over_de_eigen_evaluaties(an, carla, griet, als):
    for coach in (an, carla, carla):
        maak_evaluatie(contract_bij(coach), coach)
    rijen = als(griet).get(reverse("evaluaties:competentielijst_list")).context["rijen"]
    assert next(lijst.gebruik for lijst, _ in rijen if lijst.code == "art60") == 1


def test_een_evaluatie_houdt_de_versie_waarmee_ze_gemaakt_is(an, griet):
    evaluatie = maak_evaluatie(contract_bij(an), an)
    nieuw = kopieer_lijst(evaluatie.lijst, door=griet, op=OP)
    evaluatie.refresh_from_db()
    assert (evaluatie.lijst.nummer, nieuw.nummer) == (1, 2)


def test_twee_ocmws_hebben_elk_een_lijst_met_dezelfde_naam(griet, mia):
    for wie in (griet, mia):
        assert begin_lijst("Onze lijst", maak_lijst(), door=wie, op=OP).ocmw == wie.ocmw
    with pytest.raises(Geweigerd, match="al een lijst met die naam"):
        begin_lijst("Onze lijst", maak_lijst(), door=griet, op=OP)


def test_wie_samenwerkt_deelt_een_lijst(eigen, mia, griet, aalst, turnhout, carla, als):
    Samenwerking.objects.create(
        ocmw=turnhout, begeleidend=aalst, van=OP - timedelta(days=9), overeenkomst="raadsbesluit"
    )
    volg_huisregels(turnhout, aalst, door=mia, op=OP)
    assert geldig(turnhout) == eigen
    assert maak_evaluatie(contract_bij(carla), carla, lijst=eigen).lijst == eigen
    with pytest.raises(Geweigerd, match="Vraag daar om een wijziging"):
        kopieer_lijst(eigen, door=mia, op=OP + timedelta(days=1))
    assert als(mia).get(reverse("evaluaties:competentielijst_detail", args=[eigen.pk])).status_code == 200
    volg_huisregels(turnhout, None, door=mia, op=OP)
    assert geldig(turnhout).ocmw is None
