"""A house rule belongs to an OCMW: it decides for its own dossiers, and nobody decides for another."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from clienten.models import Client
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_traject
from ocmw.gereedschap.testing.maak_regels import eigen_huisregels, maak_regelconcept, met_impact
from ocmw.kalender.klok import nu, vandaag
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.regels.actions import (
    maak_concept,
    publiceer,
    verbeter_bron,
    volg_huisregels,
    weigering_voor_volgen,
    wijzig_concept,
)
from ocmw.regels.models import Huisregeldeling, Regelset
from ocmw.regels.opzoeken import OnbekendeRegel, VanWelkOcmw, huisregels_van, kijk_opnieuw, regel, vergeet_regels
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Samenwerking
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.dossier.controle import controleer
from ocmw.werkruimte.rapporten.dossier import dossier_rapport
from ocmw.werkruimte.rapporten.enums import Deel
from ocmw.werkruimte.regelimpact.models import Impactrij

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
PLAN = "traject.plan_dagen"


def gewoon():
    return Regelset.objects.get(sleutel=PLAN, ocmw=None).waarde


@pytest.fixture
def eigen(griet):
    """Aalst makes its plan in five days, from today."""
    concept = met_impact(maak_regelconcept(PLAN, griet, waarde=5, geldig_van=vandaag()), griet)
    set_ = publiceer(concept, door=griet, op=vandaag())
    vergeet_regels()
    return set_


@pytest.fixture
def samen(aalst, turnhout):
    return Samenwerking.objects.create(
        ocmw=turnhout, begeleidend=aalst, van=vandaag() - timedelta(days=9), overeenkomst="raadsbesluit"
    )


def plan_van(ocmw, dag=None):
    with huisregels_van(ocmw.pk):
        return regel(PLAN, op=dag or vandaag()).waarde


def plandag(client):
    return Termijn.objects.open().get(client=client, soort="trajectplan").vervalt_op


def test_elk_ocmw_krijgt_zijn_eigen_antwoord(eigen, aalst, turnhout):
    assert (plan_van(aalst), plan_van(turnhout)) == (5, gewoon())
    assert plan_van(aalst, vandaag() - timedelta(days=1)) == gewoon(), "wat vroeger gold, blijft"
    assert Regelset.objects.get(sleutel=PLAN, ocmw=None).geldig_tot is None, "voor de anderen verandert er niets"


def test_zonder_te_zeggen_voor_wie_is_er_geen_antwoord(eigen):
    """A guess would be a wrong date in somebody's file."""
    vergeet_regels()
    with pytest.raises(VanWelkOcmw):
        regel(PLAN, op=vandaag())


def test_een_dag_zonder_regel_blijft_een_dag_zonder_regel(eigen, aalst):
    with huisregels_van(aalst.pk), pytest.raises(OnbekendeRegel):
        regel(PLAN, op=vandaag().replace(year=1990))


def test_een_termijn_volgt_het_huis_van_het_dossier_en_niet_van_wie_kijkt(eigen, an, carla, mia):
    hier, daar = maak_client(an), maak_client(carla)
    begin = vandaag() - timedelta(days=1)
    for client, wie in ((hier, an), (daar, carla)):
        maak_traject(client, wie, op=begin)
    assert controleer(vandaag(), herstel=True).clienten == 2
    assert plandag(hier) == begin + timedelta(days=5)
    assert plandag(daar) == begin + timedelta(days=gewoon())
    assert controleer(vandaag()).aantal == 0


def test_een_ander_ocmw_wijzigt_ze_niet(eigen, mia, griet):
    concept = maak_concept(eigen, door=griet, op=vandaag())
    for actie in (
        lambda: wijzig_concept(concept, ["waarde"], door=mia),
        lambda: verbeter_bron(eigen, ["bron"], door=mia),
        lambda: maak_concept(eigen, door=mia, op=vandaag()),
    ):
        with pytest.raises(Geweigerd, match="huisregel van een ander OCMW"):
            actie()


def test_een_ander_ocmw_ziet_het_concept_niet(eigen, mia, griet, als):
    concept = maak_concept(eigen, door=griet, op=vandaag())
    for naam in ("regelconcept_edit", "regelconcept_publiceren"):
        assert als(griet).get(reverse(f"beheer:{naam}", args=[concept.pk])).status_code == 200
        assert als(mia).get(reverse(f"beheer:{naam}", args=[concept.pk])).status_code == 404
    assert als(mia).get(reverse("regelimpact:regelimpact", args=[concept.pk])).status_code == 404
    assert als(mia).get(reverse("beheer:regel_bron", args=[eigen.pk])).status_code == 404
    assert "OCMW Aalst" not in als(mia).get(reverse("beheer:regel_detail", args=[PLAN])).content.decode()


