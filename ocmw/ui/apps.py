from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "ocmw.ui"
    label = "ui"
