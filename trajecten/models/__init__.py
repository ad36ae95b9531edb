from trajecten.models.doorverwijzing import Doorverwijzing, DoorverwijzingQuerySet, Voorwaardeantwoord
from trajecten.models.gesprek import Actiepunt, ActiepuntQuerySet, Afspraak, AfspraakQuerySet, Doel, Gesprek
from trajecten.models.middel import Middel, MiddelQuerySet
from trajecten.models.traject import (
    Fasebeantwoording,
    Faseperiode,
    Intake,
    Navraag,
    Randprobleem,
    Traject,
    TrajectQuerySet,
)

__all__ = [
    "Actiepunt",
    "ActiepuntQuerySet",
    "Afspraak",
    "AfspraakQuerySet",
    "Doel",
    "Doorverwijzing",
    "DoorverwijzingQuerySet",
    "Fasebeantwoording",
    "Faseperiode",
    "Gesprek",
    "Intake",
    "Middel",
    "MiddelQuerySet",
    "Navraag",
    "Randprobleem",
    "Traject",
    "TrajectQuerySet",
    "Voorwaardeantwoord",
]
