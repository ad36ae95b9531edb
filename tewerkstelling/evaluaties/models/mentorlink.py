"""The way in for a mentor without an account. The link itself is never stored: only its hash."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from clienten.models import Client, DossierQuerySet
from tewerkstelling.evaluaties.models.evaluatie import Evaluatie


class MentorlinkQuerySet(DossierQuerySet["Mentorlink"]):
    def bruikbaar(self, op: date) -> Self:
        """Not sent in, not withdrawn, not past its last day, and the evaluation still takes answers."""
        return self.filter(
            ingediend_op=None, ingetrokken_op=None, vervalt_op__gte=op, evaluatie__afgerond_op=None,
            client__gesloten_op=None,
        )  # fmt: skip


class Mentorlink(models.Model):
    """`vervalt_op` is the last day on which it works. `klad` holds what the mentor filled in and has not sent yet."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.CASCADE, related_name="mentorlinks")
    hash = models.CharField(max_length=64, unique=True, editable=False)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    vervalt_op = models.DateField("werkt tot en met")
    eerst_geopend_op = models.DateTimeField(null=True, blank=True)
    laatst_geopend_op = models.DateTimeField(null=True, blank=True)
    ingediend_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    klad = models.JSONField(default=dict, blank=True)

    objects = MentorlinkQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        verbose_name = "link voor de mentor"
        verbose_name_plural = "links voor de mentor"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluatie"],
                condition=Q(ingetrokken_op=None),
                name="een_mentorlink_per_evaluatie",
                violation_error_message="Er is al een link voor deze evaluatie. Trek die eerst in.",
            )
        ]

    def __str__(self) -> str:
        return f"Link van {self.gemaakt_op:%d/%m/%Y}"

    def stand(self, op: date) -> tuple[str, str]:
        """Status code and word."""
        if self.ingediend_op:
            return "klaar", "Ingevuld"
        if self.ingetrokken_op:
            return "gesloten", "Ingetrokken"
        if self.vervalt_op < op:
            return "te_laat", "Verlopen"
        return ("bezig", "Geopend") if self.eerst_geopend_op else ("gepland", "Nog niet geopend")
