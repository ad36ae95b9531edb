from django.apps import AppConfig


class InvoerConfig(AppConfig):
    name = "ocmw.werkruimte.invoer"
    label = "invoer"
    verbose_name = "Invoer"

    def ready(self) -> None:
        from ocmw.werkruimte.invoer import jobs, journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
