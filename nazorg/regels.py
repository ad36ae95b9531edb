"""When we look whether work lasts (T20, T21)."""

from ocmw.regels.sleutels import Beginwaarde, Onderwerp, regelsleutel
from ocmw.regels.vormen import Code, Getal, Tabel, Tekst, Velden

_MEETMOMENTEN = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("naam", "Moment", Tekst()),
            ("maanden", "Maanden na de uitstroom", Getal("maand", "maanden", 0, 120)),
            ("dagen", "en dagen", Getal("dag", "dagen", 0, 999)),
            ("bron", "Bron", Tekst()),
        )
    )
)
regelsleutel(
    "uitstroom.meetmomenten",
    "Wanneer we kijken of iemand nog werkt",
    Onderwerp.TWE,
    _MEETMOMENTEN,
    Beginwaarde(
        [
            {
                "code": "dag-1",
                "naam": "Een dag na de uitstroom",
                "maanden": 0,
                "dagen": 1,
                "bron": "Vlaams Parlement, SV 319",
            },
            {
                "code": "week-4",
                "naam": "4 weken na de uitstroom (ESF)",
                "maanden": 0,
                "dagen": 28,
                "bron": "Verordening 1304/2013, bijlage I",
            },
            {
                "code": "maand-6",
                "naam": "6 maanden na de uitstroom",
                "maanden": 6,
                "dagen": 0,
                "bron": "Verordening 1304/2013, bijlage I; Brussels Times",
            },
            {
                "code": "maand-12",
                "naam": "12 maanden na de uitstroom",
                "maanden": 12,
                "dagen": 0,
                "bron": "Brussels Times",
            },
            {
                "code": "maand-24",
                "naam": "24 maanden na de uitstroom",
                "maanden": 24,
                "dagen": 0,
                "bron": "Brussels Times",
            },
        ],
        "Vlaams Parlement, SV 319, https://docs.vlaamsparlement.be/files/pfile?id=2281810; Verordening 1304/2013; Brussels Times",
        "Op deze dagen na de uitstroom kijken we of iemand werkt.",
    ),
)
