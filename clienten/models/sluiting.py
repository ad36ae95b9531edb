"""Each time a dossier was closed, and opened again: the client itself only knows how it stands now."""

from django.conf import settings
from django.db import models

from clienten.enums import Sluitreden
from clienten.models.client import Client, DossierQuerySet


class Sluiting(models.Model):
    """Written when the dossier closes; reopening fills in the rest of the same row."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="sluitingen")
    op = models.DateField("gesloten op")
    reden = models.CharField("waarom gesloten?", max_length=20, choices=Sluitreden)
    nota = models.TextField("hoe liep het af?", blank=True, default="")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    heropend_op = models.DateField("heropend op", null=True, blank=True)
    heropenreden = models.CharField("waarom heropend?", max_length=300, blank=True, default="")
    heropend_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["op", "pk"]
        verbose_name_plural = "sluitingen"

    def __str__(self) -> str:
        return f"gesloten op {self.op:%d/%m/%Y}"
