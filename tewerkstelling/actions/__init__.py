"""What can happen with work, by noun."""

from tewerkstelling.actions.contract import (
    art60_beloften,
    beeindig_tewerkstelling,
    richt_art60,
    start_tewerkstelling,
    ververs_einde,
    waarschuwingen,
    weigering_voor_mentor,
    weigering_voor_periode,
    wijzig_tewerkstelling,
)
from tewerkstelling.actions.onderbreking import (
    bewaar_onderbreking,
    verleng,
    verwijder_onderbreking,
    weigering_voor_lezer,
    weigering_voor_onderbreking,
)
from tewerkstelling.actions.rva import (
    bewaar_rechtspositie,
    bewaar_rva_berekening,
    neem_basis_over,
    weigering_voor_berekening,
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
    "art60_beloften",
    "beeindig_tewerkstelling",
    "bewaar_contactpersoon",
    "bewaar_mentor",
    "bewaar_onderbreking",
    "bewaar_overeenkomst",
    "bewaar_rechtspositie",
    "bewaar_rva_berekening",
    "bewaar_werkgever",
    "bewaar_werkplek",
    "neem_basis_over",
    "richt_art60",
    "start_tewerkstelling",
    "verleng",
    "ververs_einde",
    "verwijder_bij_werkgever",
    "verwijder_onderbreking",
    "waarschuwingen",
    "weigering_voor_berekening",
    "weigering_voor_lezer",
    "weigering_voor_mentor",
    "weigering_voor_onderbreking",
    "weigering_voor_periode",
    "wijzig_tewerkstelling",
]
