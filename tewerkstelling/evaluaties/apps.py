from django.apps import AppConfig


class EvaluatiesConfig(AppConfig):
    """Evaluations and visits on the work floor: rhythm, competence lists, three voices."""

    name = "tewerkstelling.evaluaties"
    label = "evaluaties"
    verbose_name = "Evaluaties"

    def ready(self) -> None:
        from tewerkstelling.evaluaties import aanbod, fasedeel, journaalcodes, plaats, regels  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
