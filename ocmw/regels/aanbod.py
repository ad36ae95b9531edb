"""The rule sets every installation starts with, as the rooms describe them; and with a dossier come its house rules."""

from contextlib import AbstractContextManager
from typing import Any

from ocmw.journaal.deur import BIJ_OPENEN
from ocmw.opdrachten.models import Opdracht
from ocmw.opdrachten.uitvoering import OMGEVING
from ocmw.regels.models import Regelset
from ocmw.regels.opzoeken import huisregels_van, neem_huisregels_van
from ocmw.regels.sleutels import beginwaarden
from ocmw.ui.installatie import BASIS


@BASIS.biedt("regels")
def laad_basisregels() -> int:
    """Only keys that are not there: one that is belongs to the coordinator, whatever its value became."""
    bekend = set(Regelset.objects.values_list("sleutel", flat=True))
    nieuw = [
        Regelset(
            sleutel=sleutel,
            waarde=begin.waarde,
            geldig_van=begin.van,
            geldig_tot=begin.tot,
            bron=begin.bron,
            toelichting=begin.toelichting,
        )
        for sleutel, begin in beginwaarden()
        if sleutel not in bekend
    ]
    return len(Regelset.objects.bulk_create(nieuw))


@OMGEVING.biedt("huisregels")
def werk_met_huisregels(opdracht: Opdracht) -> AbstractContextManager[None]:
    """Work in the background goes on with the house rules of who asked for it, until it turns to one dossier."""
    return huisregels_van(opdracht.aangevraagd_door.ocmw_id)


@BIJ_OPENEN.biedt("huisregels")
def met_huisregels_van(client: Any) -> None:
    """What the page shows of a dossier follows the house rules of its own OCMW, whoever looks."""
    neem_huisregels_van(client.ocmw_id)
