from django.apps import AppConfig


class EvaluatiesConfig(AppConfig):
    """Evaluations and visits on the work floor: rhythm, competence lists, three voices."""

    name = "tewerkstelling.evaluaties"
    label = "evaluaties"
    verbose_name = "Evaluaties"
