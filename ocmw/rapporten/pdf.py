"""HTML to PDF/UA-1, in a child process that can reach nothing. The only importer of WeasyPrint.

Why a child process, although a Celery worker is one already: a hostile or huge document then costs one child and not the
worker with the jobs behind it, memory and processor time have a hard cap, a cancel is a kill, and the locks below (no
sockets, no files) could never hold in a process that also talks to the database. It costs half a second per document.

Two locks, so that a hole in one is not a leak: `Huisfetcher` serves `data:` and a fixed list of own files from memory and
refuses the rest; and an audit hook refuses every socket, every process and every file outside Python and the work folder.

This file runs as the program of the child (`python -I pdf.py`), so it imports the standard library only.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

STATIC = Path(__file__).resolve().parents[2] / "static"
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
GEDULD = 3  # times as long on the clock as on the processor: the machine has other work too
MAX_MEGABYTE = 2048
TIK = 2.0
TE_GROOT, KAPOT = 3, 4
_OMGEVING = ("PATH", "HOME", "LANG", "LC_", "XDG_", "FONTCONFIG_", "DYLD_", "SYSTEMROOT")


class PdfMislukt(Exception):
    """No PDF came out; `reden` is a Dutch sentence for the user."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def ontbrekende_lettertypen() -> list[str]:
    """Own fonts that the set-up has not put in place; a PDF then falls back on a system font."""
    return [pad for pad in HUISBESTANDEN.values() if pad.endswith(".woff2") and not (STATIC / pad).is_file()]


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
    with tempfile.TemporaryDirectory(prefix="ocmw-pdf-") as werkmap:
        opdracht = [sys.executable, "-I", "-X", "utf8", __file__, str(megabyte), str(seconden)]
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam.startswith(_OMGEVING)}
        with subprocess.Popen(  # noqa: S603 - a fixed program; the document goes over standard input
            opdracht,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=werkmap,
            env={**omgeving, "TMPDIR": werkmap},
        ) as kind:
            try:
                uit, fout = _wacht(kind, html.encode("utf-8", "replace"), tik, time.monotonic() + GEDULD * seconden)
            except BaseException:
                kind.kill()
                raise
    if kind.returncode == 0 and uit.startswith(b"%PDF"):
        return uit
    if kind.returncode == KAPOT:
        # Only the name of the exception: a message may quote the document.
        soort = fout.decode("ascii", "replace").strip().rpartition("\n")[2]
        raise PdfMislukt(f"Van dit document kon geen pdf gemaakt worden ({soort[:60]}).")
    raise PdfMislukt(
        "Dit document is te groot om in één keer af te drukken. Kies minder onderdelen of een kortere periode."
    )


def _wacht(
    kind: "subprocess.Popen[bytes]", invoer: bytes, tik: Callable[[], None], uiterlijk: float
) -> tuple[bytes, bytes]:
    stuur: bytes | None = invoer
    while True:
        try:
            return kind.communicate(stuur, timeout=TIK)
        except subprocess.TimeoutExpired:
            stuur = None
            tik()
            if time.monotonic() > uiterlijk:
                kind.kill()


# --- from here on: inside the child -----------------------------------------------------------------------------------


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


def grendel(werkmap: str) -> Callable[[str, tuple[Any, ...]], None]:
    """The second lock: an audit hook that knows Python's own files and the work folder, and no network at all."""
    toegelaten = {os.path.realpath(pad) + os.sep for pad in (werkmap, sys.prefix, sys.base_prefix)}
    toegelaten |= {os.path.realpath(pad) + os.sep for pad in sys.path if "site-packages" in pad}
    nooit = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "ctypes.dlopen")

    def bewaak(gebeurtenis: str, gegevens: tuple[Any, ...]) -> None:
        if gebeurtenis.startswith(nooit):
            raise PermissionError(gebeurtenis)
        if gebeurtenis == "open" and isinstance(gegevens[0], str | bytes):
            pad = os.path.realpath(os.fsdecode(gegevens[0]))
            if not pad.startswith(tuple(toegelaten)):
                raise PermissionError("open")

    return bewaak


def _begrens(megabyte: int, seconden: int) -> None:
    import resource

    for wat, grens in ((resource.RLIMIT_AS, megabyte * 1024 * 1024), (resource.RLIMIT_CPU, seconden)):
        try:
            resource.setrlimit(wat, (grens, grens))
        except (ValueError, OSError):  # macOS refuses an address space limit; the clock of the parent still holds
            continue


def kind(megabyte: int, seconden: int) -> int:
    """Standard input in, PDF on standard output. Prints nothing of the document, whatever goes wrong."""
    uit = os.dup(1)
    os.dup2(2, 1)
    try:
        _begrens(megabyte, seconden)
        html = sys.stdin.buffer.read().decode("utf-8")
        fetcher = maak_fetcher(huisbestanden())
        sys.addaudithook(grendel(str(Path.cwd())))
        pdf = schrijf_pdf(html, fetcher)
        with os.fdopen(uit, "wb") as pijp:
            pijp.write(pdf)
    except MemoryError:
        return TE_GROOT
    except Exception as fout:
        sys.stderr.write(f"{type(fout).__name__}\n")
        return KAPOT
    return 0


if __name__ == "__main__":
    raise SystemExit(kind(int(sys.argv[1]), int(sys.argv[2])))
