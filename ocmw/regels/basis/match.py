"""How heavy each factor of a match weighs, and from where green turns to amber and red (F13)."""

from ocmw.regels.basis.vorm import ASSUMPTIE, BEGIN, Basisregel

REGELS: list[Basisregel] = [
    (
        "match.gewichten",
        {"sector": 5, "uren": 4, "werktijd": 4, "opvang": 3, "reis": 3, "vervoer": 3, "taal": 3, "fysiek": 3, "start": 2, "plaats": 2},
        BEGIN,
        None,
        ASSUMPTIE,
        "Hoe zwaar elke factor weegt in de volgorde van een match. De factoren zelf staan in F13.",
    ),
    (
        "match.waarden",
        {"groen": 4, "oranje": 2, "grijs": 1, "rood": 0},
        BEGIN,
        None,
        ASSUMPTIE,
        "Wat een kleur waard is; maal het gewicht geeft dat de volgorde. Niet ingevuld is minder waard dan deels passend.",
    ),
    (
        "match.drempels",
        {"uren": 4, "minuten": 30, "reisminuten": 10, "taalstappen": 1, "startdagen": 14, "wachtdagen": 60,
         "ov_van": "06:30", "ov_tot": "22:00", "opvang_van": "08:00", "opvang_tot": "18:00"},
        BEGIN,
        None,
        ASSUMPTIE,
        "Tot zoveel verschil is een factor oranje, daarboven rood; wanneer bussen rijden en opvang open is.",
    ),
    (
        "match.contract_eindigt_dagen",
        60,
        BEGIN,
        None,
        ASSUMPTIE,
        "Wie nog een contract heeft, komt zoveel dagen voor het einde weer in de lijst met kandidaten.",
    ),
]  # fmt: skip
