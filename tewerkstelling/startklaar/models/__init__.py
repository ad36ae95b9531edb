from tewerkstelling.startklaar.models.afspraak import Loonafspraak, Startbeslissing
from tewerkstelling.startklaar.models.checkpunt import Checkpunt
from tewerkstelling.startklaar.models.plaatsing import Plaatsing, PlaatsingQuerySet

__all__ = ["Checkpunt", "Loonafspraak", "Plaatsing", "PlaatsingQuerySet", "Startbeslissing"]
