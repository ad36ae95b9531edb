from clienten.forms.client import ClientForm, ClientZoekForm, ContactForm
from clienten.forms.collega import CollegaVeld
from clienten.forms.document import DocumentForm
from clienten.forms.leefsituatie import GezinslidForm, RandvoorwaardeForm, RijForm, redelijk_jaar

__all__ = [
    "ClientForm",
    "ClientZoekForm",
    "CollegaVeld",
    "ContactForm",
    "DocumentForm",
    "GezinslidForm",
    "RandvoorwaardeForm",
    "RijForm",
    "redelijk_jaar",
]
