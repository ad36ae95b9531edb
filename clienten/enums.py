from django.db import models


class Antwoord(models.TextChoices):
    """Three states everywhere: an unknown is not a no."""

    JA = "ja", "ja"
    NEE = "nee", "nee"
    ONBEKEND = "onbekend", "onbekend"


class Geslacht(models.TextChoices):
    """Asked, never derived from an INSZ (I5)."""

    VROUW = "V", "vrouw"
    MAN = "M", "man"
    X = "X", "X"


class Statuut(models.TextChoices):
    LEEFLOON = "leefloon", "leefloon"
    EQUIVALENT = "equivalent", "equivalent leefloon"
    ANDERE_HULP = "andere_hulp", "andere maatschappelijke hulp"
    GEEN = "geen", "geen steun"


class Taalniveau(models.TextChoices):
    """European framework; A0 is what teams write for "no Dutch yet"."""

    A0 = "A0", "A0 (nog geen Nederlands)"
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    C2 = "C2", "C2 of moedertaal"


class Toewijzingsrol(models.TextChoices):
    MW = "mw", "maatschappelijk werker"
    ATB = "atb", "trajectbegeleider"


class Stap(models.IntegerChoices):
    """Where a dossier stands on the way; derived from facts, ordered as the path."""

    NIEUW = 0, "Nog niet doorverwezen"
    DOORVERWEZEN = 1, "Doorverwezen"
    INTAKE = 2, "Intake"
    FASE_1 = 11, "1. Verkenning"
    FASE_2 = 12, "2. In kaart brengen"
    FASE_3 = 13, "3. Zoeken naar werk"
    FASE_4 = 14, "4. Begeleiding tijdens werk"
    FASE_5 = 15, "5. Einde art.60"
    NAZORG = 20, "Nazorg"
    GESLOTEN = 90, "Gesloten"


class Sluitreden(models.TextChoices):
    WERK = "werk", "Heeft werk (reguliere arbeidsmarkt)"
    OPLEIDING = "opleiding", "Volgt een opleiding"
    EINDE_NAZORG = "einde_nazorg", "Einde van de nazorg"
    STOPT_ZELF = "stopt_zelf", "Stopt zelf"
    GEEN_RECHT = "geen_recht", "Heeft geen recht meer op steun"
    VERHUISD = "verhuisd", "Verhuisd naar een andere gemeente"
    NIET_HAALBAAR = "niet_haalbaar", "Werk is nu niet haalbaar"
    DOORVERWEZEN = "doorverwezen", "Doorverwezen naar een andere dienst"
    OVERLEDEN = "overleden", "Overleden"
    INGEVOERD = "ingevoerd", "Afgesloten voor de invoer in deze toepassing"


class Randvoorwaardesoort(models.TextChoices):
    """What must be in order to be able to work (S2: kinderopvang, mobiliteit, cultuur, gezondheid; plus housing)."""

    KINDEROPVANG = "kinderopvang", "Kinderopvang"
    MOBILITEIT = "mobiliteit", "Mobiliteit"
    CULTUUR = "cultuur", "Cultuur"
    GEZONDHEID = "gezondheid", "Gezondheid"
    HUISVESTING = "huisvesting", "Huisvesting"


class Documentsoort(models.TextChoices):
    CV = "cv", "Cv"
    DIPLOMA = "diploma", "Diploma of attest"
    CONTRACT = "contract", "Contract of overeenkomst"
    BEWIJS = "bewijs", "Bewijsstuk"
    BRIEF = "brief", "Brief"
    MEDISCH = "medisch", "Medisch document"
    ANDER = "ander", "Ander document"


AFGESCHERMDE_DOCUMENTEN = {Documentsoort.MEDISCH}
AFGESCHERMDE_RANDVOORWAARDEN = {Randvoorwaardesoort.GEZONDHEID}
