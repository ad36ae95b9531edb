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


# The contract led to a regular job.
DOORSTROOM = (Eindreden.DOORSTROOM_ZELFDE, Eindreden.DOORSTROOM_ANDERE)


class Toelatingssoort(models.TextChoices):
    """As what the person will be admitted to benefits: half-days count for a voluntary part-timer (A18)."""

    VOLTIJDS = "voltijds", "Voltijds werknemer: volle dagen"
    DEELTIJDS = "deeltijds", "Vrijwillig deeltijds: halve dagen"
    __empty__ = "Nog niet gevraagd"


class Onderbrekingsoort(models.TextChoices):
    """What interrupts or equals work; the keys of the rule `rva.gelijkgesteld`, which says what counts (A14-A15)."""

    VAKANTIE = "vakantie", "Vakantie of feestdagen"
    ZIEKTE_GEWAARBORGD = "ziekte_gewaarborgd", "Ziekte met gewaarborgd loon"
    ZIEKTE_ZIEKENFONDS = "ziekte_ziekenfonds", "Ziekte betaald door ziekenfonds of verzekeraar"
    MOEDERSCHAP = "moederschap", "Moederschapsrust"
    INHAALRUST = "inhaalrust", "Inhaalrust"
    TIJDELIJKE_WERKLOOSHEID = "tijdelijke_werkloosheid", "Tijdelijke werkloosheid"
    VERLOF_ZONDER_WEDDE = "verlof_zonder_wedde", "Verlof zonder wedde"
    SCHORSING = "schorsing", "Schorsing van het contract"
    OPLEIDING = "opleiding", "Beroepsopleiding"
    LOOPBAANONDERBREKING = "loopbaanonderbreking", "Loopbaanonderbreking met uitkering"
    DETENTIE = "detentie", "Detentie"


# Say something about health or justice: shown only to who may read shielded data.
AFGESCHERMDE_ONDERBREKINGEN = {
    Onderbrekingsoort.ZIEKTE_GEWAARBORGD,
    Onderbrekingsoort.ZIEKTE_ZIEKENFONDS,
    Onderbrekingsoort.MOEDERSCHAP,
    Onderbrekingsoort.DETENTIE,
}


# Need no contract: between two contracts they make the period of the RVA longer too (A15), so they may lie after one.
OOK_NA_HET_CONTRACT = {
    Onderbrekingsoort.ZIEKTE_ZIEKENFONDS,
    Onderbrekingsoort.LOOPBAANONDERBREKING,
    Onderbrekingsoort.DETENTIE,
}


class Overeenkomstsoort(models.TextChoices):
    """How the user agreed with the OCMW (A8)."""

    PER_PERSOON = "per_persoon", "Per persoon"
    PLAATSEN = "plaatsen", "Voor een aantal plaatsen"


class FysiekeEis(models.TextChoices):
    """What a place asks of the body."""

    TILLEN_LICHT = "tillen_licht", "Tillen tot 10 kg"
    TILLEN_ZWAAR = "tillen_zwaar", "Tillen boven 10 kg"
    STAAN = "staan", "Lang staan of stappen"
    BUKKEN = "bukken", "Bukken en knielen"
    BUITEN = "buiten", "Werken in weer en wind"
    HOOGTE = "hoogte", "Werken op hoogte"
    STOF = "stof", "Stof of schoonmaakmiddelen"
    LAWAAI = "lawaai", "Lawaai"
    KOUDE = "koude", "Koude ruimte"


class Werktijd(models.TextChoices):
    """When a place asks people to work."""

    DAG = "dag", "Overdag"
    VROEG = "vroeg", "Vroege ploeg (voor 7 uur)"
    LAAT = "laat", "Late ploeg (na 18 uur)"
    NACHT = "nacht", "Nacht"
    WEEKEND = "weekend", "Weekend"
