from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "ocmw.dossier"
    label = "dossier"
    verbose_name = "Dossier"
