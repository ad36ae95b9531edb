"""Employers and their workplaces. They hold no client data; an OCMW sees its own list."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse

from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.enums import Werkgeversoort


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


class WerkplekQuerySet(ScopedQuerySet["Werkplek"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(werkgever__ocmw=medewerker.ocmw_id)

    def beschikbaar(self) -> Self:
        return self.filter(actief=True, werkgever__actief=True)

    def met_bezetting(self, op: date) -> Self:
        """Annotates `bezet`: how many contracts run here on `op`, of any client."""
        lopend = Q(tewerkstellingen__van__lte=op) & (Q(tewerkstellingen__tot=None) | Q(tewerkstellingen__tot__gt=op))
        return self.annotate(bezet=Count("tewerkstellingen", filter=lopend))

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the name of the place, of the employer, or in the town."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(
                Q(naam__icontains=woord) | Q(werkgever__naam__icontains=woord) | Q(gemeente__icontains=woord)
            )
        return rijen


class Werkplek(Versie):
    werkgever = models.ForeignKey(Werkgever, on_delete=models.PROTECT, related_name="werkplekken")
    naam = models.CharField("werkplek", max_length=120)
    taken = models.TextField("taken", blank=True, default="")
    straat = models.CharField("straat en nummer", max_length=160, blank=True, default="")
    gemeente = models.CharField("gemeente", max_length=80, blank=True, default="")
    vestigingsnummer = models.CharField("vestigingsnummer", max_length=10, blank=True, default="")
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2, null=True, blank=True)
    capaciteit = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    actief = models.BooleanField("beschikbaar", default=True)

    objects = WerkplekQuerySet.as_manager()

    class Meta:
        ordering = ["werkgever__naam", "naam", "pk"]
        verbose_name_plural = "werkplekken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["werkgever", "naam"],
                name="werkplek_naam_uniek",
                violation_error_message="Deze werkgever heeft al een werkplek met deze naam.",
            ),
            models.CheckConstraint(name="werkplek_capaciteit", condition=Q(capaciteit__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.werkgever.naam} - {self.naam}"

    def get_absolute_url(self) -> str:
        return reverse("tewerkstelling:werkplek_detail", args=[self.pk])
