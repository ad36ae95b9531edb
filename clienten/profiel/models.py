"""What is asked once: schooling, languages, and what the person wants and has for work."""

from typing import ClassVar

from django.db import models

from clienten.enums import Antwoord, Taalniveau
from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie


class Diploma(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="diplomas")
    naam = models.CharField("diploma of opleiding", max_length=160)
    land = models.CharField("land", max_length=60, blank=True, default="")
    jaar = models.PositiveSmallIntegerField("jaar", null=True, blank=True)
    erkend = models.CharField("erkend in België", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-jaar", "naam"]
        verbose_name_plural = "diploma's"

    def __str__(self) -> str:
        return self.naam


class Taalkennis(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="talen")
    taal = models.CharField("taal", max_length=40)
    niveau = models.CharField("niveau", max_length=2, choices=Taalniveau, blank=True, default="")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["taal"]
        verbose_name_plural = "talenkennis"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "taal"], name="taal_een_keer", violation_error_message="Deze taal staat er al bij."
            )
        ]

    def __str__(self) -> str:
        return f"{self.taal} {self.niveau}".strip()


class Profiel(Versie):
    """One per client. An empty list or field means "not asked yet". Dutch comes from Taalkennis, not from here."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="profiel")
    jobdoelwit = models.CharField("jobdoelwit", max_length=200, blank=True, default="")
    realistisch = models.CharField(
        "is dit jobdoelwit haalbaar?", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    sectoren = models.JSONField("wil werken in", default=list, blank=True, help_text="Codes of Sector.")
    sectoren_niet = models.JSONField("wil niet werken in", default=list, blank=True, help_text="Codes of Sector.")
    rijbewijs = models.CharField("rijbewijs B", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    computer = models.TextField("wat kan je met de computer?", blank=True, default="")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "profiel"
        verbose_name_plural = "profielen"

    def __str__(self) -> str:
        return f"Profiel van {self.client_id}"


def profiel_van(client: Client) -> Profiel:
    """The row of this client, or a new one that is not stored yet. No query after `select_related("profiel")`."""
    try:
        return client.profiel
    except Profiel.DoesNotExist:
        return Profiel(client=client)
