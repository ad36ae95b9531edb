from clienten.forms.client import ClientForm, ClientZoekForm, ContactForm
from clienten.forms.collega import CollegaVeld
from clienten.forms.document import DocumentForm
from clienten.forms.leefsituatie import DiplomaForm, GezinslidForm, RandvoorwaardeForm, TaalkennisForm

__all__ = [
    "ClientForm",
    "ClientZoekForm",
    "CollegaVeld",
    "ContactForm",
    "DiplomaForm",
    "DocumentForm",
    "GezinslidForm",
    "RandvoorwaardeForm",
    "TaalkennisForm",
]
