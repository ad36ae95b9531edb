from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "ocmw.werkruimte.dossier"
    label = "dossier"
    verbose_name = "Dossier"

    def ready(self) -> None:
        from ocmw.werkruimte.dossier import journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
