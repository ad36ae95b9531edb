from django.apps import AppConfig


class JournaalConfig(AppConfig):
    name = "ocmw.journaal"
    label = "journaal"
    verbose_name = "Journaal"
