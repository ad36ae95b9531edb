"""What somebody posted and is not saved: to read, to copy, or to send once more.

One place for every page that has to give text back: an ended session, a page that is too old, a race with a colleague, a
full disk.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.http.request import RawPostDataException, UnreadablePostError

# What belongs to one view of a page: it may differ between two posts of the same form.
VAN_DE_PAGINA = {"csrfmiddlewaretoken", "formuliersleutel"}
# Bookkeeping of a form, by the last part of its name: nobody typed it.
BOEKHOUDING = VAN_DE_PAGINA | {"versie", "begin", "automatisch"}
_GEHEIM = re.compile(r"password|passwd|wachtwoord|geheim|secret|token", re.IGNORECASE)
# A number, a date or the code of a choice: sent by the form, but nobody wrote it.
_KEUZE = re.compile(r"[\d\W]*|[a-z_]{1,20}")
MAX_RIJEN = 14


@dataclass(frozen=True)
class Getypt:
    naam: str
    tekst: str

    @property
    def is_keuze(self) -> bool:
        return _KEUZE.fullmatch(self.tekst) is not None

    @property
    def rijen(self) -> int:
        """Lines of a field that shows all of it on a phone, or the first part of much."""
        return min(MAX_RIJEN, sum(1 + len(regel) // 40 for regel in self.tekst.splitlines()) or 1)


def gepost(request: HttpRequest) -> list[tuple[str, str]]:
    """Every field as it was posted, except what belongs to one page view only; none when the post cannot be read."""
    try:
        velden = list(request.POST.lists())
    except (OSError, UnreadablePostError, RawPostDataException):
        return []  # the form itself did not fit on the disk, or the line dropped
    return [(naam, str(waarde)) for naam, waarden in velden if naam not in VAN_DE_PAGINA for waarde in waarden]


def getypt(request: HttpRequest) -> list[Getypt]:
    """What the fields held, the written words first; nothing that is secret, and nothing another site sent along."""
    if request.method != "POST" or not _van_onze_pagina(request):
        return []
    velden = [
        Getypt(re.sub(r"[-_\s]+", " ", naam).strip().capitalize(), waarde)
        for naam, waarde in gepost(request)
        if waarde.strip() and naam.rsplit("-", 1)[-1] not in BOEKHOUDING and not _GEHEIM.search(naam)
    ]
    return sorted(velden, key=lambda veld: veld.is_keuze)


def _van_onze_pagina(request: HttpRequest) -> bool:
    """Another site must not be able to put its words on a page of ours."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    herkomst = request.headers.get("Origin", "null")
    return herkomst == "null" or urlsplit(herkomst).netloc == request.get_host()
