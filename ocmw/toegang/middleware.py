from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


class EigenWachtwoordMiddleware:
    """Who got a password from a beheerder chooses an own one before seeing anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if getattr(request.user, "kiest_wachtwoord", False) and not request.path.startswith("/account/"):
            return redirect(reverse("account_change_password"))
        return self.get_response(request)
