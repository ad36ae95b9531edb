from django.apps import AppConfig


class ToegangConfig(AppConfig):
    name = "ocmw.toegang"
    label = "toegang"
    verbose_name = "Toegang"
