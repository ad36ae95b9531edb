"""Dated rule sets: every number that depends on a year, a region or a policy, with where it comes from."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Regelset(models.Model):
    """`waarde` holds for the half-open period [geldig_van, geldig_tot)."""

    sleutel = models.CharField(max_length=60)
    waarde = models.JSONField()
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=300)
    toelichting = models.TextField(blank=True)

    class Meta:
        ordering = ["sleutel", "geldig_van"]
        verbose_name = "regel"
        verbose_name_plural = "regels"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sleutel", "geldig_van"], name="regelset_uniek"),
            models.CheckConstraint(
                name="regelset_periode",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_van")),
                violation_error_message="De regel eindigt na zijn begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} vanaf {self.geldig_van}"
