"""What somebody practised and made on the way to a job: a vacancy taken apart, a letter, an interview prepared, a jobdoelwit
talked over (S0). In a group or alone, it is one list."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.enums import Antwoord
from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.regulier.enums import Ondersteuningssoort
from tewerkstelling.regulier.models.sollicitatie import Sollicitatie
from trajecten.groepen.models import Groepsreeks, Sessie


class OndersteuningQuerySet(DossierQuerySet["Ondersteuning"]):
    def uit_groep(self, reeks: Groepsreeks) -> "OndersteuningQuerySet":
        """What was made in this group: the only part of the list that its lesgever may read."""
        return self.filter(sessie__reeks=reeks)


class Ondersteuning(Versie):
    """`sessie` is where it was made, when in a group. `haalbaar` is said of a jobdoelwit only, so the rows of that kind are the
    history of the judgement; what holds now stands in the profile of the client."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="ondersteuningen")
    soort = models.CharField("wat deden jullie?", max_length=10, choices=Ondersteuningssoort)
    op = models.DateField("datum")
    titel = models.CharField("over welke job of vacature?", max_length=160)
    tekst = models.TextField("wat is er gemaakt of besproken?", max_length=8000, blank=True, default="")
    haalbaar = models.CharField(
        "is dit jobdoelwit haalbaar?", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND, blank=True
    )
    resultaat = models.TextField("hoe liep het?", max_length=2000, blank=True, default="")
    sollicitatie = models.ForeignKey(
        Sollicitatie, on_delete=models.SET_NULL, null=True, blank=True, related_name="ondersteuningen"
    )
    sessie = models.ForeignKey(
        Sessie, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = OndersteuningQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = "ondersteuning"
        verbose_name_plural = "ondersteuningen"
        indexes: ClassVar = [models.Index(fields=["client", "-op"], name="ondersteuning_client")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="haalbaar_alleen_bij_doelwit",
                condition=Q(haalbaar=Antwoord.ONBEKEND) | Q(soort=Ondersteuningssoort.DOELWIT),
                violation_error_message="Haalbaar zeg je alleen van een jobdoelwit.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}: {self.titel}"
