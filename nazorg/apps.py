from django.apps import AppConfig


class NazorgConfig(AppConfig):
    name = "nazorg"
    verbose_name = "Nazorg"

    def ready(self) -> None:
        from nazorg import beloften, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
