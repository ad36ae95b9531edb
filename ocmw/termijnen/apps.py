from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class TermijnenConfig(AppConfig):
    name = "ocmw.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"

    def ready(self) -> None:
        """Apps above say in `afwerkers.py` what ticking off one of their termijnen means; this app cannot import them."""
        autodiscover_modules("afwerkers")
