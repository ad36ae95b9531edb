"""What can happen on the path, by noun."""

from trajecten.actions.afspraak import (
    botsing,
    handel_afspraak_af,
    maak_afspraak,
    verzet_afspraak,
    volgende_afspraak,
)
from trajecten.actions.doorverwijzing import (
    EersteAfspraak,
    beantwoord_doorverwijzing,
    begin_doorverwijzing,
    bewaar_bundelstap,
    lees_antwoord,
    trek_doorverwijzing_in,
    verstuur_doorverwijzing,
    weigering_voor_doorverwijzing,
)
from trajecten.actions.fase import beantwoord_vraag, bewaar_randprobleem
from trajecten.actions.gesprek import noteer_gesprek, wijzig_gesprek
from trajecten.actions.intake import bewaar_intake, rond_intake_af
from trajecten.actions.plan import begin_actiepunt, bewaar_actiepunt, bewaar_doel, vink_af
from trajecten.actions.traject import fasefeiten, ga_naar_fase, sluit_traject_af, start_traject

__all__ = [
    "EersteAfspraak",
    "beantwoord_doorverwijzing",
    "beantwoord_vraag",
    "begin_actiepunt",
    "begin_doorverwijzing",
    "bewaar_actiepunt",
    "bewaar_bundelstap",
    "bewaar_doel",
    "bewaar_intake",
    "bewaar_randprobleem",
    "botsing",
    "fasefeiten",
    "ga_naar_fase",
    "handel_afspraak_af",
    "lees_antwoord",
    "maak_afspraak",
    "noteer_gesprek",
    "rond_intake_af",
    "sluit_traject_af",
    "start_traject",
    "trek_doorverwijzing_in",
    "verstuur_doorverwijzing",
    "verzet_afspraak",
    "vink_af",
    "volgende_afspraak",
    "weigering_voor_doorverwijzing",
    "wijzig_gesprek",
]
