from django.db import models


class Programmasoort(models.TextChoices):
    GROEP = "groep", "Groep"
    WORKSHOP = "workshop", "Workshop"
    CURSUS = "cursus", "Cursus"


class Ritme(models.TextChoices):
    """How often a series usually meets; the weekdays of a series say exactly when (S0)."""

    WEKELIJKS = "wekelijks", "Elke week"
    TWEE_HALVE_DAGEN = "twee_halve_dagen", "Twee halve dagen per week"
    EIGEN = "eigen", "Een eigen ritme"


class Weekdag(models.TextChoices):
    """In the order of the week: the place of a code here is its number (Monday = 0)."""

    MA = "ma", "maandag"
    DI = "di", "dinsdag"
    WO = "wo", "woensdag"
    DO = "do", "donderdag"
    VR = "vr", "vrijdag"
    ZA = "za", "zaterdag"
    ZO = "zo", "zondag"


class Sessiestatus(models.TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Ging door"
    NIET_DOORGEGAAN = "niet_doorgegaan", "Gaat niet door"


class Afgelastreden(models.TextChoices):
    """Why a session does not take place."""

    LESGEVER = "lesgever", "De lesgever kan niet komen"
    LOKAAL = "lokaal", "Het lokaal is niet vrij"
    TE_WEINIG = "te_weinig", "Te weinig mensen"
    SLUITING = "sluiting", "We zijn gesloten"
    ANDERE = "andere", "Een andere reden"


class Sessiesoort(models.TextChoices):
    LES = "les", "Les"
    GROEPSBEZOEK = "groepsbezoek", "Bezoek aan een werkgever"


class Verwittigwijze(models.TextChoices):
    """How somebody hears that a session changed."""

    MAIL = "mail", "Per mail"
    TELEFOON = "telefoon", "Gebeld"
    MONDELING = "mondeling", "Gezegd"


class Inschrijfstatus(models.TextChoices):
    INGESCHREVEN = "ingeschreven", "Ingeschreven"
    AANGEBODEN = "aangeboden", "Plaats aangeboden"
    WACHT = "wacht", "Op de wachtlijst"
    GESTOPT = "gestopt", "Gestopt"


# Who holds a seat.
MET_STOEL = (Inschrijfstatus.INGESCHREVEN, Inschrijfstatus.AANGEBODEN)


class Vertrekreden(models.TextChoices):
    WERK = "werk", "Heeft werk"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    AFGEROND = "afgerond", "Volgde alles"
    AFWEZIG = "afwezig", "Kwam te vaak niet"
    STOPT_ZELF = "stopt_zelf", "Stopt zelf"
    WIL_NIET = "wil_niet", "Wil de plaats niet"
    GEEN_ANTWOORD = "geen_antwoord", "Antwoordde niet op tijd"
    ANDERE = "andere", "Een andere reden"


class Groepsuitkomst(models.TextChoices):
    """What became of somebody who took part (R6). Unknown is no choice: it is what is left when nobody says anything."""

    NEC = "nec", "Werk in het normaal economisch circuit"
    OPLEIDING = "opleiding", "Opleiding"
    ART60 = "art60", "Tewerkstelling art.60§7"
    ANDERE = "andere", "Iets anders"


class Sessiestand(models.TextChoices):
    """Whether somebody was there, as the lesgever notes it."""

    AANWEZIG = "aanwezig", "Aanwezig"
    TE_LAAT = "te_laat", "Te laat"
    VERONTSCHULDIGD = "verontschuldigd", "Verontschuldigd"
    AFWEZIG = "afwezig", "Afwezig"


WAS_ER = (Sessiestand.AANWEZIG, Sessiestand.TE_LAAT)
