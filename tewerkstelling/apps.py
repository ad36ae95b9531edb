from django.apps import AppConfig


class TewerkstellingConfig(AppConfig):
    name = "tewerkstelling"
    verbose_name = "Tewerkstelling"

    def ready(self) -> None:
        from tewerkstelling import (  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
            aanbod,
            beloften,
            deelnemers,
            journaalcodes,
            plaats,
            regels,
            tijdbeeld,
            toelating,
            uitkomsten,
        )
