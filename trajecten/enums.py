from django.db import models


class Kanaal(models.TextChoices):
    GESPREK = "gesprek", "Gesprek op kantoor"
    TELEFOON = "telefoon", "Telefoon"
    MAIL = "mail", "Mail of bericht"
    HUISBEZOEK = "huisbezoek", "Huisbezoek"
    WERKPLEKBEZOEK = "werkplekbezoek", "Bezoek op de werkplek"
    VIDEO = "video", "Videogesprek"


class Aanwezigheid(models.TextChoices):
    AANWEZIG = "aanwezig", "Aanwezig"
    AFWEZIG = "afwezig", "Niet gekomen"
    VERONTSCHULDIGD = "verontschuldigd", "Verontschuldigd"


class Stopreden(models.TextChoices):
    WERK = "werk", "Doorstroom naar regulier werk"
    OPLEIDING = "opleiding", "Opleiding"
    EINDE_DUUR = "einde_duur", "Einde van de 24 maanden"
    STOPT_ZELF = "stopt_zelf", "De cliënt stopt"
    GEEN_RECHT = "geen_recht", "Geen recht meer op steun"
    VERHUISD = "verhuisd", "Verhuisd"
    NIET_HAALBAAR = "niet_haalbaar", "Werk is nu niet haalbaar"
    ANDERE_DIENST = "andere_dienst", "Andere dienst neemt over"
    INGEVOERD = "ingevoerd", "Afgesloten voor de invoer"


class Doorverwijsstatus(models.TextChoices):
    KLAD = "klad", "Klad"
    VERSTUURD = "verstuurd", "Verstuurd"
    AANVULLING = "aanvulling", "Aanvulling gevraagd"
    AANVAARD = "aanvaard", "Aanvaard"
    AFGEWEZEN = "afgewezen", "Afgewezen"


class Voorwaarde(models.TextChoices):
    """The entry conditions of the Turnhout page (S2)."""

    IN_BEGELEIDING = "in_begeleiding", "Is in begeleiding bij het OCMW"
    STEUN = "steun", "Heeft recht op leefloon of maatschappelijke hulp"
    GEEN_STUDENT = "geen_student", "Is geen student"
    HUISVESTING = "huisvesting", "Heeft een stabiele woonst"
    RANDVOORWAARDEN = "randvoorwaarden", "Kan werken: kinderopvang, mobiliteit, cultuur en gezondheid zijn in orde"


# One answer over four things of which one is health: shielded like the health of phase 1.
AFGESCHERMDE_VOORWAARDEN = {Voorwaarde.RANDVOORWAARDEN}


class Randthema(models.TextChoices):
    """Side problems of phase 1 (S3). Health and addiction are special-category data: shielded."""

    GEZONDHEID = "gezondheid", "Gezondheid"
    VERSLAVING = "verslaving", "Verslaving"
    GEZIN = "gezin", "Gezin en leefsituatie"
    HUISVESTING = "huisvesting", "Huisvesting"
    SCHULDEN = "schulden", "Schulden"
    MOBILITEIT = "mobiliteit", "Mobiliteit"
    KINDEROPVANG = "kinderopvang", "Kinderopvang"
    TAAL = "taal", "Taal"
    ANDERE = "andere", "Ander probleem"


AFGESCHERMDE_THEMAS = frozenset({Randthema.GEZONDHEID, Randthema.VERSLAVING})


class Doelthema(models.TextChoices):
    """What a goal is about: work first, then whatever stands in its way."""

    WERK = "werk", "Werk"
    OPLEIDING = "opleiding", "Opleiding"
    TAAL = Randthema.TAAL.value, Randthema.TAAL.label
    GEZIN = Randthema.GEZIN.value, Randthema.GEZIN.label
    HUISVESTING = Randthema.HUISVESTING.value, Randthema.HUISVESTING.label
    SCHULDEN = Randthema.SCHULDEN.value, Randthema.SCHULDEN.label
    MOBILITEIT = Randthema.MOBILITEIT.value, Randthema.MOBILITEIT.label
    KINDEROPVANG = Randthema.KINDEROPVANG.value, Randthema.KINDEROPVANG.label
    GEZONDHEID = Randthema.GEZONDHEID.value, Randthema.GEZONDHEID.label
    VERSLAVING = Randthema.VERSLAVING.value, Randthema.VERSLAVING.label
    ANDERE = Randthema.ANDERE.value, "Andere"


class Randstatus(models.TextChoices):
    OPEN = "open", "Belemmert het werk"
    AANGEPAKT = "aangepakt", "Er wordt aan gewerkt"
    NORMAAL = "normaal", "Tot normale proporties gebracht"
    OPGELOST = "opgelost", "Opgelost"


class Doelstatus(models.TextChoices):
    GEPLAND = "gepland", "Gepland"
    BEZIG = "bezig", "Bezig"
    BEREIKT = "bereikt", "Bereikt"
    GESTOPT = "gestopt", "Gestopt"


class Eigenaar(models.TextChoices):
    """Who must do an actiepunt."""

    CLIENT = "client", "de cliënt"
    MEDEWERKER = "medewerker", "een collega"


class Afspraakstatus(models.TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEWEEST = "geweest", "Geweest"
    NIET_GEKOMEN = "niet_gekomen", "Niet gekomen"
    AFGEZEGD = "afgezegd", "Afgezegd"


# What may follow what; the diagram in the README is generated from this and from fasen.OVERGANGEN.
DOORVERWIJS_OVERGANGEN: dict[Doorverwijsstatus, frozenset[Doorverwijsstatus]] = {
    Doorverwijsstatus.KLAD: frozenset({Doorverwijsstatus.VERSTUURD}),
    # Back to KLAD: the sender withdraws it, or the dossier closes.
    Doorverwijsstatus.VERSTUURD: frozenset(
        {
            Doorverwijsstatus.AANVAARD,
            Doorverwijsstatus.AANVULLING,
            Doorverwijsstatus.AFGEWEZEN,
            Doorverwijsstatus.KLAD,
        }
    ),
    Doorverwijsstatus.AANVULLING: frozenset({Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.KLAD}),
    Doorverwijsstatus.AANVAARD: frozenset(),
    Doorverwijsstatus.AFGEWEZEN: frozenset(),
}


class Hulpvraag(models.TextChoices):
    """What the Aalst page offers help with (S1); the intake ticks what this person asks."""

    OPLEIDING = "opleiding", "een geschikte opleiding vinden"
    COMPETENTIES = "competenties", "aanmelden bij een project om competenties te versterken"
    JOB = "job", "een geschikte job zoeken"
    MAATREGELEN = "maatregelen", "uitzoeken welke tewerkstellingsmaatregelen kunnen (zoals art. 60)"
    CV = "cv", "een cv opstellen"
    VDAB = "vdab", "het dossier bij de VDAB op orde houden"
    SOLLICITEREN = "solliciteren", "een sollicitatiegesprek voorbereiden"


class Middelsoort(models.TextChoices):
    """What a path uses besides work (S1 begeleiding, S2 middelen)."""

    OPLEIDING = "opleiding", "Opleiding"
    COMPETENTIES = "competenties", "Competentieproject"
    VRIJWILLIGER = "vrijwilliger", "Vrijwilligerswerk"
    JONGEREN = "jongeren", "Jongerenwerking"


class Middelresultaat(models.TextChoices):
    GELUKT = "gelukt", "Afgerond, gelukt"
    DEELS = "deels", "Afgerond, deels gelukt"
    GESTOPT = "gestopt", "Vroeger gestopt"
