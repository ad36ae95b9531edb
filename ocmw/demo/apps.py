from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "ocmw.demo"
    label = "demo"
    verbose_name = "Demo"
