"""What can happen on the path, by noun."""

from trajecten.actions.gesprek import bewaar_actiepunt, noteer_gesprek, ververs_contact
from trajecten.actions.termijnen import richt_beloften
from trajecten.actions.traject import STAP_VAN_FASE, fasefeiten, ga_naar_fase, sluit_traject_af, start_traject

__all__ = [
    "STAP_VAN_FASE",
    "bewaar_actiepunt",
    "fasefeiten",
    "ga_naar_fase",
    "noteer_gesprek",
    "richt_beloften",
    "sluit_traject_af",
    "start_traject",
    "ververs_contact",
]
