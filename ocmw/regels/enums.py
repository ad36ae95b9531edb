from django.db import models


class Conceptstatus(models.TextChoices):
    CONCEPT = "concept", "Concept"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Impactsoort(models.TextChoices):
    """What in a dossier can move when a rule changes."""

    RECHTEN = "rechten", "De dagen zijn bewezen op"
    DAGEN = "dagen", "Dagen te bewijzen"
    GETELD = "geteld", "Dagen geteld tot vandaag"
    REFERTE = "referte", "De dagen moeten vallen vanaf"
    TWE = "twe", "Laatste dag van de 24 maanden"
    TIJDIG = "tijdig", "Art.60 start op tijd tot en met"
    OP_TIJD = "op_tijd", "Startte art.60 op tijd?"
    GELD = "geld", "Verwachte vergoeding van VDAB"
    TERMIJN = "termijn", "Termijn"


class Richting(models.TextChoices):
    LATER = "later", "later"
    VROEGER = "vroeger", "vroeger"
    MEER = "meer", "meer"
    MINDER = "minder", "minder"
    NIEUW = "nieuw", "komt erbij"
    WEG = "weg", "valt weg"
    ANDERS = "anders", "wordt anders"
