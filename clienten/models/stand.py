"""The one row per client that lists read (docs/adr/0003). Every column is derived from facts by the actions that write
those facts; a weekly job derives all of it again and reports differences. No decision is ever taken from it."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.enums import Stap
from clienten.models.client import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker, Ocmw


class StandQuerySet(DossierQuerySet["Stand"]):
    client_pad = ""  # the row carries the OCMW itself, so the scope is the head of every index

    def lopend(self) -> Self:
        return self.exclude(stap=Stap.GESLOTEN)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(Q(coach=medewerker) | Q(mw=medewerker))

    def zonder_coach(self) -> Self:
        return self.lopend().filter(coach=None)

    def actie_nodig(self, op: date) -> Self:
        return self.filter(eerste_termijn_op__lte=op)

    def eindigt_binnen(self, dagen: int, op: date) -> Self:
        return self.filter(einde_op__gte=op, einde_op__lte=op + timedelta(days=dagen))

    def stil(self, op: date) -> Self:
        return self.filter(stilte_op__lte=op)


class Stand(models.Model):
    client = models.OneToOneField(Client, on_delete=models.CASCADE, primary_key=True, related_name="stand")
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="+", db_index=False)
    zoeknaam = models.CharField(max_length=220)
    taal = models.CharField(max_length=40, blank=True, default="")
    stap = models.PositiveSmallIntegerField(choices=Stap, default=Stap.NIEUW)
    stap_sinds = models.DateField(null=True)
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    mw = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    laatste_contact_op = models.DateField(null=True)
    volgende_afspraak_op = models.DateField(null=True)
    eerste_termijn_op = models.DateField(null=True, help_text="Earliest open Termijn.")
    stilte_op = models.DateField(null=True, help_text="Day the open CONTACT Termijn falls due.")
    einde_op = models.DateField(null=True, help_text="First coming end: last day of art.60 or of the TWE window.")
    twe_einde_op = models.DateField(null=True, help_text="Last day of the TWE window; `einde_op` falls back on it.")

    objects = StandQuerySet.as_manager()

    class Meta:
        ordering = ["zoeknaam", "client"]
        verbose_name = "stand"
        verbose_name_plural = "standen"
        indexes: ClassVar = [
            models.Index(fields=["ocmw", "zoeknaam", "client"], name="stand_naam"),
            models.Index(fields=["ocmw", "stap", "zoeknaam"], name="stand_stap"),
            models.Index(fields=["ocmw", "stap_sinds"], name="stand_stap_sinds"),
            models.Index(fields=["ocmw", "laatste_contact_op"], name="stand_contact"),
            models.Index(fields=["ocmw", "eerste_termijn_op"], name="stand_termijn"),
            models.Index(fields=["ocmw", "stilte_op"], name="stand_stilte"),
            models.Index(fields=["ocmw", "einde_op"], name="stand_einde"),
            models.Index(fields=["ocmw", "taal"], name="stand_taal"),
            models.Index(fields=["coach", "zoeknaam"], name="stand_coach"),
            models.Index(fields=["mw", "zoeknaam"], name="stand_mw"),
        ]

    def __str__(self) -> str:
        return f"{self.zoeknaam}: {self.get_stap_display()}"
