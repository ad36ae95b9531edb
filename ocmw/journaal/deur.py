"""The only door to a dossier: it scopes, answers 404 outside scope, asks for a reason outside the own caseload, and
writes the read log before anything is rendered. When the log cannot be written, nothing is shown."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.db import DatabaseError, models
from django.http import Http404
from django.utils import timezone

from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, LIJST_BEKEKEN, Journaalcode
from ocmw.journaal.models import Inzagegrond, in_een_lijst, noteer
from ocmw.journaal.nummers import waar_nu
from ocmw.toegang.http import MedewerkerRequest
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.schijf import is_vol

M = TypeVar("M", bound=models.Model)
# What another room does as soon as a dossier is opened: it gets the client.
BIJ_OPENEN: Aanbod[Callable[[Any], None]] = Aanbod("wat meegaat als een dossier opent")


class JournaalZwijgt(Exception):
    """The read cannot be noted, so nothing is shown; the middleware says so (503)."""


class RedenNodig(Exception):
    """This dossier lies outside the caseload of the reader; the middleware asks why and comes back."""

    def __init__(self, client_pk: int) -> None:
        super().__init__("Voor dit dossier is een reden nodig.")
        self.client_pk = client_pk


class DossierVerhuisd(Exception):
    """This dossier joined another one, which this reader sees; the middleware leads there."""

    def __init__(self, client_pk: int) -> None:
        super().__init__("Dit dossier zit nu in een ander dossier.")
        self.client_pk = client_pk


def inzagegrond(medewerker: Medewerker, client: Any) -> str:
    """Why `medewerker` may read `client` now: "caseload", "team" or the reason given; empty when none yet."""
    if client.is_toegewezen_aan(medewerker):
        return "caseload"
    if medewerker.mag(Recht.TEAM_VOLGEN) and client.ocmw_id == medewerker.ocmw_id:
        return "team"
    grond = (
        Inzagegrond.objects.filter(medewerker=medewerker, client_id=client.pk, geldig_tot__gt=timezone.now())
        .order_by("-gegeven_op")
        .first()
    )
    return grond.reden if grond else ""


def open_dossier(
    dossiers: ScopedQuerySet[M],
    request: MedewerkerRequest,
    pk: Any,
    *,
    onderdeel: str = "",
    wat: Journaalcode = DOSSIER_BEKEKEN,
    grond: str = "",
) -> M:
    """One row of `dossiers` (a Client, or a row with a `client`), or 404 when it does not exist for this reader.

    Reading (GET) leaves one inzage row; a POST leaves the row of the action it calls. `grond` is why this part may be
    read outside the own caseload without asking: a bundle that waits for this colleague's answer, for instance.
    """
    rij = dossiers.zichtbaar_voor(request.user).filter(pk=pk).first()
    if rij is None:
        _wijs_de_weg(dossiers, request, pk)
        raise Http404("Dit dossier bestaat niet.")
    client = getattr(rij, "client", rij)
    grond = inzagegrond(request.user, client) or grond
    if not grond:
        raise RedenNodig(client.pk)
    for gaat_mee in BIJ_OPENEN:
        gaat_mee(client)
    if request.method in {"GET", "HEAD"}:
        _noteer_inzage(wat, rij, door=request.user, client=client, reden=grond, onderdeel=onderdeel)
    return rij


def noteer_lijst(request: MedewerkerRequest, clienten: Iterable[int], *, lijst: str) -> None:
    """A page that shows more than a name of many dossiers leaves one row, with all of them. Nothing for an empty page."""
    wie = [in_een_lijst(pk) for pk in sorted(set(clienten))]
    if wie and request.method in {"GET", "HEAD"}:
        _noteer_inzage(LIJST_BEKEKEN, None, door=request.user, onderdeel=lijst, clienten=wie)


def _noteer_inzage(*args: Any, **kwargs: Any) -> None:
    try:
        noteer(*args, **kwargs)
    except DatabaseError as fout:
        if is_vol(fout):  # has a page of its own, which says what to do
            raise
        raise JournaalZwijgt("De inzage kon niet genoteerd worden.") from fout


def _wijs_de_weg(dossiers: ScopedQuerySet[M], request: MedewerkerRequest, pk: Any) -> None:
    """An address of a dossier that joined another one leads there, for who sees that one. A row of a dossier keeps its own."""
    is_persoon = all(veld.name != "client" for veld in dossiers.model._meta.concrete_fields)
    nieuw = waar_nu(pk) if is_persoon and request.method == "GET" else None
    if nieuw is not None and dossiers.zichtbaar_voor(request.user).filter(pk=nieuw).exists():
        raise DossierVerhuisd(nieuw)
