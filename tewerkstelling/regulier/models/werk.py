"""Around a regular job: talks with employers, and whether we follow up after the start."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.models import Tewerkstelling, Werkgever
from tewerkstelling.regulier.enums import Opvolgen
from tewerkstelling.regulier.models.sollicitatie import Sollicitatie


class Werkgeverscontact(Versie):
    """Mediation: whom we spoke about this client, and what came of it (S3, phase 3)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="werkgeverscontacten")
    sollicitatie = models.ForeignKey(
        Sollicitatie, on_delete=models.SET_NULL, null=True, blank=True, related_name="contacten"
    )
    werkgever = models.ForeignKey(Werkgever, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    bij = models.CharField("naam van de werkgever", max_length=120, blank=True, default="")
    op = models.DateField("datum")
    met = models.CharField("met wie", max_length=120, blank=True, default="")
    maatregel_uitgelegd = models.BooleanField("we legden een tewerkstellingsmaatregel uit", default=False)
    maatregel = models.CharField("welke maatregel", max_length=120, blank=True, default="")
    resultaat = models.TextField("wat kwam eruit?", blank=True, default="")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = "contact met een werkgever"
        verbose_name_plural = "contacten met werkgevers"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="werkgeverscontact_bij_iemand",
                condition=~Q(bij="") | Q(werkgever__isnull=False),
                violation_error_message="Kies een werkgever uit de lijst, of schrijf de naam.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.bij_wie} op {self.op:%d/%m/%Y}"

    @property
    def bij_wie(self) -> str:
        return self.werkgever.naam if self.werkgever else self.bij


class Opvolging(Versie):
    """Do we follow up in a regular job, and why (not)? Often the attitude of the employer decides (S3, phase 4)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="opvolgingen")
    contract = models.OneToOneField(Tewerkstelling, on_delete=models.CASCADE, related_name="opvolging")
    opvolgen = models.CharField("volgen we op?", max_length=3, choices=Opvolgen)
    reden = models.CharField("waarom?", max_length=200)
    volgende_op = models.DateField("volgend contact", null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "opvolging op het werk"
        verbose_name_plural = "opvolgingen op het werk"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="opvolging_heeft_dag",
                condition=~Q(opvolgen=Opvolgen.JA) | Q(volgende_op__isnull=False),
                violation_error_message="Kies de dag van het volgende contact.",
            )
        ]

    def __str__(self) -> str:
        return self.get_opvolgen_display()
