from tewerkstelling.forms.contract import ContractForm, EindeForm
from tewerkstelling.forms.mentor import MentorForm
from tewerkstelling.forms.werkgever import ContactpersoonForm, OvereenkomstForm, WerkgeverForm
from tewerkstelling.forms.werkplek import WerkplekForm

__all__ = [
    "ContactpersoonForm",
    "ContractForm",
    "EindeForm",
    "MentorForm",
    "OvereenkomstForm",
    "WerkgeverForm",
    "WerkplekForm",
]
