from django.apps import AppConfig


class RekenConfig(AppConfig):
    name = "ocmw.reken"
    label = "reken"
    verbose_name = "Rekenen"
