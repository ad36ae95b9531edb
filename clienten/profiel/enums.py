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
