from django.apps import AppConfig


class RegelimpactConfig(AppConfig):
    """What a rule would move in every dossier, before and after it is published."""

    name = "ocmw.werkruimte.regelimpact"
    label = "regelimpact"
    verbose_name = "Impact van regels"

    def ready(self) -> None:
        from ocmw.werkruimte.regelimpact import jobs  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
