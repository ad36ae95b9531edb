"""One point of the checklist that somebody ticked. What has no row is still open; what the list is, is a dated rule."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from clienten.models import Client, DossierQuerySet
from tewerkstelling.startklaar.enums import Puntstand
from tewerkstelling.startklaar.models.plaatsing import Plaatsing


class Checkpunt(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="checkpunten")
    plaatsing = models.ForeignKey(Plaatsing, on_delete=models.CASCADE, related_name="punten")
    code = models.CharField(max_length=40)
    stand = models.CharField("stand", max_length=10, choices=Puntstand, default=Puntstand.IN_ORDE)
    op = models.DateField("sinds")
    toelichting = models.CharField("toelichting", max_length=200, blank=True, default="")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "punt van de startlijst"
        verbose_name_plural = "punten van de startlijst"
        constraints: ClassVar = [models.UniqueConstraint(fields=["plaatsing", "code"], name="checkpunt_een_keer")]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_stand_display()}"
