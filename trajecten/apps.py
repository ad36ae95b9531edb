from django.apps import AppConfig


class TrajectenConfig(AppConfig):
    name = "trajecten"
    verbose_name = "Trajecten"

    def ready(self) -> None:
        from trajecten import afwerkers, beloften, journaalcodes, plaats, regels, stand  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
