from django.apps import AppConfig


class RapportenConfig(AppConfig):
    name = "ocmw.werkruimte.rapporten"
    label = "rapporten"
    verbose_name = "Rapporten"

    def ready(self) -> None:
        from ocmw.werkruimte.rapporten import jobs, journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
