from tewerkstelling.match.models.voorstel import Voorstel, VoorstelQuerySet
from tewerkstelling.match.models.werkprofiel import Werkprofiel

__all__ = ["Voorstel", "VoorstelQuerySet", "Werkprofiel"]
