"""What can happen on the way to a regular job, by noun."""

from tewerkstelling.regulier.actions.cv import bewaar_cv, bewaar_cvregel, neem_over_uit_dossier, verwijder_cvregel
from tewerkstelling.regulier.actions.ondersteuning import bewaar_ondersteuning
from tewerkstelling.regulier.actions.sollicitatie import (
    bewaar_sollicitatie,
    bewaar_werkgeverscontact,
    zet_stap,
)
from tewerkstelling.regulier.actions.werk import bewaar_opvolging, start_regulier_werk, weigering_voor_start

__all__ = [
    "bewaar_cv",
    "bewaar_cvregel",
    "bewaar_ondersteuning",
    "bewaar_opvolging",
    "bewaar_sollicitatie",
    "bewaar_werkgeverscontact",
    "neem_over_uit_dossier",
    "start_regulier_werk",
    "verwijder_cvregel",
    "weigering_voor_start",
    "zet_stap",
]
