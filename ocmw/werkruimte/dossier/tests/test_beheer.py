"""Assign, hand over, close and reopen."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Client, Stand, Toewijzing
from nazorg.actions import noteer_uitkomst
from nazorg.beloften import NAZORGCONTACT, UITKOMST
from nazorg.models import Uitkomst
from ocmw.gereedschap.testing.maak import maak_client, maak_contract, maak_medewerker, maak_traject
from ocmw.kalender.klok import vandaag
from ocmw.termijnen.models import Termijn
from ocmw.toegang.rechten import Rol
from tewerkstelling.einde.beloften import EINDE_ART60
from trajecten.models import Traject


def url(naam, client, *rest):
    return reverse(f"dossier:{naam}", args=[client.pk, *rest])


@pytest.fixture
def client(an, bert):
    return maak_client(bert, coach=an)


def test_overdragen_neemt_de_open_termijnen_mee(client, an, griet, aalst, als):
    nele = maak_medewerker("Nele", "Geerts", aalst, Rol.ATB)
    maak_traject(client, an)
    data = {"rol": "atb", "trajectbegeleider": nele.pk}
    assert als(griet).post(url("dossier_toewijzen", client), data).status_code == 302
    assert Stand.objects.get().coach == nele
    assert set(Termijn.objects.open().values_list("verantwoordelijke", flat=True)) == {nele.pk}
    assert Toewijzing.objects.get(medewerker=an).tot == vandaag()


def test_een_collega_van_het_begeleidend_ocmw_kan_alleen_met_samenwerking(oona, carla, oud_turnhout, als, request):
    hilde = maak_medewerker("Hilde", "Vos", oud_turnhout, Rol.COORDINATOR)
    client = maak_client(oona)
    data = {"rol": "atb", "trajectbegeleider": carla.pk}
    assert als(hilde).post(url("dossier_toewijzen", client), data).status_code == 200
    request.getfixturevalue("samenwerking")
    assert "Carla Peeters (OCMW Turnhout)" in als(hilde).get(url("dossier_toewijzen", client)).text
    assert als(hilde).post(url("dossier_toewijzen", client), data).status_code == 302
    assert client in Client.objects.zichtbaar_voor(carla)


def test_een_toewijzing_stoppen(client, an, griet, als):
    rij = client.toewijzingen.get(rol="atb")
    als(griet).post(url("toewijzing_stoppen", client, rij.pk))
    assert Stand.objects.get().coach is None


def test_sluiten_sluit_ook_het_traject_en_zegt_dat_vooraf(client, an, als):
    maak_traject(client, an)
    pagina = als(an).get(url("client_sluiten", client))
    assert "Het traject (nu verkenning) wordt op dezelfde dag afgesloten" in pagina.text
    assert "Laatste stap: 1. Verkenning" in pagina.context["form"]["slotnota"].value()
    data = {"reden": "werk", "op": str(vandaag()), "slotnota": "Werkt bij de bakker."}
    assert als(an).post(url("client_sluiten", client), data).status_code == 302
    client.refresh_from_db()
    assert (client.gesloten_op, client.slotnota) == (vandaag(), "Werkt bij de bakker.")
    assert Traject.objects.get().stopreden == "werk"
    assert not Termijn.objects.open().exists()
    assert Stand.objects.get().stap == Stap.GESLOTEN


def test_met_een_lopend_art60_contract_sluit_het_dossier_niet(client, an, als):
    maak_contract(client, an, van=vandaag() - timedelta(days=9), laatste_dag=vandaag() + timedelta(days=200))
    pagina = als(an).post(url("client_sluiten", client), {"reden": "werk", "op": str(vandaag()), "slotnota": "Toch."})
    assert "Er loopt nog een contract tot en met" in pagina.text
    client.refresh_from_db()
    assert client.gesloten_op is None
    assert Termijn.objects.open().filter(soort=EINDE_ART60).exists()


@pytest.mark.parametrize(
    "anders", [{"reden": "onzin"}, {"op": "2999-01-01"}, {"op": "gisteren"}, {"slotnota": " "}, {"reden": "ingevoerd"}]
)
def test_sluiten_met_slechte_invoer_sluit_niets(client, an, als, anders):
    data = {"reden": "werk", "op": str(vandaag()), "slotnota": "Klaar.", **anders}
    assert als(an).post(url("client_sluiten", client), data).status_code == 200
    client.refresh_from_db()
    assert client.gesloten_op is None


def test_heropenen_geeft_het_dossier_aan_de_maatschappelijk_werker(client, bert, an, als):
    als(an).post(url("client_sluiten", client), {"reden": "verhuisd", "op": str(vandaag()), "slotnota": "Weg."})
    assert "Weg." in als(bert).get(url("client_heropenen", client)).text
    als(bert).post(url("client_heropenen", client), {"reden": "Opnieuw werkloos."})
    client.refresh_from_db()
    assert client.gesloten_op is None
    assert Stand.objects.get().stap == Stap.NIEUW


@time_machine.travel(date(2026, 11, 22), tick=False)
def test_sluiten_zegt_wat_er_in_de_nazorg_nog_komt_en_heropenen_brengt_het_terug(client, bert, an, als):
    maak_contract(client, an, van=date(2025, 9, 16), laatste_dag=date(2026, 9, 15))
    contract = client.tewerkstellingen.get()
    uitkomst = Uitkomst(
        client=client, contract=contract, moment="dag-1", peildag=date(2026, 9, 16), uitkomst="werkloos"
    )
    noteer_uitkomst(uitkomst, [], door=an, op=vandaag())

    def open_nazorg():
        rijen = Termijn.objects.open().filter(client=client, soort__in=[NAZORGCONTACT, UITKOMST])
        return set(rijen.values_list("soort", "onderwerp", "vervalt_op"))

    voor = open_nazorg()
    assert {soort for soort, *_ in voor} == {str(NAZORGCONTACT), str(UITKOMST)}
    pagina = als(an).get(url("client_sluiten", client)).text
    assert "Het volgende contact in de nazorg" in pagina
    assert "4 weken na de uitstroom (ESF)" in pagina
    assert "Een dag na" not in pagina  # noted already
    assert "Noteer eerst wat je al weet" in pagina
    als(an).post(url("client_sluiten", client), {"reden": "stopt_zelf", "op": str(vandaag()), "slotnota": "Stopt."})
    assert not open_nazorg()
    nazorg = als(an).get(reverse("nazorg:nazorg_detail", args=[client.pk])).text
    assert "Niet nagegaan: het dossier is gesloten" in nazorg
    assert "Komt nog" not in nazorg
    assert "4 weken na de uitstroom (ESF)" in als(bert).get(url("client_heropenen", client)).text
    na = als(bert).post(url("client_heropenen", client), {"reden": "Terug."}, follow=True).text
    assert "De nazorg loopt weer" in na
    assert open_nazorg() == voor
    assert "Komt nog" in als(bert).get(reverse("nazorg:nazorg_detail", args=[client.pk])).text


def test_zonder_art60_zegt_sluiten_niets_over_nazorg(client, an, als):
    maak_traject(client, an)
    pagina = als(an).get(url("client_sluiten", client)).text
    assert "nazorg" not in pagina.split("Dit gebeurt er als je sluit:")[1].split("</ul>")[0]


def test_rechten_en_vreemd_ocmw(client, bert, carla, mia, leo, als):
    assert als(bert).get(url("dossier_toewijzen", client)).status_code == 403
    assert als(mia).get(url("dossier_toewijzen", client)).status_code == 404
    for naam in ("client_sluiten", "client_heropenen"):
        assert als(carla).get(url(naam, client)).status_code == 404
        assert als(leo).get(url(naam, client)).status_code == 403
