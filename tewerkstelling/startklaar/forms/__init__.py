from tewerkstelling.startklaar.forms.papieren import HandtekeningenForm, PuntForm, RaadForm, StartForm, StopForm
from tewerkstelling.startklaar.forms.plaatsing import PlaatsingForm, VerlengForm, WerkplekkeuzeForm

__all__ = [
    "HandtekeningenForm",
    "PlaatsingForm",
    "PuntForm",
    "RaadForm",
    "StartForm",
    "StopForm",
    "VerlengForm",
    "WerkplekkeuzeForm",
]
