from django.apps import AppConfig


class StartklaarConfig(AppConfig):
    """A placement from proposal to start: what it needs, its papers, its states."""

    name = "tewerkstelling.startklaar"
    label = "startklaar"
    verbose_name = "Startklaar"
