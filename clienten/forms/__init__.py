from clienten.forms.client import ClientForm, ClientZoekForm, ContactForm
from clienten.forms.leefsituatie import DiplomaForm, GezinslidForm, RandvoorwaardeForm, TaalkennisForm

__all__ = [
    "ClientForm",
    "ClientZoekForm",
    "ContactForm",
    "DiplomaForm",
    "GezinslidForm",
    "RandvoorwaardeForm",
    "TaalkennisForm",
]
