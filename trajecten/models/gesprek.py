"""Talks, appointments, goals and what was promised in them."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from clienten.models import Client, DossierQuerySet
from ocmw.kalender.klok import begin_van
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from trajecten.enums import AFGESCHERMDE_THEMAS, Aanwezigheid, Afspraakstatus, Doelstatus, Doelthema, Eigenaar, Kanaal
from trajecten.models.traject import AfgeschermdQuerySet, Traject

LANGSTE_MINUTEN = 600


class Gesprek(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="gesprekken")
    op = models.DateField("datum")
    kanaal = models.CharField("hoe", max_length=16, choices=Kanaal, default=Kanaal.GESPREK)
    aanwezigheid = models.CharField("aanwezig", max_length=16, choices=Aanwezigheid, default=Aanwezigheid.AANWEZIG)
    duur = models.PositiveSmallIntegerField("duur in minuten", null=True, blank=True)
    verslag = models.TextField("verslag", blank=True, default="")
    afgeschermd = models.BooleanField("gaat over gezondheid of verslaving", default=False)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="gesprekken")
    door_naam = models.CharField(
        max_length=120, blank=True, default="", help_text="From an import, when nobody matches."
    )

    objects = AfgeschermdQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "gesprekken"
        indexes: ClassVar = [models.Index(fields=["client", "-op"], name="gesprek_client")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="gesprek_duur_redelijk",
                condition=Q(duur=None) | Q(duur__gte=1, duur__lte=600),
                violation_error_message="Een gesprek duurt tussen 1 en 600 minuten.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()} op {self.op:%d/%m/%Y}"

    @property
    def is_contact(self) -> bool:
        """Did we reach the person? A no-show is logged but breaks no silence."""
        return self.aanwezigheid == Aanwezigheid.AANWEZIG


class Doel(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="doelen")
    traject = models.ForeignKey(Traject, on_delete=models.CASCADE, related_name="doelen", null=True, blank=True)
    thema = models.CharField("thema", max_length=16, choices=Doelthema)
    afgeschermd = models.BooleanField(default=False, editable=False)
    omschrijving = models.CharField("wat willen we bereiken?", max_length=300)
    status = models.CharField("stand", max_length=10, choices=Doelstatus, default=Doelstatus.GEPLAND)
    gesteld_op = models.DateField(editable=False)

    objects = AfgeschermdQuerySet.as_manager()

    class Meta:
        ordering = ["gesteld_op", "pk"]
        verbose_name_plural = "doelen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="gevoelig_doel_is_afgeschermd",
                condition=Q(afgeschermd=True) | ~Q(thema__in=sorted(AFGESCHERMDE_THEMAS)),
                violation_error_message="Gezondheid en verslaving zijn altijd afgeschermd.",
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving


class ActiepuntQuerySet(AfgeschermdQuerySet["Actiepunt"]):
    def open(self) -> Self:
        return self.filter(gedaan_op=None)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(medewerker=medewerker)

    def vervallen(self, op: date) -> Self:
        return self.open().filter(vervalt_op__lte=op)


class Actiepunt(Versie):
    """Something promised, with a date and an owner; from a talk, a goal, or on its own.

    One that comes from a shielded talk or goal is shielded too: its words may name a doctor or a clinic.
    """

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="actiepunten")
    gesprek = models.ForeignKey(Gesprek, on_delete=models.SET_NULL, null=True, blank=True, related_name="actiepunten")
    doel = models.ForeignKey(Doel, on_delete=models.SET_NULL, null=True, blank=True, related_name="actiepunten")
    omschrijving = models.CharField("wat", max_length=200)
    vervalt_op = models.DateField("tegen wanneer")
    eigenaar = models.CharField("wie doet het", max_length=12, choices=Eigenaar, default=Eigenaar.MEDEWERKER)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="actiepunten",
        help_text="Who does it, or who checks that the client did.",
    )
    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    gedaan_op = models.DateField(null=True, blank=True)
    uit_intake = models.CharField(
        max_length=20, blank=True, default="", editable=False, help_text="What the intake asked for (sjablonen)."
    )
    afgeschermd = models.BooleanField(default=False, editable=False)

    objects = ActiepuntQuerySet.as_manager()

    class Meta:
        ordering = ["vervalt_op", "pk"]
        verbose_name_plural = "actiepunten"

    def __str__(self) -> str:
        return self.omschrijving

    @property
    def stand(self) -> Doelstatus:
        """Derived from the dates: nobody keeps a status column up to date."""
        if self.gedaan_op:
            return Doelstatus.BEREIKT
        return Doelstatus.BEZIG if self.begonnen_op else Doelstatus.GEPLAND


class AfspraakQuerySet(DossierQuerySet["Afspraak"]):
    def gepland(self) -> Self:
        return self.filter(status=Afspraakstatus.GEPLAND)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(medewerker=medewerker)

    def komend(self, op: date) -> Self:
        """Planned for `op` or later, the first one first."""
        return self.gepland().filter(begint_op__gte=begin_van(op)).order_by("begint_op")

    def botsend(self, *, van: datetime, tot: datetime) -> list["Afspraak"]:
        """Planned appointments that share time with [van, tot). The longest lasts ten hours, so an index range does."""
        rijen = self.gepland().filter(begint_op__lt=tot, begint_op__gt=van - timedelta(minutes=LANGSTE_MINUTEN))
        return [afspraak for afspraak in rijen if afspraak.eindigt_op > van]


class Afspraak(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="afspraken")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="afspraken")
    begint_op = models.DateTimeField("wanneer")
    duur = models.PositiveSmallIntegerField(
        "duur in minuten", default=45, validators=[MinValueValidator(5), MaxValueValidator(LANGSTE_MINUTEN)]
    )
    kanaal = models.CharField("hoe", max_length=16, choices=Kanaal, default=Kanaal.GESPREK)
    plaats = models.CharField("waar", max_length=120, blank=True, default="")
    status = models.CharField(max_length=14, choices=Afspraakstatus, default=Afspraakstatus.GEPLAND)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        ordering = ["begint_op"]
        verbose_name_plural = "afspraken"
        indexes: ClassVar = [models.Index(fields=["medewerker", "begint_op"], name="afspraak_agenda")]

    def __str__(self) -> str:
        return f"Afspraak op {timezone.localtime(self.begint_op):%d/%m/%Y %H:%M}"

    @property
    def eindigt_op(self) -> datetime:
        return self.begint_op + timedelta(minutes=self.duur)

    def weigering_voor_wijzigen(self) -> str:
        if self.status != Afspraakstatus.GEPLAND:
            return f"Deze afspraak is al afgehandeld ({self.get_status_display().lower()})."
        return ""
