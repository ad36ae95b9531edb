from django.apps import AppConfig


class ProfielConfig(AppConfig):
    """What is asked once: diplomas, training, languages, licence, computer, wishes."""

    name = "clienten.profiel"
    label = "profiel"
    verbose_name = "Profiel"

    def ready(self) -> None:
        from clienten.profiel import aanbod, plaats  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
