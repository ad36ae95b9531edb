from tewerkstelling.evaluaties.models.competentie import Competentie, Competentielijst, Domein, Schaal
from tewerkstelling.evaluaties.models.evaluatie import Evaluatie, Opmerking, Score, Stem
from tewerkstelling.evaluaties.models.leren import Leerkoppeling
from tewerkstelling.evaluaties.models.mentorlink import Mentorlink
from tewerkstelling.evaluaties.models.planning import Evaluatieschema, Verzetting, Werkbezoek

__all__ = [
    "Competentie",
    "Competentielijst",
    "Domein",
    "Evaluatie",
    "Evaluatieschema",
    "Leerkoppeling",
    "Mentorlink",
    "Opmerking",
    "Schaal",
    "Score",
    "Stem",
    "Verzetting",
    "Werkbezoek",
]
