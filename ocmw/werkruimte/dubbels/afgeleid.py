"""The open termijnen and the list rows of both dossiers as they stood. They follow from the facts, but when a termijn was opened
or put off, and a step that somebody chose, is known to no fact. The derivation at the end of the action still has the last
word (clienten/handeling.py)."""

from typing import Any

from clienten.models import Client, Stand
from ocmw.termijnen.models import Termijn
from ocmw.werkruimte.dubbels.verhuis import beeld, uit_beeld

AFGELEID = "afgeleid"


def onthoud_afgeleid(*clienten: Client) -> list[Any]:
    termijnen = Termijn.objects.open().filter(client__in=clienten).order_by("pk")
    standen = Stand.objects.filter(client__in=clienten).order_by("pk")
    return [AFGELEID, [beeld(rij) for rij in termijnen], [beeld(rij) for rij in standen]]


def zet_afgeleid_terug(stap: list[Any], clienten: list[int], *, na: dict[str, int]) -> None:
    """What only the join opened or closed, was not; what somebody did since, stays done."""
    _, termijnen, standen = stap
    onaangeroerd = Termijn._base_manager.filter(client__in=clienten, voldaan_door=None)
    onaangeroerd.filter(pk__gt=na[Termijn._meta.label], uitgesteld_tot=None).delete()
    for toen in termijnen:
        rij = onaangeroerd.filter(pk=toen["id"]).first()
        if rij is None or beeld(rij)["uitgesteld_tot"] != toen["uitgesteld_tot"]:
            continue
        zelfde = onaangeroerd.filter(client=rij.client_id, soort=rij.soort, sleutel=rij.sleutel, gesloten_op=None)
        if not zelfde.exclude(pk=rij.pk).exists():
            _zet(rij, {naam: waarde for naam, waarde in toen.items() if naam not in ("id", "client_id")})
    for toen in standen:
        for stand in Stand._base_manager.filter(pk=toen["client_id"]):
            _zet(stand, {naam: waarde for naam, waarde in toen.items() if naam in ("stap", "stap_sinds")})


def _zet(rij: Termijn | Stand, toen: dict[str, Any]) -> None:
    type(rij)._base_manager.filter(pk=rij.pk).update(**uit_beeld(type(rij), toen))
