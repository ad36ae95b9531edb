"""What somebody was typing: kept on the server so that a closed tab or an expired session loses nothing."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker

BEWAARDAGEN = 7


class KladjeQuerySet(DossierQuerySet["Kladje"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Only the own ones: a draft may hold what the reader of the final note may not see."""
        return super().zichtbaar_voor(medewerker).filter(medewerker=medewerker)

    def vers(self, op: datetime) -> Self:
        return self.filter(bewaard_op__gt=op - timedelta(days=BEWAARDAGEN))

    def oud(self, op: datetime) -> Self:
        return self.filter(bewaard_op__lte=op - timedelta(days=BEWAARDAGEN))


class Kladje(models.Model):
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kladjes")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=30)
    tekst = models.JSONField(default=dict)
    bewaard_op = models.DateTimeField(default=timezone.now)

    objects = KladjeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "kladjes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["medewerker", "client", "soort"], name="een_kladje_per_formulier")
        ]
        indexes: ClassVar = [models.Index(fields=["bewaard_op"], name="kladje_oud")]

    def __str__(self) -> str:
        return f"kladje {self.soort}"
