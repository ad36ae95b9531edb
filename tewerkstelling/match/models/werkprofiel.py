"""What only matching asks of a client: hours, times, travel, and what the body cannot do."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from clienten.enums import Antwoord
from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie

# About the body: shown to, and changed by, who may read shielded data only.
AFGESCHERMDE_VELDEN = ("beperkt", "niet_mogelijk")


class Werkprofiel(Versie):
    """One per client. An empty list or field means "not asked yet". What the client wants stands in Profiel."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="werkprofiel")
    uren_min = models.DecimalField("minstens uren per week", max_digits=4, decimal_places=2, null=True, blank=True)
    uren_max = models.DecimalField("hoogstens uren per week", max_digits=4, decimal_places=2, null=True, blank=True)
    kan_van = models.TimeField("kan beginnen vanaf", null=True, blank=True)
    kan_tot = models.TimeField("moet klaar zijn om", null=True, blank=True)
    werktijden = models.JSONField("kan werken", default=list, blank=True, help_text="Codes of Werktijd.")
    max_reisminuten = models.PositiveSmallIntegerField("reist hoogstens", null=True, blank=True)
    vervoer = models.JSONField("eigen vervoer", default=list, blank=True, help_text="Codes of Vervoer.")
    vrij_vanaf = models.DateField("kan starten vanaf", null=True, blank=True)
    beperkt = models.CharField(
        "is er werk dat lichamelijk niet kan?", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    niet_mogelijk = models.JSONField("wat kan niet?", default=list, blank=True, help_text="Codes of FysiekeEis.")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "werkprofiel"
        verbose_name_plural = "werkprofielen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="werkprofiel_uren",
                condition=Q(uren_min=None) | Q(uren_max=None) | Q(uren_max__gte=F("uren_min")),
                violation_error_message="Het hoogste aantal uren is niet kleiner dan het laagste.",
            ),
            models.CheckConstraint(
                name="werkprofiel_dag",
                condition=Q(kan_van=None) | Q(kan_tot=None) | Q(kan_tot__gt=F("kan_van")),
                violation_error_message="De cliënt moet later klaar zijn dan hij of zij begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"Werkprofiel van {self.client_id}"
