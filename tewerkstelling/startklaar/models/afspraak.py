"""What is decided and agreed around a placement and is nobody's paper: the right of the client, the decision of both, and
what the client gets. Rows of their own, so that a change here never touches a signature."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.startklaar.enums import Chequekeuze, Inkomensrecht, Reisvergoeding
from tewerkstelling.startklaar.models.plaatsing import Plaatsing


class Startbeslissing(Versie):
    """One per placement. An empty field means that nobody looked yet, never "no"."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="startbeslissingen")
    plaatsing = models.OneToOneField(Plaatsing, on_delete=models.CASCADE, related_name="beslissing")
    recht = models.CharField("recht van de cliënt", max_length=10, choices=Inkomensrecht, blank=True, default="")
    recht_op = models.DateField("nagekeken op", null=True, blank=True)
    recht_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    mw = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="maatschappelijk werker die mee beslist",
    )
    mw_op = models.DateField("de maatschappelijk werker besliste op", null=True, blank=True)
    client_op = models.DateField("de cliënt besliste op", null=True, blank=True)
    waarom = models.TextField("waarom art.60?", blank=True, default="")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "beslissing over art.60"
        verbose_name_plural = "beslissingen over art.60"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="startbeslissing_recht_met_dag",
                condition=Q(recht="", recht_op=None) | (~Q(recht="") & Q(recht_op__isnull=False)),
                violation_error_message="Bij een recht hoort de dag waarop het nagekeken is.",
            ),
            models.CheckConstraint(
                name="startbeslissing_mw_met_dag",
                condition=Q(mw_op=None) | Q(mw__isnull=False),
                violation_error_message="Zeg welke maatschappelijk werker mee besliste.",
            ),
        ]

    def __str__(self) -> str:
        return f"Beslissing over plaatsing {self.plaatsing_id}"


class Loonafspraak(Versie):
    """What the client gets for the work, one per placement. Empty means "not known yet"."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="loonafspraken")
    plaatsing = models.OneToOneField(Plaatsing, on_delete=models.CASCADE, related_name="loonafspraak")
    brutoloon = models.DecimalField(
        "brutoloon per maand (euro)",
        max_digits=7,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
    )
    cheques = models.CharField("maaltijdcheques?", max_length=3, choices=Chequekeuze, blank=True, default="")
    cheque_waarde = models.DecimalField(
        "waarde van een cheque per gewerkte dag (euro)",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    reis = models.CharField(
        "vergoeding voor de weg naar het werk", max_length=8, choices=Reisvergoeding, blank=True, default=""
    )
    fiets_per_km = models.DecimalField(
        "fietsvergoeding per kilometer (euro)",
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    abonnement_procent = models.PositiveSmallIntegerField(
        "zoveel procent van het abonnement betaalt het OCMW",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "loonafspraak"
        verbose_name_plural = "loonafspraken"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="loonafspraak_cheque_past",
                condition=Q(cheques="ja") | Q(cheque_waarde=None),
                violation_error_message="De waarde van een cheque hoort bij maaltijdcheques: ja.",
            ),
            models.CheckConstraint(
                name="loonafspraak_reis_past",
                condition=(Q(reis="fiets") | Q(fiets_per_km=None)) & (Q(reis="openbaar") | Q(abonnement_procent=None)),
                violation_error_message="Het bedrag past niet bij de gekozen vergoeding.",
            ),
        ]

    def __str__(self) -> str:
        return f"Loonafspraak bij plaatsing {self.plaatsing_id}"
