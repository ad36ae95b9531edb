from tewerkstelling.models.tewerkstelling import Tewerkstelling, TewerkstellingQuerySet
from tewerkstelling.models.werkgever import Werkgever, WerkgeverQuerySet, Werkplek, WerkplekQuerySet

__all__ = ["Tewerkstelling", "TewerkstellingQuerySet", "Werkgever", "WerkgeverQuerySet", "Werkplek", "WerkplekQuerySet"]
