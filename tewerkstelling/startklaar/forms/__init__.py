from tewerkstelling.startklaar.forms.afspraken import LoonafspraakForm, StartbeslissingForm
from tewerkstelling.startklaar.forms.papieren import (
    CheckpuntForm,
    HandtekeningenForm,
    PlaatsingstartForm,
    PlaatsingstopForm,
    RaadForm,
)
from tewerkstelling.startklaar.forms.plaatsing import PlaatsingForm, VerlengForm, WerkplekkeuzeForm

__all__ = [
    "CheckpuntForm",
    "HandtekeningenForm",
    "LoonafspraakForm",
    "PlaatsingForm",
    "PlaatsingstartForm",
    "PlaatsingstopForm",
    "RaadForm",
    "StartbeslissingForm",
    "VerlengForm",
    "WerkplekkeuzeForm",
]
