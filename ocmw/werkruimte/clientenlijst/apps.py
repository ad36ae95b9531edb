from django.apps import AppConfig


class ClientenlijstConfig(AppConfig):
    """The caseload as a list and as a board, its export, and assigning many at once."""

    name = "ocmw.werkruimte.clientenlijst"
    label = "clientenlijst"
    verbose_name = "Cliënten"
