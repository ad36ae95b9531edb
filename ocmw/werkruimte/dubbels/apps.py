from django.apps import AppConfig


class DubbelsConfig(AppConfig):
    """Two dossiers of one person become one, and back again for a while."""

    name = "ocmw.werkruimte.dubbels"
    label = "dubbels"
    verbose_name = "Dubbele dossiers"

    def ready(self) -> None:
        from ocmw.werkruimte.dubbels import journaalcodes, nummers, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
