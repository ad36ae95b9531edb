"""One clock: deadlines are the product, so "today" is Brussels' today, injectable and the same everywhere."""

from datetime import date, datetime, time

from django.utils import timezone


def vandaag() -> date:
    """Today in Belgium. Rules take `op: date`; only the edge of the system calls this."""
    return timezone.localdate()


def nu() -> datetime:
    """This moment, timezone-aware."""
    return timezone.now()


def begin_van(dag: date) -> datetime:
    """Midnight in Belgium at the start of `dag`."""
    return timezone.make_aware(datetime.combine(dag, time.min))
