from django.apps import AppConfig


class GroepenConfig(AppConfig):
    """Programmes for groups: series, sessions, who takes part, who was there."""

    name = "trajecten.groepen"
    label = "groepen"
    verbose_name = "Groepen"

    def ready(self) -> None:
        from trajecten.groepen import (  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
            beloften,
            contact,
            deelnemers,
            journaalcodes,
            plaats,
            regels,
            resultaten,
            toelating,
        )
