"""Between asking and fetching rights can go; a file is fetched by who asked it, for some days, and every time is logged."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage

from clienten.models import Toewijzing
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import vandaag
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.opdrachten.uitvoering import voer_uit
from ocmw.toegang.models import Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.ui.weigering import Geweigerd
from ocmw.werkruimte.rapporten.actions import bewaar_bestand, vraag_caseloadrapport, vraag_dossierverslag
from ocmw.werkruimte.rapporten.jobs import ruim_rapporten_op
from ocmw.werkruimte.rapporten.models import Rapportbestand

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _snelle_pdf(monkeypatch):
    """What is in the PDF is tested elsewhere."""
    monkeypatch.setattr("ocmw.werkruimte.rapporten.weergave.als_pdf", lambda html, **_: b"%PDF-1.7 proef")


@pytest.fixture
def client(an):
    return maak_client(an)


def _klaar(rapport):
    voer_uit(str(rapport.opdracht_id))
    rapport.refresh_from_db()
    return rapport


@pytest.fixture
def verslag(an, client):
    return _klaar(vraag_dossierverslag(client, delen=["identiteit"], afgeschermd=True, door=an, op=vandaag()))


def _haal(als, wie, rapport):
    return als(wie).get(f"/rapporten/{rapport.pk}/bestand/")


def test_wie_het_vroeg_haalt_het_op_en_de_browser_bewaart_niets(als, an, verslag):
    antwoord = _haal(als, an, verslag)
    assert b"".join(antwoord.streaming_content) == b"%PDF-1.7 proef"
    assert "no-store" in antwoord["Cache-Control"]
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Disposition"].startswith("attachment;")
    assert antwoord["Content-Type"] == "application/pdf"


def test_een_ander_vindt_het_niet(als, bert, griet, carla, verslag):
    for wie in (bert, griet, carla):
        for pad in ("", "bestand/"):
            assert als(wie).get(f"/rapporten/{verslag.pk}/{pad}").status_code == 404
        assert als(wie).post(f"/rapporten/{verslag.pk}/verwijderen/").status_code == 404


def test_wie_intussen_het_recht_verloor_krijgt_het_niet_meer(als, an, verslag):
    an.rol = Rol.COORDINATOR  # reads dossiers, but not health and addiction
    an.save()
    antwoord = _haal(als, an, verslag)
    assert antwoord.status_code == 403
    an.rol = Rol.LESGEVER
    an.save()
    assert _haal(als, an, verslag).status_code == 403
    assert not Journaalregel.objects.filter(wat="rapport_geopend").exists()


def test_wie_intussen_van_ocmw_veranderde_vindt_het_niet_meer(als, an, turnhout, verslag):
    an.ocmw = turnhout
    an.save()
    assert _haal(als, an, verslag).status_code == 404


def test_wie_de_client_niet_meer_volgt_geeft_eerst_een_reden(als, an, client, verslag):
    Toewijzing.objects.filter(client=client).update(tot=vandaag())
    assert "/reden/" in _haal(als, an, verslag).url


def test_wie_het_recht_verliest_voor_het_gemaakt_is_krijgt_een_zin(als, an, client):
    rapport = vraag_dossierverslag(client, delen=["identiteit"], afgeschermd=True, door=an, op=vandaag())
    an.rol = Rol.COORDINATOR
    an.save()
    _klaar(rapport)
    opdracht = Opdracht.objects.get()
    assert opdracht.status == Opdrachtstatus.MISLUKT
    assert "niet meer mag lezen" in opdracht.fout
    assert rapport.gemaakt_op is None


def test_een_afgelopen_samenwerking_sluit_ook_het_rapport(als, mia, samenwerking, turnhout, oud_turnhout):
    van = vandaag() - timedelta(days=30)
    rapport = _klaar(vraag_caseloadrapport([turnhout, oud_turnhout], van=van, tot=vandaag(), door=mia, op=vandaag()))
    assert b"".join(_haal(als, mia, rapport).streaming_content)
    Samenwerking.objects.update(tot=vandaag())
    assert _haal(als, mia, rapport).status_code == 404


def test_over_een_ander_ocmw_kan_je_geen_rapport_vragen(griet, turnhout, aalst):
    for ocmws in ([turnhout], [aalst, turnhout], []):
        with pytest.raises(Geweigerd, match="OCMW"):
            vraag_caseloadrapport(ocmws, van=vandaag(), tot=vandaag() + timedelta(days=1), door=griet, op=vandaag())


def test_twee_keer_uitvoeren_maakt_een_bestand(an, verslag):
    voer_uit(str(verslag.opdracht_id))
    Opdracht.objects.update(status=Opdrachtstatus.WACHT)
    voer_uit(str(verslag.opdracht_id))
    assert len(default_storage.listdir(verslag.map)[1]) == 1
    assert Journaalregel.objects.filter(wat="dossier_afgedrukt").count() == 1


def test_de_tweede_poging_verliest_en_ruimt_op(an, verslag):
    assert not bewaar_bestand(verslag, b"%PDF anders", bestandsnaam="x", poging=9)
    verslag.refresh_from_db()
    with verslag.bestand.open() as bestand:
        assert bestand.read() == b"%PDF-1.7 proef"
    assert len(default_storage.listdir(verslag.map)[1]) == 1


def test_annuleren_tijdens_het_maken_laat_niets_achter(an, client, monkeypatch):
    rapport = vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())

    def traag(html, tik):
        Opdracht.objects.update(annuleren_gevraagd=True)
        tik()
        raise AssertionError("niet gestopt")

    monkeypatch.setattr("ocmw.werkruimte.rapporten.weergave.als_pdf", traag)
    _klaar(rapport)
    assert Opdracht.objects.get().status == Opdrachtstatus.GEANNULEERD
    assert not default_storage.exists(rapport.map)


def test_na_een_week_is_het_weg(als, an, verslag):
    assert ruim_rapporten_op() == 0
    Rapportbestand.objects.update(vervalt_op=vandaag())
    assert ruim_rapporten_op() == 1
    assert not default_storage.exists(verslag.map)
    assert _haal(als, an, verslag).status_code == 404


def test_een_rapport_dat_nog_niet_klaar_is_toont_de_voortgang(als, an, client):
    rapport = vraag_dossierverslag(client, delen=["identiteit"], door=an, op=vandaag())
    assert als(an).get(f"/rapporten/{rapport.pk}/").url == f"/opdrachten/{rapport.opdracht_id}/"
    assert _haal(als, an, rapport).status_code == 404


def test_zelf_verwijderen(als, an, verslag):
    als(an).post(f"/rapporten/{verslag.pk}/verwijderen/")
    assert not Rapportbestand.objects.exists()
    assert not default_storage.exists(verslag.map)
