from django.db import models


class MlpStatus(models.TextChoices):
    """How the TWE line stands in Mijn Loopbaan voor Partners of VDAB (T11b)."""

    ONBEKEND = "onbekend", "Niet nagekeken"
    GEREGISTREERD = "geregistreerd", "Geregistreerd"
    GEBLOKKEERD = "geblokkeerd", "Geblokkeerd door een andere partner"
    TE_REGISTREREN = "te_registreren", "Nog te registreren"
