"""The Celery application. Effects of actions live in `<app>/tasks.py`, work on the clock in `<app>/jobs.py`."""

import logging.config
import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging
from django.conf import settings
from kombu.transport import TRANSPORT_ALIASES

from ocmw.ui.logboek import vang_de_rest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocmw.settings")

TRANSPORT_ALIASES["bestanden"] = "ocmw.opdrachten.rij:Transport"
app = Celery("ocmw")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="jobs")


@setup_logging.connect
def eigen_logboek(**_: Any) -> None:
    """Celery's own format prints the arguments and the result of each task; ours never does."""
    logging.config.dictConfig(settings.LOGGING)
    vang_de_rest()
