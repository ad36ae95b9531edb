"""Talks and what was promised in them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from clienten.actions import zet_stand
from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from ocmw.journaal.enums import Wat
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.actions.termijnen import richt_beloften
from trajecten.enums import Aanwezigheid
from trajecten.models import Actiepunt, Gesprek


@transaction.atomic
def noteer_gesprek(gesprek: Gesprek, actiepunten: Sequence[Actiepunt] = (), *, door: Medewerker, op: date) -> Gesprek:
    """Log a talk with its action points; a talk where the person was there moves the silence termijn."""
    weiger_als("Een gesprek in de toekomst noteer je als afspraak." if gesprek.op > op else "")
    gesprek.door, gesprek.gewijzigd_door = door, door
    gesprek.full_clean(exclude=["client", "door"])
    gesprek.save(force_insert=True)
    volger = door.pk if _volgt(gesprek.client, door) else _coach_van(gesprek.client) or door.pk
    for punt in actiepunten:
        punt.client, punt.gesprek = gesprek.client, gesprek
        punt.medewerker_id = punt.medewerker_id or volger
        punt.full_clean(exclude=["client", "gesprek", "medewerker"])
        punt.save(force_insert=True)
    ververs_contact(gesprek.client)
    noteer(Wat.GESPREK_GENOTEERD, gesprek, door=door, client=gesprek.client, kanaal=gesprek.kanaal, dag=gesprek.op)
    richt_beloften(gesprek.client, op=op)
    return gesprek


@transaction.atomic
def bewaar_actiepunt(punt: Actiepunt, *, door: Medewerker, op: date) -> Actiepunt:
    """Add or change a promise outside a talk; also to tick it off (`gedaan_op`)."""
    punt.full_clean(exclude=["client", "medewerker"])
    punt.save()
    noteer(Wat.ACTIEPUNT_GEWIJZIGD, punt, door=door, client=punt.client, gedaan=punt.gedaan_op is not None)
    richt_beloften(punt.client, op=op)
    return punt


def ververs_contact(client: Client) -> None:
    laatste = (
        Gesprek.objects.filter(client=client, aanwezigheid=Aanwezigheid.AANWEZIG)
        .order_by("-op")
        .values_list("op", flat=True)
        .first()
    )
    zet_stand(client, laatste_contact_op=laatste)


def _volgt(client: Client, medewerker: Medewerker) -> bool:
    return Toewijzing.objects.filter(client=client, medewerker=medewerker, tot=None).exists()


def _coach_van(client: Client) -> int | None:
    return (
        Toewijzing.objects.filter(client=client, rol=Toewijzingsrol.ATB, tot=None)
        .values_list("medewerker_id", flat=True)
        .first()
    )
