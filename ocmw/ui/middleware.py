import errno
import os
import secrets
from collections.abc import Callable

from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ocmw.ui.logboek import VERZOEK
from ocmw.ui.schijf import is_vol
from ocmw.ui.wachten import wachtpagina
from ocmw.ui.weigering import EvenWachten, Geweigerd


class SessieMiddleware(SessionMiddleware):
    """On a full disk a page that is only read does not fail because the session could not be written.

    Django takes a session it cannot write for one that somebody ended meanwhile, and answers "bad request".
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except (DatabaseError, SessionInterrupted) as fout:
            if not is_vol(fout):
                raise
            if request.method in {"GET", "HEAD"}:
                return response
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from fout


class KenmerkMiddleware:
    """Gives every request a short code: the error page shows it, and each line of the log about it carries it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.kenmerk = secrets.token_hex(4)  # type: ignore[attr-defined]
        hier = VERZOEK.set(request)
        try:
            return self.get_response(request)
        finally:
            VERZOEK.reset(hier)


class GeweigerdMiddleware:
    """A refusal that no form caught still becomes a page with the reason, never a 500."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            # The back button on a shared counter PC shows nothing of a dossier.
            response["Cache-Control"] = "no-store"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Geweigerd):
            return render(request, "geweigerd.html", {"reden": exception.reden}, status=409)
        if isinstance(exception, EvenWachten):
            return wachtpagina(request, exception.tot)
        return None
