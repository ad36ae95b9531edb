from django.apps import AppConfig


class RechtenConfig(AppConfig):
    """The rechtenteller on screen and paper, interruptions, what the RVA answered, wat-als."""

    name = "nazorg.rechten"
    label = "rechten"
    verbose_name = "Rechten"
