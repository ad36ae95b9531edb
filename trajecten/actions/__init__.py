"""What can happen on the path, by noun."""

from trajecten.actions.doorverwijzing import (
    EersteAfspraak,
    beantwoord_doorverwijzing,
    begin_doorverwijzing,
    bewaar_bundelstap,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
    weigering_voor_doorverwijzing,
)
from trajecten.actions.gesprek import bewaar_actiepunt, noteer_gesprek, ververs_contact
from trajecten.actions.intake import bewaar_intake, rond_intake_af
from trajecten.actions.termijnen import richt_beloften
from trajecten.actions.traject import STAP_VAN_FASE, fasefeiten, ga_naar_fase, sluit_traject_af, start_traject

__all__ = [
    "STAP_VAN_FASE",
    "EersteAfspraak",
    "beantwoord_doorverwijzing",
    "begin_doorverwijzing",
    "bewaar_bundelstap",
    "bewaar_intake",
    "rond_intake_af",
    "trek_doorverwijzing_in",
    "verstuur_doorverwijzing",
    "weigering_voor_doorverwijzing",
    "bewaar_actiepunt",
    "fasefeiten",
    "ga_naar_fase",
    "noteer_gesprek",
    "richt_beloften",
    "sluit_traject_af",
    "start_traject",
    "ververs_contact",
]
