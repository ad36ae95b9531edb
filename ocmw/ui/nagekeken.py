"""What a row must always be is looked at by the form, by the action and by the database. The form and the action ask the same
question about the same values: the second one has the answer already."""

from collections.abc import Collection, Sequence
from copy import copy
from functools import reduce
from operator import and_
from typing import Any

from django.core.exceptions import FieldError
from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import CheckConstraint, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.sql import Query
from django.db.models.sql.constants import SINGLE


class Nagekeken(models.Model):
    """A row that remembers which of its check constraints hold, and for which values. Such a constraint says something about
    the values of one row only, so the same values need no second question; a new value asks again. All of them together are one
    question; only when one is broken each is asked for its sentence. Other constraints look at other rows: always asked."""

    class Meta:
        abstract = True

    def get_constraints(self) -> list[tuple[type[models.Model], Sequence[models.BaseConstraint]]]:
        """Those that are not known to hold. Django asks this in validate_constraints()."""
        return [(model, [c for c in eigen if not self._houdt(c)]) for model, eigen in super().get_constraints()]

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        self._kijk_na(set(exclude or ()))
        super().validate_constraints(exclude=exclude)

    def _kijk_na(self, buiten: set[str]) -> None:
        open_ = [
            c
            for _, eigen in self.get_constraints()
            for c in eigen
            if isinstance(c, CheckConstraint) and buiten.isdisjoint(_velden(c))
        ]
        if not open_:
            return
        waarden = self._get_field_expression_map(meta=self._meta, exclude=buiten)  # type: ignore[attr-defined]  # Django's, and unknown to its stubs
        try:
            goed = _klopt(reduce(and_, (Q(c.condition) for c in open_)), waarden)
        except FieldError:  # a field that is left out; Django decides for each of them
            return
        if goed:
            self.__dict__.setdefault("_houden", {}).update({c.name: self._waarden(c) for c in open_})

    def _houdt(self, constraint: models.BaseConstraint) -> bool:
        gezien = self.__dict__.get("_houden", {})
        return constraint.name in gezien and gezien[constraint.name] == self._waarden(constraint)

    def _waarden(self, constraint: models.BaseConstraint) -> list[Any]:
        return [copy(getattr(self, self._meta.get_field(naam).attname)) for naam in sorted(_velden(constraint))]  # type: ignore[union-attr]  # a constraint names columns of its own row


def _klopt(vraag: Q, waarden: dict[str, Any]) -> bool:
    """As Q.check(), in one statement instead of three: without a savepoint around it. What the database cannot compare it
    cannot store either, so nothing is lost when it stops here. Raises FieldError for a field that `waarden` has not."""
    query = Query(None)
    for naam, waarde in waarden.items():
        query.add_annotation(waarde, naam, select=False)
    query.add_annotation(Value(1), "_check")
    query.add_q(Q(Coalesce(vraag, Value(value=True), output_field=models.BooleanField())))
    return query.get_compiler(using=DEFAULT_DB_ALIAS).execute_sql(SINGLE) is not None


def _velden(constraint: models.BaseConstraint) -> set[str]:
    return set(Q(constraint.condition).referenced_base_fields) if isinstance(constraint, CheckConstraint) else set()
