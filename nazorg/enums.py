from django.db import models


class Situatie(models.TextChoices):
    """How somebody is doing, asked at every contact of the nazorg: the series shows whether work lasts."""

    ZELFDE_WERK = "zelfde_werk", "Werkt nog op dezelfde plek"
    ANDER_WERK = "ander_werk", "Werkt ergens anders"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    VRIJWILLIGER = "vrijwilliger", "Doet vrijwilligerswerk"
    ZOEKT = "zoekt", "Zoekt werk"
    NIET_BESCHIKBAAR = "niet_beschikbaar", "Kan nu niet werken"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt"


class Opvolguitkomst(models.TextChoices):
    """What somebody does at a check after the exit (T20, T21)."""

    WERKT = "werkt", "Werkt"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    WERKLOOS = "werkloos", "Werkt niet"
    ONBEKEND = "onbekend", "Niet bereikt"


class Nazorgdoor(models.TextChoices):
    """Who keeps the nazorg: the Aalst page says a maatschappelijk werker does (S1)."""

    MW = "mw", "de maatschappelijk werker"
    ATB = "atb", "de trajectbegeleider"
