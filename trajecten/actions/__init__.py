"""What can happen on the path, by noun."""

from trajecten.actions.afspraak import (
    botsing,
    handel_afspraak_af,
    maak_afspraak,
    ververs_afspraak,
    verzet_afspraak,
    volgende_afspraak,
)
from trajecten.actions.fase import beantwoord_vraag, bewaar_randprobleem
from trajecten.actions.gesprek import noteer_gesprek, ververs_contact, wijzig_gesprek
from trajecten.actions.kladje import bewaar_kladje, lees_kladje, ruim_kladjes_op, vergeet_kladje
from trajecten.actions.plan import begin_actiepunt, bewaar_actiepunt, bewaar_doel, vink_af
from trajecten.actions.termijnen import richt_beloften
from trajecten.actions.traject import STAP_VAN_FASE, fasefeiten, ga_naar_fase, sluit_traject_af, start_traject

__all__ = [
    "STAP_VAN_FASE",
    "beantwoord_vraag",
    "begin_actiepunt",
    "bewaar_actiepunt",
    "bewaar_doel",
    "bewaar_kladje",
    "bewaar_randprobleem",
    "botsing",
    "fasefeiten",
    "ga_naar_fase",
    "handel_afspraak_af",
    "lees_kladje",
    "maak_afspraak",
    "noteer_gesprek",
    "richt_beloften",
    "ruim_kladjes_op",
    "sluit_traject_af",
    "start_traject",
    "vergeet_kladje",
    "ververs_afspraak",
    "ververs_contact",
    "verzet_afspraak",
    "vink_af",
    "volgende_afspraak",
    "wijzig_gesprek",
]
