from django.apps import AppConfig


class ClientenConfig(AppConfig):
    name = "clienten"
    verbose_name = "Cliënten"

    def ready(self) -> None:
        from clienten import journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
