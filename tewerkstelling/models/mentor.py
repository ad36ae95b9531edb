"""Who guides the worker on the floor, with training and load (A8a, S4)."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, F, Q

from ocmw.ui.versie import Versie
from tewerkstelling.models.werkgever import VanWerkgeverQuerySet, Werkgever, Werkplek


class MentorQuerySet(VanWerkgeverQuerySet):
    def beschikbaar(self) -> Self:
        return self.filter(actief=True, werkgever__actief=True)

    def met_belasting(self, op: date) -> Self:
        """Annotates `begeleidt`: how many running contracts name this mentor on `op`."""
        lopend = Q(tewerkstellingen__van__lte=op) & (Q(tewerkstellingen__tot=None) | Q(tewerkstellingen__tot__gt=op))
        return self.annotate(begeleidt=Count("tewerkstellingen", filter=lopend, distinct=True))


class Mentor(Versie):
    """`vorming_tot` is the first day on which the training no longer holds."""

    werkgever = models.ForeignKey(Werkgever, on_delete=models.CASCADE, related_name="mentoren")
    werkplekken = models.ManyToManyField(Werkplek, blank=True, related_name="mentoren")
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=80, blank=True, default="")
    telefoon = models.CharField("telefoon", max_length=20, blank=True, default="")
    email = models.EmailField("e-mail", blank=True, default="")
    vorming = models.CharField("mentoropleiding", max_length=120, blank=True, default="")
    vorming_op = models.DateField("opleiding gevolgd op", null=True, blank=True)
    vorming_tot = models.DateField("opleiding geldig tot", null=True, blank=True)
    max_clienten = models.PositiveSmallIntegerField("begeleidt hoogstens zoveel cliënten", null=True, blank=True)
    actief = models.BooleanField("begeleidt nog cliënten", default=True)

    objects = MentorQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        verbose_name = "mentor"
        verbose_name_plural = "mentoren"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["werkgever", "naam"],
                name="mentor_naam_uniek",
                violation_error_message="Deze werkgever heeft al een mentor met deze naam.",
            ),
            models.CheckConstraint(
                name="mentorvorming_periode",
                condition=Q(vorming_tot=None) | Q(vorming_op=None) | Q(vorming_tot__gt=F("vorming_op")),
                violation_error_message="De opleiding is geldig tot een dag na de dag waarop ze gevolgd is.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
