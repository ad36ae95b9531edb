from django.apps import AppConfig


class BenchConfig(AppConfig):
    name = "ocmw.gereedschap.bench"
    label = "bench"
    verbose_name = "Metingen"
