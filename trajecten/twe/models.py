"""The werkervaringsovereenkomst, whose start opens the 24-month window."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie


class WerkervaringQuerySet(DossierQuerySet["Werkervaring"]):
    def lopend(self) -> Self:
        """Not stopped early; whether the window is over is a matter of dates (trajecten.twe.venster)."""
        return self.filter(gestopt_op=None)

    def in_beeld_eerst(self) -> Self:
        """The one every page is about first: that runs, or else that was stopped last."""
        return self.order_by(F("gestopt_op").desc(nulls_first=True), "-start", "-pk")


class Werkervaring(Versie):
    """A werkervaringsovereenkomst: its start opens the TWE window (T5). The last day is derived, never stored (T7)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="werkervaringen")
    start = models.DateField("start van de werkervaringsovereenkomst")
    geregistreerd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gestopt_op = models.DateField("vroeger gestopt op", null=True, blank=True)
    stopreden = models.CharField("waarom gestopt", max_length=200, blank=True, default="")

    objects = WerkervaringQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "-pk"]
        verbose_name = "werkervaringsovereenkomst"
        verbose_name_plural = "werkervaringsovereenkomsten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(gestopt_op=None),
                name="een_lopende_werkervaring",
                violation_error_message="Er loopt al een werkervaringsovereenkomst voor deze cliënt.",
            ),
            models.CheckConstraint(
                name="werkervaring_stopt_na_start",
                condition=Q(gestopt_op=None) | Q(gestopt_op__gte=F("start")),
                violation_error_message="De overeenkomst stopt niet voor haar start.",
            ),
        ]

    def __str__(self) -> str:
        return f"Werkervaringsovereenkomst van {self.start:%d/%m/%Y}"
