"""The means of the Turnhout page besides work (S2): training, a competence project, voluntary work, youth work."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from trajecten.enums import Middelresultaat, Middelsoort


class MiddelQuerySet(DossierQuerySet["Middel"]):
    def lopend(self, op: date) -> Self:
        return self.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)

    def zonder_resultaat(self) -> Self:
        return self.filter(resultaat="", tot__isnull=False)


class Middel(Versie):
    """One of them, in whatever phase: with whom, from when until when, and what came of it. `tot` is the day after the last."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="middelen")
    soort = models.CharField("wat?", max_length=20, choices=Middelsoort)
    omschrijving = models.CharField("welke?", max_length=160)
    aanbieder = models.CharField("bij wie?", max_length=120, blank=True, default="")
    van = models.DateField("eerste dag")
    tot = models.DateField(null=True, blank=True, editable=False)
    resultaat = models.CharField("resultaat", max_length=12, choices=Middelresultaat, blank=True, default="")
    toelichting = models.CharField("toelichting bij het resultaat", max_length=300, blank=True, default="")

    objects = MiddelQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name = "middel"
        verbose_name_plural = "middelen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="middel_eindigt_na_begin",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.CheckConstraint(
                name="middel_resultaat_na_einde",
                condition=Q(resultaat="") | Q(tot__isnull=False),
                violation_error_message="Vul de laatste dag in. Een resultaat is er pas als het gedaan is.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.omschrijving}"

    @property
    def laatste_dag(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None
