from nazorg.rechten.forms.onderbreking import OnderbrekingForm, WegForm
from nazorg.rechten.forms.telling import RechtspositieForm, RvaForm, TellingForm
from nazorg.rechten.forms.uren import UrenForm, UrenWegForm

__all__ = ["OnderbrekingForm", "RechtspositieForm", "RvaForm", "TellingForm", "UrenForm", "UrenWegForm", "WegForm"]
