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
from trajecten.actions.fase import beantwoord_vraag
from trajecten.actions.gesprek import noteer_gesprek, wijzig_gesprek
from trajecten.actions.intake import bewaar_intake, rond_intake_af
from trajecten.actions.middel import bewaar_middel
from trajecten.actions.plan import begin_actiepunt, bewaar_actiepunt, bewaar_doel, vink_af
from trajecten.actions.randprobleem import bewaar_randprobleem, noteer_navraag, sluit_randprobleem
from trajecten.actions.traject import fasefeiten, ga_naar_fase, neem_fasevoorstel, sluit_traject_af, start_traject
from trajecten.actions.vdab import bewaar_vdab, neem_inschrijving_op

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
    "bewaar_middel",
    "bewaar_randprobleem",
    "bewaar_vdab",
    "botsing",
    "fasefeiten",
    "ga_naar_fase",
    "handel_afspraak_af",
    "lees_antwoord",
    "maak_afspraak",
    "neem_fasevoorstel",
    "neem_inschrijving_op",
    "noteer_gesprek",
    "noteer_navraag",
    "rond_intake_af",
    "sluit_randprobleem",
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
