from django.apps import AppConfig


class ZoekenConfig(AppConfig):
    """One field that finds a person by name, number or birth date."""

    name = "ocmw.werkruimte.zoeken"
    label = "zoeken"
    verbose_name = "Zoeken"

    def ready(self) -> None:
        from ocmw.werkruimte.zoeken import plaats  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
