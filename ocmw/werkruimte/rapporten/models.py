"""A report somebody asked for: first a request, later a file, gone after some days."""

import uuid
from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from clienten.models import Client
from ocmw.opdrachten.models import Opdracht
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.werkruimte.rapporten.enums import Formaat, Rapportsoort
from trajecten.groepen.models import Groepsreeks


class RapportbestandQuerySet(models.QuerySet["Rapportbestand"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """A report is for who asked it. The view checks the rights on what is in it besides."""
        return self.filter(aangevraagd_door=medewerker)

    def vervallen(self, op: date) -> Self:
        return self.filter(vervalt_op__lte=op)


class Rapportbestand(models.Model):
    """Asked for by one colleague, about one client, about OCMWs in [van, tot), or about the people of one series; `bestand` is empty until it is made."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField("rapport", max_length=10, choices=Rapportsoort)
    formaat = models.CharField("formaat", max_length=4, choices=Formaat, default=Formaat.PDF)
    aangevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="rapporten")
    aangevraagd_op = models.DateTimeField(default=timezone.now, editable=False)
    opdracht = models.OneToOneField(Opdracht, on_delete=models.PROTECT, related_name="rapport", null=True)
    client = models.ForeignKey(Client, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    reeks = models.ForeignKey(Groepsreeks, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    delen = models.JSONField(default=list, help_text="Codes of enums.Deel.")
    afgeschermd = models.BooleanField(
        default=False, help_text="Holds health or addiction: to open it takes that right."
    )
    ocmws = models.ManyToManyField(Ocmw, related_name="+")
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True, help_text="First day after the period.")
    buiten_team = models.BooleanField(default=False, help_text="Small groups are hidden (D15).")
    bestand = models.FileField(blank=True)
    bestandsnaam = models.CharField(max_length=120, blank=True, default="")
    grootte = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    gemaakt_op = models.DateTimeField(null=True, blank=True)
    vervalt_op = models.DateField(help_text="On this day the file and the row are deleted.")

    objects = RapportbestandQuerySet.as_manager()

    class Meta:
        ordering = ["-aangevraagd_op"]
        verbose_name_plural = "rapportbestanden"
        indexes: ClassVar = [
            models.Index(fields=["aangevraagd_door", "-aangevraagd_op"], name="rapport_van_wie"),
            models.Index(fields=["vervalt_op"], name="rapport_vervalt"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="rapport_over_iets",
                condition=Q(soort="dossier", client__isnull=False, reeks=None, van=None, tot=None)
                | Q(soort="caseload", client=None, reeks=None, van__isnull=False, tot__isnull=False)
                | Q(soort="attesten", client=None, reeks__isnull=False, van=None, tot=None),
            ),
            models.CheckConstraint(
                name="rapport_periode",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste dag.",
            ),
            models.CheckConstraint(
                name="rapport_gemaakt_of_niet",
                condition=Q(gemaakt_op=None, bestand="") | (Q(gemaakt_op__isnull=False) & ~Q(bestand="")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()

    def get_absolute_url(self) -> str:
        return reverse("rapporten:rapport_detail", args=[self.pk])

    @property
    def tot_en_met(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None

    @property
    def map(self) -> str:
        """Folder of this report in the storage: whatever else lies there is of an attempt that was killed."""
        return f"rapporten/{self.pk}"
