from django.apps import AppConfig


class TermijnenConfig(AppConfig):
    name = "ocmw.termijnen"
    label = "termijnen"
    verbose_name = "Termijnen"

    def ready(self) -> None:
        from ocmw.termijnen import journaalcodes, regels, richten  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
