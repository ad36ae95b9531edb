"""The buttons klaar and uitstellen, and what they may not do."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine

from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from ocmw.termijnen.sweep import markeer
from ocmw.werkruimte.dossier.controle import haal_nachten_in
from tewerkstelling.einde.beloften import EINDE_ART60
from trajecten.actions import bewaar_actiepunt
from trajecten.beloften import ACTIEPUNT, CONTACT, TRAJECTPLAN
from trajecten.models import Actiepunt

pytestmark = pytest.mark.databank


@pytest.fixture
def actiepunt(an):
    client = maak_client(an)
    punt = Actiepunt(omschrijving="Cv nalezen", vervalt_op=vandaag(), client=client)
    gesprek = maak_gesprek(client, an)
    punt.gesprek, punt.medewerker = gesprek, an
    return bewaar_actiepunt(punt, door=an, op=vandaag())


def test_klaar_vinkt_het_actiepunt_zelf_af(an, als, actiepunt):
    termijn = Termijn.objects.open().get(soort=ACTIEPUNT)
    antwoord = als(an).post(f"/termijnen/{termijn.pk}/klaar/", {"naar": "/"})
    assert (antwoord.status_code, antwoord.url) == (302, "/")
    actiepunt.refresh_from_db()
    termijn.refresh_from_db()
    assert (actiepunt.gedaan_op, termijn.gesloten_op, termijn.voldaan) == (vandaag(), vandaag(), True)


def test_twee_keer_klikken_is_een_keer_klaar(an, als, actiepunt):
    termijn = Termijn.objects.open().get(soort=ACTIEPUNT)
    browser = als(an)
    browser.post(f"/termijnen/{termijn.pk}/klaar/")
    assert browser.post(f"/termijnen/{termijn.pk}/klaar/", {"naar": "/"}).status_code == 302
    assert Termijn.objects.filter(soort=ACTIEPUNT).count() == 1


@pytest.mark.parametrize("soort", [CONTACT, TRAJECTPLAN])
def test_wat_vanzelf_sluit_vink_je_niet_af(an, als, soort):
    client = maak_client(an)
    maak_traject(client, an)
    termijn = Termijn.objects.open().get(soort=soort)
    antwoord = als(an).post(f"/termijnen/{termijn.pk}/klaar/", {"naar": "/"}, follow=True)
    assert soort.vanzelf in [str(bericht) for bericht in antwoord.context["messages"]]
    termijn.refresh_from_db()
    assert termijn.gesloten_op is None


def test_een_afgevinkte_waarschuwing_komt_niet_terug(an, als):
    client = maak_client(an)
    maak_contract(client, an, van=vandaag() - timedelta(days=100), laatste_dag=vandaag() + timedelta(days=85))
    termijn = Termijn.objects.open().filter(soort=EINDE_ART60).first()
    als(an).post(f"/termijnen/{termijn.pk}/klaar/")
    leid_opnieuw_af(client, op=vandaag())
    assert Termijn.objects.open().get(soort=EINDE_ART60).vervalt_op > termijn.vervalt_op


def test_uitstellen_vraagt_een_dag_en_een_reden(an, als, actiepunt):
    termijn = Termijn.objects.open().get(soort=ACTIEPUNT)
    adres = f"/termijnen/{termijn.pk}/uitstellen/"
    browser = als(an)
    assert browser.get(adres, {"naar": "/"}).context["form"].initial["naar"] == "/"
    gisteren = (vandaag() - timedelta(days=1)).isoformat()
    assert "Kies een dag na vandaag." in browser.post(adres, {"tot": gisteren, "reden": "x"}).content.decode()
    later = vandaag() + timedelta(days=5)
    antwoord = browser.post(adres, {"tot": later.isoformat(), "reden": "Wacht op de school.", "naar": "/"})
    assert antwoord.url == "/"
    termijn.refresh_from_db()
    assert (termijn.vervalt_op, termijn.uitgesteld_tot, termijn.uitstelreden) == (later, later, "Wacht op de school.")


def test_naar_een_vreemd_adres_gaat_niemand(an, als, actiepunt):
    termijn = Termijn.objects.open().get(soort=ACTIEPUNT)
    antwoord = als(an).post(f"/termijnen/{termijn.pk}/klaar/", {"naar": "https://kwaad.example/"})
    assert antwoord.url == f"/clienten/{termijn.client_id}/"


def test_een_termijn_van_een_ander_ocmw_bestaat_niet(carla, als, actiepunt):
    termijn = Termijn.objects.open().get(soort=ACTIEPUNT)
    assert als(carla).post(f"/termijnen/{termijn.pk}/klaar/").status_code == 404
    assert als(carla).get(f"/termijnen/{termijn.pk}/uitstellen/").status_code == 404


def test_een_einde_is_een_rij_en_klaar_brengt_de_volgende_stap(an, als):
    client = maak_client(an)
    laatste = vandaag() + timedelta(days=20)
    maak_contract(client, an, van=vandaag() - timedelta(days=300), laatste_dag=laatste)
    open_ = Termijn.objects.open().filter(client=client, soort=EINDE_ART60)
    assert [(t.vervalt_op, t.volgende_op) for t in open_] == [(laatste - timedelta(days=30), laatste)]
    als(an).post(f"/termijnen/{open_.get().pk}/klaar/")
    assert [(t.vervalt_op, t.volgende_op) for t in open_.all()] == [(laatste, None)]
    als(an).post(f"/termijnen/{open_.get().pk}/klaar/")
    leid_opnieuw_af(client, op=vandaag())
    assert not open_.all().exists()


def test_een_stap_die_komt_wordt_opnieuw_gemeld_en_alleen_de_laatste_melding_telt(an):
    client, dag = maak_client(an), vandaag()
    maak_contract(client, an, van=dag - timedelta(days=300), laatste_dag=dag + timedelta(days=40))
    markeer(dag)
    open_ = Termijn.objects.open().filter(client=client, soort=EINDE_ART60)
    assert Melding.objects.ongelezen(an).filter(termijn__in=open_).count() == 1
    with time_machine.travel(datetime.combine(dag + timedelta(days=10), time(9), tzinfo=UTC)):
        assert haal_nachten_in(vandaag()) == 1
        markeer(vandaag())
    assert Melding.objects.filter(termijn__in=open_).count() == 2
    assert [m.vervalt_op for m in Melding.objects.ongelezen(an).filter(termijn__in=open_)] == [dag + timedelta(days=10)]
