import errno
import logging
import os
import secrets
from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError, DataError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render

from ocmw.ui.bewaring import (
    AlVerstuurd,
    Bewaring,
    begin_bewaren,
    is_botsing,
    wachtende_berichten,
)
from ocmw.ui.getypt import gepost, getypt
from ocmw.ui.logboek import VERZOEK
from ocmw.ui.schijf import is_vol
from ocmw.ui.versie import IntussenGewijzigd
from ocmw.ui.wachten import wachtpagina
from ocmw.ui.weigering import EvenWachten, Geweigerd

logger = logging.getLogger(__name__)

GEWIJZIGD = "Iemand anders heeft dit intussen gewijzigd."
BOTST = "Op hetzelfde moment bewaarde iemand anders iets dat hier niet mee samengaat."
AL = "Dit formulier was al verstuurd. Hier zie je het resultaat."
# What a browser cannot make by itself: a character or a number that no field can hold.
_ONLEESBAAR = (DataError, OverflowError, RecursionError)
_ONLEESBARE_WAARDE = ("NUL (0x00)", "Exceeds the limit", "null character")


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
        request.kenmerk = secrets.token_hex(4)  # type: ignore[attr-defined]  # ours, for whoever writes the log
        hier = VERZOEK.set(request)
        try:
            return self.get_response(request)
        finally:
            VERZOEK.reset(hier)


class KoppenMiddleware:
    """Headers for every answer, static files too, that neither Django nor django-csp sets."""

    KOPPEN: ClassVar = {
        # The product uses none of these; a script that gets in does not either.
        "Permissions-Policy": ", ".join(
            f"{wat}=()"
            for wat in (
                "camera",
                "microphone",
                "geolocation",
                "display-capture",
                "usb",
                "serial",
                "bluetooth",
                "payment",
            )
        ),
        "Cross-Origin-Resource-Policy": "same-origin",
    }

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for kop, waarde in self.KOPPEN.items():
            response.headers.setdefault(kop, waarde)
        return response


class InpakMiddleware(GZipMiddleware):
    """Pages travel packed: a list of 45 KB is 6 KB on the line, which a phone on a bad connection notices.

    Only HTML of one piece: a file is packed by itself already and a stream would be held up. Packing may betray a secret that
    stands beside something an attacker chose (BREACH): the form token is masked anew in every answer, what somebody typed never
    stands in an address, cookies are SameSite, and Django adds a random length to every answer.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.headers.get("Content-Type", "").startswith("text/html"):
            return response
        return super().process_response(request, response)


class GeweigerdMiddleware:
    """A refusal that no form caught still becomes a page with the reason, never a 500; so does what cannot be read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            # The back button on a shared counter PC shows nothing of a dossier.
            response["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        # PostgreSQL knows no NUL in a text, SQLite does: refused before it reaches either.
        nul = "\0" in request.path or any("\0" in "".join(waarden) for _, waarden in request.GET.lists())
        return render(request, "400.html", status=400) if nul else None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Geweigerd):
            return toon_weigering(request, exception.reden)
        if isinstance(exception, EvenWachten):
            return wachtpagina(request, exception.tot)
        if isinstance(exception, _ONLEESBAAR) or (
            isinstance(exception, ValueError) and any(deel in str(exception) for deel in _ONLEESBARE_WAARDE)
        ):
            logger.warning("onleesbare vraag: %s", type(exception).__name__)
            return render(request, "400.html", status=400)
        return None


class EenmaligMiddleware:
    """A form that is sent twice is done once, and a race with a colleague ends in a page (see bewaring.py).

    The innermost of all: what it wraps is the view, with the hooks that turn its exceptions into pages.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST":
            return self.get_response(request)
        berichten = len(wachtende_berichten(request))
        response, botsing = self._doe(request)
        # A file was read, and perhaps moved, by the first try.
        if botsing is not None and not request.FILES:
            del wachtende_berichten(request)[berichten:]
            if request.user.is_authenticated:
                request.user.refresh_from_db()  # what the view changed in it is undone
            response, botsing = self._doe(request)
        if botsing is None:
            return response
        # The name of the page only: an address may hold the secret of a mentor's link, a database error what was typed.
        naam = request.resolver_match.view_name if request.resolver_match else "?"
        logger.error("botsing die blijft: %s bij %s", type(botsing).__name__, naam)
        del wachtende_berichten(request)[berichten:]
        return toon_weigering(request, GEWIJZIGD if isinstance(botsing, IntussenGewijzigd) else BOTST, opnieuw=True)

    def _doe(self, request: HttpRequest) -> tuple[HttpResponse, BaseException | None]:
        bewaring = Bewaring(request)
        request.bewaring = bewaring  # type: ignore[attr-defined]  # ours, for begin_bewaren()
        try:
            response = self.get_response(request)
            bewaring.sluit(response)
        finally:
            bewaring.rol_terug()
        return response, bewaring.botsing

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *_: Any) -> HttpResponse | None:
        """Runs last, so after the checks on login and CSRF: who may not post, claims nothing."""
        van_ons = hasattr(view, "recht") or hasattr(view, "openbaar")
        if request.method != "POST" or not van_ons or hasattr(view, "leest_eerst"):
            return None
        try:
            begin_bewaren(request)
        except AlVerstuurd as al:
            return leid_naar_eerste(request, al)
        except Exception as fout:
            if (antwoord := self.process_exception(request, fout)) is None:
                raise
            return antwoord
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Runs first: whatever the view wrote before it failed is undone before anybody makes a page of it."""
        bewaring = getattr(request, "bewaring", None)
        if bewaring is None:
            return None
        bewaring.rol_terug()
        if isinstance(exception, AlVerstuurd):
            return leid_naar_eerste(request, exception)
        if is_botsing(exception):
            bewaring.botsing = exception
            return HttpResponse(status=409)
        return None


def leid_naar_eerste(request: HttpRequest, al: AlVerstuurd) -> HttpResponse:
    """To where the first post led. Who changed something after it is asked first: no text is thrown away."""
    naar = f"{request.path}{al.naar}".removesuffix("?") if al.naar.startswith("?") else al.naar
    if not al.zelfde:
        return render(request, "al_verstuurd.html", {"naar": naar, **_met_tekst(request)}, status=409)
    if request.user.is_authenticated:
        messages.info(request, AL)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": naar})
    return HttpResponseRedirect(naar)


def toon_weigering(request: HttpRequest, reden: str, *, opnieuw: bool = False) -> HttpResponse:
    """Why not, with what was typed. `opnieuw` offers to send it once more, where that may end otherwise."""
    tekst = _met_tekst(request) if request.method == "POST" else {}
    return render(request, "geweigerd.html", {"reden": reden, "opnieuw": opnieuw, **tekst}, status=409)


def _met_tekst(request: HttpRequest) -> dict[str, Any]:
    """What was posted: to read, and to send again. A file cannot travel; its form asks for it again."""
    return {"velden": getypt(request), "gepost": gepost(request), "met_bestand": bool(request.FILES)}
