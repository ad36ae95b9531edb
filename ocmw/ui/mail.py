"""Does the mail server answer? Asked before a promise is made that depends on it, and every few minutes for the monitor."""

import logging

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

_BLIJFT_HIER = {f"django.core.mail.backends.{soort}.EmailBackend" for soort in ("filebased", "console", "dummy")}
logger = logging.getLogger(__name__)


def mail_komt_aan() -> bool:
    """Whether a mail reaches somebody: a server answers. Mail that goes to files stays on this machine."""
    return not mail_blijft_hier() and mailserver_antwoordt()


def mail_blijft_hier() -> bool:
    return settings.EMAIL_BACKEND in _BLIJFT_HIER


def mailserver_antwoordt() -> bool:
    """Opens a connection, signs in and leaves. Mail that goes to files or to memory has no server, and always answers."""
    verbinding = get_connection()
    if not isinstance(verbinding, EmailBackend):
        return True
    try:
        verbinding.open()
        verbinding.close()
    except OSError as fout:  # smtplib's own errors are of this kind too
        logger.warning("de mailserver antwoordt niet: %s", type(fout).__name__)
        return False
    return True
