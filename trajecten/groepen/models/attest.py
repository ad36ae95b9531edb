"""What was said on paper about somebody who took part: kept as it was said, so that a later mark shows that it no longer holds."""

from decimal import Decimal
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ocmw.toegang.models import Medewerker
from ocmw.toegang.scoping import ScopedQuerySet
from trajecten.groepen.models.inschrijving import Inschrijving


class AttestQuerySet(ScopedQuerySet["Attest"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Of the own people only, whatever the programme shares: the paper carries the name of the own OCMW."""
        return self.filter(inschrijving__in=Inschrijving.objects.van_huis(medewerker))


class Attest(models.Model):
    """Only added to. `uren` counts quarters; `eerste` and `laatste` are both included."""

    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="attesten")
    uren = models.DecimalField(max_digits=7, decimal_places=2)
    sessies = models.PositiveSmallIntegerField()
    eerste = models.DateField()
    laatste = models.DateField()
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = AttestQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "attesten"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="attest_over_iets",
                condition=Q(sessies__gte=1) & Q(uren__gt=Decimal(0)) & Q(laatste__gte=F("eerste")),
                violation_error_message="Een attest zegt hoelang iemand er was.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.inschrijving}: {self.uren} uur"
