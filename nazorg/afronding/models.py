"""What is settled before an art.60 contract ends, and what somebody does later."""

from typing import ClassVar, Self

from django.db import models

from clienten.models import Client, DossierQuerySet
from nazorg.afronding.enums import Eindeantwoord, Opvolguitkomst
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie
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


class Uitkomst(Versie):
    """What somebody did on one of the days of the rule `uitstroom.meetmomenten` after this contract."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="uitkomsten")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="uitkomsten")
    moment = models.CharField(max_length=20)
    peildag = models.DateField("situatie op")
    uitkomst = models.CharField("wat doet de cliënt op die dag?", max_length=12, choices=Opvolguitkomst)
    toelichting = models.CharField("toelichting", max_length=200, blank=True, default="")
    nagegaan_op = models.DateField("nagegaan op")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["peildag", "pk"]
        verbose_name = "uitkomst"
        verbose_name_plural = "uitkomsten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contract", "moment"],
                name="uitkomst_een_keer",
                violation_error_message="Voor dit moment is al een uitkomst genoteerd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_uitkomst_display()} op {self.peildag:%d/%m/%Y}"
