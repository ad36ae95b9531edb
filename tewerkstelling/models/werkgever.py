"""Employers and their workplaces. They hold no client data; an OCMW sees its own list."""

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from clienten.enums import Taalniveau
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.enums import Overeenkomstsoort, Sector, Werkgeversoort


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
    sector = models.CharField("soort werk", max_length=12, choices=Sector, blank=True, default="")
    taalniveau = models.CharField("Nederlands dat nodig is", max_length=2, choices=Taalniveau, blank=True, default="")
    fysieke_eisen = models.JSONField("wat het werk van het lichaam vraagt", default=list, blank=True)
    werktijden = models.JSONField("wanneer er gewerkt wordt", default=list, blank=True)
    begint_om = models.TimeField("werkdag begint om", null=True, blank=True)
    eindigt_om = models.TimeField("werkdag eindigt om", null=True, blank=True)
    rijbewijs_nodig = models.BooleanField("rijbewijs B nodig", default=False)
    reisminuten = models.PositiveSmallIntegerField("minuten met bus of fiets vanaf het station", null=True, blank=True)
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
