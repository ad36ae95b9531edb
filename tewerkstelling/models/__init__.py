from tewerkstelling.models.mentor import Mentor
from tewerkstelling.models.onderbreking import Onderbreking
from tewerkstelling.models.tewerkstelling import Tewerkstelling, TewerkstellingQuerySet
from tewerkstelling.models.werkgever import (
    Contactpersoon,
    Overeenkomst,
    Werkgever,
    WerkgeverQuerySet,
)
from tewerkstelling.models.werkperiode import Werkperiode, WerkperiodeQuerySet
from tewerkstelling.models.werkplek import Werkplek, WerkplekQuerySet

__all__ = [
    "Contactpersoon",
    "Mentor",
    "Onderbreking",
    "Overeenkomst",
    "Tewerkstelling",
    "TewerkstellingQuerySet",
    "Werkgever",
    "WerkgeverQuerySet",
    "Werkperiode",
    "WerkperiodeQuerySet",
    "Werkplek",
    "WerkplekQuerySet",
]
