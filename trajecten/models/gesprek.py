"""Talks, appointments, goals and what was promised in them."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from trajecten.enums import Aanwezigheid, Afspraakstatus, Doelstatus, Eigenaar, Kanaal, Randthema
from trajecten.models.traject import AfgeschermdQuerySet, Traject


class Gesprek(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="gesprekken")
    op = models.DateField("datum")
    kanaal = models.CharField("hoe", max_length=16, choices=Kanaal, default=Kanaal.GESPREK)
    aanwezigheid = models.CharField("aanwezig", max_length=16, choices=Aanwezigheid, default=Aanwezigheid.AANWEZIG)
    duur = models.PositiveSmallIntegerField("duur in minuten", null=True, blank=True)
    verslag = models.TextField("verslag", blank=True, default="")
    afgeschermd = models.BooleanField("gaat over gezondheid of verslaving", default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="gesprekken")
    door_naam = models.CharField(
        max_length=120, blank=True, default="", help_text="From an import, when nobody matches."
    )

    objects = AfgeschermdQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "gesprekken"
        indexes: ClassVar = [models.Index(fields=["client", "-op"], name="gesprek_client")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="gesprek_duur_redelijk",
                condition=Q(duur=None) | Q(duur__gte=1, duur__lte=600),
                violation_error_message="Een gesprek duurt tussen 1 en 600 minuten.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()} op {self.op:%d/%m/%Y}"

    @property
    def is_contact(self) -> bool:
        """Did we reach the person? A no-show is logged but breaks no silence."""
        return self.aanwezigheid == Aanwezigheid.AANWEZIG


class Doel(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="doelen")
    traject = models.ForeignKey(Traject, on_delete=models.CASCADE, related_name="doelen", null=True, blank=True)
    thema = models.CharField(
        "thema", max_length=16, choices=[*Randthema.choices, ("werk", "Werk"), ("opleiding", "Opleiding")]
    )
    omschrijving = models.CharField("wat willen we bereiken?", max_length=300)
    status = models.CharField("stand", max_length=10, choices=Doelstatus, default=Doelstatus.GEPLAND)
    gesteld_op = models.DateField(editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["gesteld_op", "pk"]
        verbose_name_plural = "doelen"

    def __str__(self) -> str:
        return self.omschrijving


class ActiepuntQuerySet(DossierQuerySet["Actiepunt"]):
    def open(self) -> Self:
        return self.filter(gedaan_op=None)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(medewerker=medewerker)

    def vervallen(self, op: date) -> Self:
        return self.open().filter(vervalt_op__lte=op)


class Actiepunt(models.Model):
    """Something promised, with a date and an owner; from a talk, a goal, or on its own."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="actiepunten")
    gesprek = models.ForeignKey(Gesprek, on_delete=models.SET_NULL, null=True, blank=True, related_name="actiepunten")
    doel = models.ForeignKey(Doel, on_delete=models.SET_NULL, null=True, blank=True, related_name="actiepunten")
    omschrijving = models.CharField("wat", max_length=200)
    vervalt_op = models.DateField("tegen wanneer")
    eigenaar = models.CharField("wie doet het", max_length=12, choices=Eigenaar, default=Eigenaar.MEDEWERKER)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="actiepunten",
        help_text="Who does it, or who checks that the client did.",
    )
    gedaan_op = models.DateField(null=True, blank=True)

    objects = ActiepuntQuerySet.as_manager()

    class Meta:
        ordering = ["vervalt_op", "pk"]
        verbose_name_plural = "actiepunten"

    def __str__(self) -> str:
        return self.omschrijving


class AfspraakQuerySet(DossierQuerySet["Afspraak"]):
    def gepland(self) -> Self:
        return self.filter(status=Afspraakstatus.GEPLAND)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(medewerker=medewerker)


class Afspraak(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="afspraken")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="afspraken")
    begint_op = models.DateTimeField("wanneer")
    duur = models.PositiveSmallIntegerField("duur in minuten", default=45)
    kanaal = models.CharField("hoe", max_length=16, choices=Kanaal, default=Kanaal.GESPREK)
    plaats = models.CharField("waar", max_length=120, blank=True, default="")
    status = models.CharField(max_length=14, choices=Afspraakstatus, default=Afspraakstatus.GEPLAND)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        ordering = ["begint_op"]
        verbose_name_plural = "afspraken"
        indexes: ClassVar = [models.Index(fields=["medewerker", "begint_op"], name="afspraak_agenda")]

    def __str__(self) -> str:
        return f"Afspraak op {self.begint_op:%d/%m/%Y %H:%M}"
