"""Behind the bell: only what is mine, ticked off by a click, never by looking."""

from datetime import timedelta

import pytest

from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Melding, Termijn
from trajecten.beloften import ACTIEPUNT


def melding(client, wie, **velden):
    termijn = Termijn.objects.create(
        client=client,
        ocmw=client.ocmw,
        soort=ACTIEPUNT,
        sleutel=f"actiepunt:{Termijn.objects.count()}",
        verantwoordelijke=wie,
        vervalt_op=vandaag(),
        geopend_op=vandaag() - timedelta(days=5),
    )
    return Melding.objects.create(termijn=termijn, medewerker=wie, vervalt_op=vandaag(), op=vandaag(), **velden)


def pks(antwoord):
    return [rij.pk for rij in antwoord.context["pagina"].rijen]


def test_alleen_mijn_meldingen(an, bert, als):
    client = maak_client(bert, coach=an)
    van_mij = melding(client, an)
    melding(client, bert)
    antwoord = als(an).get("/meldingen/")
    assert pks(antwoord) == [van_mij.pk]


def test_kijken_is_niet_gelezen(an, als):
    rij = melding(maak_client(an), an)
    als(an).get("/meldingen/")
    rij.refresh_from_db()
    assert rij.gelezen_op is None


def test_een_of_alle_op_gelezen(an, als):
    client = maak_client(an)
    een, twee, drie = (melding(client, an) for _ in range(3))
    browser = als(an)
    browser.post("/meldingen/gelezen/", {"melding": een.pk})
    assert sorted(pks(browser.get("/meldingen/"))) == [twee.pk, drie.pk]
    antwoord = browser.post("/meldingen/gelezen/", {"melding": "alle"}, follow=True)
    assert "2 meldingen staan op gelezen." in antwoord.content.decode()
    assert "Geen nieuwe meldingen" in antwoord.content.decode()
    assert len(pks(browser.get("/meldingen/?gelezen=1"))) == 3


@pytest.mark.parametrize("waarde", ["", "x", "²", "-1", "9" * 30])
def test_onzin_wijzigt_niets(an, als, waarde):
    melding(maak_client(an), an)
    assert als(an).post("/meldingen/gelezen/", {"melding": waarde}).status_code == 302
    assert Melding.objects.filter(gelezen_op=None).count() == 1


def test_die_van_een_ander_bestaat_niet(an, carla, als):
    vreemd = melding(maak_client(carla), carla)
    als(an).post("/meldingen/gelezen/", {"melding": vreemd.pk})
    als(an).post("/meldingen/gelezen/", {"melding": "alle"})
    vreemd.refresh_from_db()
    assert vreemd.gelezen_op is None


def test_wat_niemand_volgt_komt_bij_de_coordinator(an, griet, als):
    wees = melding(maak_client(an), None)
    antwoord = als(griet).get("/meldingen/")
    assert pks(antwoord) == [wees.pk]
    assert "want niemand volgt dit dossier" in antwoord.content.decode()


@pytest.mark.parametrize("rol", ["leo", "bea"])
def test_zonder_recht_geen_meldingen(rol, als, request):
    assert als(request.getfixturevalue(rol)).get("/meldingen/").status_code == 403


@pytest.mark.parametrize("aantal", [1, 30])
def test_lijst_kost_evenveel_queries(an, als, aantal, django_assert_num_queries):
    for _ in range(aantal):
        melding(maak_client(an), an)
    browser = als(an)
    # session, user, across the border, count, rows, bell
    with django_assert_num_queries(6):
        browser.get("/meldingen/")
