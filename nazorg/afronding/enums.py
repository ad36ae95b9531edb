from django.db import models


class Eindeantwoord(models.TextChoices):
    """What can be said of a point of the list; which of them fit depends on its kind (lijst.ANTWOORDEN)."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "nog niet bekend"
    GEDAAN = "gedaan", "gedaan"
    NOG_NIET = "nog_niet", "nog niet gedaan"
    NIET_NODIG = "niet_nodig", "niet nodig"


class Opvolguitkomst(models.TextChoices):
    """What somebody does at a check after the exit (T20, T21)."""

    WERKT = "werkt", "Werkt"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    WERKLOOS = "werkloos", "Werkt niet"
    ONBEKEND = "onbekend", "Niet bereikt"
