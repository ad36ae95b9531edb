"""Sources of the timeline around work: the end of art.60, what came later, applications and talks with employers."""

from django.db.models import F, TextField, Value
from django.db.models.functions import Concat

from nazorg.enums import Opvolguitkomst
from nazorg.models import Uitkomst
from ocmw.kalender.klok import vandaag
from ocmw.werkruimte.dossier.bron import Tijdlijnbron, label, vast, wie
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.einde.overzicht import vragen_op
from tewerkstelling.regulier.enums import Ondersteuningssoort, Sollicitatiestatus
from tewerkstelling.regulier.models import Ondersteuning, Sollicitatiestap, Werkgeverscontact


def _einde(code: str) -> str:
    """The point as the list of today asks it; one that left the list keeps its code."""
    vraag = next((v.vraag for v in vragen_op(vandaag()) if v.code == code), code)
    return f"Einde art.60: {vraag}"


WERKBRONNEN: tuple[Tijdlijnbron, ...] = (
    Tijdlijnbron(
        "werk",
        "flag",
        "einde:einde",
        Eindepunt,
        F("beantwoord_op"),
        _einde,
        code=F("code"),
        tekst=F("toelichting"),
        wie=wie("gewijzigd_door"),
    ),
    Tijdlijnbron(
        "werk",
        "graph-up-arrow",
        "nazorg:nazorg_detail",
        Uitkomst,
        F("peildag"),
        label(Opvolguitkomst.choices, "Na de uitstroom: "),
        code=F("uitkomst"),
        tekst=F("toelichting"),
        wie=wie("gewijzigd_door"),
    ),
    Tijdlijnbron(
        "werk",
        "envelope-paper",
        "regulier:regulier_detail",
        Sollicitatiestap,
        F("op"),
        label(Sollicitatiestatus.choices, "Sollicitatie: "),
        code=F("status"),
        tekst=Concat("sollicitatie__functie", Value(". "), "nota", output_field=TextField()),
        wie=wie("door"),
    ),
    Tijdlijnbron(
        "werk",
        "telephone",
        "regulier:regulier_detail",
        Werkgeverscontact,
        F("op"),
        vast("Contact met een werkgever"),
        tekst=F("resultaat"),
        wie=wie("door"),
    ),
    Tijdlijnbron(
        "werk",
        "pencil-square",
        "regulier:ondersteuning_list",
        Ondersteuning,
        F("op"),
        label(Ondersteuningssoort.choices),
        code=F("soort"),
        tekst=F("titel"),
        wie=wie("door"),
    ),
)
