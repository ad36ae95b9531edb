"""A person on a place with a mentor, from one day to another: what a contract and a stage have in common."""

from datetime import date, timedelta
from typing import Self, TypeVar

from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.models.mentor import Mentor
from tewerkstelling.models.werkplek import Werkplek

P = TypeVar("P", bound="Werkperiode")


class WerkperiodeQuerySet(DossierQuerySet[P]):
    def lopend(self, op: date) -> Self:
        return self.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)

    def overlappend(self, *, van: date, tot: date | None) -> Self:
        """Those that share at least one day with the half-open period [van, tot)."""
        rijen = self.filter(Q(tot=None) | Q(tot__gt=van))
        return rijen if tot is None else rijen.filter(van__lt=tot)


class Werkperiode(Versie):
    """[van, tot) on a place. The screen shows the last day, tot - 1 (people say "tot en met").

    Each kind keeps its own table: a contract counts for rights and money, a stage never does (docs/adr/0019)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="%(class)sen")
    werkplek = models.ForeignKey(Werkplek, on_delete=models.PROTECT, null=True, blank=True, related_name="%(class)sen")
    mentor = models.ForeignKey(Mentor, on_delete=models.SET_NULL, null=True, blank=True, related_name="%(class)sen")
    van = models.DateField("eerste werkdag")
    tot = models.DateField(null=True, blank=True, help_text="First day after the period.")

    class Meta:
        abstract = True

    @property
    def laatste_dag(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None
