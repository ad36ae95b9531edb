from celery.signals import task_prerun
from django.apps import AppConfig
from django.core.signals import request_started


class RegelsConfig(AppConfig):
    name = "ocmw.regels"
    label = "regels"
    verbose_name = "Regels"

    def ready(self) -> None:
        from ocmw.regels import aanbod, journaalcodes  # noqa: F401 - what this room offers (ocmw/ui/aanbod.py)
        from ocmw.regels.opzoeken import kijk_opnieuw  # its models exist only now

        request_started.connect(kijk_opnieuw, dispatch_uid="regels")
        task_prerun.connect(kijk_opnieuw, dispatch_uid="regels")
