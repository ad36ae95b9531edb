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
    "PlaatsingForm",
    "PlaatsingstartForm",
    "PlaatsingstopForm",
    "RaadForm",
    "VerlengForm",
    "WerkplekkeuzeForm",
]
