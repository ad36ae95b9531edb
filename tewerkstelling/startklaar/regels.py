"""What a placement needs before it starts, and what its paper says (A4-A9, T10)."""

from datetime import date

from ocmw.regels.sleutels import ASSUMPTIE, Beginwaarde, Onderwerp, dagen, regelsleutel
from ocmw.regels.vormen import Code, Getal, Tabel, Tekst, Velden, Vinkje

_POD = "POD MI, veelgestelde vragen over art.60§7: het OCMW is en blijft de werkgever"
_ANTWERPEN = "Stad Antwerpen, wat de stad van de werkgever verwacht"
_VVSG = "VVSG 2022: welzijn op het werk ligt bij de gebruiker"
_RSZ = "RSZ, instructies art.60§7: voorwaarden en duur schriftelijk, getekend door de drie partijen en voorgelegd aan de raad"
_VDAB = "VDAB, draaiboek TWE OCMW: ingeschreven als werkzoekende voor de start; er bestaan vrijstellingen"
_WEO = "Besox en VDAB, draaiboek TWE OCMW: de werkervaringsovereenkomst is er ten laatste op de eerste dag; VDAB betaalt ze per maand"
_AALST = "Stad Aalst, hulp bij werk vinden: leefloon of equivalent leefloon, en de maatschappelijk werker beslist samen met de cliënt"


def _punt(code: str, kort: str, label: str, zin: str, bron: str, *kenmerken: str) -> dict[str, object]:
    """`kort` is the word on a card. `wettelijk`: nobody starts without it. `niet_nodig`: may be ticked as not needed. `opnieuw`: empty in a renewal.
    `zonder_uitleg`: no words beside it, for they would be about health."""
    return {"code": code, "kort": kort, "label": label, "zin": zin, "bron": bron, **dict.fromkeys(kenmerken, True)}


