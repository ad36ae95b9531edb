"""What may be stored and what not, file by file."""

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from clienten.bestanden import keur_bestand
from clienten.bestandsoorten.keurder import keur
from clienten.tests.kantoorbestanden import docx
from clienten.tests.vijandig import EICAR, GOED, VIJANDIG, foto, pdf
from ocmw.ui.weigering import Geweigerd


@pytest.mark.parametrize("naam", GOED)
def test_een_gewoon_bestand_mag(naam):
    gekeurd = keur_bestand(naam, GOED[naam], max_megabyte=10)
    assert gekeurd.grootte > 0
    assert len(gekeurd.sha256) == 64
    assert gekeurd.naam.rpartition(".")[2] in {"pdf", "jpg", "png", "docx", "xlsx", "odt", "txt"}


@pytest.mark.parametrize(("naam", "inhoud", "woord"), VIJANDIG, ids=[repr(rij[0]) for rij in VIJANDIG])
def test_een_vijandig_bestand_krijgt_een_duidelijke_weigering(naam, inhoud, woord):
    with pytest.raises(Geweigerd) as weigering:
        keur_bestand(naam, inhoud, max_megabyte=10)
    assert woord in weigering.value.reden
    assert weigering.value.reden.endswith((".", "?"))


def test_een_foto_verliest_haar_plaatsgegevens_en_staat_recht():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x010E] = "Kerkstraat 12, Aalst"
    ruw = foto("JPEG", (60, 20), exif=exif.tobytes(), comment=b"geheim")
    schoon = keur_bestand("foto.jpg", ruw, max_megabyte=10).inhoud
    assert b"Kerkstraat" in ruw
    assert b"Kerkstraat" not in schoon
    assert b"geheim" not in schoon
    beeld = Image.open(io.BytesIO(schoon))
    assert beeld.size == (20, 60)
    assert not beeld.getexif()


def test_een_foto_met_iets_erachter_houdt_alleen_de_punten_over():
    schoon = keur_bestand("foto.png", foto() + b"<script>alert(1)</script>", max_megabyte=10).inhoud
    assert b"script" not in schoon


def test_tegenproef_zonder_kijken_in_de_zip_zou_het_virus_doorgaan():
    verpakt = docx(delen={"word/media/x.txt": EICAR})
    assert EICAR not in verpakt


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["pdf", "png", "jpg", "docx", "xlsx", "odt", "txt"]))
def test_willekeurige_inhoud_wordt_bewaard_of_geweigerd_maar_breekt_niets(inhoud, soort):
    with suppress(Geweigerd):  # any other exception fails the test
        schoon = keur(soort, inhoud)  # without the child: it would turn any error into a refusal
        assert soort == "txt"
        assert b"\x00" not in schoon.inhoud


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_een_beschadigde_pdf_of_foto_breekt_niets(data):
    naam, ruw = data.draw(st.sampled_from([("x.pdf", pdf()), ("x.png", foto()), ("x.docx", GOED["brief.docx"])]))
    plek = data.draw(st.integers(0, len(ruw) - 1))
    stuk = ruw[:plek] + data.draw(st.binary(min_size=1, max_size=4)) + ruw[plek + 1 :]
    with suppress(Geweigerd):
        keur(naam.rpartition(".")[2], stuk)
