from tewerkstelling.models.mentor import Mentor
from tewerkstelling.models.rechten import Onderbreking, Rechtspositie, RvaBerekening
from tewerkstelling.models.tewerkstelling import Tewerkstelling, TewerkstellingQuerySet
from tewerkstelling.models.werkgever import (
    Contactpersoon,
    Overeenkomst,
    Werkgever,
    WerkgeverQuerySet,
)
from tewerkstelling.models.werkplek import Werkplek, WerkplekQuerySet

__all__ = [
    "Contactpersoon",
    "Mentor",
    "Onderbreking",
    "Overeenkomst",
    "Rechtspositie",
    "RvaBerekening",
    "Tewerkstelling",
    "TewerkstellingQuerySet",
    "Werkgever",
    "WerkgeverQuerySet",
    "Werkplek",
    "WerkplekQuerySet",
]
