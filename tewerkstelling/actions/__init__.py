"""What can happen with work, by noun."""

from tewerkstelling.actions.contract import (
    art60_beloften,
    beeindig_tewerkstelling,
    richt_art60,
    start_tewerkstelling,
    ververs_einde,
    waarschuwingen,
    weigering_voor_periode,
    wijzig_tewerkstelling,
)
from tewerkstelling.actions.werkgever import bewaar_werkgever, bewaar_werkplek

__all__ = [
    "art60_beloften",
    "beeindig_tewerkstelling",
    "bewaar_werkgever",
    "bewaar_werkplek",
    "richt_art60",
    "start_tewerkstelling",
    "ververs_einde",
    "waarschuwingen",
    "weigering_voor_periode",
    "wijzig_tewerkstelling",
]
