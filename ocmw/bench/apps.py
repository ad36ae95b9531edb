from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "ocmw.bench"
    label = "bench"
    verbose_name = "Metingen"
