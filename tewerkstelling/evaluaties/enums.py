from django.db import models


class Stemsoort(models.TextChoices):
    """Who speaks in an evaluation; the order is that of the columns."""

    COACH = "coach", "Trajectbegeleider"
    MENTOR = "mentor", "Mentor"
    CLIENT = "client", "Cliënt"


class Evaluatiesoort(models.TextChoices):
    MONDELING = "mondeling", "Mondeling, zonder formulier"
    VOLLEDIG = "volledig", "Volledig, met scores"


class Domeinbeeld(models.TextChoices):
    """Pictures above a domain on the page of the client; the value is the name of the icon."""

    DUIM = "hand-thumbs-up", "Duim omhoog"
    STER = "stars", "Sterren"
    KLOK = "alarm", "Wekker"
    MENSEN = "people", "Mensen"
    PRATEN = "chat-dots", "Praten"
    MENS = "person-arms-up", "Iemand met de armen omhoog"
    WEG = "signpost-split", "Wegwijzer"
    GEREEDSCHAP = "tools", "Gereedschap"
