"""One run of a programme, and each time the group meets."""

from datetime import date, datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from ocmw.kalender.woorden import dag_in_woorden
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from trajecten.groepen.enums import Afgelastreden, Sessiesoort, Sessiestatus, Weekdag
from trajecten.groepen.models.programma import Programma, VanProgrammaQuerySet

MAX_PLAATSEN = 200


class ReeksQuerySet(VanProgrammaQuerySet["Groepsreeks"]):
    def voor_lesgever(self, medewerker: Medewerker) -> Q:
        eigen = Sessie.objects.filter(lesgever=medewerker).values("reeks")
        return Q(lesgever=medewerker) | Q(pk__in=eigen)

    def lopend(self, op: date) -> Self:
        return self.filter(tot__gt=op, van__lte=op)


class Groepsreeks(Versie):
    """`tot` is the day after the last. `weekdagen` holds codes of Weekdag in the order of the week."""

    programma = models.ForeignKey(Programma, on_delete=models.PROTECT, related_name="reeksen")
    naam = models.CharField("naam van de reeks", max_length=80)
    van = models.DateField("eerste dag")
    tot = models.DateField(editable=False)
    weekdagen = models.JSONField("op welke dagen?", default=list)
    begin_om = models.TimeField("van (uur)")
    eind_om = models.TimeField("tot (uur)")
    schoolvakanties = models.BooleanField("geen les in de schoolvakanties", default=True)
    plaats = models.CharField("plaats", max_length=160, blank=True, default="")
    lesgever = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="reeksen"
    )
    capaciteit = models.PositiveSmallIntegerField(
        "aantal plaatsen", default=12, validators=[MinValueValidator(1), MaxValueValidator(MAX_PLAATSEN)]
    )

    objects = ReeksQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "pk"]
        verbose_name = "reeks"
        verbose_name_plural = "reeksen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programma", "naam"],
                name="reeks_naam_uniek",
                violation_error_message="Dit programma heeft al een reeks met deze naam.",
            ),
            models.CheckConstraint(
                name="reeks_periode",
                condition=Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.CheckConstraint(
                name="reeks_uren",
                condition=Q(eind_om__gt=F("begin_om")),
                violation_error_message="Een sessie eindigt later op de dag dan ze begint.",
            ),
            models.CheckConstraint(
                name="reeks_capaciteit",
                condition=Q(capaciteit__gte=1) & Q(capaciteit__lte=MAX_PLAATSEN),
                violation_error_message=f"Een reeks heeft 1 tot {MAX_PLAATSEN} plaatsen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programma}: {self.naam}"

    def get_absolute_url(self) -> str:
        return reverse("groepen:reeks_detail", args=[self.pk])

    @property
    def laatste_dag(self) -> date:
        return self.tot - timedelta(days=1)

    @property
    def weekdagnummers(self) -> set[int]:
        return {Weekdag.values.index(code) for code in self.weekdagen}

    @property
    def in_woorden(self) -> str:
        dagen = " en ".join(Weekdag(code).label for code in self.weekdagen)
        return f"{dagen}, {self.begin_om:%H:%M} tot {self.eind_om:%H:%M}"


class Lesvrij(models.Model):
    """A chosen weekday of the series on which the group does not meet, and why. People add one and take one away."""

    reeks = models.ForeignKey(Groepsreeks, on_delete=models.CASCADE, related_name="lesvrije_dagen")
    dag = models.DateField("dag")
    reden = models.CharField("reden", max_length=120)

    class Meta:
        ordering = ["dag"]
        verbose_name_plural = "lesvrije dagen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["reeks", "dag"],
                name="lesvrij_een_keer",
                violation_error_message="Op deze dag is er al geen les.",
            )
        ]

    def __str__(self) -> str:
        return f"{dag_in_woorden(self.dag)}: {self.reden}"


class SessieQuerySet(VanProgrammaQuerySet["Sessie"]):
    programma_pad = "reeks__programma__"

    def voor_lesgever(self, medewerker: Medewerker) -> Q:
        """Who stands before this session; the lesgever of the series when it names nobody else."""
        return Q(lesgever=medewerker) | Q(lesgever=None, reeks__lesgever=medewerker)

    def gaat_door(self) -> Self:
        return self.exclude(status=Sessiestatus.NIET_DOORGEGAAN)


