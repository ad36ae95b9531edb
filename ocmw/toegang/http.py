"""Every view says which right it asks; a test walks the URLconf and fails on one that does not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django_htmx.middleware import HtmxDetails

from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht


class MedewerkerRequest(HttpRequest):
    """A request of somebody who is logged in (LoginRequiredMiddleware guarantees it)."""

    user: Medewerker
    htmx: HtmxDetails


View = Callable[..., HttpResponseBase]


def vereist(recht: Recht) -> Callable[[View], View]:
    """403 without `recht`: you work here, but not this. (404 is for what lies outside your scope.)"""

    def wikkel(view: View) -> View:
        @wraps(view)
        def bewaakt(request: MedewerkerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.mag(recht):
                raise PermissionDenied(f"Hiervoor heb je het recht nodig om {recht.label}.")
            return view(request, *args, **kwargs)

        bewaakt.recht = recht  # type: ignore[attr-defined]  # a mark on a function, which the walk through the URLconf reads
        return bewaakt

    return wikkel


def openbaar(view: View) -> View:
    """For the few pages that need no login; named so the walk through the URLconf can tell."""
    open_view = login_not_required(view)
    open_view.openbaar = True  # type: ignore[attr-defined]  # a mark on a function, which the walk through the URLconf reads
    return open_view
