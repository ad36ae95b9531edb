"""What one POST writes is one transaction, and the key of its form is part of it: sent twice, saved once.

`EenmaligMiddleware` opens a `Bewaring` around every POST to a view of ours. A view that first has to read for a while (a
file, a paper) is marked `@leest_eerst`; its transaction begins only at `begin_bewaren()`, so that nobody waits for the reading.
"""

import hashlib
import re
from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.messages import WARNING, get_messages
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import salted_hmac

from ocmw.ui.getypt import gepost
from ocmw.ui.models import Formuliersleutel
from ocmw.ui.versie import IntussenGewijzigd

VELD = "formuliersleutel"
_VORM = re.compile(r"[\w-]{16,64}", re.ASCII)
# Waiting for each other or for the same row: deadlock, serialization, lock timeout; SQLITE_BUSY and SQLITE_LOCKED.
_PG_WACHTTE = {"40001", "40P01", "55P03"}
_SQLITE_WACHTTE = {5, 6}
_POGINGEN = 2

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
T = TypeVar("T")


class AlVerstuurd(Exception):
    """This key led somewhere before: `naar`. `zelfde`: with exactly what was posted now."""

    def __init__(self, naar: str, *, zelfde: bool) -> None:
        super().__init__("Dit formulier was al verstuurd.")
        self.naar, self.zelfde = naar, zelfde


def leest_eerst(view: View) -> View:
    """For a view that works long before it writes, or never writes: it calls `begin_bewaren()` itself."""
    view.leest_eerst = True  # type: ignore[attr-defined]  # a mark on a function, which the middleware reads
    return view


def begin_bewaren(request: HttpRequest) -> None:
    """From here on the view writes. Raises AlVerstuurd when this very form was saved already; does nothing the second time."""
    bewaring = getattr(request, "bewaring", None)
    if bewaring is not None:
        bewaring.begin()


def is_botsing(fout: BaseException) -> bool:
    """Somebody else was there first: trying once more meets the row as it is now."""
    if isinstance(fout, IntegrityError | IntussenGewijzigd):
        return True
    oorzaak = fout.__cause__
    return isinstance(fout, OperationalError) and (
        getattr(oorzaak, "pgcode", None) in _PG_WACHTTE
        or (getattr(oorzaak, "sqlite_errorcode", None) or 0) & 0xFF in _SQLITE_WACHTTE
    )


def bewaar_apart(werk: Callable[[], T]) -> T:
    """One of many: all of it or nothing, whatever happens to the others; once more when somebody else was first."""
    for poging in range(1, _POGINGEN + 1):
        try:
            with transaction.atomic():
                return werk()
        except Exception as fout:
            if poging == _POGINGEN or not is_botsing(fout):
                raise
    raise AssertionError("onbereikbaar")


class Bewaring:
    """The transaction of one POST, with the row of its key."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.botsing: BaseException | None = None
        self._begonnen = self._vastgelegd = False
        self._atomic: transaction.Atomic | None = None  # while it is open
        self._sleutel: Formuliersleutel | None = None

    def begin(self) -> None:
        if self._begonnen:
            return
        self._begonnen = True
        self._open()
        sleutel = sleutel_van(self.request)
        if sleutel is None:
            return
        try:
            # Waits here for a first post that is still busy: PostgreSQL on the primary key, SQLite on its one writer.
            sleutel.save(force_insert=True)
        except IntegrityError:
            self.rol_terug()
            self._na_eerste(sleutel)
        else:
            self._sleutel = sleutel

    def _na_eerste(self, sleutel: Formuliersleutel) -> None:
        """A page that saves by itself, and the form of a mentor, may send other answers: those replace the first."""
        eerste = Formuliersleutel.objects.get(pk=sleutel.pk)
        zelfde = eerste.inhoud == sleutel.inhoud
        vervangt = bool(self.request.headers.get("HX-Request")) or not self.request.user.is_authenticated
        if zelfde or not vervangt:
            raise AlVerstuurd(eerste.naar, zelfde=zelfde)
        self._open()

    def sluit(self, antwoord: HttpResponseBase) -> None:
        """Save what the view wrote. An answer that leads nowhere (errors, a merge page) leaves the key free."""
        if self._atomic is None:
            return
        if antwoord.status_code >= 500:
            self.rol_terug()
            return
        if self._sleutel is not None:
            self._sleutel.naar = _waarheen(self.request, antwoord)
            if self._sleutel.naar:
                self._sleutel.save(update_fields=["naar"])
            else:
                self._sleutel.delete()
        try:
            self._verlaat()
        except Exception as fout:
            # A constraint that is judged at the end. What goes wrong after the commit is no reason to do it again.
            if self._vastgelegd or not is_botsing(fout):
                raise
            self.botsing = fout

    def rol_terug(self) -> None:
        if self._atomic is not None:
            transaction.set_rollback(True)
            self._verlaat()

    def _open(self) -> None:
        self._atomic = transaction.atomic()
        self._atomic.__enter__()
        transaction.on_commit(self._leg_vast)

    def _verlaat(self) -> None:
        atomic, self._atomic = self._atomic, None
        if atomic is not None:
            atomic.__exit__(None, None, None)

    def _leg_vast(self) -> None:
        self._vastgelegd = True


def sleutel_van(request: HttpRequest) -> Formuliersleutel | None:
    """The row for the key in this POST; None when it carries none, as a script that saves does."""
    sleutel = request.POST.get(VELD, "")
    if not _VORM.fullmatch(sleutel):
        return None
    wie = request.user.pk or ""
    afdruk = salted_hmac(VELD, f"{wie}\n{request.path}\n{sleutel}", algorithm="sha256").hexdigest()
    return Formuliersleutel(afdruk=afdruk, inhoud=_inhoud_van(request))


def _inhoud_van(request: HttpRequest) -> str:
    som = hashlib.sha256(repr((request.META.get("QUERY_STRING"), sorted(gepost(request)))).encode("utf-8", "replace"))
    for naam, bestanden in sorted(request.FILES.lists()):
        for bestand in bestanden:
            som.update(f"\n{naam}\n{bestand.name}\n".encode("utf-8", "replace"))
            som.update(_som_van(bestand))
    return salted_hmac(VELD, som.hexdigest(), algorithm="sha256").hexdigest()


def _som_van(bestand: UploadedFile) -> bytes:
    som = hashlib.sha256()
    for stuk in bestand.chunks():
        som.update(stuk)
    bestand.seek(0)
    return som.digest()


def _waarheen(request: HttpRequest, antwoord: HttpResponseBase) -> str:
    """Where this answer leads, when it leads somewhere because something was done; empty for a refusal.

    An address on this same page is kept without its path: the path of a mentor's page holds the secret of the link.
    """
    if antwoord.status_code == 204:
        naar = antwoord.headers.get("HX-Redirect", "")
    else:
        naar = antwoord.headers.get("Location", "") if antwoord.status_code in {301, 302, 303} else ""
    if not naar or _geweigerd(request):
        return ""
    pad, _, rest = naar.partition("?")
    return f"?{rest}" if pad == request.path else naar


def _geweigerd(request: HttpRequest) -> bool:
    """A view that refuses says so in a message and leads back; nothing was saved, so nothing "was saved already"."""
    return any(bericht.level >= WARNING for bericht in wachtende_berichten(request))


def wachtende_berichten(request: HttpRequest) -> list[Any]:
    """Messages of this request that no page showed yet. Iterating over them the public way would mark them as shown."""
    opslag: Any = get_messages(request)
    wachtend: list[Any] = getattr(opslag, "_queued_messages", [])
    return wachtend
