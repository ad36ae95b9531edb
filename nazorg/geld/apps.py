from django.apps import AppConfig


class GeldConfig(AppConfig):
    """What VDAB pays per month of tijdelijke werkervaring, and the radar before the month ends."""

    name = "nazorg.geld"
    label = "geld"
    verbose_name = "Geld"
