from tewerkstelling.evaluaties.forms.evaluatie import EvaluatieForm, NieuweEvaluatieForm
from tewerkstelling.evaluaties.forms.lijst import EigenLijstForm, LijstForm
from tewerkstelling.evaluaties.forms.planning import SchemaForm, VerzettingForm, WerkbezoekForm
from tewerkstelling.evaluaties.forms.stem import StemForm

__all__ = [
    "EigenLijstForm",
    "EvaluatieForm",
    "LijstForm",
    "NieuweEvaluatieForm",
    "SchemaForm",
    "StemForm",
    "VerzettingForm",
    "WerkbezoekForm",
]
