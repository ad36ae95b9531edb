"""What a rule that is not published yet would move: one row per date or number of a dossier that becomes another."""

from typing import ClassVar, Self

from django.db import models

from clienten.models import Client, DossierQuerySet
from ocmw.kalender.woorden import aantal, euro
from ocmw.regels.enums import Impactsoort, Richting
from ocmw.regels.models import Regelconcept
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht


class ImpactrijQuerySet(DossierQuerySet["Impactrij"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Only clients the reader sees. Who moves because sickness or detention counts otherwise has been sick or
        detained: those rows are for who may read that."""
        if not medewerker.mag(Recht.DOSSIER_LEZEN):
            return self.none()
        rijen = super().zichtbaar_voor(medewerker)
        return rijen if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else rijen.filter(afgeschermd=False)


class Impactrij(models.Model):
    concept = models.ForeignKey(Regelconcept, on_delete=models.CASCADE, related_name="impact")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    ocmw = models.ForeignKey(Ocmw, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=10, choices=Impactsoort)
    detail = models.CharField(
        max_length=30, blank=True, default="", help_text="Code of a termijn, or pk of a contract."
    )
    richting = models.CharField(max_length=8, choices=Richting)
    voor = models.CharField(max_length=200, blank=True, default="")
    na = models.CharField(max_length=200, blank=True, default="")
    voor_dag = models.DateField(null=True)
    na_dag = models.DateField(null=True)
    verschil = models.IntegerField(null=True, help_text="Days or euro; later and more are positive.")
    afgeschermd = models.BooleanField(default=False)

    objects = ImpactrijQuerySet.as_manager()

    class Meta:
        ordering = ["client__zoeknaam", "client_id", "soort", "pk"]
        verbose_name = "impact van een regel"
        verbose_name_plural = "impact van regels"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concept", "client", "soort", "detail"], name="impactrij_uniek")
        ]
        indexes: ClassVar = [models.Index(fields=["concept", "soort", "richting"], name="impactrij_soort")]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.voor} -> {self.na}"

    @property
    def wat(self) -> str:
        """De dagen zijn bewezen op; Termijn: Evaluatie."""
        if self.soort == Impactsoort.TERMIJN:
            return f"Termijn: {TERMIJNSOORTEN.in_woorden(self.detail)}"
        return self.get_soort_display()

    @property
    def verschil_in_woorden(self) -> str:
        """12 dagen later; 156 meer; € 600 minder; komt erbij."""
        if not self.verschil:
            return self.get_richting_display()
        if self.soort == Impactsoort.GELD:
            return f"{euro(abs(self.verschil))} {self.get_richting_display()}"
        if self.richting in {Richting.MEER, Richting.MINDER}:
            return f"{abs(self.verschil)} {self.get_richting_display()}"
        return f"{aantal(abs(self.verschil), 'dag', 'dagen')} {self.get_richting_display()}"

    @property
    def beeld(self) -> str:
        """The code of the status: what asks more of people, or pays less, draws the eye."""
        if self.soort == Impactsoort.GELD:
            return "let_op" if self.richting == Richting.MINDER else "gepland"
        return "let_op" if self.richting in {Richting.VROEGER, Richting.MEER, Richting.NIEUW} else "gepland"
