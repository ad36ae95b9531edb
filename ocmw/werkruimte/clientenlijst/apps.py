from django.apps import AppConfig


class ClientenlijstConfig(AppConfig):
    """The caseload as a list and as a board, its export, and assigning many at once."""

    name = "ocmw.werkruimte.clientenlijst"
    label = "clientenlijst"
    verbose_name = "Cliënten"

    def ready(self) -> None:
        from ocmw.werkruimte.clientenlijst import plaats  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
