from django.apps import AppConfig


class JournaalConfig(AppConfig):
    name = "ocmw.journaal"
    label = "journaal"
    verbose_name = "Journaal"

    def ready(self) -> None:
        from ocmw.journaal.aanmeldingen import verbind

        verbind()
