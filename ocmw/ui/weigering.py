"""One exception for "this cannot happen now"; it carries the sentence the user reads."""


class Geweigerd(Exception):
    """The action is refused; `reden` is a Dutch sentence with a full stop."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


def weiger_als(reden: str) -> None:
    """Raise when a `weigering_voor()` returned a reason; do nothing on the empty string."""
    if reden:
        raise Geweigerd(reden)
