from django.apps import AppConfig


class GeldConfig(AppConfig):
    """What VDAB pays per month of tijdelijke werkervaring, and the radar before the month ends."""

    name = "tewerkstelling.geld"
    label = "geld"
    verbose_name = "Geld"

    def ready(self) -> None:
        from tewerkstelling.geld import beloften, berekening, plaats, regels, tijdlaag  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
