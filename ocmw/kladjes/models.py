"""What somebody was typing: kept on the server so that a closed tab, an ended session or a lost line loses nothing.

A draft hangs on the address its form posts to, and on nothing else of the house: this room does not know what a dossier
is. Only its writer ever reads it, and only through a page that shows that form to that writer at that moment.
"""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from ocmw.toegang.models import Medewerker

BEWAARDAGEN = 7
MAX_ADRES, MAX_FORMULIER = 200, 100


class KladjeQuerySet(models.QuerySet["Kladje"]):
    def van(self, medewerker: Medewerker) -> Self:
        """A draft may hold what no colleague may see, so there is no other way to read one."""
        return self.filter(medewerker=medewerker)

    def vers(self, op: datetime) -> Self:
        return self.filter(bewaard_op__gt=op - timedelta(days=BEWAARDAGEN))

    def oud(self, op: datetime) -> Self:
        return self.filter(bewaard_op__lte=op - timedelta(days=BEWAARDAGEN))


class Kladje(models.Model):
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kladjes")
    adres = models.CharField(max_length=MAX_ADRES, help_text="The path its form posts to.")
    formulier = models.CharField(max_length=MAX_FORMULIER, help_text="Which form, when several post to that path.")
    nummer = models.PositiveSmallIntegerField(
        default=0, help_text="A new text never takes the place of an older one that still waits for an answer."
    )
    inhoud = models.TextField(help_text="JSON of the page's own script; the server never looks inside.")
    bewaard_op = models.DateTimeField(default=timezone.now)

    objects = KladjeQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "kladjes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["medewerker", "adres", "formulier", "nummer"], name="kladje_op_een_plaats")
        ]
        indexes: ClassVar = [models.Index(fields=["bewaard_op"], name="kladje_bewaard_op")]

    def __str__(self) -> str:
        return f"kladje {self.pk}"
