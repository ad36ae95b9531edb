"""Intake, the traject with its phases, the answers to the questions of each phase, and the side problems."""

from datetime import date, timedelta
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from clienten.enums import Antwoord
from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie
from trajecten.enums import AFGESCHERMDE_THEMAS, Hulpvraag, Randstatus, Randthema, Stopreden
from trajecten.fasen import VRAAG_VAN_CODE, Fase, antwoorden_op

BELEMMEREND = frozenset({Randstatus.OPEN, Randstatus.AANGEPAKT})


class Intake(Versie):
    """The intake talk of the Aalst page (S1): every topic is a field."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="intake")
    gehouden_op = models.DateField("datum van het intakegesprek", null=True, blank=True)
    opleiding = models.TextField("Opleiding", blank=True, default="")
    werkervaring = models.TextField("Werkervaring", blank=True, default="")
    interesse = models.TextField("Interesse", blank=True, default="")
    sterktes = models.TextField("Sterktes", blank=True, default="")
    moeilijk_zoeken = models.TextField("Wat is moeilijk bij het zoeken naar werk?", blank=True, default="")
    moeilijk_werkvloer = models.TextField("Wat is moeilijk op de werkvloer?", blank=True, default="")
    gewenste_hulp = models.TextField("Welke hulp wil de cliënt?", blank=True, default="")
    hulpvragen = models.JSONField(
        "Waarbij wil de cliënt hulp?", default=list, blank=True, help_text="Codes of Hulpvraag."
    )
    vdab_ingeschreven = models.CharField(
        "Ingeschreven bij VDAB", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    vdab_sinds = models.DateField("Ingeschreven sinds", null=True, blank=True)
    vdab_hulp_nodig = models.BooleanField("Heeft hulp nodig bij de inschrijving", default=False)
    afgerond_op = models.DateField(null=True, blank=True, editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "intakes"

    def __str__(self) -> str:
        return "Intake"

    @property
    def hulpvragen_in_woorden(self) -> list[str]:
        return [str(Hulpvraag(code).label) for code in self.hulpvragen if code in Hulpvraag.values]

    def weigering_voor_afronden(self) -> str:
        if self.afgerond_op:
            return "De intake is al afgerond."
        if not self.gehouden_op:
            return "Vul de datum van het intakegesprek in."
        if not any((self.opleiding, self.werkervaring, self.interesse, self.gewenste_hulp, self.hulpvragen)):
            return "Schrijf minstens bij één onderwerp wat er besproken is."
        return ""


class TrajectQuerySet(DossierQuerySet["Traject"]):
    def lopend(self) -> Self:
        return self.filter(afgesloten_op=None)


class Traject(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="trajecten")
    gestart_op = models.DateField("start van het traject")
    gestart_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    fase = models.PositiveSmallIntegerField(choices=Fase, default=Fase.VERKENNING)
    afgesloten_op = models.DateField("afgesloten op", null=True, blank=True)
    stopreden = models.CharField(max_length=16, choices=Stopreden, blank=True, default="")

    objects = TrajectQuerySet.as_manager()

    class Meta:
        ordering = ["-gestart_op", "-pk"]
        verbose_name_plural = "trajecten"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(afgesloten_op=None),
                name="een_lopend_traject",
                violation_error_message="Er loopt al een traject voor deze cliënt.",
            ),
            models.CheckConstraint(
                name="traject_afsluiting_volledig",
                condition=Q(afgesloten_op=None, stopreden="") | (Q(afgesloten_op__isnull=False) & ~Q(stopreden="")),
                violation_error_message="Een afgesloten traject heeft een einddatum én een reden.",
            ),
            models.CheckConstraint(
                name="traject_eindigt_na_start",
                condition=Q(afgesloten_op=None) | Q(afgesloten_op__gte=F("gestart_op")),
                violation_error_message="Een traject eindigt niet voor zijn start.",
            ),
        ]

    def __str__(self) -> str:
        return f"Traject sinds {self.gestart_op:%d/%m/%Y}"

    def weigering_voor_wijzigen(self) -> str:
        return "Het traject is afgesloten." if self.afgesloten_op else ""

    def weigering_voor_afsluiten(self, op: date) -> str:
        if self.afgesloten_op:
            return "Het traject is al afgesloten."
        if op < self.gestart_op:
            return "Een traject eindigt niet voor zijn start."
        return ""


class Faseperiode(models.Model):
    """One stay in a phase, [van, tot): duration, returns and the timeline are plain queries on these rows."""

    traject = models.ForeignKey(Traject, on_delete=models.CASCADE, related_name="faseperiodes")
    fase = models.PositiveSmallIntegerField(choices=Fase)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    gestart_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    motivatie = models.TextField(
        "waarom toch", blank=True, default="", help_text="When a soft gate was overridden, or why the path went back."
    )

    class Meta:
        ordering = ["van", "pk"]
        verbose_name_plural = "faseperiodes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["traject"], condition=Q(tot=None), name="een_lopende_faseperiode"),
            models.CheckConstraint(
                name="faseperiode_eindigt_na_begin",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="Een fase eindigt niet voor ze begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_fase_display()} vanaf {self.van:%d/%m/%Y}"


M = TypeVar("M", bound=models.Model, covariant=True)


class AfgeschermdQuerySet(DossierQuerySet[M]):
    """Rows that may be about health or addiction: without the right they do not exist."""

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        zichtbaar = super().zichtbaar_voor(medewerker)
        return zichtbaar if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else zichtbaar.filter(afgeschermd=False)


class Fasebeantwoording(Versie):
    """The answer to one question of a phase (fasen.VRAGEN). `van_wie`: who said it, when the Profiel answers (eenkeer.py)."""

    van_wie = ""

    traject = models.ForeignKey(Traject, on_delete=models.CASCADE, related_name="beantwoordingen")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    vraag = models.CharField(max_length=30)
    antwoord = models.CharField(max_length=12, blank=True, default="")
    toelichting = models.TextField("toelichting", blank=True, default="")
    afgeschermd = models.BooleanField(default=False, editable=False)
    beantwoord_op = models.DateField()

    objects = AfgeschermdQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "beantwoordingen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["traject", "vraag"], name="vraag_een_keer_beantwoord")]

    def __str__(self) -> str:
        return self.vraag

    @property
    def is_beantwoord(self) -> bool:
        return bool(self.antwoord or self.toelichting.strip())

    @property
    def gegeven(self) -> str:
        """What counts at the gate: the choice, or the words where there is nothing to choose. Words beside an unmade choice
        are no answer."""
        vraag = VRAAG_VAN_CODE.get(self.vraag)
        return self.antwoord if vraag and antwoorden_op(vraag) else self.toelichting.strip()


class RandprobleemQuerySet(AfgeschermdQuerySet["Randprobleem"]):
    def belemmerend(self) -> Self:
        return self.filter(status__in=BELEMMEREND)


class Randprobleem(Versie):
    """A side problem of phase 1 and what is done about it (S3 F1)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="randproblemen")
    thema = models.CharField("thema", max_length=16, choices=Randthema)
    afgeschermd = models.BooleanField(default=False, editable=False)
    uit_vraag = models.CharField(
        max_length=30,
        blank=True,
        default="",
        editable=False,
        help_text="The question (fasen.VRAGEN) whose ja opened it.",
    )
    omschrijving = models.TextField("wat is er aan de hand?", blank=True, default="")
    oplossing = models.TextField("welke oplossing zoeken we?", blank=True, default="")
    doorverwezen_naar = models.CharField("doorverwezen naar", max_length=120, blank=True, default="")
    doorverwezen_op = models.DateField("doorverwezen op", null=True, blank=True)
    volgende_check_op = models.DateField("volgende navraag op", null=True, blank=True)
    status = models.CharField("stand", max_length=10, choices=Randstatus, default=Randstatus.OPEN)
    gemeld_op = models.DateField(editable=False)

    objects = RandprobleemQuerySet.as_manager()

    class Meta:
        ordering = ["-gemeld_op", "-pk"]
        verbose_name_plural = "randproblemen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="gevoelig_thema_is_afgeschermd",
                condition=Q(afgeschermd=True) | ~Q(thema__in=sorted(AFGESCHERMDE_THEMAS)),
                violation_error_message="Gezondheid en verslaving zijn altijd afgeschermd.",
            ),
            models.UniqueConstraint(
                fields=["client", "uit_vraag"],
                condition=Q(status__in=sorted(BELEMMEREND)) & ~Q(uit_vraag=""),
                name="een_open_randprobleem_per_vraag",
                violation_error_message="Er staat al een open randprobleem bij deze vraag.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_thema_display()

    @property
    def belemmert(self) -> bool:
        """Does it still stand in the way of phase 2 ("verdwenen of tot normale proporties gebracht")?"""
        return self.status in BELEMMEREND

    @property
    def stand_in_woorden(self) -> str:
        return f"{self.get_thema_display()} ({self.get_status_display().lower()})"

    def volgende_check(self, laatste: date | None, *, dagen: int) -> date | None:
        """When to ask how it goes: the day that was agreed, or else so many days after the last time somebody asked."""
        if not self.belemmert:
            return None
        return self.volgende_check_op or (laatste or self.gemeld_op) + timedelta(days=dagen)


class Navraag(Versie):
    """One time somebody asked how a side problem goes, of the service or of the client (S3 F1: "blijft contact houden").
    A log: a next one is a next row. It carries the shield of its problem."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="navragen")
    probleem = models.ForeignKey(Randprobleem, on_delete=models.CASCADE, related_name="navragen")
    op = models.DateField("wanneer")
    met = models.CharField("met welke dienst of wie", max_length=120, blank=True, default="")
    werkt_eraan = models.CharField("werkt de cliënt eraan?", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    verslag = models.TextField("wat is er gezegd?", blank=True, default="")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    afgeschermd = models.BooleanField(default=False, editable=False)

    objects = AfgeschermdQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "navragen"

    def __str__(self) -> str:
        return f"Navraag op {self.op:%d/%m/%Y}"
