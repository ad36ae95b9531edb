"""The Celery application. Effects of actions live in `<app>/tasks.py`, work on the clock in `<app>/jobs.py`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocmw.settings")

app = Celery("ocmw")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(related_name="jobs")
