from django.apps import AppConfig


class ZoekenConfig(AppConfig):
    """One field that finds a person by name, number or birth date."""

    name = "ocmw.werkruimte.zoeken"
    label = "zoeken"
    verbose_name = "Zoeken"
