from nazorg.forms.nazorgcontact import NazorgcontactForm
from nazorg.forms.werkervaring import StopForm, WerkervaringForm

__all__ = ["NazorgcontactForm", "StopForm", "WerkervaringForm"]
