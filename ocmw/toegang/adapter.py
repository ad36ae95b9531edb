import logging
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ocmw.kalender.klok import nu
from ocmw.toegang.adres import adres_van
from ocmw.toegang.models import Medewerker
from ocmw.toegang.pogingen import WACHTWOORD, neem_beurt, onthoud_plek
from ocmw.toegang.uitnodiging import vertel_dat_de_code_gebruikt_is

logger = logging.getLogger(__name__)


class GeslotenAdapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder; nobody signs up. Guessing is slowed by our own table, not by allauth's cache."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Medewerker, password: str) -> None:
        """Every way to choose a password (change, reset) ends the temporary one; who had a code hears that it was used."""
        maker = user.code_van
        user.kiest_wachtwoord, user.code_tot, user.code_van = False, None, ""
        super().set_password(user, password)
        if maker:
            vertel_dat_de_code_gebruikt_is(user, maker)

    def get_client_ip(self, request: HttpRequest) -> str:
        return adres_van(request)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Every password that is looked at passes here: login, and the question for it again before something weighty."""
        beurt = neem_beurt(WACHTWOORD, credentials.get("email", ""), request)
        user: AbstractBaseUser | None = super().authenticate(request, **credentials)
        if isinstance(user, Medewerker) and user.code_tot is not None and user.code_tot <= nu():
            return None  # as a wrong one: whoever found the paper learns nothing
        if user:
            beurt.geef_terug()
        return user

    def post_login(self, request: HttpRequest, user: Medewerker, **kwargs: Any) -> HttpResponse:
        """After the last step: who has the password but not the code is not known here."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        onthoud_plek(user.email, request, response)
        return response

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Never from the Host header: who sends one could have the key of somebody's account delivered elsewhere."""
        uid, _, sleutel = key.partition("-")
        pad = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": sleutel})
        return f"{settings.SITE_URL}{pad}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        site = SimpleNamespace(name=settings.SITE_NAAM, domain=urlsplit(settings.SITE_URL).netloc)
        bericht = self.render_mail(
            template_prefix, email, {"request": self.request, "email": email, **context, "current_site": site}
        )
        try:
            bericht.send()
        except OSError as fout:  # the server went away since we asked (ocmw/ui/mail.py); what was decided stands
            logger.error("een mail vertrok niet: %s", type(fout).__name__)
