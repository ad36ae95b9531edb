"""What interrupts a contract: a fact behind the count, the visits and the money."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Onderbrekingsoort
from tewerkstelling.models.tewerkstelling import Tewerkstelling


class OnderbrekingQuerySet(DossierQuerySet["Onderbreking"]):
    def overlappend(self, *, van: date, tot: date) -> Self:
        """Interruptions that share at least one day with the half-open period [van, tot)."""
        return self.filter(van__lt=tot, tot__gt=van)


class Onderbreking(Versie):
    """A period inside one contract, [van, tot); two of the same contract never share a day."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="onderbrekingen")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="onderbrekingen")
    soort = models.CharField("soort onderbreking", max_length=24, choices=Onderbrekingsoort)
    van = models.DateField("eerste dag")
    tot = models.DateField(help_text="First day after the interruption.")

    objects = OnderbrekingQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        verbose_name = "onderbreking"
        verbose_name_plural = "onderbrekingen"
        indexes: ClassVar = [models.Index(fields=["contract", "van"], name="onderbreking_contract")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="onderbreking_periode",
                condition=Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste dag.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} vanaf {self.van:%d/%m/%Y}"

    @property
    def laatste_dag(self) -> date:
        return self.tot - timedelta(days=1)

    @property
    def afgeschermd(self) -> bool:
        return self.soort in AFGESCHERMDE_ONDERBREKINGEN
