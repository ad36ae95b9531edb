"""The facts of a group of dossiers on one day. A kind of fact is read once, in a fixed number of queries, when somebody asks;
whatever follows from it (a promise, a column of the list row) asks here, so that nobody reads it a second time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from django.db import connection
from django.db.models import F, Model, OuterRef, QuerySet, Subquery

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Stand, Toewijzing
from ocmw.ui.aanbod import Aanbod

# Relations of a person that a room wants at hand whenever dossiers are derived: one row each, in the same query.
MET_DOSSIER: Aanbod[str] = Aanbod("wat een kamer bij elk dossier leest")

T = TypeVar("T")
M = TypeVar("M", bound=Model)


class Feiten:
    """`clienten` by primary key; `op` is today for whoever derives."""

    def __init__(self, clienten: Iterable[Client], *, op: date) -> None:
        self.clienten = {client.pk: client for client in clienten}
        self.op = op
        self._gelezen: dict[Callable[[Feiten], Any], Any] = {}

    @property
    def pks(self) -> list[int]:
        return list(self.clienten)

    @cached_property
    def open(self) -> list[int]:
        """The dossiers that promise anything: those that are not closed."""
        return [pk for pk, client in self.clienten.items() if client.gesloten_op is None]

    def lees(self, lezer: "Callable[[Feiten], T]") -> T:
        """What `lezer` reads, read once. It may follow from facts only: rules can be others the next time it is asked."""
        if lezer not in self._gelezen:
            self._gelezen[lezer] = lezer(self)
        return cast("T", self._gelezen[lezer])

    def onthoud(self, lezer: "Callable[[Feiten], Mapping[int, T]]", waarde: Mapping[int, T]) -> None:
        """Who has it at hand already spares the query."""
        self._gelezen[lezer] = waarde

    def wie(self, client: int) -> int | None:
        """Who keeps a promise of this client: the trajectbegeleider, or else the maatschappelijk werker."""
        team = self.lees(volgers).get(client, NIEMAND)
        return team.coach or team.mw


@dataclass(frozen=True)
class Volgers:
    coach: int | None = None
    mw: int | None = None


NIEMAND = Volgers()


def volgers(feiten: Feiten) -> Mapping[int, Volgers]:
    rollen: dict[int, dict[str, int]] = defaultdict(dict)
    lopend = Toewijzing.objects.filter(client__in=feiten.pks, tot=None)
    for client, rol, medewerker in lopend.values_list("client", "rol", "medewerker"):
        rollen[client][rol] = medewerker
    return {pk: Volgers(r.get(Toewijzingsrol.ATB), r.get(Toewijzingsrol.MW)) for pk, r in rollen.items()}


def per_client(rijen: Iterable[M]) -> dict[int, list[M]]:
    groepen: dict[int, list[M]] = defaultdict(list)
    for rij in rijen:
        groepen[rij.client_id].append(rij)  # type: ignore[attr-defined]  # every kind of fact has a client, which M cannot say
    return groepen


def lees_dossiers(pks: Iterable[int], *, op: date, slot: bool = False) -> Feiten:
    """The persons, their list row and who follows them, in one query.

    `slot`: first wait for whoever derives the same dossiers now, and keep the rows until the end of the transaction. What is
    read after that is what the other one left.
    """
    rijen = Client.objects.filter(pk__in=list(pks)).order_by("pk")
    if slot and connection.features.has_select_for_update:
        # Two actions on one dossier would each write a list row without what the other one did.
        list(rijen.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    feiten = Feiten(
        rijen.select_related("stand", *MET_DOSSIER).annotate(
            coach_pk=_volger(Toewijzingsrol.ATB), mw_pk=_volger(Toewijzingsrol.MW)
        ),
        op=op,
    )
    team = {pk: Volgers(rij.coach_pk, rij.mw_pk) for pk, rij in feiten.clienten.items()}  # type: ignore[attr-defined]  # annotated above
    feiten.onthoud(volgers, team)
    return feiten


def bewaarde_stand(client: Client) -> Stand | None:
    """The list row that lees_dossiers brought along; None when there is none."""
    return getattr(client, "stand", None)


def _volger(rol: Toewijzingsrol) -> Subquery:
    lopend: QuerySet[Toewijzing] = Toewijzing.objects.filter(client=OuterRef("pk"), rol=rol, tot=None)
    return Subquery(lopend.values(wie=F("medewerker"))[:1])
