"""Office files built part by part, as small as they can be and still be what an office program writes."""

import io
import zipfile

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MS = "http://schemas.microsoft.com/office/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OOXML = "application/vnd.openxmlformats-officedocument"
WORD = f"{_OOXML}.wordprocessingml"
SHEET = f"{_OOXML}.spreadsheetml"
KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def archief(delen, **opties):
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, **opties) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def rel(soort, doel, *, extern=False, id="rId9", basis=R):
    modus = ' TargetMode="External"' if extern else ""
    return f'<Relationship Id="{id}" Type="{basis}/{soort}" Target="{doel}"{modus}/>'


def rels(*regels):
    inhoud = "".join(regels)
    return f'{KOP}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inhoud}</Relationships>'


def types(**delen):
    vast = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    regels = "".join(f'<Override PartName="/{naam}" ContentType="{soort}"/>' for naam, soort in delen.items())
    return f'{KOP}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{vast}{regels}</Types>'


def veld(*delen):
    """One field whose code is spread over these runs."""
    code = "".join(f'<w:r><w:instrText xml:space="preserve">{deel}</w:instrText></w:r>' for deel in delen)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def wordxml(body, wortel="document"):
    binnen = f"<w:body><w:p>{body}</w:p></w:body>" if wortel == "document" else f"<w:p>{body}</w:p>"
    ruimte = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    return f"{KOP}<w:{wortel} {ruimte}>{binnen}</w:{wortel}>"


def docx(body="<w:r><w:t>Beste</w:t></w:r>", *, links=(), delen=None, soorten=None, weg=()):
    """`links` are relations of the document, `soorten` content types of the extra parts."""
    alles = {
        "[Content_Types].xml": types(
            **{"word/document.xml": f"{WORD}.document.main+xml", "word/styles.xml": f"{WORD}.styles+xml"}
            | (soorten or {})
        ),
        "_rels/.rels": rels(rel("officeDocument", "word/document.xml", id="rId1")),
        "word/document.xml": wordxml(body),
        "word/styles.xml": f'{KOP}<w:styles xmlns:w="{W}"/>',
        "word/_rels/document.xml.rels": rels(rel("styles", "styles.xml", id="rId1"), *links),
    }
    alles |= delen or {}
    return archief({naam: inhoud for naam, inhoud in alles.items() if naam not in weg})


def met_sjabloon(relsdeel, naam="word/_rels/settings.xml.rels"):
    """A document whose settings name a template; the relations of the settings are given as they are."""
    instellingen = f'{KOP}<w:settings xmlns:w="{W}" xmlns:r="{R}"><w:attachedTemplate r:id="rId9"/><w:zoom w:percent="100"/></w:settings>'
    return docx(
        links=[rel("settings", "settings.xml", id="rId2")],
        delen={"word/settings.xml": instellingen, naam: relsdeel},
        soorten={"word/settings.xml": f"{WORD}.settings+xml"},
    )


def xlsx(cel="<v>1</v>", *, boek="", links=(), delen=None, soorten=None):
    alles = {
        "[Content_Types].xml": types(
            **{"xl/workbook.xml": f"{SHEET}.sheet.main+xml", "xl/worksheets/sheet1.xml": f"{SHEET}.worksheet+xml"}
            | (soorten or {})
        ),
        "_rels/.rels": rels(rel("officeDocument", "xl/workbook.xml", id="rId1")),
        "xl/workbook.xml": f'{KOP}<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>{boek}</workbook>',
        "xl/worksheets/sheet1.xml": f'{KOP}<worksheet xmlns="{S}" xmlns:r="{R}"><sheetData><row r="1"><c r="A1">{cel}</c></row></sheetData></worksheet>',
        "xl/_rels/workbook.xml.rels": rels(rel("worksheet", "worksheets/sheet1.xml", id="rId1"), *links),
    }
    return archief(alles | (delen or {}))


_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
)


def odt(body="<text:p>Beste</text:p>", *, scripts="", delen=None, zonder=()):
    alles = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"{KOP}<office:document-content {_ODF}>{scripts}<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    }
    alles |= delen or {}
    return archief({naam: inhoud for naam, inhoud in alles.items() if naam not in zonder})


def odfmeta(binnen):
    return f"{KOP}<office:document-meta {_ODF}><office:meta>{binnen}</office:meta></office:document-meta>"


def tekst_van(inhoud):
    """Everything in a stored zip, unpacked, as one text to look for a marker in."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return "\n".join([*zip_.namelist(), *(zip_.read(naam).decode("utf-8", "replace") for naam in zip_.namelist())])
