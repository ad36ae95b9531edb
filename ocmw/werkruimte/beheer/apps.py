from django.apps import AppConfig


class BeheerConfig(AppConfig):
    name = "ocmw.werkruimte.beheer"
    label = "beheer"
    verbose_name = "Beheer en toezicht"
