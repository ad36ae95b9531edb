from django.db import models


class Stemsoort(models.TextChoices):
    """Who speaks in an evaluation; the order is that of the columns."""

    COACH = "coach", "Trajectbegeleider"
    MENTOR = "mentor", "Mentor"
    CLIENT = "client", "Cliënt"


class Evaluatiesoort(models.TextChoices):
    MONDELING = "mondeling", "Mondeling, zonder formulier"
    VOLLEDIG = "volledig", "Volledig, met scores"
