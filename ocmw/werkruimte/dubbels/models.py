"""Which dossiers became one, and which people are not the same."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from clienten.models import Client, DossierQuerySet


class VerenigingQuerySet(DossierQuerySet["Vereniging"]):
    def geldig(self) -> Self:
        return self.filter(ongedaan_op=None)

    def op_te_ruimen(self, op: date) -> Self:
        """Past the day on which it could be undone, with the way back still stored."""
        return self.filter(ongedaan_tot__lt=op).exclude(stappen=[])


class Vereniging(models.Model):
    """`weg_nummer` is the primary key of the dossier that is no longer there. `stappen` is what was done to which row, with
    what stood there before (verhuis.py): the way back, thrown away when it is closed."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="verenigingen")
    weg_nummer = models.BigIntegerField(db_index=True)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ongedaan_tot = models.DateField(help_text="Last day on which it can be undone, included.")
    ongedaan_op = models.DateField(null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    stappen = models.JSONField(default=list)
    hoogste = models.JSONField(default=dict, help_text="Per kind of row the last primary key of that moment.")

    objects = VerenigingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "verenigingen"

    def __str__(self) -> str:
        return f"{self.weg_dossiernummer} op {self.op:%d/%m/%Y}"

    @property
    def weg_dossiernummer(self) -> str:
        return f"D{self.weg_nummer:06d}"

    def weigering_voor_ongedaan(self, op: date) -> str:
        """Why this cannot be undone now; empty when it can."""
        if self.ongedaan_op:
            return "Dit is al ongedaan gemaakt."
        if op > self.ongedaan_tot or not self.stappen:
            return f"Ongedaan maken kon tot en met {self.ongedaan_tot:%d/%m/%Y}."
        later = Vereniging.objects.geldig().filter(client=self.client_id, pk__gt=self.pk).order_by("-pk").first()
        if later:
            return f"Na dit dossier kwam ook {later.weg_dossiernummer} erbij. Maak dat eerst ongedaan."
        return ""


def laatste_dag_terug(op: date, dagen: int) -> date:
    return op + timedelta(days=dagen)


class AnderePersoon(models.Model):
    """Somebody looked at two dossiers that look alike and said: these are two people."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="andere_personen")
    ander = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "andere personen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["client", "ander"], name="andere_persoon_een_keer")]

    def __str__(self) -> str:
        return f"{self.client_id} is niet {self.ander_id}"
