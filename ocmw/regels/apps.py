from django.apps import AppConfig


class RegelsConfig(AppConfig):
    name = "ocmw.regels"
    label = "regels"
    verbose_name = "Regels"
