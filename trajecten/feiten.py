"""What the path of a group of dossiers says; each is read once, whoever asks (clienten/feiten.py)."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Max, Min
from django.utils import timezone

from clienten.feiten import Feiten, per_client
from trajecten.enums import Aanwezigheid
from trajecten.models import Actiepunt, Afspraak, Doel, Doorverwijzing, Faseperiode, Gesprek, Intake, Traject


def bundels(feiten: Feiten) -> Mapping[int, Doorverwijzing]:
    """The last doorverwijzing of each client."""
    rijen = Doorverwijzing.objects.filter(client__in=feiten.pks).order_by("begonnen_op", "pk")
    return {rij.client_id: rij for rij in rijen}


def trajecten(feiten: Feiten) -> Mapping[int, list[Traject]]:
    return per_client(Traject.objects.filter(client__in=feiten.pks).order_by("gestart_op", "pk"))


def fase_sinds(feiten: Feiten) -> Mapping[int, date]:
    """Per running traject the day its phase began."""
    pks = [rij.pk for rijen in feiten.lees(trajecten).values() for rij in rijen if rij.afgesloten_op is None]
    lopend = Faseperiode.objects.filter(traject__in=pks, tot=None) if pks else Faseperiode.objects.none()
    return dict(lopend.values_list("traject", "van"))


def laatste_contact(feiten: Feiten) -> Mapping[int, date]:
    """The last day we reached the person; a no-show breaks no silence."""
    gesproken = Gesprek.objects.filter(client__in=feiten.pks, aanwezigheid=Aanwezigheid.AANWEZIG)
    return dict(gesproken.order_by().values_list("client").annotate(Max("op")))


def met_doel(feiten: Feiten) -> set[int]:
    return set(Doel.objects.filter(client__in=feiten.pks).values_list("client", flat=True))


def met_intake(feiten: Feiten) -> set[int]:
    return set(Intake.objects.filter(client__in=feiten.pks).values_list("client", flat=True))


def open_punten(feiten: Feiten) -> Mapping[int, list[Actiepunt]]:
    return per_client(Actiepunt.objects.open().filter(client__in=feiten.open))


def eerste_afspraken(feiten: Feiten) -> Mapping[int, date]:
    """The day of the first planned appointment that is still to come."""
    komend = Afspraak.objects.komend(feiten.op).filter(client__in=feiten.pks)
    begint = komend.order_by().values_list("client").annotate(Min("begint_op"))
    return {client: timezone.localtime(moment).date() for client, moment in begint}
