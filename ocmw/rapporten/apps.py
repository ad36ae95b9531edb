from django.apps import AppConfig


class RapportenConfig(AppConfig):
    name = "ocmw.rapporten"
    label = "rapporten"
    verbose_name = "Rapporten"
