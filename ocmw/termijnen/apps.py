from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "ocmw.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"
