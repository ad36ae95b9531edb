from tewerkstelling.regulier.models.cv import Cv, Cvregel
from tewerkstelling.regulier.models.sollicitatie import Sollicitatie, Sollicitatiestap
from tewerkstelling.regulier.models.werk import Opvolging, Werkgeverscontact

__all__ = ["Cv", "Cvregel", "Opvolging", "Sollicitatie", "Sollicitatiestap", "Werkgeverscontact"]
