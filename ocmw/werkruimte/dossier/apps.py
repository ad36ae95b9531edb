from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "ocmw.werkruimte.dossier"
    label = "dossier"
    verbose_name = "Dossier"
