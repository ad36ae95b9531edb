"""A PDF reaches no file and no address: every way WeasyPrint knows to ask for one, against a listener and a secret file.

The negative control renders the same documents with WeasyPrint's own fetcher and must leak, or this test proves nothing.
"""

import base64
import http.server
import io
import json
import logging
import subprocess
import sys
import threading

import pytest
from pypdf import PdfReader

from ocmw.kindproces import kind
from ocmw.kindproces.kind import grendel
from ocmw.werkruimte.rapporten.pdf import als_pdf, huisbestanden, maak_fetcher, schrijf_pdf

# zonder merk databank: a server that waits for a request that must not come; no row is read
pytestmark = pytest.mark.usefixtures("echt_kind")

GEHEIM = "GEHEIM-KANARIE-7731"
LEKBAAR = {"web", "css", "doorsturen", "bestand", "bestand css"}
_bewaakt: dict[str, list[str]] = {"opens": []}
_actief: set[str] = set()


def _luister(gebeurtenis, gegevens):
    """Audit hooks cannot be removed, so this one sleeps outside the test."""
    if gebeurtenis == "open" and _actief and isinstance(gegevens[0], str | bytes):
        pad = str(gegevens[0] if isinstance(gegevens[0], str) else gegevens[0].decode())
        if any(map in pad for map in _actief):
            _bewaakt["opens"].append(pad)


sys.addaudithook(_luister)


class _Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.bezoeken.append(self.path)
        if self.path.startswith("/stuur-door"):
            self.send_response(302)
            self.send_header("Location", f"/doorgestuurd{self.path}")
            self.end_headers()
            return
        self.send_response(200)
        soort = "text/css" if "css" in self.path else "image/svg+xml"
        inhoud = b"p{color:red}" if "css" in self.path else b"<svg xmlns='http://www.w3.org/2000/svg'/>"
        self.send_header("Content-Type", soort)
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def luisteraar():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    server.bezoeken = []
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def geheim(tmp_path_factory):
    map = tmp_path_factory.mktemp("kluis")
    (map / "geheim.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20"><text y="15">{GEHEIM}</text></svg>'
    )
    (map / "geheim.css").write_text(f'p::after{{content:"{GEHEIM}"}}')
    (map / "geheim.txt").write_text(GEHEIM)
    _actief.add(str(map))
    yield map
    _actief.discard(str(map))


def _data(mime: str, inhoud: str) -> str:
    return f"data:{mime};base64,{base64.b64encode(inhoud.encode()).decode()}"


