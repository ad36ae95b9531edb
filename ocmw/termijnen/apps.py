from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TermijnenConfig(AppConfig):
    name = "ocmw.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"

    def ready(self) -> None:
        """Apps above say in `beloften.py` what they promise and in `afwerkers.py` what ticking it off means; this app
        cannot import them."""
        autodiscover_modules("beloften", "afwerkers")
