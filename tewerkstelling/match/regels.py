"""How heavy each factor of a match weighs, and from where green turns to amber and red (F13)."""

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Getal, Tijd, Velden
from tewerkstelling.match.enums import Factor, Kleur

_PUNTEN = Getal("punt", "punten", 0, 99)
_DREMPELS = Velden(
    (
        ("uren", "Uren verschil", Getal("uur", "uur", 0, 40)),
        ("minuten", "Werktijd verschilt", Getal("minuut", "minuten", 0, 480)),
        ("reisminuten", "Langer onderweg", Getal("minuut", "minuten", 0, 240)),
        ("taalstappen", "Niveaus Nederlands te laag", Getal("niveau", "niveaus", 0, 6)),
        ("startdagen", "Later starten", Getal("dag", "dagen", 0, 999)),
        ("wachtdagen", "De plek komt vrij binnen", Getal("dag", "dagen", 0, 999)),
        ("ov_van", "Bussen rijden vanaf", Tijd()),
        ("ov_tot", "Bussen rijden tot", Tijd()),
        ("opvang_van", "Opvang open vanaf", Tijd()),
        ("opvang_tot", "Opvang open tot", Tijd()),
    )
)
regelsleutel(
    "match.gewichten",
    "Hoe zwaar elke factor weegt",
    Onderwerp.PLAATSING,
    Velden(tuple((factor.value, factor.label, _PUNTEN) for factor in Factor)),
    Beginwaarde(
        {
            "sector": 5,
            "talent": 4,
            "uren": 4,
            "werktijd": 4,
            "opvang": 3,
            "reis": 3,
            "vervoer": 3,
            "taal": 3,
            "fysiek": 3,
            "start": 2,
            "plaats": 2,
        },
        ASSUMPTIE,
        "Hoe zwaar elke factor weegt in de volgorde van een match. De factoren zelf staan in F13.",
    ),
    huis=True,
)
regelsleutel(
    "match.waarden",
    "Wat elke kleur waard is",
    Onderwerp.PLAATSING,
    Velden(
        tuple(
            (kleur.value, kleur.label.capitalize(), _PUNTEN)
            for kleur in (Kleur.GROEN, Kleur.ORANJE, Kleur.GRIJS, Kleur.ROOD)
        )
    ),
    Beginwaarde(
        {"groen": 4, "oranje": 2, "grijs": 1, "rood": 0},
        ASSUMPTIE,
        "Wat een kleur waard is; maal het gewicht geeft dat de volgorde. Niet ingevuld is minder waard dan deels passend.",
    ),
    huis=True,
)
regelsleutel(
    "match.drempels",
    "Tot hier past een factor deels",
    Onderwerp.PLAATSING,
    _DREMPELS,
    Beginwaarde(
        {
            "uren": 4,
            "minuten": 30,
            "reisminuten": 10,
            "taalstappen": 1,
            "startdagen": 14,
            "wachtdagen": 60,
            "ov_van": "06:30",
            "ov_tot": "22:00",
            "opvang_van": "08:00",
            "opvang_tot": "18:00",
        },
        ASSUMPTIE,
        "Tot zoveel verschil is een factor oranje, daarboven rood; wanneer bussen rijden en opvang open is.",
    ),
    huis=True,
)
regelsleutel(
    "match.contract_eindigt_dagen",
    "Kandidaat voor een andere plek, voor het einde",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(
        60, ASSUMPTIE, "Wie nog een contract heeft, komt zoveel dagen voor het einde weer in de lijst met kandidaten."
    ),
    huis=True,
)
