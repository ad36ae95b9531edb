from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from ocmw.toegang.models import Medewerker


class GeslotenAdapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Medewerker, password: str) -> None:
        """Every way to choose a password (change, reset) ends the temporary one."""
        user.kiest_wachtwoord = False
        super().set_password(user, password)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Never from the Host header: who sends one could have the key of somebody's account delivered elsewhere."""
        uid, _, sleutel = key.partition("-")
        pad = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": sleutel})
        return f"{settings.SITE_URL}{pad}"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        site = SimpleNamespace(name=settings.SITE_NAAM, domain=urlsplit(settings.SITE_URL).netloc)
        super().send_mail(template_prefix, email, {**context, "current_site": site})
