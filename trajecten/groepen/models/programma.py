"""What a partner and an OCMW offer to a group, as data: JOBCLUB and one that nobody thought of yet are made the same way (S0)."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import M, ScopedQuerySet
from ocmw.ui.versie import Versie
from trajecten.groepen.enums import Programmasoort, Ritme


class ProgrammaQuerySet(ScopedQuerySet["Programma"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """Of the own OCMW, and those that a partner shares with it. A lesgever sees sessions, never a programme."""
        if not medewerker.mag(Recht.GROEP_LEZEN):
            return self.none()
        return self.filter(van_ocmw(medewerker))

    def van_huis(self, medewerker: Medewerker) -> Self:
        """Those that the own OCMW answers for: only they are changed here."""
        return self.zichtbaar_voor(medewerker).filter(ocmw=medewerker.ocmw_id)

    def lopend(self, op: date) -> Self:
        return self.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)

    def zoek(self, tekst: str) -> Self:
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(Q(naam__icontains=woord) | Q(partner__icontains=woord))
        return rijen


class Programma(Versie):
    """`tot` is the day after the last. `toelating` is the key of a rule that a room offers (toelating.py); empty: for everybody."""

    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="programmas")
    deelt_met = models.ManyToManyField(Ocmw, blank=True, related_name="gedeelde_programmas")
    naam = models.CharField("naam", max_length=80)
    soort = models.CharField("soort", max_length=10, choices=Programmasoort, default=Programmasoort.GROEP)
    partner = models.CharField("partner", max_length=120, blank=True, default="")
    trekker = models.CharField("trekker", max_length=120, blank=True, default="")
    doelgroep = models.CharField("voor wie?", max_length=200, blank=True, default="")
    van = models.DateField("eerste dag")
    tot = models.DateField(null=True, blank=True, editable=False)
    ritme = models.CharField("ritme", max_length=20, choices=Ritme, default=Ritme.WEKELIJKS)
    themas = models.TextField("thema's", max_length=2000, blank=True, default="")
    toelating = models.CharField("wie komt in aanmerking?", max_length=40, blank=True, default="")
    budget = models.DecimalField(
        "budget", max_digits=10, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    besteed = models.DecimalField(
        "al besteed", max_digits=10, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    doel_deelnemers = models.PositiveSmallIntegerField(
        "doel: deelnemers", null=True, blank=True, validators=[MaxValueValidator(9999)]
    )
    doel_doorstroom = models.PositiveSmallIntegerField(
        "doel: doorstroom naar werk of opleiding", null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    telt_als_contact = models.BooleanField("een sessie telt als contact met de cliënt", default=False)
    toont_namen = models.BooleanField("de OCMW's die meedoen, zien elkaars namen", default=False)

    objects = ProgrammaQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ocmw", "naam"],
                name="programma_naam_uniek",
                violation_error_message="Er is al een programma met deze naam.",
            ),
            models.CheckConstraint(
                name="programma_periode",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("groepen:programma_detail", args=[self.pk])

    @property
    def laatste_dag(self) -> date | None:
        return self.tot - timedelta(days=1) if self.tot else None

    @property
    def themalijst(self) -> list[str]:
        return [regel.strip() for regel in self.themas.splitlines() if regel.strip()]


class VanProgrammaQuerySet(ScopedQuerySet[M]):
    """Rows that hang on a programme: seen by who sees it, and by the lesgever who stands before that group."""

    programma_pad = "programma__"

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        if medewerker.mag(Recht.GROEP_LEZEN):
            return self.filter(van_ocmw(medewerker, self.programma_pad))
        if medewerker.mag(Recht.AANWEZIGHEID_NOTEREN):
            return self.filter(self.voor_lesgever(medewerker))
        return self.none()

    def van_huis(self, medewerker: Medewerker) -> Self:
        return self.zichtbaar_voor(medewerker).filter(**{f"{self.programma_pad}ocmw": medewerker.ocmw_id})

    def voor_lesgever(self, medewerker: Medewerker) -> Q:
        raise NotImplementedError


def van_ocmw(medewerker: Medewerker, pad: str = "") -> Q:
    gedeeld = Programma.deelt_met.through.objects.filter(ocmw_id=medewerker.ocmw_id).values("programma_id")
    return Q(**{f"{pad}ocmw": medewerker.ocmw_id}) | Q(**{f"{pad}pk__in": gedeeld})
