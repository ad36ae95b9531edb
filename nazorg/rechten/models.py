"""A wat-als that somebody kept, to talk about with the client or the team. Nothing follows from it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.models import Tewerkstelling


class ScenarioQuerySet(DossierQuerySet["Scenario"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """One with sickness in it does not exist for who may not read that."""
        zichtbaar = super().zichtbaar_voor(medewerker)
        return zichtbaar if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else zichtbaar.filter(afgeschermd=False)


class Scenario(models.Model):
    """`invoer`: codes and dates as the form reads them, and under "basis" the contract as it was then."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="scenarios")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="scenarios")
    nota = models.CharField("waarover gaat dit voorstel?", max_length=200)
    invoer = models.JSONField()
    afgeschermd = models.BooleanField(default=False, editable=False)
    bewaard_op = models.DateTimeField(default=timezone.now, editable=False)
    bewaard_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        ordering = ["-bewaard_op", "-pk"]
        indexes: ClassVar = [models.Index(fields=["client", "-bewaard_op"], name="scenario_client")]

    def __str__(self) -> str:
        return f"Voorstel van {self.bewaard_op:%d/%m/%Y}"
