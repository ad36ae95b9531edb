from django.apps import AppConfig


class VandaagConfig(AppConfig):
    """The first page of the day: what is due, who comes, and the messages."""

    name = "ocmw.werkruimte.vandaag"
    label = "vandaag"
    verbose_name = "Vandaag"
