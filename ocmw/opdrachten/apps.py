from django.apps import AppConfig


class OpdrachtenConfig(AppConfig):
    name = "ocmw.opdrachten"
    label = "opdrachten"
    verbose_name = "Opdrachten"
