"""Words people type all day, one click away: sentence starters for a note, and dates people say out loud."""

SJABLONEN: tuple[tuple[str, str], ...] = (
    ("Wat loopt goed", "Wat loopt goed: "),
    ("Wat is moeilijk", "Wat is moeilijk: "),
    ("Afspraken", "Afspraken: "),
    ("Sollicitaties", "Sollicitaties sinds vorige keer: "),
    ("Op de werkplek", "Op de werkplek: "),
    ("Niet bereikt", "Niet bereikt. Bericht achtergelaten."),
    ("Volgende keer", "Volgende keer bespreken: "),
)

DATUMCHIPS: tuple[tuple[int, str], ...] = (
    (0, "vandaag"),
    (7, "over 1 week"),
    (14, "over 2 weken"),
    (28, "over 4 weken"),
)
DUURCHIPS = (10, 20, 30, 45, 60, 90)

# The Aalst page (S1) and the means of the Turnhout page (S2); own wording stays possible everywhere.
CATALOGUS: tuple[tuple[str, str], ...] = (
    ("werk", "Inschrijven bij VDAB"),
    ("werk", "VDAB-dossier in orde houden"),
    ("werk", "Cv maken of bijwerken"),
    ("werk", "Vacatures zoeken"),
    ("werk", "Sollicitatie voorbereiden (brief en gesprek)"),
    ("werk", "Nagaan welke tewerkstellingsmaatregelen mogelijk zijn"),
    ("werk", "Art.60 bespreken: eigen dienst, vzw, sociale economie of privé"),
    ("werk", "Sociale tewerkstelling zoeken bij een andere organisatie"),
    ("opleiding", "Opleiding zoeken"),
    ("opleiding", "Aanmelden bij een project om competenties te versterken"),
    ("opleiding", "Vrijwilligerswerk zoeken"),
    ("opleiding", "Kennismaken met de jongerenwerking"),
    ("taal", "Nederlandse les zoeken"),
    ("kinderopvang", "Kinderopvang zoeken"),
    ("mobiliteit", "Nagaan hoe je op het werk geraakt (fiets, bus, rijbewijs)"),
    ("andere", "Doorverwijzen naar een andere dienst"),
)

VDAB_INSCHRIJVEN = "vdab_inschrijven"
# What was asked for in the intake (enums.Hulpvraag), as the action it becomes.
ACTIES_UIT_INTAKE: dict[str, str] = {
    "opleiding": "Een geschikte opleiding zoeken",
    "competenties": "Aanmelden bij een project om competenties te versterken",
    "job": "Vacatures zoeken",
    "maatregelen": "Nagaan welke tewerkstellingsmaatregelen mogelijk zijn",
    "cv": "Cv maken of bijwerken",
    "vdab": "VDAB-dossier in orde houden",
    "solliciteren": "Sollicitatie voorbereiden (brief en gesprek)",
    VDAB_INSCHRIJVEN: "Inschrijven bij VDAB",
}
