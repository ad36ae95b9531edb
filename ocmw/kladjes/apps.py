from django.apps import AppConfig


class KladjesConfig(AppConfig):
    name = "ocmw.kladjes"
    label = "kladjes"
    verbose_name = "Kladjes"