STARTLIJST = [
    _punt(
        "handtekeningen",
        "handtekeningen",
        "OCMW, gebruiker en werknemer tekenden",
        "Nog niet iedereen tekende de terbeschikkingstelling.",
        _RSZ,
        "wettelijk",
        "opnieuw",
    ),
    _punt(
        "raadslijst",
        "raadslijst",
        "Op een raadslijst",
        "De plaatsing staat nog niet op een raadslijst.",
        _RSZ,
        "opnieuw",
    ),
    _punt(
        "weo",
        "werkervaringsovereenkomst",
        "Werkervaringsovereenkomst (de 24 maanden)",
        "Er is nog geen werkervaringsovereenkomst.",
        _WEO,
        "niet_nodig",
    ),
    _punt(
        "recht",
        "recht op leefloon",
        "Recht op leefloon of equivalent leefloon",
        "Het recht op leefloon is nog niet nagekeken.",
        _AALST,
        "wettelijk",
        "opnieuw",
    ),
    _punt(
        "beslissing",
        "beslissing",
        "Maatschappelijk werker en cliënt beslisten samen",
        "De beslissing van de maatschappelijk werker en de cliënt is nog niet genoteerd.",
        _AALST,
        "opnieuw",
    ),
    _punt(
        "vdab",
        "VDAB",
        "Ingeschreven bij VDAB als werkzoekende",
        "De inschrijving bij VDAB is nog niet nagekeken.",
        _VDAB,
        "wettelijk",
        "niet_nodig",
    ),
    _punt("dimona", "Dimona", "Dimona aangegeven", "De Dimona is nog niet aangegeven.", _POD, "wettelijk", "opnieuw"),
    _punt(
        "verzekering",
        "verzekering",
        "Verzekering arbeidsongevallen in orde",
        "De verzekering voor arbeidsongevallen is nog niet in orde.",
        _POD,
        "wettelijk",
        "opnieuw",
    ),
    _punt(
        "loon",
        "loon en vergoedingen",
        "Loon, maaltijdcheques en vervoer zijn bekend",
        "Wat de cliënt krijgt, is nog niet ingevuld.",
        _AALST,
    ),
    _punt(
        "kinderopvang",
        "kinderopvang",
        "Kinderopvang geregeld",
        "De kinderopvang is nog niet geregeld.",
        ASSUMPTIE,
        "niet_nodig",
    ),
    _punt(
        "vervoer",
        "vervoer",
        "Vervoer naar het werk geregeld",
        "Het vervoer naar het werk is nog niet geregeld.",
        ASSUMPTIE,
    ),
    _punt(
        "werkkledij", "werkkledij", "Werkkledij in orde", "De werkkledij is nog niet in orde.", _ANTWERPEN, "niet_nodig"
    ),
    _punt(
        "medisch",
        "medisch onderzoek",
        "Medisch onderzoek gebeurd",
        "Het medisch onderzoek is nog niet gebeurd.",
        ASSUMPTIE,
        "niet_nodig",
        "zonder_uitleg",
    ),
]
# The fixed part of the terbeschikkingstelling. The OCMW's own text goes here from the date on which it holds.
CLAUSULES = [
    {
        "code": "werkgever",
        "titel": "OCMW blijft de werkgever",
        "tekst": "Het OCMW is en blijft de werkgever van de werknemer. Tussen de gebruiker en de werknemer bestaat geen "
        "arbeidsovereenkomst. De gebruiker geeft de dagelijkse instructies op de werkvloer.",
    },
    {
        "code": "veiligheid",
        "titel": "Veiligheid en werkkledij",
        "tekst": "De gebruiker zorgt voor veilig werk, onthaal, uitleg over de risico's, werkkledij en "
        "beschermingsmiddelen, en doet een beroep op zijn preventiedienst.",
    },
    {
        "code": "aanwezigheid",
        "titel": "Aanwezigheid en afwezigheid",
        "tekst": "De gebruiker houdt elke dag bij wie er werkt. Is de werknemer afwezig, dan meldt de gebruiker dat "
        "dezelfde dag aan het OCMW. De uren van de maand gaan na de laatste werkdag van die maand naar het OCMW.",
    },
    {
        "code": "verzekering",
        "titel": "Verzekering",
        "tekst": "Het OCMW verzekert de werknemer tegen arbeidsongevallen. De gebruiker heeft een verzekering "
        "burgerlijke aansprakelijkheid.",
    },
    {
        "code": "doorlenen",
        "titel": "Niet uitlenen en niet vervangen",
        "tekst": "De gebruiker leent de werknemer niet uit aan iemand anders. De werknemer vervangt geen vaste "
        "medewerker die afwezig is.",
    },
    {
        "code": "einde",
        "titel": "Vroeger stoppen",
        "tekst": "Wil een van de drie vroeger stoppen, dan overleggen OCMW, gebruiker en werknemer eerst samen. Het "
        "OCMW beslist en bevestigt het einde schriftelijk. Eindigt de arbeidsovereenkomst, dan eindigt ook deze "
        "terbeschikkingstelling.",
    },
    {
        "code": "gegevens",
        "titel": "Welke gegevens we delen",
        "tekst": "Het OCMW deelt met de gebruiker alleen wat op dit papier staat. De gebruiker deelt met het OCMW de "
        "aanwezigheden, de evaluaties en wat nodig is voor de begeleiding. Iedereen houdt die gegevens vertrouwelijk.",
    },
]
# What the sheet "Wat krijg ik?" says beside the amounts. The OCMW's own text goes here from the date on which it holds.
WAT_KRIJG_IK = [
    {
        "code": "klant",
        "titel": "Werkervaringsklant",
        "tekst": "Zo noemen we jou als je met art.60 werkt. Je werkt om ervaring op te doen. Na het contract zoek je een gewone job.",
    },
    {
        "code": "werkgever",
        "titel": "Wie is je werkgever?",
        "tekst": "Het OCMW. Dat blijft zo, waar je ook werkt: bij de stad, een vzw of een bedrijf. Het OCMW betaalt je loon.",
    },
    {
        "code": "plek",
        "titel": "Hoe vind je een werkplek?",
        "tekst": "We zoeken samen een plek die past bij wat je kent, wat je kan en wat je graag doet. Je solliciteert niet zelf bij een werkplek.",
    },
    {
        "code": "gratis",
        "titel": "Wat kost de begeleiding?",
        "tekst": "Niets. De begeleiding is gratis.",
    },
    {
        "code": "ervaring",
        "titel": "Wat krijg je nog meer?",
        "tekst": "Je leert bij, je krijgt werkervaring en je hebt meer kans op ander werk. Je bouwt rechten op voor de sociale zekerheid.",
    },
    {
        "code": "begeleiding",
        "titel": "Wie helpt je?",
        "tekst": "Je begeleider komt langs op je werk. Samen bekijken jullie waar je sterk in bent en wat je nog kan leren.",
    },
    {
        "code": "daarna",
        "titel": "En na het contract?",
        "tekst": "Een maatschappelijk werker helpt je verder: een opleiding, een stage of solliciteren.",
    },
]
_STARTLIJST = Tabel(
    kolommen=Velden(
        (
            ("code", "Code", Code()),
            ("kort", "Woord op een kaart", Tekst()),
            ("label", "Punt", Tekst()),
            ("zin", "Zin als het ontbreekt", Tekst()),
            ("bron", "Bron", Tekst()),
            ("wettelijk", "Verplicht door de wet", Vinkje()),
            ("niet_nodig", "Mag ‘niet nodig’ zijn", Vinkje()),
            ("opnieuw", "Opnieuw bij een verlenging", Vinkje()),
            ("zonder_uitleg", "Geen tekst erbij (gezondheid)", Vinkje()),
        )
    )
)
_CLAUSULES = Tabel(
    kolommen=Velden((("code", "Code", Code()), ("titel", "Titel", Tekst()), ("tekst", "Tekst", Tekst())))
)
regelsleutel(
    "plaatsing.startklaar",
    "Lijst voor de start van een plaatsing",
    Onderwerp.PLAATSING,
    _STARTLIJST,
    Beginwaarde(
        STARTLIJST,
        "samengesteld uit RSZ, POD MI, VDAB en eigen aanname; de bron staat bij elk punt, https://www.mi-is.be/nl/faq?page=5",
        "Wat in orde is voor een plaatsing start.",
    ),
    huis=True,
)
regelsleutel(
    "plaatsing.termijn_dagen",
    "Alles in orde voor de start, vooraf",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(7, ASSUMPTIE, "Zoveel dagen voor de start hoort alles in orde te zijn."),
    huis=True,
)
regelsleutel(
    "plaatsing.alarm_uren",
    "Een plaatsing kleurt voor de start",
    Onderwerp.PLAATSING,
    Velden(
        (("amber", "Amber vanaf", Getal("uur", "uur", 1, 999)), ("rood", "Rood vanaf", Getal("uur", "uur", 1, 999)))
    ),
    Beginwaarde(
        {"amber": 72, "rood": 24}, ASSUMPTIE, "Zoveel uren voor de start kleurt een plaatsing waar nog iets ontbreekt."
    ),
    huis=True,
)
regelsleutel(
    "plaatsing.clausules",
    "Vaste tekst van de terbeschikkingstelling",
    Onderwerp.PLAATSING,
    _CLAUSULES,
    Beginwaarde(
        CLAUSULES,
        f"{_POD}, https://www.mi-is.be/nl/faq?page=5; {_VVSG}; {_ANTWERPEN}; de tekst is van de toepassing: laat ze nalezen",
        "De vaste tekst van de terbeschikkingstelling.",
    ),
    huis=True,
)
regelsleutel(
    "plaatsing.recht_dagen",
    "Recht op leefloon nagekeken, hoogstens vooraf",
    Onderwerp.PLAATSING,
    dagen(),
    Beginwaarde(31, ASSUMPTIE, "Is het recht langer geleden nagekeken, dan kijkt iemand voor de start opnieuw."),
    huis=True,
)
regelsleutel(
    "plaatsing.wat_krijg_ik",
    "Tekst van het blad ‘Wat krijg ik?’",
    Onderwerp.PLAATSING,
    _CLAUSULES,
    Beginwaarde(
        WAT_KRIJG_IK,
        "Stad Aalst, hulp bij werk vinden; Turnhout, arbeidstrajectbegeleiding (gratis); POD MI, https://www.mi-is.be/nl/faq?page=5",
        "Wat de cliënt naast de bedragen leest op het blad dat bij zijn plaatsing hoort.",
    ),
    huis=True,
)
_BEDRAG = Getal("euro", "euro", 0, 1_000, centen=True)
regelsleutel(
    "loon.cheque_hoogste",
    "Hoogste waarde van een maaltijdcheque zonder belasting",
    Onderwerp.PLAATSING,
    _BEDRAG,
    Beginwaarde(
        8,
        "Besox, https://www.besox.be/vanaf-1-januari-2016-maaltijdcheques-van-8-euro-mogelijk/",
        "Wie meer invult, krijgt een zin om na te kijken.",
        tot=date(2026, 1, 1),
    ),
    Beginwaarde(
        10,
        "Monizze, https://www.monizze.be/nl/werkgevers/maaltijdcheques_10euros",
        "Wie meer invult, krijgt een zin om na te kijken.",
        van=date(2026, 1, 1),
    ),
)
regelsleutel(
    "loon.fiets_hoogste",
    "Hoogste fietsvergoeding per kilometer zonder belasting",
    Onderwerp.PLAATSING,
    _BEDRAG,
    Beginwaarde(
        "0.35",
        "Metaaltransport, https://metaaltransport.be/component/content/article/verhoging-vrijgestelde-fietsvergoeding?catid=11&Itemid=215",
        "Wie meer invult, krijgt een zin om na te kijken.",
        van=date(2024, 1, 1),
        tot=date(2026, 1, 1),
    ),
    Beginwaarde(
        "0.37",
        ASSUMPTIE,
        "Wie meer invult, krijgt een zin om na te kijken. Een vergelijkingssite noemt dit bedrag: kijk het na bij FOD Financiën.",
        van=date(2026, 1, 1),
    ),
)