BODY = {
    "img": '<img alt="x" src="{u}">',
    "img srcset": '<img alt="x" srcset="{u} 1x" src="{u}">',
    "img onbekend": '<img alt="x" src=" {u} ">',
    "embed": '<embed src="{u}" type="image/svg+xml">',
    "object": '<object data="{u}" type="image/svg+xml">x</object>',
    "object zonder soort": '<object data="{u}">x</object>',
    "iframe": '<iframe src="{u}"></iframe>',
    "video poster": '<video poster="{u}" src="{u}"></video>',
    "input image": '<input type="image" src="{u}">',
    "body achtergrond": '<table background="{u}"><tr><td>x</td></tr></table>',
    "a bijlage": '<a rel="attachment" href="{u}">x</a>',
    "achtergrond": "<p style=\"background:url('{u}')\">x</p>",
    "achtergrond lagen": "<p style=\"background:linear-gradient(red,blue),url('{u}')\">x</p>",
    "lijstbeeld": "<ul><li style=\"list-style-image:url('{u}')\">x</li></ul>",
    "inhoud": "<style>p::before{{content:url('{u}')}}</style><p>x</p>",
    "inhoud met alt": "<p style=\"content:url('{u}')\">x</p>",
    "rand": "<p style=\"border:5px solid;border-image:url('{u}') 5\">x</p>",
    "rand lang": "<p style=\"border:5px solid;border-image-source:url('{u}')\">x</p>",
    "masker": "<p style=\"mask:url('{u}');mask-border-source:url('{u}')\">x</p>",
    "aanwijzer": "<p style=\"cursor:url('{u}'),auto\">x</p>",
    "filter": "<p style=\"filter:url('{u}')\">x</p>",
    "svg image": '<svg width="9" height="9"><image width="9" height="9" href="{u}"/></svg>',
    "svg image xlink": '<svg width="9" height="9" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<image width="9" height="9" xlink:href="{u}"/></svg>',
    "svg use": '<svg width="9" height="9"><use href="{u}#x"/></svg>',
    "svg opmaak": '<svg width="9" height="9"><style>@import url("{u}");</style><rect width="9" height="9"/></svg>',
    "svg vulling": '<svg width="9" height="9"><rect width="9" height="9" fill="url({u}#a)"/></svg>',
    "svg filter": '<svg width="9" height="9"><filter id="f"><feImage href="{u}"/></filter>'
    '<rect width="9" height="9" filter="url(#f)"/></svg>',
    "svg verloop": '<svg width="9" height="9"><linearGradient id="a" href="{u}#b"/><rect width="9" height="9" '
    'fill="url(#a)"/></svg>',
    "svg tekstpad": '<svg width="9" height="9"><text><textPath href="{u}#b">x</textPath></text></svg>',
    "svg foreignObject": '<svg width="9" height="9"><foreignObject width="9" height="9"><img alt="x" src="{u}"/>'
    "</foreignObject></svg>",
}
HEAD = {
    "opmaakblad": '<link rel="stylesheet" href="{u}">',
    "opmaakblad alternatief": '<link rel="alternate stylesheet" title="x" href="{u}">',
    "opmaakblad druk": '<link rel="stylesheet" media="print" type="text/css" href="{u}">',
    "import": "<style>@import url('{u}');</style>",
    "import tekst": '<style>@import "{u}" print;</style>',
    "lettertype": "<style>@font-face{{font-family:q;src:url('{u}')}}p{{font-family:q}}</style>",
    "lettertype lijst": "<style>@font-face{{font-family:q;src:url('{u}') format('woff2'),url('{u}')}}p{{font-family:q}}"
    "</style>",
    "paginamarge": "<style>@page{{@top-left{{content:url('{u}')}}}}</style>",
    "paginagrond": "<style>@page{{background:url('{u}')}}</style>",
    "kleurprofiel": "<style>@color-profile --q{{src:url('{u}')}}p{{color:color(--q 0 0 0)}}</style>",
    "teller": "<style>@counter-style q{{system:cyclic;symbols:url('{u}')}}li{{list-style:q}}</style><ul><li>x</li></ul>",
    "bijlage": '<link rel="attachment" href="{u}" title="x">',
    "icoon": '<link rel="icon" href="{u}"><link rel="shortcut icon" href="{u}">',
    "voorladen": '<link rel="preload" as="image" href="{u}"><link rel="prefetch" href="{u}">',
    "manifest": '<link rel="manifest" href="{u}">',
    "metagegevens": '<meta name="generator" content="{u}"><meta http-equiv="refresh" content="0;url={u}">',
    "xmp": '<link rel="meta" type="application/rdf+xml" href="{u}">',
    "profiel": '<link rel="profile schema.DC" href="{u}">',
    "basis opmaak": '<base href="{b}"><link rel="stylesheet" href="{r}">',
    "basis lettertype": "<base href=\"{b}\"><style>@font-face{{font-family:q;src:url('{r}')}}p{{font-family:q}}</style>",
}
GEBOUWD = {
    "basis": '<base href="{b}"></head><body><img alt="x" src="{r}">',
    "basis bijlage": '<base href="{b}"><link rel="attachment" href="{r}"></head><body>',
}


