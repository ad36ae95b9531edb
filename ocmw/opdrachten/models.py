"""Long work: one row per job, so progress, cancel and restart are facts in the database, not hopes about a queue."""

import uuid
from datetime import timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ocmw.toegang.models import Medewerker, Ocmw

STIL_NA = timedelta(seconds=30)
MAX_POGINGEN = 5


class Opdrachtstatus(models.TextChoices):
    WACHT = "wacht", "staat klaar"
    BEZIG = "bezig", "bezig"
    KLAAR = "klaar", "klaar"
    MISLUKT = "mislukt", "niet gelukt"
    GEANNULEERD = "geannuleerd", "geannuleerd"


class OpdrachtQuerySet(models.QuerySet["Opdracht"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """A job is only for who asked it; the result has its own rights besides."""
        return self.filter(aangevraagd_door=medewerker)

    def op_te_nemen(self) -> Self:
        """Waiting, or running without a heartbeat: the worker was killed."""
        stil = timezone.now() - STIL_NA
        return self.filter(Q(status=Opdrachtstatus.WACHT) | Q(status=Opdrachtstatus.BEZIG, hartslag_op__lt=stil))


class Opdracht(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=40)
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="+")
    aangevraagd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opdrachten")
    aangevraagd_op = models.DateTimeField(default=timezone.now, editable=False)
    gegevens = models.JSONField(default=dict, help_text="Ids, codes and dates only: what the work needs to start.")
    status = models.CharField(max_length=12, choices=Opdrachtstatus, default=Opdrachtstatus.WACHT)
    stap = models.CharField(max_length=120, blank=True)
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0)
    poging = models.PositiveSmallIntegerField(default=0)
    annuleren_gevraagd = models.BooleanField(default=False)
    hartslag_op = models.DateTimeField(null=True)
    beeindigd_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=500, blank=True)
    klaar_url = models.CharField(max_length=300, blank=True)

    objects = OpdrachtQuerySet.as_manager()

    class Meta:
        ordering = ["-aangevraagd_op"]
        verbose_name_plural = "opdrachten"
        indexes: ClassVar = [
            models.Index(
                fields=["aangevraagd_op"],
                name="opdracht_open",
                condition=Q(status__in=[Opdrachtstatus.WACHT, Opdrachtstatus.BEZIG]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} ({self.get_status_display()})"

    @property
    def procent(self) -> int:
        return min(100, 100 * self.gedaan // self.totaal) if self.totaal else 0

    @property
    def is_open(self) -> bool:
        return self.status in {Opdrachtstatus.WACHT, Opdrachtstatus.BEZIG}

    def neem_op(self) -> bool:
        """Claim with one conditional UPDATE; False when another worker has it or it is over."""
        gelukt = (
            Opdracht.objects.op_te_nemen()
            .filter(pk=self.pk)
            .update(status=Opdrachtstatus.BEZIG, poging=F("poging") + 1, hartslag_op=timezone.now())
        )
        if gelukt:
            self.refresh_from_db()
        return bool(gelukt)

    def schrijf(self, **velden: Any) -> bool:
        """Write only while this attempt still owns the row; False when it was taken over or cancelled."""
        return bool(
            Opdracht.objects.filter(pk=self.pk, status=Opdrachtstatus.BEZIG, poging=self.poging).update(
                hartslag_op=timezone.now(), **velden
            )
        )
