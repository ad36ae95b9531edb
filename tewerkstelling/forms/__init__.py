from tewerkstelling.forms.contract import ContracteindeForm, ContractForm
from tewerkstelling.forms.mentor import MentorForm
from tewerkstelling.forms.werkervaring import StopForm, WerkervaringForm
from tewerkstelling.forms.werkgever import ContactpersoonForm, OvereenkomstForm, WerkgeverForm
from tewerkstelling.forms.werkplek import WerkplekForm

__all__ = [
    "ContactpersoonForm",
    "ContractForm",
    "ContracteindeForm",
    "MentorForm",
    "OvereenkomstForm",
    "StopForm",
    "WerkervaringForm",
    "WerkgeverForm",
    "WerkplekForm",
]
