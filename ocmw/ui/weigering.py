"""Exceptions that become a page: "this cannot happen now" carries the sentence the user reads, "wait" the moment."""

from datetime import datetime


class Geweigerd(Exception):
    """The action is refused; `reden` is a Dutch sentence with a full stop."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


class EvenWachten(Exception):
    """Too many attempts; `tot` is the moment from which there is a turn again."""

    def __init__(self, tot: datetime) -> None:
        super().__init__(f"wachten tot {tot:%H:%M}")
        self.tot = tot


def weiger_als(reden: str) -> None:
    """Raise when a `weigering_voor()` returned a reason; do nothing on the empty string."""
    if reden:
        raise Geweigerd(reden)
