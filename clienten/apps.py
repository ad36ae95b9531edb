from django.apps import AppConfig


class ClientenConfig(AppConfig):
    name = "clienten"
    verbose_name = "Cliënten"
