"""What the money of a TWE depends on beside its dates, and which tasks the month-end radar made."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from clienten.enums import Antwoord
from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.geld.enums import MlpStatus
from trajecten.models import Actiepunt
from trajecten.twe.models import Werkervaring
from trajecten.twe.vergoeding import Registratie

GEBLOKKEERD = "Bij VDAB houdt een andere partner het dossier vast: zonder registratie telt deze maand niet."
TE_REGISTREREN = "De werkervaring staat nog niet in het dossier bij VDAB: zonder registratie telt deze maand niet."


class TweRegistratie(Versie):
    """How a werkervaring stands at VDAB (MLP), and whether art.60 past the 24 months is needed for social rights (T16).

    Without a row nobody looked: shown as such, never as failing.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="tweregistraties")
    werkervaring = models.OneToOneField(Werkervaring, on_delete=models.CASCADE, related_name="registratie")
    status = models.CharField("stand bij VDAB", max_length=16, choices=MlpStatus, default=MlpStatus.ONBEKEND)
    vdab_vanaf = models.DateField("geregistreerd bij VDAB vanaf", null=True, blank=True)
    na_24_nodig = models.CharField(
        "na de 24 maanden nog nodig voor de sociale rechten", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "registratie bij VDAB"
        verbose_name_plural = "registraties bij VDAB"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="geregistreerd_heeft_vdab_dag",
                condition=~Q(status=MlpStatus.GEREGISTREERD) | Q(vdab_vanaf__isnull=False),
                violation_error_message="Vul in vanaf welke dag de werkervaring bij VDAB geregistreerd staat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.werkervaring_id})"

    @property
    def als_registratie(self) -> Registratie:
        return registratie_van(self.status, self.vdab_vanaf)


def registratie_van(status: str, vanaf: date | None) -> Registratie:
    """From the stored codes to what the calculation looks at; "not looked" counts as in order."""
    if status == MlpStatus.GEREGISTREERD:
        return Registratie(vanaf)
    if status == MlpStatus.GEBLOKKEERD:
        return Registratie(None, GEBLOKKEERD)
    if status == MlpStatus.TE_REGISTREREN:
        return Registratie(None, TE_REGISTREREN)
    return Registratie()


class Radartaak(models.Model):
    """The task that the radar made for one werkervaring in one month: a second click finds this row."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="radartaken")
    werkervaring = models.ForeignKey(Werkervaring, on_delete=models.CASCADE, related_name="radartaken")
    maand = models.DateField(help_text="Last day of the month.")
    punt = models.ForeignKey(Actiepunt, on_delete=models.CASCADE, related_name="radartaken")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "radartaken"
        constraints: ClassVar = [models.UniqueConstraint(fields=["werkervaring", "maand"], name="radartaak_een_keer")]

    def __str__(self) -> str:
        return f"{self.maand:%m/%Y}: {self.punt_id}"
