"""A cooperation opens dossiers through an assignment, and closes them again on the next request."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_medewerker
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol

pytestmark = pytest.mark.databank


@pytest.fixture
def oda(oud_turnhout):
    return maak_medewerker("Oda", "Smet", oud_turnhout, Rol.COORDINATOR)


def test_alleen_het_ocmw_van_de_clienten_opent_de_deur(mia, oda, turnhout, oud_turnhout, als):
    gegevens = {"begeleidend": turnhout.pk, "van": vandaag().isoformat(), "overeenkomst": "besluit 2026/1"}
    assert als(oda).post("/samenwerkingen/nieuw/", gegevens).status_code == 302
    samenwerking = Samenwerking.objects.get()
    assert (samenwerking.ocmw, samenwerking.begeleidend) == (oud_turnhout, turnhout)
    dubbel = als(oda).post("/samenwerkingen/nieuw/", gegevens)
    assert "Er loopt al een samenwerking" in dubbel.content.decode()
    assert Journaalregel.objects.get(wat="samenwerking_gewijzigd").soort == "beheer"


def test_niet_met_jezelf(oda, oud_turnhout, als):
    gegevens = {"begeleidend": oud_turnhout.pk, "van": vandaag().isoformat(), "overeenkomst": "x"}
    assert als(oda).post("/samenwerkingen/nieuw/", gegevens).context["form"].errors["begeleidend"]


def test_na_het_einde_bestaat_het_dossier_niet_meer(oona, oda, carla, samenwerking, als):
    client = maak_client(oona, coach=carla)
    browser = als(carla)
    assert browser.get(f"/clienten/{client.pk}/").status_code == 200
    als(oda).post(f"/samenwerkingen/{samenwerking.pk}/beeindigen/", {"tot": vandaag().isoformat()})
    assert browser.get(f"/clienten/{client.pk}/").status_code == 404


def test_openstaande_meldingen_gaan_naar_de_eigen_coordinator(oona, oda, carla, samenwerking, als):
    client = maak_client(oona, coach=carla)
    Termijn.objects.create(
        client=client,
        ocmw=client.ocmw,
        soort="actiepunt",
        vervalt_op=vandaag(),
        geopend_op=vandaag(),
        verantwoordelijke=carla,
    )
    markeer(vandaag())
    assert not Melding.objects.ongelezen(oda).exists()
    als(oda).post(f"/samenwerkingen/{samenwerking.pk}/beeindigen/", {"tot": vandaag().isoformat()})
    assert Melding.objects.ongelezen(oda).count() == 1


def test_een_einde_in_het_verleden_kan_niet(oda, samenwerking, als):
    gisteren = (vandaag() - timedelta(days=1)).isoformat()
    pagina = als(oda).post(f"/samenwerkingen/{samenwerking.pk}/beeindigen/", {"tot": gisteren})
    assert "Kies vandaag of een latere dag" in pagina.content.decode()


def test_een_samenwerking_van_anderen_bestaat_niet(griet, samenwerking, als):
    assert als(griet).get(f"/samenwerkingen/{samenwerking.pk}/beeindigen/").status_code == 404
    assert als(griet).get("/samenwerkingen/").context["rijen"] == []


def test_beide_kanten_zien_de_samenwerking(mia, oda, samenwerking, als):
    assert [rij["van_ons"] for rij in als(mia).get("/samenwerkingen/").context["rijen"]] == [False]
    assert [rij["van_ons"] for rij in als(oda).get("/samenwerkingen/").context["rijen"]] == [True]
