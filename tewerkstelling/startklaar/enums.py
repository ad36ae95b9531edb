from django.db import models


class Plaatsingstatus(models.TextChoices):
    """Where a placement stands. Stored are VOORSTEL, GESTART and STOPGEZET: what people did. KLAAR and BEEINDIGD follow
    from the checklist and from the contract (tewerkstelling.startklaar.overgangen)."""

    VOORSTEL = "voorstel", "Voorstel"
    KLAAR = "klaar", "Klaar om te starten"
    GESTART = "gestart", "Gestart"
    BEEINDIGD = "beeindigd", "Beëindigd"
    STOPGEZET = "stopgezet", "Stopgezet"


class Plaatsingstopreden(models.TextChoices):
    """Why a placement does not start."""

    CLIENT = "client", "De cliënt ziet ervan af"
    WERKGEVER = "werkgever", "De werkgever ziet ervan af"
    ANDERE_PLEK = "andere_plek", "Er komt een andere werkplek"
    REGULIER = "regulier", "De cliënt vond gewoon werk"
    GEEN_RECHT = "geen_recht", "De cliënt heeft geen recht meer op art.60"
    UITGESTELD = "uitgesteld", "De start is voor onbepaalde tijd uitgesteld"
    ANDERE = "andere", "Andere reden"


class Puntstand(models.TextChoices):
    """What somebody ticked beside a point of the list."""

    IN_ORDE = "in_orde", "In orde"
    NIET_NODIG = "niet_nodig", "Niet nodig"


class Inkomensrecht(models.TextChoices):
    """What the client lives on at the start. Art.60 is for who has one of the first two."""

    LEEFLOON = "leefloon", "Leefloon"
    EQUIVALENT = "equivalent", "Equivalent leefloon (maatschappelijke hulp)"
    GEEN = "geen", "Geen van beide"


class Chequekeuze(models.TextChoices):
    JA = "ja", "Ja"
    NEE = "nee", "Nee, geen maaltijdcheques"


class Reisvergoeding(models.TextChoices):
    """What the OCMW pays for the way to work."""

    FIETS = "fiets", "Fietsvergoeding per kilometer"
    OPENBAAR = "openbaar", "Abonnement voor bus, tram of trein"
    GEEN = "geen", "Geen vergoeding"