def test_twee_ocmws_werken_tegelijk_aan_een_eigen_versie(griet, mia):
    for wie in (griet, mia):
        concept = maak_regelconcept(PLAN, wie, waarde=6)
        assert concept.ocmw == wie.ocmw
    with pytest.raises(Geweigerd, match="staat al een concept klaar"):
        maak_regelconcept(PLAN, griet)


def test_de_impact_gaat_over_de_eigen_dossiers(griet, an, carla, mia):
    for wie in (an, carla):
        maak_traject(maak_client(wie), wie, op=vandaag() - timedelta(days=1))
    concept = met_impact(maak_regelconcept(PLAN, griet, waarde=90, geldig_van=vandaag()), griet)
    assert concept.impact_telling["gedaan"] == 1
    assert set(Impactrij.objects.filter(concept=concept).values_list("ocmw", flat=True)) == {griet.ocmw_id}


def test_wie_volgt_krijgt_het_antwoord_van_het_andere_huis(eigen, samen, mia, aalst, turnhout, carla):
    client = maak_client(carla)
    maak_traject(client, carla, op=vandaag() - timedelta(days=1))
    volg_huisregels(turnhout, aalst, door=mia, op=vandaag())
    vergeet_regels()
    assert plan_van(turnhout) == 5
    voer_uit(str(Opdracht.objects.filter(soort="regels_doorvoeren").latest("aangevraagd_op").pk))
    assert plandag(client) == vandaag() + timedelta(days=4)
    with pytest.raises(Geweigerd, match="Jullie volgen de huisregels van OCMW Aalst"):
        maak_concept(Regelset.objects.get(sleutel=PLAN, ocmw=None), door=mia, op=vandaag())
    volg_huisregels(turnhout, None, door=mia, op=vandaag())
    vergeet_regels()
    assert plan_van(turnhout) == gewoon()


def test_wie_gevolgd_wordt_ziet_de_impact_bij_de_volger(eigen, samen, griet, mia, aalst, turnhout, carla):
    maak_traject(maak_client(carla), carla, op=vandaag() - timedelta(days=1))
    volg_huisregels(turnhout, aalst, door=mia, op=vandaag())
    vergeet_regels()
    concept = met_impact(maak_regelconcept(PLAN, griet, waarde=90, geldig_van=vandaag() + timedelta(days=1)), griet)
    assert concept.impact_telling["gedaan"] == 1


def test_volgen_vraagt_een_samenwerking_en_gaat_nooit_in_een_kring(samen, griet, mia, aalst, turnhout, oud_turnhout):
    op = vandaag()
    assert "Er loopt geen samenwerking" in weigering_voor_volgen(aalst, oud_turnhout, op=op)
    volg_huisregels(turnhout, aalst, door=mia, op=op)
    assert "volgt jullie huisregels" in weigering_voor_volgen(
        aalst, turnhout, op=op
    ) or "volgt zelf" in weigering_voor_volgen(aalst, turnhout, op=op)
    assert "al" in weigering_voor_volgen(turnhout, aalst, op=op)
    assert "al met eigen" in weigering_voor_volgen(aalst, None, op=op)


def test_op_het_scherm_eerst_wat_er_verandert_dan_ja(eigen, samen, mia, als):
    browser = als(mia)
    pagina = " ".join(browser.get(reverse("beheer:huisregels"), {"van": eigen.ocmw_id}).content.decode().split())
    assert "Als jullie OCMW Aalst volgen" in pagina
    assert "5 dagen" in pagina
    browser.post(reverse("beheer:huisregels_volgen"), {"van": eigen.ocmw_id})
    assert Huisregeldeling.objects.get().van_id == eigen.ocmw_id
    assert (
        "volgt de huisregels van <strong>OCMW Aalst</strong>"
        in browser.get(reverse("beheer:huisregels")).content.decode()
    )
    browser.post(reverse("beheer:huisregels_volgen"), {"van": "eigen"})
    assert not Huisregeldeling.objects.exists()


def test_wat_op_de_klok_loopt_weet_van_welk_huis(an, carla, als):
    """Every OCMW has its own sets: a job that asks a house rule without saying for whom would fall, and none does."""
    for wie in (an, carla):
        client = maak_client(wie)
        maak_traject(client, wie, op=vandaag() - timedelta(days=40))
        maak_contract(client, wie, van=vandaag() - timedelta(days=30), laatste_dag=vandaag() + timedelta(days=60))
    eigen_huisregels()
    kijk_opnieuw()
    for naam, werk in settings.CELERY_BEAT_SCHEDULE.items():
        import_string(werk["task"]).apply(throw=True)
        assert naam
    assert controleer(vandaag()).aantal == 0
    for client in Client.objects.all():
        assert dossier_rapport(client, delen=Deel, moment=nu(), opgemaakt_door="iemand", afgeschermd=False).secties
