from clienten.forms.client import ClientForm, ClientZoekForm, ContactForm

__all__ = ["ClientForm", "ClientZoekForm", "ContactForm"]
