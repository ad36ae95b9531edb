from django.db import models


class Invoersoort(models.TextChoices):
    """What an uploaded workbook holds; it decides which sheets we look for and what a row becomes."""

    CASELOAD = "caseload", "caseload"
    WERKPLEKKEN = "werkplekken", "werkplekken"


class Invoerstatus(models.TextChoices):
    """How far an import is; the screens follow this."""

    INDELEN = "indelen", "kolommen kiezen"
    NAKIJKEN = "nakijken", "klaar om na te kijken"
    BEZIG = "bezig", "bezig met invoeren"
    INGEVOERD = "ingevoerd", "ingevoerd"


class Rijuitkomst(models.TextChoices):
    """What importing one row does."""

    NIEUW = "nieuw", "nieuw"
    GEWIJZIGD = "gewijzigd", "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd", "ongewijzigd"
    AFGEWEZEN = "afgewezen", "afgewezen"
    DUBBEL = "dubbel", "dubbel"


class TweBron(models.TextChoices):
    """Where the start of the werkervaringsovereenkomst comes from when no column holds it (T5, T13)."""

    AFLEIDEN = "afleiden", "start traject, als art.60 daarna op tijd begon; anders start art.60"
    ART60 = "art60", "start art.60"
    NIET = "niet", "niet invullen"


# Rows that still have to be written to the dossiers.
TE_DOEN = (Rijuitkomst.NIEUW, Rijuitkomst.GEWIJZIGD)
