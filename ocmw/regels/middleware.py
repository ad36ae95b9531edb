"""Whose house rules a page works with: of the OCMW of who is logged in, until a dossier is opened (ocmw/regels/aanbod.py)."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from ocmw.regels.opzoeken import neem_huisregels_van


class HuisregelMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        if request.user.is_authenticated:
            neem_huisregels_van(request.user.ocmw_id)
