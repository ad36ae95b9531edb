from django.db import models


class Situatie(models.TextChoices):
    """How somebody is doing, asked at every contact of the nazorg: the series shows whether work lasts."""

    ZELFDE_WERK = "zelfde_werk", "Werkt nog op dezelfde plek"
    ANDER_WERK = "ander_werk", "Werkt ergens anders"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    ZOEKT = "zoekt", "Zoekt werk"
    NIET_BESCHIKBAAR = "niet_beschikbaar", "Kan nu niet werken"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt"
