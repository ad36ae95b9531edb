"""The page of whoever tried too often: when to try again, in words and in the header that programs read."""

from datetime import datetime, timedelta
from math import ceil

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from ocmw.kalender.klok import nu


def wachtpagina(request: HttpRequest, tot: datetime, template: str = "429.html", **context: object) -> HttpResponse:
    seconden = max(1, ceil((tot - nu()).total_seconds()))
    # The page names a whole minute: at that minute it must be open.
    context |= {"tot": localtime(tot + timedelta(seconds=59)), "minuten": ceil(seconden / 60)}
    response = render(request, template, context, status=429)
    response["Retry-After"] = str(seconden)
    return response
