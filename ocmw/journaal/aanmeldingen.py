"""Who came in, who tried, and who changed how they come in. The login library tells it by signals; each is a row.

A row in the transaction of what it tells: when the journaal cannot be written, nobody comes in. An address nobody has leaves a
row too, of nobody: it costs the same time as one that exists, and beheer sees in no list which addresses were tried.
"""

from typing import Any

from allauth.account.signals import password_changed, password_reset, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_out, user_login_failed

from ocmw.journaal.journaalcodes import (
    AANGEMELD,
    AANMELDEN_MISLUKT,
    AFGEMELD,
    CODE_MISLUKT,
    TWEEDE_STAP_AAN,
    TWEEDE_STAP_UIT,
    WACHTWOORD_GEKOZEN,
)
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker


def aangemeld(user: Medewerker, **_: Any) -> None:
    noteer(AANGEMELD, None, door=user)


def afgemeld(user: Medewerker | None, **_: Any) -> None:
    if user is not None:
        noteer(AFGEMELD, None, door=user)


def mislukt(credentials: dict[str, Any], **_: Any) -> None:
    noteer(
        AANMELDEN_MISLUKT,
        None,
        door=Medewerker.objects.filter(email__iexact=str(credentials.get("email"))[:254]).first(),
    )


def code_mislukt(user: Medewerker, **_: Any) -> None:
    noteer(CODE_MISLUKT, None, door=user)


def wachtwoord_gekozen(user: Medewerker, **_: Any) -> None:
    noteer(WACHTWOORD_GEKOZEN, None, door=user)


def tweede_stap_aan(user: Medewerker, authenticator: Authenticator, **_: Any) -> None:
    noteer(TWEEDE_STAP_AAN, None, door=user, middel=authenticator.type)


def tweede_stap_uit(user: Medewerker, authenticator: Authenticator, **_: Any) -> None:
    noteer(TWEEDE_STAP_UIT, None, door=user, middel=authenticator.type)


def verbind() -> None:
    user_logged_in.connect(aangemeld)
    user_logged_out.connect(afgemeld)
    user_login_failed.connect(mislukt)
    authentication_failed.connect(code_mislukt)
    for signaal in (password_changed, password_reset):
        signaal.connect(wachtwoord_gekozen)
    for signaal in (authenticator_added, authenticator_reset):
        signaal.connect(tweede_stap_aan)
    authenticator_removed.connect(tweede_stap_uit)
