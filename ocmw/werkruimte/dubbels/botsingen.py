"""Which rows of two dossiers cannot stand in one: read from the models themselves, so that a new model cannot be forgotten."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db import models
from django.db.models import Q

from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Onderbreking, Tewerkstelling
from trajecten.models import Faseperiode


@dataclass(frozen=True)
class Verwijzing:
    """One column of one kind of row that points at a row of another kind."""

    model: type[models.Model]
    veld: str

    @property
    def kolom(self) -> str:
        return str(self.model._meta.get_field(self.veld).attname)  # type: ignore[union-attr]  # always a foreign key

    def rijen(self, naar: int) -> models.QuerySet[Any]:
        """Every row, also those no page shows: the base manager leaves nothing out."""
        return self.model._base_manager.filter(**{self.kolom: naar}).order_by("pk")


@lru_cache(maxsize=128)
def verwijzingen(naar: type[models.Model]) -> tuple[Verwijzing, ...]:
    """Everything that points at `naar`, hidden relations and the tables between many and many included."""
    return tuple(
        Verwijzing(relatie.related_model, relatie.field.name)
        for relatie in naar._meta.get_fields(include_hidden=True)
        if isinstance(relatie, models.ManyToOneRel)
    )


@dataclass(frozen=True)
class Sleutel:
    """At most one row per owner with the same `rest`, of those that meet `voorwaarde`."""

    rest: tuple[str, ...]
    voorwaarde: Q | None = None


@lru_cache(maxsize=512)
def sleutels(verwijzing: Verwijzing) -> tuple[Sleutel, ...]:
    """What the database allows once per owner, because `verwijzing.veld` is part of it."""
    meta, veld = verwijzing.model._meta, verwijzing.veld
    gevonden = [Sleutel(())] if meta.get_field(veld).unique else []  # type: ignore[union-attr]  # always a foreign key
    for constraint in meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and veld in constraint.fields:
            rest = tuple(naam for naam in constraint.fields if naam != veld)
            gevonden.append(Sleutel(rest, constraint.condition))
    samen = [
        Sleutel(tuple(naam for naam in velden if naam != veld)) for velden in meta.unique_together if veld in velden
    ]
    return (*gevonden, *samen)


# Never two on one day per owner: (the column of the owner, what else two rows have in common). PostgreSQL keeps most of these
# with an exclusion constraint, which no model knows; a test compares this with what the database has.
NOOIT_SAMEN: dict[type[models.Model], tuple[str, Callable[[Any], Any]]] = {
    Tewerkstelling: ("client", lambda rij: rij.soort == Contractsoort.ART60),
    Onderbreking: ("contract", lambda _: None),
    Faseperiode: ("traject", lambda _: None),
}


@dataclass(frozen=True)
class Paar:
    """Two rows of which one can stay."""

    weg: Any
    blijft: Any

    @property
    def sleutel(self) -> str:
        return f"{self.weg._meta.label_lower}-{self.weg.pk}-{self.blijft.pk}"


def paren(verwijzing: Verwijzing, weg: int, blijft: int) -> Iterator[Paar]:
    for sleutel in sleutels(verwijzing):
        yield from _op_sleutel(verwijzing, sleutel, weg, blijft)
    eigenaar, gelijk = NOOIT_SAMEN.get(verwijzing.model, ("", None))
    if gelijk and eigenaar == verwijzing.veld:
        hier = list(verwijzing.rijen(blijft))
        for rij in verwijzing.rijen(weg):
            for ander in hier:
                if gelijk(rij) == gelijk(ander) and _delen_een_dag(rij, ander):
                    yield Paar(rij, ander)


def _op_sleutel(verwijzing: Verwijzing, sleutel: Sleutel, weg: int, blijft: int) -> Iterator[Paar]:
    def van(naar: int) -> list[Any]:
        rijen = verwijzing.rijen(naar)
        return list(rijen.filter(sleutel.voorwaarde) if sleutel.voorwaarde else rijen)

    def waarden(rij: Any) -> tuple[Any, ...]:
        return tuple(getattr(rij, rij._meta.get_field(naam).attname) for naam in sleutel.rest)

    hier = {waarden(rij): rij for rij in van(blijft)}
    for rij in van(weg) if hier else ():
        # Two empty values are no double: to the database NULL equals nothing.
        if None not in waarden(rij) and waarden(rij) in hier:
            yield Paar(rij, hier[waarden(rij)])


def _delen_een_dag(een: Any, twee: Any) -> bool:
    return (twee.tot is None or een.van < twee.tot) and (een.tot is None or twee.van < een.tot)
