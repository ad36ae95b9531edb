from django.apps import AppConfig


class EindeConfig(AppConfig):
    """Phase 5: what must be settled before an art.60 contract ends."""

    name = "tewerkstelling.einde"
    label = "einde"
    verbose_name = "Einde art.60"

    def ready(self) -> None:
        from tewerkstelling.einde import beloften, fasedeel, journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
