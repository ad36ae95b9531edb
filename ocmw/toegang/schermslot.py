"""The lock on a screen that was left alone. The server decides: a browser that was shut or stopped locks nothing."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from ocmw.kalender.klok import nu

# Not at every page: a session that is written costs a query.
MERK_ELKE = timedelta(minutes=1)
GEZIEN = "gezien"
OP_SLOT = "Je scherm ging op slot: er gebeurde een half uur niets. Meld je aan en je bent terug waar je was."


def is_stil(session: SessionBase) -> bool:
    """Nothing was asked for longer than SCHERMSLOT_NA, and the minute that a mark may be old: the page locks first, and keeps
    what was typed. A session without a mark starts now."""
    gezien = session.get(GEZIEN)
    return gezien is not None and nu().timestamp() - gezien > (settings.SCHERMSLOT_NA + MERK_ELKE).total_seconds()


def leeft(session: SessionBase) -> None:
    gezien, nu_ = session.get(GEZIEN), nu().timestamp()
    if gezien is None or not 0 <= nu_ - gezien < MERK_ELKE.total_seconds():
        session[GEZIEN] = nu_


def begin(request: HttpRequest | None, **_: Any) -> None:
    if request is not None and hasattr(request, "session"):
        request.session[GEZIEN] = nu().timestamp()


def einde(request: HttpRequest | None, **_: Any) -> None:
    if request is not None:
        request.net_afgemeld = True  # type: ignore[attr-defined]  # ours, for SchermslotMiddleware


# Every way in or out passes Django's own two functions, which tell it so.
user_logged_in.connect(begin)
user_logged_out.connect(einde)
