"""What came after the work: the talks of the nazorg, and what somebody did later."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from clienten.models import Client, DossierQuerySet
from nazorg.enums import Nazorgdoor, Opvolguitkomst, Situatie
from ocmw.ui.versie import Versie
from tewerkstelling.models import Tewerkstelling
from trajecten.models import Gesprek


class Nazorgcontact(models.Model):
    """A talk in the nazorg, with the situation we found. The talk itself is a Gesprek, so it stands in the timeline."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="nazorgcontacten")
    gesprek = models.OneToOneField(Gesprek, on_delete=models.CASCADE, related_name="nazorgcontact")
    situatie = models.CharField("hoe gaat het met het werk?", max_length=16, choices=Situatie)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-gesprek__op", "-pk"]
        verbose_name_plural = "nazorgcontacten"

    def __str__(self) -> str:
        return self.get_situatie_display()


class Nazorgkeuze(models.Model):
    """Who keeps the nazorg of this client, when that was chosen; without a row the maatschappelijk werker does."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="nazorgkeuze")
    wie = models.CharField("wie volgt op?", max_length=3, choices=Nazorgdoor, default=Nazorgdoor.MW)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    op = models.DateField("gekozen op")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "keuze in de nazorg"
        verbose_name_plural = "keuzes in de nazorg"

    def __str__(self) -> str:
        return self.get_wie_display()


class Uitkomst(Versie):
    """What somebody did on one of the days of the rule `uitstroom.meetmomenten` after this contract."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="uitkomsten")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="uitkomsten")
    moment = models.CharField(max_length=20)
    peildag = models.DateField("situatie op")
    uitkomst = models.CharField("wat doet de cliënt op die dag?", max_length=12, choices=Opvolguitkomst)
    toelichting = models.CharField("toelichting", max_length=200, blank=True, default="")
    nagegaan_op = models.DateField("nagegaan op")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["peildag", "pk"]
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contract", "moment"],
                name="uitkomst_een_keer",
                violation_error_message="Voor dit moment is al een uitkomst genoteerd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_uitkomst_display()} op {self.peildag:%d/%m/%Y}"
