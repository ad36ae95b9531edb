"""Household and the conditions to be able to work."""

from typing import ClassVar, Self

from django.db import models

from clienten.enums import AFGESCHERMDE_RANDVOORWAARDEN, Antwoord, Randvoorwaardesoort
from clienten.models.client import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie


class Gezinslid(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="gezinsleden")
    relatie = models.CharField("relatie", max_length=40)
    voornaam = models.CharField("voornaam", max_length=80, blank=True, default="")
    geboortejaar = models.PositiveSmallIntegerField("geboortejaar", null=True, blank=True)
    ten_laste = models.BooleanField("ten laste", default=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["geboortejaar", "pk"]
        verbose_name_plural = "gezinsleden"

    def __str__(self) -> str:
        return f"{self.relatie} {self.voornaam}".strip()


class RandvoorwaardeQuerySet(DossierQuerySet["Randvoorwaarde"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Health is shielded: without the right that row does not exist."""
        zichtbaar = super().zichtbaar_voor(medewerker)
        if medewerker.mag(Recht.AFGESCHERMD_LEZEN):
            return zichtbaar
        return zichtbaar.exclude(soort__in=AFGESCHERMDE_RANDVOORWAARDEN)


class Randvoorwaarde(Versie):
    """Is this in order to be able to work? Health is shielded (AFGESCHERMDE_RANDVOORWAARDEN)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="randvoorwaarden")
    soort = models.CharField("randvoorwaarde", max_length=16, choices=Randvoorwaardesoort)
    in_orde = models.CharField("in orde", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    nota = models.TextField("nota", blank=True, default="")
    beoordeeld_op = models.DateField("beoordeeld op", null=True, blank=True)

    objects = RandvoorwaardeQuerySet.as_manager()

    class Meta:
        ordering = ["soort"]
        verbose_name_plural = "randvoorwaarden"
        constraints: ClassVar = [models.UniqueConstraint(fields=["client", "soort"], name="randvoorwaarde_een_keer")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.in_orde}"
