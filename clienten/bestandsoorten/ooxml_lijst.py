"""What Word and Excel write by themselves, what runs, embeds or fetches, and the words for it.

A kind of relation is the last piece of its Type address (ECMA-376 part 1, 11 to 15; MS-DOCX and MS-XLSX for the later ones).
What stands in no list is taken out: a new kind of decoration costs a decoration, a new kind of attack costs the attack.
"""

from dataclasses import dataclass

_ZONDER_MACROS = "Bewaar het als gewoon document of gewone werkmap zonder macro's (.docx of .xlsx), of als pdf."
_ALS_PDF = "Haal dat eruit of bewaar het document als pdf, en probeer nog eens."


@dataclass(frozen=True, slots=True)
class Verboden:
    """What it is, and how to save the file without it."""

    wat: str
    raad: str = _ALS_PDF

    def __str__(self) -> str:
        return f"{self.wat} {self.raad}"


MACRO = Verboden("In dit bestand zitten macro's (kleine programma's).", _ZONDER_MACROS)
INGESLOTEN = Verboden("In dit bestand zit nog een ander bestand.")
BESTURING = Verboden("In dit bestand zit een knop of veld dat een programma kan starten (ActiveX).")
STARTEN = Verboden("Dit bestand wil een ander programma starten (DDE).")
ONLINE = Verboden("Dit bestand haalt iets van een ander adres op.")
SJABLOON_VAN_BUITEN = Verboden(
    "Dit document haalt zijn sjabloon van een ander adres op.",
    "Koppel het sjabloon los (Ontwikkelaars > Documentsjabloon) of bewaar het document als pdf.",
)
GEGEVENS = Verboden(
    "Dit bestand haalt gegevens uit een andere bron (een gegevensverbinding).",
    "Kopieer de cijfers als waarden naar een nieuw bestand, of bewaar het als pdf.",
)
FORMULE = Verboden(
    "In dit bestand staat een formule die iets van internet haalt of een programma start.",
    "Plak de uitkomst als waarde, of bewaar het bestand als pdf.",
)
VELD = Verboden(
    "In dit document staat een veldcode die een ander bestand of adres opent.",
    "Druk in Word op Ctrl+A en dan op Ctrl+Shift+F9: dan worden het gewone tekst en beelden. Bewaar en probeer nog eens.",
)
VREEMD = Verboden(
    "Dit bestand is niet zoals een gewoon programma het maakt.", "Bewaar het als pdf en probeer nog eens."
)

WEIGER: dict[str, Verboden] = {
    **dict.fromkeys(
        ("vbaproject", "vbaprojectsignature", "vbaprojectsignatureagile", "vbaprojectsignaturev3", "wordvbadata",
         "xlmacrosheet", "xlintlmacrosheet", "macrosheet", "dialogsheet"),
        MACRO,
    ),
    **dict.fromkeys(("oleobject", "package", "afchunk", "subdocument", "video", "audio", "media"), INGESLOTEN),
    **dict.fromkeys(("control", "activexcontrolbinary", "activexcontrol", "activex"), BESTURING),
    **dict.fromkeys(("frame", "webextension"), ONLINE),
    **dict.fromkeys(
        ("connections", "querytable", "mailmergesource", "mailmergeheadersource", "recipientdata", "powerpivotdata", "model"),
        GEGEVENS,
    ),
}  # fmt: skip

BEWAAR = {
    # package
    "officedocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "classificationlabels",
    "origin", "signature", "certificate",
    # text
    "styles", "styleswitheffects", "settings", "websettings", "fonttable", "font", "numbering", "theme", "themeoverride",
    "footnotes", "endnotes", "comments", "commentsextended", "commentsids", "commentsextensible", "people", "person",
    "documenttasks", "header", "footer", "glossarydocument", "bibliography", "customxml", "customxmlprops", "hyperlink",
    # pictures and charts
    "image", "hdphoto", "drawing", "vmldrawing", "legacydrawing", "legacydrawinghf", "chart", "chartex", "chartstyle",
    "chartcolorstyle", "chartusershapes", "diagramdata", "diagramlayout", "diagramquickstyle", "diagramcolors",
    "diagramdrawing",
    # sheets
    "worksheet", "chartsheet", "sharedstrings", "sheetmetadata", "calcchain", "table", "tablesinglecells", "pivottable",
    "pivotcachedefinition", "pivotcacherecords", "printersettings", "slicer", "slicercache", "timeline", "timelinecache",
    "threadedcomment", "ctrlprop", "externallink", "revisionheaders", "revisionlog", "usernames",
    "namedsheetviews", "featurepropertybag", "rdrichvalue", "rdrichvaluestructure", "rdrichvaluetypes", "rdarray",
    "rdsupportingpropertybag", "rdsupportingpropertybagstructure", "richstyles", "richvaluerel",
}  # fmt: skip

# Taken out on purpose: kind of relation -> what we tell. Word finds its own Normal.dotm without being told.
UIT_EXTERN = {
    "attachedtemplate": "de verwijzing naar een sjabloon",
}
UIT_INTERN = {
    "extensibility": "eigen knoppen voor het lint",
    "usercustomization": "eigen knoppen voor het lint",
    "webextensiontaskpanes": "een invoegtoepassing",
    "keymapcustomizations": "eigen sneltoetsen",
    "attachedtoolbars": "eigen werkbalken",
}
ONBEKEND = "een onderdeel dat we niet kennen"
GRAFIEKCIJFERS = "het werkblad achter een grafiek (de grafiek blijft)"
# External and kept, but pointing nowhere from now on.
NERGENS = "about:blank"
LEEGGEMAAKT = {
    "hyperlink": "een link naar een bestand of programma",
    "image": "een afbeelding die op een ander adres staat",
    "externallinkpath": "de koppeling met een andere werkmap (de cijfers blijven)",
    "externallinklongpath": "de koppeling met een andere werkmap (de cijfers blijven)",
    "xlpathmissing": "de koppeling met een andere werkmap (de cijfers blijven)",
    "xlstartup": "de koppeling met een andere werkmap (de cijfers blijven)",
    "xlalternatestartup": "de koppeling met een andere werkmap (de cijfers blijven)",
    "xllibrary": "de koppeling met een andere werkmap (de cijfers blijven)",
}

# Content types a kept part may have; all lower case.
TYPE_VOORAAN = (
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.openxmlformats-package.",
    "application/vnd.ms-word.",
    "application/vnd.ms-excel.",
    "application/vnd.ms-office.",
    "image/",
)
TYPE_PRECIES = {
    "application/xml",
    "text/xml",
    "application/inkml+xml",
    "application/pkix-cert",
    "application/x-fontdata",
    "application/x-font-ttf",
}
TYPE_MACRO = ("macro", "vba")
TYPE_NOOIT = ("oleobject", "activex", "attachedtoolbars")
