"""How somebody gets in for the first time, or again: with a link that only the owner of the mailbox sees, and where no mail
arrives with a code on paper that opens the door for an hour."""

import secrets
from datetime import timedelta

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction

from ocmw.kalender.klok import nu
from ocmw.toegang.models import Medewerker

CODE_GELDT = timedelta(hours=1)
# Without letters and digits that look alike: the code is read from paper once.
_TEKENS = "abcdefghijkmnpqrstuvwxyz23456789"


def nieuwe_code() -> str:
    """Twenty random characters in groups of five: 100 bits, and still possible to type over."""
    tekens = [secrets.choice(_TEKENS) for _ in range(20)]
    return "-".join("".join(tekens[begin : begin + 5]) for begin in range(0, 20, 5))


def zet_code(medewerker: Medewerker, *, van: str) -> str:
    """The code that is this colleague's password for an hour; kept nowhere else. The caller saves the row."""
    code = nieuwe_code()
    medewerker.set_password(code)
    medewerker.kiest_wachtwoord, medewerker.code_tot, medewerker.code_van = True, nu() + CODE_GELDT, van
    return code


def stuur_link(medewerker: Medewerker) -> None:
    """A link to choose a password: works once, for a day, and is seen by whoever reads the mailbox only. After the commit."""
    sleutel = f"{user_pk_to_url_str(medewerker)}-{default_token_generator.make_token(medewerker)}"
    _mail("uitnodiging", medewerker, {"link": get_adapter().get_reset_password_from_key_url(sleutel)})


def vertel_dat_de_code_gebruikt_is(medewerker: Medewerker, maker: str) -> None:
    _mail("code_gebruikt", medewerker, {"maker": maker, "op": nu()})


def _mail(sjabloon: str, medewerker: Medewerker, context: dict[str, object]) -> None:
    context |= {"medewerker": medewerker, "site": settings.SITE_NAAM, "site_url": settings.SITE_URL}
    transaction.on_commit(lambda: get_adapter().send_mail(f"account/email/{sjabloon}", medewerker.email, context))
