from django.apps import AppConfig


class TrajectenConfig(AppConfig):
    name = "trajecten"
    verbose_name = "Trajecten"

    def ready(self) -> None:
        from trajecten import afwerkers, journaalcodes, plaats, regels, termijnsoorten  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
