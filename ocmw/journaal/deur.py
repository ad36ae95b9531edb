"""The only door to a dossier: it scopes, answers 404 outside scope, asks for a reason outside the own caseload, and
writes the read log before anything is rendered. When the log cannot be written, nothing is shown."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models
from django.http import Http404
from django.utils import timezone

from ocmw.journaal.journaalcodes import DOSSIER_BEKEKEN, Journaalcode
from ocmw.journaal.models import Inzagegrond, noteer
from ocmw.toegang.http import MedewerkerRequest
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.aanbod import Aanbod

M = TypeVar("M", bound=models.Model)
# What another room does as soon as a dossier is opened: it gets the client.
BIJ_OPENEN: Aanbod[Callable[[Any], None]] = Aanbod("wat meegaat als een dossier opent")


class RedenNodig(Exception):
    """This dossier lies outside the caseload of the reader; the middleware asks why and comes back."""

    def __init__(self, client_pk: int) -> None:
        super().__init__("Voor dit dossier is een reden nodig.")
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
        raise Http404("Dit dossier bestaat niet.")
    client = getattr(rij, "client", rij)
    grond = inzagegrond(request.user, client) or grond
    if not grond:
        raise RedenNodig(client.pk)
    for gaat_mee in BIJ_OPENEN:
        gaat_mee(client)
    if request.method in {"GET", "HEAD"}:
        noteer(wat, rij, door=request.user, client=client, reden=grond, onderdeel=onderdeel)
    return rij