def _documenten(adres: str) -> dict[str, str]:
    basis, _, rest = adres.rpartition("/")
    velden = {"u": adres, "b": f"{basis}/", "r": rest}
    svg = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    genest = {
        "svg in data: image": f'{svg}<image width="9" height="9" href="{adres}"/></svg>',
        "svg in data: xlink": f'{svg}<image width="9" height="9" xlink:href="{adres}"/></svg>',
        "svg in data: import": f'{svg}<style>@import url("{adres}");</style><rect width="9" height="9"/></svg>',
        "svg in data: xml-stylesheet": f'<?xml-stylesheet href="{adres}"?>{svg}<rect width="9" height="9"/></svg>',
        "svg in data: use": f'{svg}<use href="{adres}#a"/></svg>',
        "svg in data: entiteit": f'<!DOCTYPE svg [<!ENTITY q SYSTEM "{adres}">]>{svg}<text>&q;</text></svg>',
        "svg in data: dtd": f'<!DOCTYPE svg SYSTEM "{adres}">{svg}</svg>',
    }
    kop = '<!doctype html><html lang="nl"><head><title>x</title>'
    uit = {naam: f"{kop}</head><body>{html.format(**velden)}</body></html>" for naam, html in BODY.items()}
    uit |= {naam: f"{kop}{html.format(**velden)}</head><body><p>x</p></body></html>" for naam, html in HEAD.items()}
    uit |= {naam: f"{kop}{html.format(**velden)}<p>x</p></body></html>" for naam, html in GEBOUWD.items()}
    for naam, beeld in genest.items():
        bron = _data("image/svg+xml", beeld)
        uit[naam] = f'{kop}</head><body><img alt="x" src="{bron}"></body></html>'
        uit[f"{naam} als achtergrond"] = f"{kop}</head><body><p style=\"background:url('{bron}')\">x</p></body></html>"
    opmaak = _data("text/css", f"@import url('{adres}');p{{background:url('{adres}')}}")
    uit["css in data"] = f'{kop}<link rel="stylesheet" href="{opmaak}"></head><body><p>x</p></body></html>'
    return uit


@pytest.fixture(scope="module")
def documenten(luisteraar, geheim):
    web = f"http://127.0.0.1:{luisteraar.server_port}"
    adressen = {
        "web": f"{web}/beeld.svg",
        "css": f"{web}/blad.css",
        "doorsturen": f"{web}/stuur-door/x.svg",
        "bestand": f"{geheim.as_uri()}/geheim.svg",
        "bestand css": f"{geheim.as_uri()}/geheim.css",
        "hoofdletters": f"FILE://{geheim}/geheim.svg",
        "ftp": f"ftp://127.0.0.1:{luisteraar.server_port}/x.svg",
        "zonder schema": f"//127.0.0.1:{luisteraar.server_port}/x.svg",
        "pad": f"{geheim}/geheim.txt",
        "omhoog": "huis:../../geheim.txt",
    }
    return {f"{soort}: {naam}": html for soort, adres in adressen.items() for naam, html in _documenten(adres).items()}


def _lekken(documenten, luisteraar, maak) -> set[str]:
    """Names of the documents that made the listener ring, opened the secret file, or carry its text."""
    lek = set()
    for naam, html in documenten.items():
        luisteraar.bezoeken.clear()
        _bewaakt["opens"].clear()
        try:
            inhoud = maak(html)
        except Exception:
            inhoud = b""
        if luisteraar.bezoeken or _bewaakt["opens"] or _tekst_met_geheim(inhoud):
            lek.add(naam)
    return lek


def _tekst_met_geheim(inhoud: bytes) -> bool:
    if not inhoud:
        return False
    lezer = PdfReader(io.BytesIO(inhoud))
    bijlagen = b"".join(b"".join(delen) for delen in lezer.attachments.values())
    return GEHEIM in "".join(blad.extract_text() for blad in lezer.pages) or GEHEIM.encode() in inhoud + bijlagen


@pytest.fixture(autouse=True)
def _stil(monkeypatch):
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)


def test_geen_enkele_weg_leidt_naar_een_bestand_of_adres(documenten, luisteraar):
    fetcher = maak_fetcher(huisbestanden())
    assert len(documenten) >= 100
    assert _lekken(documenten, luisteraar, lambda html: schrijf_pdf(html, fetcher)) == set()


