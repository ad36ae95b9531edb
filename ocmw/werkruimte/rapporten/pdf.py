"""HTML to PDF/UA-1, in a child process that can reach nothing (ocmw.kindproces). The only importer of WeasyPrint.

Why a child process, although a Celery worker is one already: a hostile or huge document then costs one child and not the
worker with the jobs behind it, memory and processor time have a hard cap, a cancel is a kill, and the locks below (no
sockets, no files) could never hold in a process that also talks to the database. The child is born of a process that read
WeasyPrint and the fonts before (docs/adr/0022), so that it costs what the engine costs.

Two locks, so that a hole in one is not a leak: `Huisfetcher` serves `data:` and a fixed list of own files from memory and
refuses the rest; and the audit hook of the child refuses every socket, every process and every file outside Python and
the work folder.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from ocmw.kindproces.starten import Grenzen, KindMislukt, Waarom, in_kind

STATIC = Path(__file__).resolve().parents[3] / "static"
# What a document may refer to. Vazirmatn for Arabic script: the Noto Arabic fonts build letters from a bare shape and loose
# dots, which look right but come back as other letters when the text is searched or read aloud.
HUISBESTANDEN = {
    "huis:pdf.css": "css/pdf.css",
    "huis:cv.css": "css/cv.css",
    "huis:atkinson.woff2": "vendor/atkinson/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "huis:atkinson-cursief.woff2": "vendor/atkinson/files/atkinson-hyperlegible-next-latin-wght-italic.woff2",
    "huis:atkinson-ext.woff2": "vendor/atkinson/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "huis:atkinson-ext-cursief.woff2": "vendor/atkinson/files/atkinson-hyperlegible-next-latin-ext-wght-italic.woff2",
    "huis:vazirmatn.woff2": "vendor/vazirmatn/files/vazirmatn-arabic-wght-normal.woff2",
    "huis:noto-ethiopic.woff2": "vendor/noto-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2",
    "huis:noto-ethiopic-vet.woff2": "vendor/noto-ethiopic/files/noto-sans-ethiopic-ethiopic-700-normal.woff2",
}
MEDIATYPE = {".css": "text/css", ".woff2": "font/woff2"}
MAX_SECONDEN = 180
MAX_MEGABYTE = 2048
_DRUK = "Er worden op dit moment veel documenten gemaakt. Probeer het over een minuut opnieuw."


class PdfMislukt(Exception):
    """No PDF came out; `reden` is a Dutch sentence for the user."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def als_pdf(
    html: str,
    *,
    tik: Callable[[], None] = lambda: None,
    seconden: int = MAX_SECONDEN,
    megabyte: int = MAX_MEGABYTE,
) -> bytes:
    """Render a complete HTML document as PDF/UA-1. `tik` is called every two seconds; what it raises stops the child.

    Raises PdfMislukt when the document needs more than `seconden` of processor time or `megabyte`, or cannot be rendered.
    """
    grenzen = Grenzen(seconden=seconden, megabyte=megabyte)
    try:
        _, uit = in_kind(
            "ocmw.werkruimte.rapporten.pdf:afdrukker",
            html.encode("utf-8", "replace"),
            grenzen=grenzen,
            tik=tik,
            geladen=True,
        )
    except KindMislukt as fout:
        raise PdfMislukt(_zin(fout)) from fout
    return uit


def _zin(fout: KindMislukt) -> str:
    if fout.waarom is Waarom.DRUK:
        return _DRUK
    if fout.waarom is Waarom.KAPOT:
        return f"Van dit document kon geen pdf gemaakt worden ({fout.soort})."
    return "Dit document is te groot om in één keer af te drukken. Kies minder onderdelen of een kortere periode."


# --- from here on: inside the child -----------------------------------------------------------------------------------


@cache
def huisbestanden() -> dict[str, bytes]:
    """Fonts as the set-up unpacked them (bin/_fonts.py) when it did: unpacking here was a third of the work of a PDF."""
    gevonden = {}
    for url, pad in HUISBESTANDEN.items():
        keuze = [(STATIC / pad).with_suffix(".ttf"), STATIC / pad] if pad.endswith(".woff2") else [STATIC / pad]
        if bestand := next((bestand for bestand in keuze if bestand.is_file()), None):
            gevonden[url] = bestand.read_bytes()
    return gevonden


def maak_fetcher(bestanden: dict[str, bytes]) -> Any:
    """A fetcher that knows `data:` and these files, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Huisfetcher(URLFetcher):
        def __init__(self) -> None:
            super().__init__(allowed_protocols=["data"], allow_redirects=False)

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if url in bestanden:
                soort = MEDIATYPE[Path(url).suffix]
                return URLFetcherResponse(url, bestanden[url], {"Content-Type": soort})
            if not url.lower().startswith("data:"):
                raise ValueError("geweigerd adres")
            return super().fetch(url, headers)

    return Huisfetcher()


def schrijf_pdf(html: str, fetcher: Any) -> bytes:
    """Render in this process. Only the child and the tests call it."""
    from weasyprint import HTML

    pdf: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def afdrukker() -> Callable[[bytes], tuple[None, bytes]]:
    """The work of the child: WeasyPrint and the fonts are read before its locks close."""
    fetcher = maak_fetcher(huisbestanden())
    return lambda html: (None, schrijf_pdf(html.decode("utf-8"), fetcher))
