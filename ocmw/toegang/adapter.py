from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class GeslotenAdapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
