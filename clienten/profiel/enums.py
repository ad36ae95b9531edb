from django.db import models


class Sector(models.TextChoices):
    """Kind of work, on a place and in a work profile; matching compares the two."""

    SCHOONMAAK = "schoonmaak", "Schoonmaak"
    KEUKEN = "keuken", "Keuken en horeca"
    GROEN = "groen", "Groen en buitenwerk"
    LOGISTIEK = "logistiek", "Magazijn en logistiek"
    WINKEL = "winkel", "Winkel"
    TECHNIEK = "techniek", "Techniek en herstelling"
    BOUW = "bouw", "Bouw en onderhoud"
    PRODUCTIE = "productie", "Productie en sorteren"
    ZORG = "zorg", "Zorg en woonondersteuning"
    KINDEREN = "kinderen", "Kinderopvang en school"
    ONTHAAL = "onthaal", "Onthaal en administratie"
    VERVOER = "vervoer", "Vervoer"
    CULTUUR = "cultuur", "Cultuur en sport"
    ANDER = "ander", "Ander werk"


class Talent(models.TextChoices):
    """What somebody is strong in or can still learn, and what the work of a place asks: one list, so that they compare."""

    NAUWKEURIG = "nauwkeurig", "Nauwkeurig werken"
    TEMPO = "tempo", "Vlot doorwerken"
    ZELFSTANDIG = "zelfstandig", "Zelfstandig werken"
    AFSPRAKEN = "afspraken", "Afspraken nakomen en op tijd komen"
    TEAM = "team", "Samenwerken"
    CONTACT = "contact", "Vlot contact leggen"
    KLANTEN = "klanten", "Klanten helpen"
    ZORGEN = "zorgen", "Zorgen voor mensen"
    HANDIG = "handig", "Handig zijn, met gereedschap werken"
    ORDE = "orde", "Orde en netheid"
    LEREN = "leren", "Snel bijleren"
    REKENEN = "rekenen", "Tellen en rekenen"
    COMPUTER = "computer", "Met een computer werken"


class Profielbron(models.TextChoices):
    """Where something about the profile was said."""

    BUNDEL = "bundel", "in de doorverwijsbundel"
    INTAKE = "intake", "in de intake"
    FASE2 = "fase2", "bij fase 2"
    WERKPROFIEL = "werkprofiel", "in het werkprofiel"
    CV = "cv", "bij het cv"
    EVALUATIE = "evaluatie", "na een evaluatie"
    STARTLIJST = "startlijst", "bij de startlijst"
    EINDE = "einde", "bij het einde van art.60"
    DOSSIER = "dossier", "in het dossier"