def test_controle_de_gewone_fetcher_lekt_wel(documenten, luisteraar):
    from weasyprint.urls import URLFetcher

    snel = {n: html for n, html in documenten.items() if n.partition(":")[0] in LEKBAAR}  # ftp waits for a time-out
    lek = _lekken(snel, luisteraar, lambda html: schrijf_pdf(html, URLFetcher(timeout=2)))
    assert len(lek) >= 80
    assert {naam.partition(":")[0] for naam in lek} == LEKBAAR


PROEF = """
import importlib.util, json, os, sys
spec = importlib.util.spec_from_file_location("kind", sys.argv[1])
kind = importlib.util.module_from_spec(spec)
spec.loader.exec_module(kind)
kind.laad("ocmw.werkruimte.rapporten.pdf:schrijf_pdf")
from ocmw.werkruimte.rapporten.pdf import schrijf_pdf
from weasyprint.urls import URLFetcher
documenten = json.load(sys.stdin)
os.makedirs(os.environ["TMPDIR"])
if sys.argv[2] == "dicht":
    sys.addaudithook(kind.grendel(os.environ["TMPDIR"]))
uit = [schrijf_pdf(html, URLFetcher(timeout=2)) for html in documenten]
print(sum(deel.startswith(b"%PDF") for deel in uit))
sys.stdout.flush()
os.write(1, b"".join(uit))
"""


@pytest.mark.parametrize("slot", ["dicht", "open"])
def test_ook_een_open_fetcher_komt_niet_voorbij_de_grendel(slot, documenten, luisteraar, tmp_path):
    """The second lock on its own; `open` is its negative control."""
    keuze = [html for n, html in documenten.items() if n in {"web: img", "bestand: bijlage", "bestand css: opmaakblad"}]
    luisteraar.bezoeken.clear()
    uit = subprocess.run(
        [sys.executable, "-I", "-c", PROEF, kind.__file__, slot],
        input=json.dumps(keuze).encode(),
        capture_output=True,
        env={"TMPDIR": str(tmp_path / "werk"), "PATH": "/usr/bin:/bin"},
        check=True,
    ).stdout
    aantal, _, bestanden = uit.partition(b"\n")
    assert int(aantal) == len(keuze) == 3
    lek = bool(luisteraar.bezoeken) or any(_tekst_met_geheim(b"%PDF" + deel) for deel in bestanden.split(b"%PDF")[1:])
    assert lek == (slot == "open")


def test_een_hele_afdruk_lekt_niet(documenten, luisteraar):
    html = "".join(html for naam, html in documenten.items() if naam.startswith(("web: img", "bestand: bijlage")))
    luisteraar.bezoeken.clear()
    assert not _tekst_met_geheim(als_pdf(html))
    assert luisteraar.bezoeken == []


def test_de_grendel_kent_alleen_python_en_de_werkmap(tmp_path):
    bewaak = grendel(str(tmp_path))
    bewaak("open", (str(tmp_path / "letter.ttf"), "wb", 0))
    bewaak("open", (sys.prefix + "/lib/x.py", "r", 0))
    for pad in ("/etc/passwd", "/proc/self/environ", str(tmp_path) + "-ander/x", str(tmp_path / ".." / "x")):
        with pytest.raises(PermissionError):
            bewaak("open", (pad, "r", 0))
    for gebeurtenis in ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        with pytest.raises(PermissionError):
            bewaak(gebeurtenis, ())


def test_alleen_eigen_bestanden_hebben_een_adres():
    fetcher = maak_fetcher({"huis:pdf.css": b"p{}"})
    assert fetcher.fetch("huis:pdf.css").read() == b"p{}"
    assert fetcher.fetch("data:text/plain,x").read() == b"x"
    for adres in ("huis:ander.css", "huis:../settings.py", "file:///etc/passwd", "http://127.0.0.1/"):
        with pytest.raises(ValueError, match="geweigerd"):
            fetcher.fetch(adres)
