from django.db import models


class RvaStatus(models.TextChoices):
    """The statuses of OCMW@RVA (A21)."""

    KLAD = "klad", "Kladversie"
    VERZONDEN = "verzonden", "Verzonden naar RVA"
    BEREKEND = "berekend", "Berekend door RVA"
