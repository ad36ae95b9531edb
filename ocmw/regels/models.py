"""Dated rule sets: every number that depends on a year, a region or a policy, with where it comes from."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property

from ocmw.opdrachten.models import Opdracht
from ocmw.regels.bron import Bron
from ocmw.regels.enums import Conceptstatus
from ocmw.regels.sleutels import Aard, Beschrijving, beschrijving
from ocmw.regels.vormen import Rooster
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.ui.versie import Versie


class Beschreven(models.Model):
    """A key with a value, in words."""

    class Meta:
        abstract = True

    sleutel: Any
    waarde: Any
    bron: Any

    @property
    def beschrijving(self) -> Beschrijving:
        return beschrijving(self.sleutel, self.waarde)

    @property
    def naam(self) -> str:
        return self.beschrijving.naam

    @property
    def in_woorden(self) -> str:
        return self.beschrijving.vorm.in_woorden(self.waarde)

    @property
    def kort(self) -> str:
        return self.beschrijving.vorm.kort(self.waarde)

    @property
    def herkomst(self) -> Bron:
        return Bron(self.bron)

    @property
    def rooster(self) -> Rooster | None:
        return self.beschrijving.vorm.rooster(self.waarde)


class Regelset(Versie, Beschreven):
    """`waarde` holds for the half-open period [geldig_van, geldig_tot). Only source and explanation are ever edited: a
    value changes by publishing a new set."""

    sleutel = models.CharField(max_length=60)
    ocmw = models.ForeignKey(
        Ocmw,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="huisregels",
        help_text="Empty: for every OCMW that has no own set of this house rule.",
    )
    waarde = models.JSONField()
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    bron = models.CharField("bron", max_length=300)
    toelichting = models.TextField("toelichting", blank=True)
    gepubliceerd_op = models.DateTimeField(null=True, editable=False, help_text="Empty: came with the installation.")
    gepubliceerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    doorgevoerd_op = models.DateField(
        null=True, editable=False, help_text="Last day all dossiers were derived again with this set."
    )

    class Meta:
        ordering = ["sleutel", "geldig_van"]
        verbose_name = "regel"
        verbose_name_plural = "regels"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sleutel", "geldig_van"], condition=Q(ocmw=None), name="regelset_uniek_installatie"
            ),
            models.UniqueConstraint(fields=["sleutel", "ocmw", "geldig_van"], name="regelset_uniek_per_ocmw"),
            models.CheckConstraint(
                name="regelset_periode",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_van")),
                violation_error_message="De regel eindigt na zijn begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} vanaf {self.geldig_van}"

    def geldt(self, op: date) -> bool:
        return self.geldig_van <= op and (self.geldig_tot is None or op < self.geldig_tot)


class RegelconceptQuerySet(models.QuerySet["Regelconcept"]):
    def lopend(self) -> Self:
        return self.filter(status=Conceptstatus.CONCEPT)

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Of the installation, and of the OCMW whose house rules this colleague works with."""
        return self.filter(Q(ocmw=None) | Q(ocmw=eigenaar_van(medewerker.ocmw_id)))


