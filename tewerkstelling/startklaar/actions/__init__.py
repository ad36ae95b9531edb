"""What can happen with a placement, by noun."""

from tewerkstelling.startklaar.actions.afspraken import noteer_beslissing, noteer_loon, weigering_voor_afspraak
from tewerkstelling.startklaar.actions.papieren import noteer_handtekeningen, noteer_raad, wis_handtekeningen
from tewerkstelling.startklaar.actions.plaatsing import (
    maak_plaatsing,
    verleng_plaatsing,
    wijzig_plaatsing,
    zet_plaatsing_stop,
)
from tewerkstelling.startklaar.actions.punten import ontvink_punt, vink_punt, weigering_voor_punt
from tewerkstelling.startklaar.actions.start import start_plaatsing

__all__ = [
    "maak_plaatsing",
    "noteer_beslissing",
    "noteer_handtekeningen",
    "noteer_loon",
    "noteer_raad",
    "ontvink_punt",
    "start_plaatsing",
    "verleng_plaatsing",
    "vink_punt",
    "weigering_voor_afspraak",
    "weigering_voor_punt",
    "wijzig_plaatsing",
    "wis_handtekeningen",
    "zet_plaatsing_stop",
]
