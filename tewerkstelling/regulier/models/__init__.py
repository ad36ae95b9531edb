from tewerkstelling.regulier.models.cv import Cv, Cvregel
from tewerkstelling.regulier.models.ondersteuning import Ondersteuning
from tewerkstelling.regulier.models.sollicitatie import Sollicitatie, Sollicitatiestap
from tewerkstelling.regulier.models.werk import Opvolging, Werkgeverscontact

__all__ = ["Cv", "Cvregel", "Ondersteuning", "Opvolging", "Sollicitatie", "Sollicitatiestap", "Werkgeverscontact"]
