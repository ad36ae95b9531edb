from django.apps import AppConfig


class RekenConfig(AppConfig):
    name = "ocmw.werkruimte.reken"
    label = "reken"
    verbose_name = "Rekenen"
