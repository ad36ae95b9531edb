"""The Celery application. Effects of actions live in `<app>/tasks.py`, work on the clock in `<app>/jobs.py`."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocmw.settings")

TRANSPORT_ALIASES["bestanden"] = "ocmw.opdrachten.rij:Transport"
app = Celery("ocmw")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="jobs")
