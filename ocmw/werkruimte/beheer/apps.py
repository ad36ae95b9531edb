from django.apps import AppConfig


class BeheerConfig(AppConfig):
    name = "ocmw.werkruimte.beheer"
    label = "beheer"
    verbose_name = "Beheer en toezicht"

    def ready(self) -> None:
        from ocmw.werkruimte.beheer import journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
