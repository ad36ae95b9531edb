from django.apps import AppConfig


class RechtentellerConfig(AppConfig):
    """The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

    name = "tewerkstelling.rechtenteller"
    label = "rechtenteller"
    verbose_name = "Rechtenteller"

    def ready(self) -> None:
        from tewerkstelling.rechtenteller import beloften, gevolgen, journaalcodes, plaats, regels, stand, tijdlaag  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
