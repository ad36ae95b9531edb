from django.apps import AppConfig


class VandaagConfig(AppConfig):
    """The first page of the day: what is due, who comes, and the messages."""

    name = "ocmw.werkruimte.vandaag"
    label = "vandaag"
    verbose_name = "Vandaag"

    def ready(self) -> None:
        from ocmw.werkruimte.vandaag import nieuws, plaats  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
