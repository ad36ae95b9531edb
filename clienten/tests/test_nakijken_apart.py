"""A hostile file costs its own upload and nothing else: the check runs in a child, and the site goes on answering."""

import ast
import threading
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from clienten import bestanden
from clienten.bestanden import keur_bestand
from clienten.models import Document
from clienten.tests.kantoorbestanden import docx
from clienten.tests.vijandig import EICAR, pdf, reuzefoto
from ocmw.gereedschap.testing.maak import maak_client
from ocmw.kindproces.starten import Grenzen, KindMislukt, Waarom, in_kind
from ocmw.kindproces.tests import werk
from ocmw.ui.weigering import Geweigerd

pytestmark = [pytest.mark.databank, pytest.mark.usefixtures("echt_kind")]

KWAAD = b'<relationship targetmode="external" ' * 3_000


@pytest.fixture
def client(an):
    return maak_client(an)


def laad_op(browser, client, naam="cv.pdf", inhoud=None):
    bestand = SimpleUploadedFile(naam, pdf() if inhoud is None else inhoud)
    return browser.post(
        reverse("clienten:document_list", args=[client.pk]), {"upload": bestand, "titel": "Wat ik typte", "soort": "cv"}
    )


def op_de_schijf(tmp_path):
    return [pad for pad in (tmp_path / "bestanden").rglob("*") if pad.is_file()]


@pytest.mark.parametrize(
    ("naam", "grenzen", "zin"),
    [
        ("slaapt", Grenzen(seconden=1, megabyte=512), "duurt te lang"),
        ("eet", Grenzen(seconden=20, megabyte=512), "te groot of te ingewikkeld"),
        ("valt_om", Grenzen(seconden=20, megabyte=512), "kunnen we niet nakijken"),
    ],
)
def test_een_kind_dat_sterft_is_een_zin_bij_het_veld_en_laat_niets_achter(
    an, als, client, tmp_path, monkeypatch, naam, grenzen, zin
):
    monkeypatch.setattr(bestanden, "WERK", f"ocmw.kindproces.tests.werk:{naam}")
    monkeypatch.setattr(bestanden, "GRENZEN", grenzen)
    browser = als(an)
    pagina = laad_op(browser, client)
    assert pagina.status_code == 422
    [fout] = pagina.context["form"].errors["upload"]
    assert zin in fout
    assert fout.endswith(".")
    assert "Wat ik typte" in pagina.text
    assert not Document.objects.exists()
    assert op_de_schijf(tmp_path) == []
    monkeypatch.undo()
    assert browser.get(reverse("clienten:document_list", args=[client.pk])).status_code == 200


def test_elke_reden_heeft_een_zin():
    assert set(bestanden.MISLUKT) == set(Waarom)
    assert all(zin.endswith(".") for zin in bestanden.MISLUKT.values())


def test_te_druk_is_een_zin(monkeypatch):
    def druk(*args, **opties):
        raise KindMislukt(Waarom.DRUK)

    monkeypatch.setattr(bestanden, "in_kind", druk)
    with pytest.raises(Geweigerd, match="Probeer het over een minuut opnieuw"):
        keur_bestand("x.txt", b"x", max_megabyte=1)


# --- bombs, through the child --------------------------------------------------------------------
def stroombom(document):
    """A page of 400 KB that unpacks to 400 MB."""
    leeg = zlib.compressobj(9)
    klein = b"".join(leeg.compress(b"\0" * (1 << 20)) for _ in range(400)) + leeg.flush()
    document.pages[0].Contents = document.make_stream(klein, {"/Filter": pikepdf.Name.FlateDecode})


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("bom.docx", docx(delen={"word/media/x.bin": b"\0" * 80_000_000})),
        ("reus.png", reuzefoto()),
        ("net niet te groot.png", reuzefoto(7_700, 7_700)),
        ("bom.pdf", pdf(stroombom)),
        ("veel.docx", docx(delen={"word/_rels/document.xml.rels": KWAAD * 8})),
    ],
    ids=["zip", "png", "png met te weinig", "pdf", "relaties"],
)
def test_een_bom_eindigt_in_een_zin(naam, inhoud):
    assert len(inhoud) < 2_000_000
    with pytest.raises(Geweigerd) as weigering:
        keur_bestand(naam, inhoud, max_megabyte=10)
    assert weigering.value.reden.endswith(".")


