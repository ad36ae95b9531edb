from nazorg.forms.nazorgcontact import NazorgcontactForm
from nazorg.forms.uitkomst import UitkomstForm

__all__ = ["NazorgcontactForm", "UitkomstForm"]
