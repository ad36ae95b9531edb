from django.db import models


class Werkgeversoort(models.TextChoices):
    """Permitted users of an art.60 worker (A3)."""

    EIGEN_DIENST = "eigen_dienst", "Eigen dienst van het OCMW"
    GEMEENTE = "gemeente", "Stad of gemeente"
    ANDER_OCMW = "ander_ocmw", "Ander OCMW of OCMW-vereniging"
    VZW = "vzw", "Vzw of intercommunale met sociaal, cultureel of ecologisch doel"
    SOCIALE_ECONOMIE = "sociale_economie", "Sociale economie"
    ZIEKENHUIS = "ziekenhuis", "Openbaar ziekenhuis"
    PRIVE = "prive", "Privébedrijf"


class Contractsoort(models.TextChoices):
    ART60 = "art60", "Art.60§7"
    ART61 = "art61", "Art.61"
    REGULIER = "regulier", "Regulier werk"


class Eindreden(models.TextChoices):
    """Why a contract ended (A29)."""

    DUUR_BEREIKT = "duur_bereikt", "De duur is bereikt"
    DOORSTROOM_ZELFDE = "doorstroom_zelfde", "Regulier werk op dezelfde werkplek"
    DOORSTROOM_ANDERE = "doorstroom_andere", "Regulier werk op een andere plek"
    OPLEIDING = "opleiding", "Opleiding"
    ONTSLAG_OCMW = "ontslag_ocmw", "Ontslag door het OCMW"
    ONTSLAG_CLIENT = "ontslag_client", "Ontslag door de cliënt"
    MEDISCH = "medisch", "Overmacht of medische reden"
    VERHUIS = "verhuis", "Verhuis"
    ANDER = "ander", "Andere reden"