def test_ook_door_het_kind_wordt_een_virus_geweigerd():
    with pytest.raises(Geweigerd, match="virus"):
        keur_bestand("x.txt", EICAR, max_megabyte=1)


# --- the site goes on ---------------------------------------------------------------------------
def langste_wachttijd(browser, kijk) -> float:
    """The longest that a page of somebody else took while a file was looked at, as a part of the time the look took."""
    begonnen = threading.Event()
    tijden = {}

    def werk_af():
        tijden["begin"] = time.perf_counter()
        begonnen.set()
        kijk()
        tijden["einde"] = time.perf_counter()

    draad = threading.Thread(target=werk_af)
    draad.start()
    begonnen.wait()
    vorige, langste = tijden["begin"], 0.0
    while True:
        assert browser.get(reverse("account_login")).status_code in {200, 302}
        nu = time.perf_counter()
        vorige, langste = nu, max(langste, nu - vorige)
        if not draad.is_alive():
            break
    draad.join()
    return langste / (tijden["einde"] - tijden["begin"])


def test_de_site_antwoordt_terwijl_een_kwaad_bestand_nagekeken_wordt(an, als, monkeypatch):
    """The same search in the web process is the control: it holds the interpreter, and the page waits until it is done."""
    browser = als(an)
    browser.get(reverse("account_login"))
    monkeypatch.setattr(bestanden, "WERK", "ocmw.kindproces.tests.werk:zoekt")
    in_een_kind = langste_wachttijd(browser, lambda: keur_bestand("x.txt", KWAAD, max_megabyte=10))
    monkeypatch.setattr(bestanden, "in_kind", lambda pad, inhoud, **_: werk.zoekt()(inhoud))
    in_het_web = langste_wachttijd(browser, lambda: keur_bestand("x.txt", KWAAD, max_megabyte=10))
    assert in_een_kind < 0.5
    assert in_het_web > 0.7


# --- and nobody looks inside by another way ------------------------------------------------------
# defusedxml is not in the list: charts of our own making are read with it too (ocmw/werkruimte/rapporten/grafiek.py).
ONTLEDERS = {"pikepdf", "PIL", "lxml", "openpyxl"}
IN_HET_KIND = ("clienten/bestandsoorten/", "ocmw/werkruimte/invoer/boeklezer.py", "ocmw/werkruimte/invoer/keuring.py")


def ingevoerde_modules(pad):
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def wie_kijkt_zelf_in_bestanden() -> list[str]:
    wortel = Path(settings.BASE_DIR)
    gevonden = []
    for app in ("clienten", "nazorg", "ocmw", "tewerkstelling", "trajecten"):
        for pad in (wortel / app).rglob("*.py"):
            naam = pad.relative_to(wortel).as_posix()
            if "/tests/" in naam or naam.startswith(("ocmw/gereedschap/testing/", *IN_HET_KIND)):
                continue
            for module in ingevoerde_modules(pad):
                van_het_kind = module.startswith(
                    ("clienten.bestandsoorten", "ocmw.werkruimte.invoer.boeklezer", "ocmw.werkruimte.invoer.keuring")
                )
                if module.partition(".")[0] in ONTLEDERS or van_het_kind:
                    gevonden.append(f"{naam}: {module}")
    return gevonden


def test_alleen_het_kind_ontleedt_bestanden_van_anderen():
    assert wie_kijkt_zelf_in_bestanden() == []


def test_een_werk_is_ook_van_buiten_een_test_te_vinden():
    weggelaten, inhoud = in_kind(bestanden.WERK, b"dag", gegevens={"soort": "txt"}, grenzen=bestanden.GRENZEN)
    assert (weggelaten, inhoud) == ([], b"dag")
