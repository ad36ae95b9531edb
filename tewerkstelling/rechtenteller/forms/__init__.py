from tewerkstelling.rechtenteller.forms.onderbreking import OnderbrekingForm, WegForm
from tewerkstelling.rechtenteller.forms.telling import RechtspositieForm, RvaForm, TellingForm
from tewerkstelling.rechtenteller.forms.uren import UrenForm, UrenWegForm

__all__ = ["OnderbrekingForm", "RechtspositieForm", "RvaForm", "TellingForm", "UrenForm", "UrenWegForm", "WegForm"]
