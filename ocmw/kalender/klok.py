"""One clock: deadlines are the product, so "today" is Brussels' today, injectable and the same everywhere."""

from datetime import date, datetime

from django.utils import timezone


def vandaag() -> date:
    """Today in Belgium. Rules take `op: date`; only the edge of the system calls this."""
    return timezone.localdate()


def nu() -> datetime:
    """This moment, timezone-aware."""
    return timezone.now()
