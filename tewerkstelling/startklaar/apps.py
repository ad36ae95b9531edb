from django.apps import AppConfig


class StartklaarConfig(AppConfig):
    """A placement from proposal to start: what it needs, its papers, its states."""

    name = "tewerkstelling.startklaar"
    label = "startklaar"
    verbose_name = "Startklaar"

    def ready(self) -> None:
        from tewerkstelling.startklaar import aankomst, beloften, journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
