"""Theme, goal, action: on one page, ticked off, and on paper for the client."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client, maak_traject
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.enums import Soort
from ocmw.termijnen.models import Termijn
from trajecten.actions import bewaar_actiepunt, bewaar_doel
from trajecten.models import Actiepunt, Doel


@pytest.fixture
def client(an):
    client = maak_client(an, voornaam="Samira")
    maak_traject(client, an)
    return client


def punt(client, door, omschrijving="Cv maken", **velden):
    waarden = {"vervalt_op": vandaag() + timedelta(days=7), "medewerker": door, **velden}
    return bewaar_actiepunt(Actiepunt(client=client, omschrijving=omschrijving, **waarden), door=door, op=vandaag())


def test_een_doel_is_een_trajectplan(an, als, client):
    assert Termijn.objects.open().filter(soort=Soort.TRAJECTPLAN).exists()
    gegevens = {"thema": "werk", "omschrijving": "Werk in de keuken", "status": "bezig"}
    assert als(an).post(f"/clienten/{client.pk}/plan/doelen/nieuw/", gegevens).status_code == 302
    assert not Termijn.objects.open().filter(soort=Soort.TRAJECTPLAN).exists()
    doel = Doel.objects.get()
    assert doel.traject == client.trajecten.get()
    pagina = als(an).get(f"/clienten/{client.pk}/plan/").content.decode()
    assert "Werk in de keuken" in pagina


def test_een_actie_toevoegen_en_afvinken(an, als, client):
    doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
    browser = als(an)
    assert "Inschrijven bij VDAB" in browser.get(f"/clienten/{client.pk}/plan/acties/nieuw/").content.decode()
    gegevens = {
        "omschrijving": "Inschrijven bij VDAB",
        "doel": doel.pk,
        "vervalt_op": vandaag().isoformat(),
        "wie": "client",
    }
    assert browser.post(f"/clienten/{client.pk}/plan/acties/nieuw/", gegevens).status_code == 302
    rij = Actiepunt.objects.get()
    assert (rij.eigenaar, rij.medewerker, rij.doel) == ("client", an, doel)
    assert Termijn.objects.open().filter(soort=Soort.ACTIEPUNT, onderwerp="Inschrijven bij VDAB").exists()
    for _ in range(2):
        browser.post(f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "1"})
    assert Journaalregel.objects.filter(wat="actiepunt_gewijzigd", details__gedaan=True).count() == 1
    assert not Termijn.objects.open().filter(soort=Soort.ACTIEPUNT).exists()
    antwoord = browser.post(
        f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "0"}, HTTP_HX_REQUEST="true"
    )
    assert 'aria-pressed="false"' in antwoord.content.decode()
    assert Termijn.objects.open().filter(soort=Soort.ACTIEPUNT).exists()


def test_slechte_invoer_houdt_wat_je_typte(an, als, client):
    antwoord = als(an).post(
        f"/clienten/{client.pk}/plan/acties/nieuw/", {"omschrijving": "Bellen", "vervalt_op": "morgen", "wie": "99999"}
    )
    assert antwoord.status_code == 422
    assert "Bellen" in antwoord.content.decode()
    assert not Actiepunt.objects.exists()
    assert als(an).post(f"/clienten/{client.pk}/plan/doelen/nieuw/", {"omschrijving": "x"}).status_code == 422
    rij = punt(client, an)
    assert als(an).post(f"/clienten/{client.pk}/plan/acties/{rij.pk}/gedaan/", {"gedaan": "?"}).status_code == 409


def test_een_doel_van_een_ander_kan_je_niet_kiezen(an, als, client):
    ander = bewaar_doel(Doel(client=maak_client(an), thema="werk", omschrijving="Ander"), door=an, op=vandaag())
    gegevens = {"omschrijving": "x", "doel": ander.pk, "vervalt_op": vandaag().isoformat(), "wie": "client"}
    assert als(an).post(f"/clienten/{client.pk}/plan/acties/nieuw/", gegevens).status_code == 422


def test_twee_mensen_wijzigen_dezelfde_actie(an, als, client):
    rij = punt(client, an)
    adres = f"/clienten/{client.pk}/plan/acties/{rij.pk}/"
    basis = {"vervalt_op": rij.vervalt_op.isoformat(), "wie": str(an.pk), "versie": "1"}
    assert als(an).post(adres, {**basis, "omschrijving": "Eerste"}).status_code == 302
    antwoord = als(an).post(adres, {**basis, "omschrijving": "Tweede"})
    assert antwoord.status_code == 409
    assert "Eerste" in antwoord.content.decode()
    assert "Tweede" in antwoord.content.decode()


def test_een_doel_over_gezondheid_bestaat_niet_voor_de_coordinator(an, griet, als, client):
    doel = bewaar_doel(Doel(client=client, thema="gezondheid", omschrijving="KANARIE-DOEL"), door=an, op=vandaag())
    rij = punt(client, an, "KANARIE-ACTIE", doel=doel)
    browser = als(griet)
    for deel in ("plan/", "plan/afspraken/", "plan/acties/nieuw/"):
        assert "KANARIE" not in browser.get(f"/clienten/{client.pk}/{deel}").content.decode()
    for deel in (f"plan/doelen/{doel.pk}/", f"plan/acties/{rij.pk}/"):
        assert browser.get(f"/clienten/{client.pk}/{deel}").status_code == 404
    gegevens = {"thema": "gezondheid", "omschrijving": "x", "status": "bezig"}
    assert browser.post(f"/clienten/{client.pk}/plan/doelen/nieuw/", gegevens).status_code == 422
    assert not Termijn.objects.filter(onderwerp__contains="KANARIE").exists()
    doel.thema = "werk"
    bewaar_doel(doel, ["thema"], door=an, op=vandaag())
    rij.refresh_from_db()
    assert not rij.afgeschermd


def test_afspraken_voor_de_client_in_gewone_woorden(an, als, client):
    punt(client, an, "Foto maken", eigenaar="client")
    punt(client, an, "Werkgever bellen")
    pagina = als(an).get(f"/clienten/{client.pk}/plan/afspraken/").content.decode()
    assert pagina.index("Dit doe jij") < pagina.index("Foto maken") < pagina.index("Dit doen wij")
    assert "Werkgever bellen" in pagina
    assert Journaalregel.objects.filter(wat="dossier_afgedrukt", details__onderdeel="afspraken").exists()


def test_rechten(bert, carla, leo, an, als, client):
    client.toewijzingen.create(medewerker=bert, rol="mw", van=vandaag())
    assert als(bert).get(f"/clienten/{client.pk}/plan/").status_code == 200
    assert als(bert).get(f"/clienten/{client.pk}/plan/doelen/nieuw/").status_code == 403
    assert als(leo).get(f"/clienten/{client.pk}/plan/").status_code == 403
    assert als(carla).get(f"/clienten/{client.pk}/plan/").status_code == 404


@pytest.mark.parametrize("aantal", [1, 30])
def test_aantal_queries(an, als, client, aantal, django_assert_max_num_queries):
    for _ in range(aantal):
        doel = bewaar_doel(Doel(client=client, thema="werk", omschrijving="Werk"), door=an, op=vandaag())
        punt(client, an, doel=doel)
    browser = als(an)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/clienten/{client.pk}/plan/").status_code == 200
