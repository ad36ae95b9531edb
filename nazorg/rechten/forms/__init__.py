from nazorg.rechten.forms.onderbreking import OnderbrekingForm, WegForm
from nazorg.rechten.forms.telling import RechtspositieForm, RvaForm, TellingForm

__all__ = ["OnderbrekingForm", "RechtspositieForm", "RvaForm", "TellingForm", "WegForm"]
