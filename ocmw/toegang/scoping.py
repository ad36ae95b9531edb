"""Which rows exist for whom: one definition for lists, details, exports and reports."""

from typing import Self, TypeVar

from django.db import models

from ocmw.toegang.models import Medewerker

M = TypeVar("M", bound=models.Model, covariant=True)


class ScopedQuerySet(models.QuerySet[M]):
    """Every model that holds client data has a manager made from a subclass of this."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Only the rows that exist for `medewerker`; everything else answers 404."""
        raise NotImplementedError
