from django.apps import AppConfig


class MatchConfig(AppConfig):
    """A free place and a client: ranked both ways, every factor with its reason."""

    name = "tewerkstelling.match"
    label = "match"
    verbose_name = "Match"

    def ready(self) -> None:
        from tewerkstelling.match import journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
