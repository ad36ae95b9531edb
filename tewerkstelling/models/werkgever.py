"""Employers, whom we call there and what was agreed. They hold no client data; an OCMW sees its own list."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from ocmw.kalender.woorden import euro, getal
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.enums import (
    Overeenkomstsoort,
    Werkgeversoort,
)


class WerkgeverQuerySet(ScopedQuerySet["Werkgever"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(ocmw=medewerker.ocmw_id)

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the name, the contact person or the enterprise number."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(
                Q(naam__icontains=woord)
                | Q(contactpersoon__icontains=woord)
                | Q(ondernemingsnummer__contains=woord.replace(".", ""))
            )
        return rijen


class VanWerkgeverQuerySet(ScopedQuerySet[Any]):
    """Rows with a `werkgever`: seen by who sees the employer."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(werkgever__ocmw=medewerker.ocmw_id)


class Werkgever(Versie):
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="werkgevers")
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=Werkgeversoort)
    ondernemingsnummer = models.CharField("ondernemingsnummer (KBO)", max_length=10, blank=True, default="")
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True, default="")
    telefoon = models.CharField("telefoon", max_length=20, blank=True, default="")
    email = models.EmailField("e-mail", blank=True, default="")
    actief = models.BooleanField("werkt nog met ons samen", default=True)

    objects = WerkgeverQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        verbose_name_plural = "werkgevers"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ocmw", "naam"],
                name="werkgever_naam_uniek",
                violation_error_message="Er is al een werkgever met deze naam.",
            ),
            models.UniqueConstraint(
                fields=["ocmw", "ondernemingsnummer"],
                condition=~Q(ondernemingsnummer=""),
                name="werkgever_kbo_uniek",
                violation_error_message="Er is al een werkgever met dit ondernemingsnummer.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("tewerkstelling:werkgever_detail", args=[self.pk])


class Contactpersoon(Versie):
    """Whom we call at an employer, beside the first contact on the employer itself."""

    werkgever = models.ForeignKey(Werkgever, on_delete=models.CASCADE, related_name="contacten")
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=80, blank=True, default="")
    telefoon = models.CharField("telefoon", max_length=20, blank=True, default="")
    email = models.EmailField("e-mail", blank=True, default="")

    objects = VanWerkgeverQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"

    def __str__(self) -> str:
        return self.naam


class Overeenkomst(Versie):
    """What OCMW and user agreed, in [van, tot): per person, or for a number of places over years (A8, A25)."""

    werkgever = models.ForeignKey(Werkgever, on_delete=models.CASCADE, related_name="overeenkomsten")
    soort = models.CharField("soort overeenkomst", max_length=12, choices=Overeenkomstsoort)
    van = models.DateField("geldig vanaf")
    tot = models.DateField("geldig tot", null=True, blank=True, help_text="First day on which it no longer holds.")
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen", null=True, blank=True)
    terugbetaling_procent = models.DecimalField(
        "deel van het loon dat de gebruiker terugbetaalt (%)", max_digits=5, decimal_places=2, null=True, blank=True
    )
    terugbetaling_bedrag = models.DecimalField(
        "vast bedrag per maand (euro)", max_digits=8, decimal_places=2, null=True, blank=True
    )
    getekend_op = models.DateField("getekend op", null=True, blank=True)
    begeleidingsplicht = models.TextField("wat de gebruiker belooft aan begeleiding", blank=True, default="")

    objects = VanWerkgeverQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name = "overeenkomst"
        verbose_name_plural = "overeenkomsten"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="overeenkomst_eindigt_na_start",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De overeenkomst eindigt niet voor haar begin.",
            ),
            models.CheckConstraint(
                name="overeenkomst_plaatsen",
                condition=~Q(soort=Overeenkomstsoort.PLAATSEN) | Q(plaatsen__gte=1),
                violation_error_message="Vul in over hoeveel plaatsen de overeenkomst gaat.",
            ),
            models.CheckConstraint(
                name="overeenkomst_een_prijs",
                condition=Q(terugbetaling_procent=None) | Q(terugbetaling_bedrag=None),
                violation_error_message="Vul een percentage of een bedrag in, niet allebei.",
            ),
            models.CheckConstraint(
                name="overeenkomst_procent",
                condition=Q(terugbetaling_procent=None)
                | Q(terugbetaling_procent__gte=0, terugbetaling_procent__lte=100),
                violation_error_message="Een percentage ligt tussen 0 en 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} vanaf {self.van:%d/%m/%Y}"

    @property
    def laatste_dag(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None

    @property
    def prijs(self) -> str:
        """What the user pays back, in words; empty when nothing was noted (A25)."""
        if self.terugbetaling_procent is not None:
            return f"{getal(self.terugbetaling_procent)} % van het loon"
        return f"{euro(self.terugbetaling_bedrag)} per maand" if self.terugbetaling_bedrag is not None else ""

    def stand(self, op: date) -> tuple[str, str]:
        """Status code and word on `op`: dates say whether it runs, nobody ticks that."""
        if self.van > op:
            return "gepland", "Begint later"
        if self.tot and self.tot <= op:
            return "gesloten", "Verlopen"
        return "klaar", "Loopt"