class Regelconcept(Versie, Beschreven):
    """A set in the making. One at a time per key: whoever wants to change the same rule works on the same draft."""

    sleutel = models.CharField(max_length=60, editable=False)
    ocmw = models.ForeignKey(
        Ocmw,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        help_text="Whose house rule this is; empty for a rule of the installation.",
    )
    basis = models.ForeignKey(Regelset, on_delete=models.PROTECT, related_name="+", editable=False)
    waarde = models.JSONField()
    geldig_van = models.DateField("geldt vanaf")
    bron = models.CharField("bron", max_length=300, blank=True, default="")
    toelichting = models.TextField("toelichting", blank=True, default="")
    status = models.CharField(max_length=12, choices=Conceptstatus, default=Conceptstatus.CONCEPT, editable=False)
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gepubliceerd_als = models.OneToOneField(
        Regelset, on_delete=models.PROTECT, null=True, editable=False, related_name="concept"
    )
    # A rule of the installation needs a second person, who is asked about one version of the draft.
    aangeboden_op = models.DateTimeField(null=True, editable=False)
    aangeboden_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    aangeboden_versie = models.PositiveIntegerField(default=0, editable=False)
    # What the job that looks at all dossiers found, and for which version of this draft.
    impact_opdracht = models.ForeignKey(
        Opdracht, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    impact_versie = models.PositiveIntegerField(default=0, editable=False)
    impact_klaar_op = models.DateTimeField(null=True, editable=False)
    impact_telling = models.JSONField(
        default=dict, editable=False, help_text="Counts only; see ocmw.werkruimte.regelimpact.impact."
    )

    objects = RegelconceptQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op"]
        verbose_name = "concept van een regel"
        verbose_name_plural = "concepten van regels"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sleutel"],
                condition=Q(status=Conceptstatus.CONCEPT, ocmw=None),
                name="een_concept_per_regel",
                violation_error_message="Voor deze regel staat al een concept klaar.",
            ),
            models.UniqueConstraint(
                fields=["sleutel", "ocmw"],
                condition=Q(status=Conceptstatus.CONCEPT),
                name="een_concept_per_huisregel",
                violation_error_message="Voor deze regel staat al een concept klaar.",
            ),
            models.CheckConstraint(
                name="concept_gepubliceerd_als",
                condition=Q(status=Conceptstatus.GEPUBLICEERD, gepubliceerd_als__isnull=False)
                | (~Q(status=Conceptstatus.GEPUBLICEERD) & Q(gepubliceerd_als=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"concept {self.sleutel} vanaf {self.geldig_van}"

    @property
    def is_open(self) -> bool:
        return self.status == Conceptstatus.CONCEPT

    @property
    def is_huisregel(self) -> bool:
        return self.beschrijving.aard == Aard.HUIS

    @property
    def is_aangeboden(self) -> bool:
        """Whether a second person is asked to look at the draft as it is now: a later change takes the question back."""
        return self.aangeboden_op is not None and self.aangeboden_versie == self.versie

    @cached_property
    def vervangt(self) -> Regelset:
        """The set that holds until this one starts: not `basis` when it starts before that one did."""
        eerder = Regelset.objects.filter(sleutel=self.sleutel, ocmw=self.ocmw_id, geldig_van__lt=self.geldig_van)
        return eerder.order_by("-geldig_van").first() or self.basis

    @property
    def impact_bezig(self) -> bool:
        return bool(self.impact_opdracht and self.impact_opdracht.is_open)

    @property
    def impact_is_actueel(self) -> bool:
        """Whether the dossiers were looked at with this draft as it is now."""
        return self.impact_klaar_op is not None and self.impact_versie == self.versie

    def weigering_voor_wijzigen(self) -> str:
        if self.status == Conceptstatus.GEPUBLICEERD:
            return "Dit concept is gepubliceerd. Maak een nieuw concept om de regel opnieuw te wijzigen."
        return "Dit concept is ingetrokken." if not self.is_open else ""

    def weigering_voor_inhoud(self) -> str:
        """Why this value with this source cannot become a rule."""
        if reden := self.beschrijving.vorm.weigering(self.waarde):
            return f"{self.naam}: {reden}"
        return "" if self.bron.strip() else "Vul de bron in: waar staat deze regel?"


class Huisregeldeling(Versie):
    """An OCMW of a cooperation works with the house rules of another one: a coach who follows both lives with one rhythm."""

    ocmw = models.OneToOneField(Ocmw, on_delete=models.CASCADE, related_name="huisregeldeling")
    van = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="deelt_huisregels_met")

    class Meta:
        verbose_name = "gedeelde huisregels"
        verbose_name_plural = "gedeelde huisregels"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="deling_met_een_ander",
                condition=~Q(ocmw=F("van")),
                violation_error_message="Een OCMW volgt de huisregels van een ander OCMW.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ocmw} volgt {self.van}"


def eigenaar_van(ocmw: int) -> int:
    """The OCMW whose house rules hold there: itself, or the one it follows."""
    return Huisregeldeling.objects.filter(ocmw=ocmw).values_list("van", flat=True).first() or ocmw


class RegelberichtQuerySet(models.QuerySet["Regelbericht"]):
    def ongelezen(self, medewerker: Medewerker) -> Self:
        return self.filter(medewerker=medewerker, gelezen_op=None)


class Regelbericht(models.Model):
    """A coordinator is told that a rule of the installation changed; stays on Vandaag until it is read."""

    set = models.ForeignKey(Regelset, on_delete=models.CASCADE, related_name="berichten")
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="regelberichten", db_index=False
    )
    gelezen_op = models.DateTimeField(null=True, editable=False)

    objects = RegelberichtQuerySet.as_manager()

    class Meta:
        verbose_name = "bericht over een regel"
        verbose_name_plural = "berichten over regels"
        constraints: ClassVar = [models.UniqueConstraint(fields=["set", "medewerker"], name="een_bericht_per_regelset")]
        indexes: ClassVar = [
            models.Index(fields=["medewerker"], name="regelbericht_ongelezen", condition=Q(gelezen_op=None)),
        ]

    def __str__(self) -> str:
        return f"{self.set} voor {self.medewerker}"