class Sessie(Versie):
    """`lesgever` and `plaats` are those of the series when empty. `dag_was` is the day it was planned on, once it was moved.
    `nieuws_op` is the moment of the last change that who takes part must hear of."""

    reeks = models.ForeignKey(Groepsreeks, on_delete=models.CASCADE, related_name="sessies")
    dag = models.DateField("dag")
    begin_om = models.TimeField("van (uur)")
    eind_om = models.TimeField("tot (uur)")
    plaats = models.CharField("andere plaats", max_length=160, blank=True, default="")
    lesgever = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="sessies"
    )
    soort = models.CharField("wat voor sessie?", max_length=12, choices=Sessiesoort, default=Sessiesoort.LES)
    bezocht = models.CharField("bij welke werkgever?", max_length=160, blank=True, default="")
    thema = models.CharField("thema (gepland)", max_length=160, blank=True, default="")
    inhoud = models.TextField("wat gegeven is", max_length=2000, blank=True, default="")
    nota = models.TextField("nota van de groep", max_length=4000, blank=True, default="")
    status = models.CharField(max_length=16, choices=Sessiestatus, default=Sessiestatus.GEPLAND, editable=False)
    afgelast_reden = models.CharField("waarom niet?", max_length=12, choices=Afgelastreden, blank=True, default="")
    toelichting = models.CharField("toelichting", max_length=300, blank=True, default="")
    dag_was = models.DateField(null=True, blank=True, editable=False)
    nieuws_op = models.DateTimeField(null=True, blank=True, editable=False)
    extra = models.BooleanField(
        default=False, editable=False, help_text="Added by hand: the days of the series do not make it."
    )

    objects = SessieQuerySet.as_manager()

    class Meta:
        ordering = ["dag", "begin_om", "pk"]
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["reeks", "dag", "begin_om"],
                name="sessie_een_keer",
                violation_error_message="Deze groep heeft al een sessie op die dag en dat uur.",
            ),
            models.CheckConstraint(
                name="sessie_uren",
                condition=Q(eind_om__gt=F("begin_om")),
                violation_error_message="Een sessie eindigt later op de dag dan ze begint.",
            ),
            models.CheckConstraint(
                name="sessie_zegt_waarom_niet",
                condition=(Q(status=Sessiestatus.NIET_DOORGEGAAN) & ~Q(afgelast_reden=""))
                | (~Q(status=Sessiestatus.NIET_DOORGEGAAN) & Q(afgelast_reden="")),
                violation_error_message="Zeg waarom de sessie niet doorgaat.",
            ),
            models.CheckConstraint(
                name="sessie_bezoek_zegt_bij_wie",
                condition=Q(soort=Sessiesoort.GROEPSBEZOEK) & ~Q(bezocht="") | Q(soort=Sessiesoort.LES, bezocht=""),
                violation_error_message="Zeg bij welke werkgever de groep op bezoek gaat, en alleen bij een bezoek.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["dag"], name="sessie_dag")]

    def __str__(self) -> str:
        return f"{self.reeks.naam}, {dag_in_woorden(self.dag)}"

    def get_absolute_url(self) -> str:
        return reverse("groepen:sessie_detail", args=[self.pk])

    @property
    def waar(self) -> str:
        return self.plaats or self.reeks.plaats

    @property
    def wie(self) -> Medewerker | None:
        return self.lesgever or self.reeks.lesgever

    @property
    def uren(self) -> timedelta:
        return datetime.combine(self.dag, self.eind_om) - datetime.combine(self.dag, self.begin_om)

    @property
    def is_groepsbezoek(self) -> bool:
        return self.soort == Sessiesoort.GROEPSBEZOEK

    @property
    def nieuws_tot(self) -> date:
        """The last day on which a change still matters: the day it was planned on, or the day it is now."""
        return max(self.dag, self.dag_was or self.dag)

    @property
    def nieuws_tegen(self) -> date:
        """The day before which who takes part must know."""
        return min(self.dag, self.dag_was or self.dag)

    @property
    def nieuws(self) -> str:
        """What changed, as it is told to who takes part. Never which programme: others read along."""
        wanneer = f"van {self.begin_om:%H:%M} tot {self.eind_om:%H:%M}{f', {self.waar}' if self.waar else ''}"
        was = dag_in_woorden(self.dag_was or self.dag)
        if self.gaat_niet_door:
            return f"De sessie van {was} gaat niet door."
        if self.dag_was and self.dag_was != self.dag:
            return f"De sessie van {was} is verplaatst naar {dag_in_woorden(self.dag)}, {wanneer}."
        return f"De sessie van {was} gaat door {wanneer}."

    @property
    def gaat_niet_door(self) -> bool:
        return self.status == Sessiestatus.NIET_DOORGEGAAN

    @property
    def is_ongemoeid(self) -> bool:
        """Nobody said anything about this one: it may come and go with the days of the series."""
        eigen = (self.plaats, self.lesgever_id, self.thema, self.inhoud, self.dag_was, self.nieuws_op, self.bezocht)
        return self.status == Sessiestatus.GEPLAND and not self.extra and not any(eigen)

    def weigering_voor_afgelasten(self) -> str:
        if self.gaat_niet_door:
            return "Van deze sessie staat al dat ze niet doorgaat."
        if self.status == Sessiestatus.GEHOUDEN:
            return "Deze sessie ging door: er staan aanwezigheden. Wis die eerst."
        return ""
