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
    def overlappend(self, *, van: date, tot: date | None) -> Self:
        """Interruptions that share at least one day with the half-open period [van, tot); None: without end."""
        rijen = self.filter(Q(tot=None) | Q(tot__gt=van))
        return rijen if tot is None else rijen.filter(van__lt=tot)

    def zonder_einde(self, *, op: date) -> Self:
        """Nobody knows yet when they end, and the contract still ran on `op`."""
        return self.filter(Q(contract__tot=None) | Q(contract__tot__gt=op), tot=None)


class Onderbreking(Versie):
    """A period inside one contract, [van, tot); two of the same contract never share a day. Some kinds may lie after it, between
    two contracts (OOK_NA_HET_CONTRACT).

    `tot` None: nobody knows yet when it ends. What counts with it reads its days (tewerkstelling/onderbrekingsdagen.py)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="onderbrekingen")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="onderbrekingen")
    soort = models.CharField("soort onderbreking", max_length=24, choices=Onderbrekingsoort)
    van = models.DateField("eerste dag")
    tot = models.DateField(null=True, blank=True, help_text="First day after the interruption.")

    objects = OnderbrekingQuerySet.as_manager()

    class Meta:
        ordering = ["van", "pk"]
        verbose_name = "onderbreking"
        verbose_name_plural = "onderbrekingen"
        indexes: ClassVar = [models.Index(fields=["contract", "van"], name="onderbreking_contract")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="onderbreking_periode",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste dag.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} vanaf {self.van:%d/%m/%Y}"

    @property
    def laatste_dag(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None

    @property
    def bekend_tot(self) -> date | None:
        """What somebody wrote down, as the days of it say too."""
        return self.tot

    @property
    def wanneer(self) -> str:
        """In words; one without an end says so."""
        if self.laatste_dag is None:
            return f"vanaf {self.van:%d/%m/%Y} zonder bekend einde"
        return f"van {self.van:%d/%m/%Y} tot en met {self.laatste_dag:%d/%m/%Y}"

    @property
    def afgeschermd(self) -> bool:
        return self.soort in AFGESCHERMDE_ONDERBREKINGEN
