"""What can happen with work, by noun."""

from tewerkstelling.actions.contract import (
    beeindig_tewerkstelling,
    start_tewerkstelling,
    weigering_voor_mentor,
    weigering_voor_periode,
    wijzig_tewerkstelling,
)
from tewerkstelling.actions.onderbreking import (
    beeindig_onderbreking,
    bewaar_onderbreking,
    verleng,
    verwijder_onderbreking,
    weigering_voor_lezer,
    weigering_voor_onderbreking,
    weigering_voor_terug,
)
from tewerkstelling.actions.werkgever import (
    bewaar_contactpersoon,
    bewaar_mentor,
    bewaar_overeenkomst,
    bewaar_werkgever,
    bewaar_werkplek,
    verwijder_bij_werkgever,
)

__all__ = [
    "beeindig_onderbreking",
    "beeindig_tewerkstelling",
    "bewaar_contactpersoon",
    "bewaar_mentor",
    "bewaar_onderbreking",
    "bewaar_overeenkomst",
    "bewaar_werkgever",
    "bewaar_werkplek",
    "start_tewerkstelling",
    "verleng",
    "verwijder_bij_werkgever",
    "verwijder_onderbreking",
    "weigering_voor_lezer",
    "weigering_voor_mentor",
    "weigering_voor_onderbreking",
    "weigering_voor_periode",
    "weigering_voor_terug",
    "wijzig_tewerkstelling",
]
