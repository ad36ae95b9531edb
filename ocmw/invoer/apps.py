from django.apps import AppConfig


class InvoerConfig(AppConfig):
    name = "ocmw.invoer"
    label = "invoer"
    verbose_name = "Invoer"
