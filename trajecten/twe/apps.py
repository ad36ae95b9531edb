from django.apps import AppConfig


class TweConfig(AppConfig):
    """The 24-month window: the werkervaringsovereenkomst, what it pays, and what is left for nazorg."""

    name = "trajecten.twe"
    label = "twe"
    verbose_name = "Tijdelijke werkervaring"

    def ready(self) -> None:
        from trajecten.twe import beloften, journaalcodes, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
