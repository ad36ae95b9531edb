from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from ocmw.toegang.models import Medewerker


class GeslotenAdapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Medewerker, password: str) -> None:
        """Every way to choose a password (change, reset) ends the temporary one."""
        user.kiest_wachtwoord = False
        super().set_password(user, password)
