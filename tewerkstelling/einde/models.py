"""What is settled before an art.60 contract ends, and what somebody does later."""

from typing import ClassVar, Self

from django.db import models

from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie
from tewerkstelling.einde.enums import Eindeantwoord
from tewerkstelling.models import Tewerkstelling


class EindepuntQuerySet(DossierQuerySet["Eindepunt"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """An ICF screening says something about health: without the right that row does not exist."""
        rijen = super().zichtbaar_voor(medewerker)
        return rijen if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else rijen.filter(afgeschermd=False)


class Eindepunt(Versie):
    """The answer to one point of the rule `einde.vragen`, for one contract. Who answered is `gewijzigd_door`."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="eindepunten")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="eindepunten")
    code = models.CharField(max_length=30)
    antwoord = models.CharField("antwoord", max_length=12, choices=Eindeantwoord, blank=True, default="")
    keuzes = models.JSONField("maatregelen", default=list, blank=True)
    toelichting = models.TextField("toelichting", blank=True, default="")
    contact_op = models.DateField("eerste contact in de nazorg", null=True, blank=True)
    beantwoord_op = models.DateField("datum")
    afgeschermd = models.BooleanField(default=False, editable=False)

    objects = EindepuntQuerySet.as_manager()

    class Meta:
        verbose_name = "punt bij het einde"
        verbose_name_plural = "punten bij het einde"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contract", "code"],
                name="eindepunt_een_keer",
                violation_error_message="Dit punt is al beantwoord.",
            )
        ]

    def __str__(self) -> str:
        return self.code
