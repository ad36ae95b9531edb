from django.apps import AppConfig


class TewerkstellingConfig(AppConfig):
    name = "tewerkstelling"
    verbose_name = "Tewerkstelling"
