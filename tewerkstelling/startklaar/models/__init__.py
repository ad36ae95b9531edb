from tewerkstelling.startklaar.models.checkpunt import Checkpunt
from tewerkstelling.startklaar.models.plaatsing import Plaatsing, PlaatsingQuerySet

__all__ = ["Checkpunt", "Plaatsing", "PlaatsingQuerySet"]
