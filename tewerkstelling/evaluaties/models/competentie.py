"""What is scored and on which scale, as data with versions: a list that was used never changes (F2, F4, F7, F8)."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Count, F, Q

from ocmw.regels.models import Huisregeldeling, eigenaar_van
from ocmw.toegang.models import Ocmw
from ocmw.ui.versie import Versie
from tewerkstelling.evaluaties.enums import Domeinbeeld


class Schaal(models.Model):
    """Ordered labels, lowest first; level 1 is the first. A value: other labels are another scale, never a change."""

    naam = models.CharField("naam", max_length=80)
    labels = models.JSONField("niveaus", help_text="Lowest first.")
    clientlabels = models.JSONField("niveaus in eenvoudige woorden", help_text="As many, for the client.")

    class Meta:
        verbose_name = "schaal"
        verbose_name_plural = "schalen"

    def __str__(self) -> str:
        return self.naam

    @property
    def keuzes(self) -> list[tuple[int, str]]:
        return list(enumerate(self.labels, start=1))


class CompetentielijstQuerySet(models.QuerySet["Competentielijst"]):
    def van(self, ocmw: int) -> Self:
        """Those of the OCMW whose house rules `ocmw` works with, and those of the installation."""
        return self.filter(Q(ocmw=None) | Q(ocmw=eigenaar_van(ocmw)))

    def geldig(self, op: date, ocmw: int) -> Self:
        """What `ocmw` scores with on that day: its own version of a list goes before the one of the installation."""
        loopt = self.filter(Q(geldig_tot=None) | Q(geldig_tot__gt=op), geldig_van__lte=op)
        eigen = loopt.filter(ocmw=eigenaar_van(ocmw))
        return loopt.filter(Q(pk__in=eigen.values("pk")) | Q(ocmw=None) & ~Q(code__in=eigen.values("code")))

    def met_gebruik(self, ocmw: int) -> Self:
        """Annotates `gebruik`: how many evaluations `ocmw` made with this version; of another it hears nothing."""
        return self.annotate(gebruik=Count("evaluaties", filter=Q(evaluaties__client__ocmw=ocmw)))


class Competentielijst(Versie):
    """One version of a list, for evaluations in [geldig_van, geldig_tot). `code` names the list through its versions.

    A version belongs to an OCMW, and to who follows its house rules; without one it came with the installation, for every OCMW
    that has no own version of that list. An evaluation keeps the version it was made with (ADR 0028)."""

    ocmw = models.ForeignKey(
        Ocmw, on_delete=models.PROTECT, null=True, editable=False, related_name="competentielijsten"
    )
    code = models.SlugField(max_length=30)
    nummer = models.PositiveSmallIntegerField("versie", default=1)
    naam = models.CharField("naam", max_length=120)
    schaal = models.ForeignKey(Schaal, on_delete=models.PROTECT, related_name="lijsten")
    geldig_van = models.DateField("geldig vanaf")
    geldig_tot = models.DateField("geldig tot", null=True, blank=True)
    volledig = models.BooleanField("de lijst is volledig", default=True)
    bron = models.CharField("bron", max_length=300)
    toelichting = models.TextField("toelichting", blank=True, default="")

    objects = CompetentielijstQuerySet.as_manager()

    class Meta:
        ordering = ["code", "-nummer"]
        verbose_name = "competentielijst"
        verbose_name_plural = "competentielijsten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code", "nummer"],
                condition=Q(ocmw=None),
                name="competentielijst_uniek",
                violation_error_message="Deze versie bestaat al.",
            ),
            models.UniqueConstraint(
                fields=["ocmw", "code", "nummer"],
                name="competentielijst_uniek_per_ocmw",
                violation_error_message="Deze versie bestaat al.",
            ),
            models.CheckConstraint(
                name="competentielijst_periode",
                condition=Q(geldig_tot=None) | Q(geldig_tot__gt=F("geldig_van")),
                violation_error_message="De lijst eindigt na haar begin.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} (versie {self.nummer})"

    def weigering_voor_wijzigen(self, ocmw: int) -> str:
        """Why `ocmw` cannot change this version; empty when it can."""
        if self.evaluaties.exists():
            return "Deze versie is al gebruikt in een evaluatie en blijft zoals ze is. Maak een nieuwe versie."
        if self.ocmw_id is None:
            return "Deze versie is van elk OCMW zonder eigen lijst en blijft zoals ze is. Maak een nieuwe versie: die is van jullie."
        return self.weigering_voor_kopieren(ocmw)

    def weigering_voor_kopieren(self, ocmw: int) -> str:
        """Why `ocmw` cannot go on with this list in a version of its own; empty when it can."""
        if deling := Huisregeldeling.objects.filter(ocmw=ocmw).select_related("van").first():
            return f"Jullie volgen de huisregels en de lijsten van {deling.van}. Vraag daar om een wijziging."
        return "" if self.ocmw_id in {None, ocmw} else "Deze lijst is van een ander OCMW."


class Domein(models.Model):
    """`code` stays the same through versions, so a trend can follow it."""

    lijst = models.ForeignKey(Competentielijst, on_delete=models.CASCADE, related_name="domeinen")
    code = models.SlugField(max_length=40)
    naam = models.CharField("domein", max_length=80)
    clientnaam = models.CharField("domein in woorden voor de cliënt", max_length=60, blank=True, default="")
    beeld = models.CharField("beeld voor de cliënt", max_length=20, choices=Domeinbeeld, default=Domeinbeeld.DUIM)
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["volgorde", "pk"]
        verbose_name_plural = "domeinen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["lijst", "code"], name="domein_uniek")]

    def __str__(self) -> str:
        return self.naam

    @property
    def voor_de_client(self) -> str:
        return self.clientnaam or self.naam


class Competentie(models.Model):
    domein = models.ForeignKey(Domein, on_delete=models.CASCADE, related_name="competenties")
    code = models.SlugField(max_length=40)
    naam = models.CharField("competentie", max_length=80)
    voorbeeld = models.CharField("voorbeeld van gedrag", max_length=200, blank=True, default="")
    clientzin = models.CharField("zin voor de cliënt", max_length=120, blank=True, default="")
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["volgorde", "pk"]
        verbose_name_plural = "competenties"
        constraints: ClassVar = [models.UniqueConstraint(fields=["domein", "code"], name="competentie_uniek")]

    def __str__(self) -> str:
        return self.naam

    @property
    def voor_de_client(self) -> str:
        return self.clientzin or self.naam
