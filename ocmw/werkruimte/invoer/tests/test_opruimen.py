"""Rows of old imports are emptied at night; what was imported stays, and so does the line in the list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from clienten.models import Client
from ocmw.kalender import klok
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.invoer.actions import beoordeel_invoer, corrigeer_cel, start_invoer
from ocmw.werkruimte.invoer.enums import Invoerstatus
from ocmw.werkruimte.invoer.jobs import ruim_invoer_op
from ocmw.werkruimte.invoer.models import Invoer, Invoerrij

pytestmark = [pytest.mark.databank, pytest.mark.django_db]
RIJEN = {"Lijst": [["Familienaam", "Voornaam", "INSZ"], ["Declercq", "Tom", "85.07.30-033.28"]]}
BEWARING = 90


def maak_oud(invoer, dagen):
    """As if it was made (and imported) that many days ago."""
    toen = timezone.now() - timedelta(days=dagen)
    Invoer.objects.filter(pk=invoer.pk).update(gemaakt_op=toen)
    Invoer.objects.filter(pk=invoer.pk).exclude(ingevoerd_op=None).update(ingevoerd_op=toen)
    invoer.refresh_from_db()


def test_na_de_bewaartermijn_zijn_de_rijen_weg_en_blijft_het_dossier(voer_in, als, griet):
    invoer = voer_in(RIJEN)
    maak_oud(invoer, BEWARING)
    assert ruim_invoer_op() == 0  # the last day of the term still keeps them
    maak_oud(invoer, BEWARING + 1)
    assert ruim_invoer_op() == 1
    assert ruim_invoer_op() == 0
    invoer.refresh_from_db()
    assert invoer.opgeruimd_op is not None
    assert not Invoerrij.objects.exists()
    assert (Client.objects.count(), invoer.telling["caseload"]["nieuw"]) == (1, 1)
    assert invoer.bladen.get().koppen == []
    pagina = als(griet).get(f"/invoer/{invoer.pk}/").content.decode()
    assert "De rijen van het bestand zijn opgeruimd" in pagina
    assert "rijen opgeruimd op" in als(griet).get("/invoer/").content.decode()


def test_ook_wat_nooit_ingevoerd_werd(lees, als, griet):
    invoer = lees(RIJEN)
    maak_oud(invoer, BEWARING + 1)
    assert ruim_invoer_op() == 1
    invoer.refresh_from_db()
    assert invoer.weigering_voor_invoeren() == ("De rijen van deze invoer zijn opgeruimd. Laad het bestand opnieuw op.")
    with pytest.raises(Geweigerd):
        beoordeel_invoer(invoer, door=griet, op=klok.vandaag())
    for pagina in ("kolommen", "nakijken", "woorden", "afgewezen"):
        assert als(griet).get(f"/invoer/{invoer.pk}/{pagina}/").status_code in {200, 302}
    assert als(griet).post(f"/invoer/{invoer.pk}/kolommen/", {"bewaren": "on"}).status_code == 302


def test_wat_bezig_is_blijft_staan_tot_het_klaar_is(lees, griet):
    invoer = lees(RIJEN)
    opdracht = start_invoer(invoer, door=griet)
    maak_oud(invoer, BEWARING + 1)
    assert ruim_invoer_op() == 0
    Opdracht.objects.filter(pk=opdracht.pk).update(status=Opdrachtstatus.GEANNULEERD)
    invoer.refresh_from_db()
    assert (invoer.status, ruim_invoer_op()) == (Invoerstatus.BEZIG, 1)


def test_een_recente_invoer_kan_verder_verbeterd_worden(lees, griet):
    invoer = lees(RIJEN)
    maak_oud(invoer, BEWARING - 1)
    assert ruim_invoer_op() == 0
    rij = Invoerrij.objects.latest("pk")
    corrigeer_cel(rij, kolom=1, tekst="Thomas", door=griet, op=klok.vandaag())
    assert Invoerrij.objects.latest("pk").naam == "Declercq Thomas"
