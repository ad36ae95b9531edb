"""A row of the journaal as a sentence people read: who did what, where, on which ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clienten.models import Client
from ocmw.journaal.enums import GEWONE_GROND, Inzagereden
from ocmw.journaal.models import Journaalregel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Rol

GRONDEN = {"": "", "caseload": "eigen caseload", "team": "volgt het team", **dict(Inzagereden.choices)}
ROLLEN = {**dict(Rol.choices), "systeem": "automatisch"}


@dataclass(frozen=True)
class Regelweergave:
    op: datetime
    wie: str
    rol: str
    wat: str
    deel: str
    grond: str
    buiten: bool
    dossiernummer: str
    client: str
    url: str


def regels_van(rijen: Iterable[Journaalregel], medewerker: Medewerker) -> list[Regelweergave]:
    """The rows with the names of those clients that exist for this reader; one query for all of them."""
    rijen = list(rijen)
    pks = {rij.client_id for rij in rijen if rij.client_id}
    clienten = Client.objects.zichtbaar_voor(medewerker).in_bulk(pks) if pks else {}
    return [_regel(rij, clienten.get(rij.client_id) if rij.client_id else None) for rij in rijen]


def _regel(rij: Journaalregel, client: Client | None) -> Regelweergave:
    return Regelweergave(
        op=rij.op,
        wie=rij.medewerker_naam,
        rol=ROLLEN.get(rij.rol, rij.rol),
        wat=rij.wat_in_woorden,
        deel=str(rij.details.get("onderdeel", "")).replace("_", " "),
        grond=GRONDEN.get(rij.reden, rij.reden),
        buiten=rij.reden not in GEWONE_GROND,
        dossiernummer=f"D{rij.client_id:06d}" if rij.client_id else "",
        client=client.naam if client else "",
        url=client.get_absolute_url() if client else "",
    )
