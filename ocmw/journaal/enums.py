"""What kinds of entries there are, and why somebody may open a dossier of others."""

from django.db import models


class Journaalsoort(models.TextChoices):
    INZAGE = "inzage", "Inzage"
    WIJZIGING = "wijziging", "Wijziging"
    UITVOER = "uitvoer", "Uitvoer of afdruk"
    BEHEER = "beheer", "Beheer"
    AANMELDEN = "aanmelden", "Aanmelden"


class Inzagereden(models.TextChoices):
    VERVANGING = "vervanging", "Ik vervang een collega"
    OVERLEG = "overleg", "Overleg of teamvergadering"
    OVERDRACHT = "overdracht", "Ik neem dit dossier over"
    VRAAG_CLIENT = "vraag_client", "De cliënt vraagt mij iets"
    CRISIS = "crisis", "Dringende situatie"
    CONTROLE = "controle", "Controle of klacht"
    ANDERE = "andere", "Andere reden"


# Grounds that need no reason: no dossier, an own client, or who follows the whole team.
GEWONE_GROND = ("", "caseload", "team")
