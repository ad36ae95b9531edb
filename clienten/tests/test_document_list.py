"""Uploading, reading and removing documents through the site."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clienten.models import Document
from clienten.tests.kantoorbestanden import met_sjabloon, rel, rels
from clienten.tests.vijandig import VIJANDIG, foto, pdf
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.journaal.models import Journaalregel


@pytest.fixture
def client(an):
    return maak_client(an)


def url(client, *rest, naam="document_list"):
    return reverse(f"clienten:{naam}", args=[client.pk, *rest])


def laad_op(browser, client, naam="cv.pdf", inhoud=None, **velden):
    bestand = SimpleUploadedFile(naam, pdf() if inhoud is None else inhoud, content_type="text/html")
    return browser.post(url(client), {"upload": bestand, "titel": "Mijn titel", "soort": "cv", **velden})


def bestanden(tmp_path):
    return [pad for pad in (tmp_path / "bestanden").rglob("*") if pad.is_file()]


def test_een_document_wordt_onder_een_willekeurige_naam_bewaard(an, als, client, tmp_path):
    assert laad_op(als(an), client, "Mijn cv (2026).pdf").status_code == 302
    document = Document.objects.get()
    [pad] = bestanden(tmp_path)
    assert "cv" not in pad.name
    assert len(pad.name) == 32
    assert document.sha256 == hashlib.sha256(pad.read_bytes()).hexdigest()
    assert (document.mime, document.bestandsnaam) == ("application/pdf", "Mijn cv (2026).pdf")


def test_openen_is_altijd_een_download_in_een_zandbak_en_staat_in_het_journaal(an, als, client):
    laad_op(als(an), client, "foto.jpg", foto("JPEG"))
    document = Document.objects.get()
    antwoord = als(an).get(url(client, document.pk, naam="document_open"))
    assert b"".join(antwoord.streaming_content).startswith(b"\xff\xd8")
    assert antwoord["Content-Disposition"] == 'attachment; filename="foto.jpg"'
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in antwoord["Content-Security-Policy"]
    assert antwoord["Cache-Control"] == "no-store"
    assert Journaalregel.objects.filter(wat="document_geopend").count() == 1


@pytest.mark.parametrize(("naam", "inhoud"), [rij[:2] for rij in VIJANDIG if "groot.txt" not in rij[0]][::3])
def test_een_vijandig_bestand_laat_niets_achter_en_houdt_wat_getypt_was(an, als, client, tmp_path, naam, inhoud):
    """Every third of the corpus through the whole site; names that a browser already cleans may be accepted."""
    pagina = laad_op(als(an), client, naam, inhoud, titel="Wat ik typte")
    if pagina.status_code == 302:
        assert any(teken in naam for teken in "/\\\x00\r\u202e")
        assert Document.objects.get().bestandsnaam.isprintable()
        return
    assert pagina.status_code == 422
    assert pagina.context["form"].errors["upload"]
    assert "Wat ik typte" in pagina.text
    assert not Document.objects.exists()
    assert bestanden(tmp_path) == []


def test_zonder_bestand_of_met_een_rare_soort(an, als, client):
    pagina = als(an).post(url(client), {"titel": "x", "soort": "cv"})
    assert "Kies een bestand." in pagina.text
    assert laad_op(als(an), client, soort="onzin").status_code == 422


def test_de_grootste_maat_komt_uit_de_regels(an, als, client):
    from ocmw.regels.models import Regelset
    from ocmw.regels.opzoeken import vergeet_regels

    Regelset.objects.filter(sleutel="document.max_megabyte").update(waarde=1)
    vergeet_regels()
    pagina = laad_op(als(an), client, "nota.txt", b"a" * 1_500_000)
    assert "Dit bestand is 2 MB. Het mag hooguit 1 MB zijn." in pagina.text


def test_een_medisch_document_is_afgeschermd(an, griet, als, client):
    laad_op(als(an), client, soort="medisch", titel="Attest rug")
    document = Document.objects.get()
    assert document.afgeschermd
    assert "Attest rug" in als(an).get(url(client)).text
    assert "Attest rug" not in als(griet).get(url(client)).text
    assert als(griet).get(url(client, document.pk, naam="document_open")).status_code == 404
    assert als(griet).post(url(client, document.pk, naam="document_verwijderen")).status_code == 404
    assert laad_op(als(griet), client, soort="medisch").status_code == 422


def test_verwijderen_haalt_het_weg_maar_houdt_het_bestand(an, als, client, tmp_path):
    laad_op(als(an), client)
    document = Document.objects.get()
    als(an).post(url(client, document.pk, naam="document_verwijderen"))
    assert "Mijn titel" not in als(an).get(url(client)).context["pagina"].rijen.__str__()
    assert als(an).get(url(client, document.pk, naam="document_open")).status_code == 404
    assert als(an).post(url(client, document.pk, naam="document_verwijderen")).status_code == 404
    assert len(bestanden(tmp_path)) == 1


def test_rechten_vreemd_ocmw_en_andere_client(an, carla, leo, als, client):
    laad_op(als(an), client)
    document = Document.objects.get()
    ander = maak_client(an)
    for adres in (url(client), url(client, document.pk, naam="document_open")):
        assert als(carla).get(adres).status_code == 404
        assert als(leo).get(adres).status_code == 403
    assert laad_op(als(carla), client).status_code == 404
    assert als(an).get(url(ander, document.pk, naam="document_open")).status_code == 404


def test_mislukt_de_rij_dan_blijft_er_geen_bestand(an, als, client, tmp_path, monkeypatch):
    monkeypatch.setattr("clienten.actions.document.noteer", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        laad_op(als(an), client)
    assert not Document.objects.exists()
    assert bestanden(tmp_path) == []


@pytest.mark.parametrize("aantal", [1, 30])
def test_de_lijst_vraagt_evenveel_bij_1_als_bij_30_rijen(an, als, client, aantal, django_assert_max_num_queries):
    velden = {"bestand": "x", "bestandsnaam": "x.pdf", "mime": "application/pdf", "grootte": 1, "sha256": "0" * 64}
    Document.objects.bulk_create(
        Document(client=client, titel=f"Document {n}", toegevoegd_door=an, **velden) for n in range(aantal)
    )
    browser = als(an)
    browser.get(url(client))  # rules come from the cache after this
    with django_assert_max_num_queries(11):
        browser.get(url(client))


def test_wat_eruit_gehaald_is_staat_op_de_pagina(an, als, client):
    sjabloon = met_sjabloon(rels(rel("attachedTemplate", "file:///C:/Users/jan/Normal.dotm", extern=True)))
    browser = als(an)
    assert laad_op(browser, client, "brief.docx", sjabloon).status_code == 302
    pagina = browser.get(url(client)).text
    assert "zonder wat er niet veilig in stond: de verwijzing naar een sjabloon." in pagina
    assert laad_op(browser, client, "cv.pdf").status_code == 302
    assert "zonder wat" not in browser.get(url(client)).text
