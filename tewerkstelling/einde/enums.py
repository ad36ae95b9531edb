from django.db import models


class Eindeantwoord(models.TextChoices):
    """What can be said of a point of the list; which of them fit depends on its kind (lijst.ANTWOORDEN)."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "nog niet bekend"
    GEDAAN = "gedaan", "gedaan"
    NOG_NIET = "nog_niet", "nog niet gedaan"
    NIET_NODIG = "niet_nodig", "niet nodig"
