from tewerkstelling.forms.contract import ContractForm, EindeForm
from tewerkstelling.forms.werkgever import WerkgeverForm, WerkplekForm

__all__ = ["ContractForm", "EindeForm", "WerkgeverForm", "WerkplekForm"]
