"""What the path of a group of dossiers says; each is read once, whoever asks (clienten/feiten.py)."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Max, Min, QuerySet
from django.utils import timezone

from clienten.feiten import Feiten, per_client, volgers
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht, rollen_met
from ocmw.ui.aanbod import Aanbod
from trajecten.enums import Aanwezigheid
from trajecten.fasevoorstel import Faseverblijf, verblijf_uit
from trajecten.models import (
    Actiepunt,
    Afspraak,
    Doel,
    Doorverwijzing,
    Faseperiode,
    Gesprek,
    Intake,
    Navraag,
    Randprobleem,
    Traject,
)

# What a room above counts as contact besides a talk: (client, day) of these clients, as one more part of the same query. Its action
# says with `raakt(rij, Gesprek)` that the talks are others now.
CONTACTEN: Aanbod[Callable[[list[int]], QuerySet[Any]]] = Aanbod("wat ook als contact telt")


def bundels(feiten: Feiten) -> Mapping[int, Doorverwijzing]:
    """The last doorverwijzing of each client."""
    rijen = Doorverwijzing.objects.filter(client__in=feiten.pks).order_by("begonnen_op", "pk")
    return {rij.client_id: rij for rij in rijen}


def trajecten(feiten: Feiten) -> Mapping[int, list[Traject]]:
    return per_client(Traject.objects.filter(client__in=feiten.pks).order_by("gestart_op", "pk"))


def faseverblijven(feiten: Feiten) -> Mapping[int, Faseverblijf]:
    """Per running traject the phase it is in, since when, and whether somebody put it back."""
    pks = [rij.pk for rijen in feiten.lees(trajecten).values() for rij in rijen if rij.afgesloten_op is None]
    per_traject: dict[int, list[tuple[int, date, date | None]]] = {}
    if pks:
        rijen = Faseperiode.objects.filter(traject__in=pks).order_by("van", "pk")
        for traject, fase, van, tot in rijen.values_list("traject", "fase", "van", "tot"):
            per_traject.setdefault(traject, []).append((fase, van, tot))
    gevonden = {traject: verblijf_uit(perioden) for traject, perioden in per_traject.items()}
    return {traject: verblijf for traject, verblijf in gevonden.items() if verblijf}


def fase_sinds(feiten: Feiten) -> Mapping[int, date]:
    """Per running traject the day its phase began."""
    return {traject: verblijf.sinds for traject, verblijf in feiten.lees(faseverblijven).items()}


def laatste_contact(feiten: Feiten) -> Mapping[int, date]:
    """The last day we reached the person; a no-show breaks no silence."""
    gesproken = Gesprek.objects.filter(client__in=feiten.pks, aanwezigheid=Aanwezigheid.AANWEZIG)
    bronnen = [gesproken.order_by().values_list("client").annotate(Max("op"))]
    bronnen += [contacten(feiten.pks) for contacten in CONTACTEN]
    laatste: dict[int, date] = {}
    for client, dag in bronnen[0].union(*bronnen[1:], all=True):
        laatste[client] = max(dag, laatste.get(client, dag))
    return laatste


def met_doel(feiten: Feiten) -> set[int]:
    return set(Doel.objects.filter(client__in=feiten.pks).values_list("client", flat=True))


def met_intake(feiten: Feiten) -> set[int]:
    return set(Intake.objects.filter(client__in=feiten.pks).values_list("client", flat=True))


def belemmerend(feiten: Feiten) -> Mapping[int, list[Randprobleem]]:
    """The side problems that stand in the way."""
    return per_client(Randprobleem.objects.belemmerend().filter(client__in=feiten.open).order_by("pk"))


def laatste_navraag(feiten: Feiten) -> Mapping[int, date]:
    """Per side problem the last day somebody asked."""
    gevraagd = Navraag.objects.filter(client__in=feiten.open).order_by()
    return dict(gevraagd.values_list("probleem").annotate(Max("op")))


def lezers_van_afgeschermd(feiten: Feiten) -> set[int]:
    """Who of those that follow these dossiers may read what is shielded."""
    wie = {pk for team in feiten.lees(volgers).values() for pk in (team.coach, team.mw) if pk}
    return set(
        Medewerker.objects.filter(pk__in=wie, rol__in=rollen_met(Recht.AFGESCHERMD_LEZEN)).values_list("pk", flat=True)
    )


def open_punten(feiten: Feiten) -> Mapping[int, list[Actiepunt]]:
    return per_client(Actiepunt.objects.open().filter(client__in=feiten.open))


def eerste_afspraken(feiten: Feiten) -> Mapping[int, date]:
    """The day of the first planned appointment that is still to come."""
    komend = Afspraak.objects.komend(feiten.op).filter(client__in=feiten.pks)
    begint = komend.order_by().values_list("client").annotate(Min("begint_op"))
    return {client: timezone.localtime(moment).date() for client, moment in begint}
