"""Appointments: made, moved, cancelled, kept or missed. The list row knows the next one."""

from datetime import date

from django.utils import timezone

from clienten.handeling import actie, raakt
from clienten.models import Client
from ocmw.journaal.models import noteer
from ocmw.toegang.models import Medewerker
from ocmw.ui.weigering import weiger_als
from trajecten.enums import Afspraakstatus
from trajecten.journaalcodes import AFSPRAAK_GEMAAKT, AFSPRAAK_GEWIJZIGD
from trajecten.models import Afspraak


def botsing(afspraak: Afspraak) -> str:
    """Which own appointment shares time with this one, as a sentence without names; empty when none does."""
    anderen = Afspraak.objects.van(afspraak.medewerker).exclude(pk=afspraak.pk)
    for ander in anderen.botsend(van=afspraak.begint_op, tot=afspraak.eindigt_op):
        van, tot = timezone.localtime(ander.begint_op), timezone.localtime(ander.eindigt_op)
        return f"Er is al een afspraak van {van:%H:%M} tot {tot:%H:%M} op {van:%d/%m/%Y}."
    return ""


def weigering_voor_afspraak(afspraak: Afspraak, *, op: date, toch: bool) -> str:
    if reden := afspraak.client.weigering_als_gesloten():
        return reden
    if timezone.localtime(afspraak.begint_op).date() < op:
        return "Een afspraak ligt niet in het verleden. Noteer het gesprek."
    return "" if toch else botsing(afspraak)


@actie
def maak_afspraak(afspraak: Afspraak, *, door: Medewerker, op: date, toch: bool = False) -> Afspraak:
    """Plan an appointment; one that shares time with another of the same colleague only with `toch`."""
    weiger_als(weigering_voor_afspraak(afspraak, op=op, toch=toch))
    afspraak.gewijzigd_door = door
    afspraak.full_clean(exclude=["client", "medewerker"])
    afspraak.save(force_insert=True)
    raakt(afspraak)
    noteer(AFSPRAAK_GEMAAKT, afspraak, door=door, client=afspraak.client, wanneer=afspraak.begint_op)
    return afspraak


@actie
def verzet_afspraak(
    afspraak: Afspraak, velden: list[str], *, door: Medewerker, op: date, toch: bool = False
) -> Afspraak:
    """Move or change a planned appointment on the version the user saw."""
    weiger_als(afspraak.weigering_voor_wijzigen())
    weiger_als(weigering_voor_afspraak(afspraak, op=op, toch=toch))
    afspraak.bewaar(door=door, velden=velden)
    raakt(afspraak)
    noteer(AFSPRAAK_GEWIJZIGD, afspraak, door=door, client=afspraak.client, wanneer=afspraak.begint_op)
    return afspraak


@actie
def handel_afspraak_af(
    afspraak: Afspraak, status: Afspraakstatus | str, *, door: Medewerker, op: date, terug: bool = False
) -> Afspraak:
    """The person came, did not come, or it was cancelled; `terug` undoes that."""
    if not terug:
        weiger_als(afspraak.weigering_voor_wijzigen())
    afspraak.status = status
    afspraak.bewaar(door=door, velden=["status"])
    raakt(afspraak)
    noteer(AFSPRAAK_GEWIJZIGD, afspraak, door=door, client=afspraak.client, status=str(status))
    return afspraak


def volgende_afspraak(client: Client, *, op: date) -> Afspraak | None:
    return Afspraak.objects.komend(op).filter(client=client).first()
