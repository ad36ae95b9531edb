"""What makes a planned day differ from the rule: an own scheme, a day that was moved; and visits to the work floor."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.models import Tewerkstelling, Werkgever
from trajecten.models import Actiepunt


class Evaluatieschema(Versie):
    """Months after the start, of one contract or of everybody at one employer; without it the rule holds (F1, F3)."""

    contract = models.OneToOneField(
        Tewerkstelling, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluatieschema", editable=False
    )
    werkgever = models.OneToOneField(
        Werkgever, on_delete=models.CASCADE, null=True, blank=True, related_name="evaluatieschema", editable=False
    )
    maanden = models.JSONField("evaluatie na zoveel maanden", default=list)

    class Meta:
        verbose_name = "evaluatieschema"
        verbose_name_plural = "evaluatieschema's"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="schema_van_contract_of_werkgever",
                condition=Q(contract=None, werkgever__isnull=False) | Q(contract__isnull=False, werkgever=None),
            )
        ]

    def __str__(self) -> str:
        return ", ".join(f"maand {n}" for n in self.maanden)


class Verzetting(Versie):
    """A planner moved one moment from `van` to `op`. The difference stays when the contract moves afterwards."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="verzettingen")
    moment = models.CharField(max_length=6, editable=False)
    van = models.DateField(editable=False)
    op = models.DateField("nieuwe dag")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "verzette evaluatie"
        verbose_name_plural = "verzette evaluaties"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contract", "moment"], name="een_verzetting_per_moment")
        ]

    def __str__(self) -> str:
        return f"{self.moment} naar {self.op:%d/%m/%Y}"


class Werkbezoek(Versie):
    """A visit to the work floor (F9)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="werkbezoeken")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="werkbezoeken")
    op = models.DateField("dag van het bezoek")
    plaats = models.CharField("waar", max_length=120, blank=True, default="")
    aanwezig = models.CharField("wie was erbij", max_length=200, blank=True, default="")
    gezien = models.TextField("wat zag en hoorde je?")
    vervolg = models.TextField("wat volgt er?", blank=True, default="")
    sterktes = models.JSONField(
        default=dict, blank=True, help_text="By voice (Stemsoort): {'sterk': [...], 'leren': [...]}, codes of Talent."
    )
    afspraken = models.ManyToManyField(Actiepunt, blank=True, related_name="werkbezoeken")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = "werkbezoek"
        verbose_name_plural = "werkbezoeken"
        indexes: ClassVar = [models.Index(fields=["contract", "-op"], name="werkbezoek_contract")]

    def __str__(self) -> str:
        return f"Bezoek van {self.op:%d/%m/%Y}"
