"""Who guides the worker on the floor, with training and load (A8a, S4)."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, F, Q

from ocmw.ui.versie import Versie
from tewerkstelling.models.werkgever import VanWerkgeverQuerySet, Werkgever
from tewerkstelling.models.werkplek import Werkplek


class MentorQuerySet(VanWerkgeverQuerySet):
    def beschikbaar(self) -> Self:
        return self.filter(actief=True, werkgever__actief=True)

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the name of the mentor or of the employer."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(Q(naam__icontains=woord) | Q(werkgever__naam__icontains=woord))
        return rijen

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

    @property
    def laatste_geldige_dag(self) -> date | None:
        """The last day on which the training holds."""
        return self.vorming_tot - timedelta(days=1) if self.vorming_tot else None

    def vormingsstand(self, op: date, *, dagen: int) -> tuple[str, str]:
        """Status code and words for the training on `op`; it warns `dagen` days ahead."""
        if not self.vorming and not self.vorming_op:
            return "let_op", "Geen opleiding genoteerd"
        if self.vorming_tot is None:
            return "klaar", "Opleiding gevolgd"
        if self.vorming_tot <= op:
            return "te_laat", "Opleiding vervallen"
        return (
            ("let_op", "Vervalt binnenkort") if self.vorming_tot - op <= timedelta(days=dagen) else ("klaar", "Geldig")
        )

    def hoogstens(self, standaard: int) -> int:
        """How many clients this mentor guides at most; `standaard` when nothing was agreed."""
        return standaard if self.max_clienten is None else self.max_clienten
