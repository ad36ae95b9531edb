from typing import Any

from django.http import HttpRequest


def kader(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page; no queries here."""
    medewerker = getattr(request, "user", None)
    return {"medewerker": medewerker if medewerker and medewerker.is_authenticated else None}
