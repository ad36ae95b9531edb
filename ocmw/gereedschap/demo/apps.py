from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "ocmw.gereedschap.demo"
    label = "demo"
    verbose_name = "Demo"
