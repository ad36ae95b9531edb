"""The buttons klaar and uitstellen, and what they may not do."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.afleiding import leid_opnieuw_af
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_gesprek, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from tewerkstelling.beloften import ART60_EINDE
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
    termijn = Termijn.objects.open().filter(soort=ART60_EINDE).first()
    als(an).post(f"/termijnen/{termijn.pk}/klaar/")
    leid_opnieuw_af(client, op=vandaag())
    assert Termijn.objects.open().filter(soort=ART60_EINDE).count() == 2


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


def test_een_einde_staat_een_keer_op_vandaag_en_klaar_neemt_de_vroegere_waarschuwingen_mee(an, als):
    client = maak_client(an)
    maak_contract(client, an, van=vandaag() - timedelta(days=300), laatste_dag=vandaag() + timedelta(days=20))
    open_ = Termijn.objects.open().filter(client=client, soort=ART60_EINDE)
    assert open_.count() == 3
    nieuwste = open_.latest("vervalt_op")
    Termijn.objects.filter(client=client, soort=EINDE_ART60).delete()
    assert list(open_.zonder_ingehaalde(vandaag())) == [nieuwste]
    # The list of that end says more than a warning.
    nieuwste.pk, nieuwste.soort, nieuwste.sleutel = None, EINDE_ART60, "lijst"
    nieuwste.save(force_insert=True)
    assert not open_.zonder_ingehaalde(vandaag()).exists()
    als(an).post(f"/termijnen/{open_.latest('vervalt_op').pk}/klaar/")
    assert not open_.exists()


def test_een_waarschuwing_die_nog_komt_haalt_niets_in(an):
    client = maak_client(an)
    maak_contract(client, an, van=vandaag() - timedelta(days=300), laatste_dag=vandaag() + timedelta(days=80))
    open_ = Termijn.objects.open().filter(client=client, soort=ART60_EINDE)
    assert open_.zonder_ingehaalde(vandaag()).count() == open_.count() == 3
