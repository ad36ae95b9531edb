"""Who takes part in a series: a client, or somebody without a dossier. A seat is a number that one person holds at most."""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.models import Client, Contactgegevens
from clienten.models.client import zicht
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.versie import Versie
from trajecten.groepen.enums import MET_STOEL, Groepsuitkomst, Inschrijfstatus, Sessiestand, Vertrekreden
from trajecten.groepen.models.programma import van_ocmw
from trajecten.groepen.models.reeks import Groepsreeks, Sessie


class DeelnemerQuerySet(ScopedQuerySet["Deelnemer"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(ocmw=medewerker.ocmw_id) if medewerker.mag(Recht.GROEP_LEZEN) else self.none()


class Deelnemer(Versie):
    """Somebody in a group who has no dossier here, and agreed that we keep this. `bron` and `bronnummer` say which colleague or
    mentor it is (deelnemers.py); empty for a stranger. The room that offers them keeps no foreign key to this one."""

    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="deelnemers")
    voornaam = models.CharField("voornaam", max_length=80, blank=True, default="")
    achternaam = models.CharField("familienaam", max_length=120)
    geboortedatum = models.DateField("geboortedatum", null=True, blank=True)
    bron = models.CharField(max_length=20, blank=True, default="", editable=False)
    bronnummer = models.PositiveIntegerField(null=True, blank=True, editable=False)
    contact = models.CharField("telefoon of mail", max_length=120, blank=True, default="")
    toestemming_op = models.DateField("gaf toestemming op")

    objects = DeelnemerQuerySet.as_manager()

    class Meta:
        ordering = ["achternaam", "voornaam", "pk"]
        verbose_name_plural = "deelnemers"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["ocmw", "bron", "bronnummer"],
                name="deelnemer_een_keer_bekend",
                violation_error_message="Deze persoon neemt al ergens deel. Probeer het opnieuw.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}".strip()


class InschrijvingQuerySet(ScopedQuerySet["Inschrijving"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """By name: the own clients and participants, and those of the others when the programme shares names."""
        if not medewerker.mag(Recht.GROEP_LEZEN):
            return self.none()
        gedeeld = Q(reeks__programma__toont_namen=True)
        return self.filter(van_ocmw(medewerker, "reeks__programma__"), self._eigen(medewerker) | gedeeld)

    def van_huis(self, medewerker: Medewerker) -> Self:
        """Those this colleague may change: the own clients and participants."""
        return self.zichtbaar_voor(medewerker).filter(self._eigen(medewerker))

    def _eigen(self, medewerker: Medewerker) -> Q:
        return zicht(medewerker, "client__") | Q(deelnemer__ocmw=medewerker.ocmw_id)

    def met_stoel(self) -> Self:
        return self.filter(status__in=MET_STOEL)

    def wacht(self) -> Self:
        """First come, first in line."""
        return self.filter(status=Inschrijfstatus.WACHT).order_by("pk")

    def niet_gestopt(self) -> Self:
        return self.exclude(status=Inschrijfstatus.GESTOPT)


class Inschrijving(Versie):
    """`stoel` is a number from 1 to the number of seats of the series; the database gives each to one person at most.

    `neemt_deel_sinds` is the first day with a seat, and stays when that is given up; empty for who only waited. `uitkomst` is what
    somebody said that it became; what the dossier knows goes before it (resultaten.py).

    `toelating`, `toelating_feit` and `toelating_op` are what was asked and known on that day: the same when asked later.
    """

    reeks = models.ForeignKey(Groepsreeks, on_delete=models.PROTECT, related_name="inschrijvingen")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, null=True, blank=True, related_name="inschrijvingen")
    deelnemer = models.ForeignKey(
        Deelnemer, on_delete=models.CASCADE, null=True, blank=True, related_name="inschrijvingen"
    )
    status = models.CharField(max_length=14, choices=Inschrijfstatus)
    stoel = models.PositiveSmallIntegerField(null=True, blank=True)
    ingeschreven_op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    aanbod_tot = models.DateField(null=True, blank=True, help_text="The last day to answer.")
    toelating = models.CharField(max_length=40, blank=True, default="")
    toelating_feit = models.CharField(max_length=300, blank=True, default="")
    toelating_op = models.DateField(null=True, blank=True)
    bewijs = models.CharField("welk bewijs dat deze persoon mag werken?", max_length=120, blank=True, default="")
    bewijs_tot = models.DateField("bewijs geldig tot en met", null=True, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)
    stopreden = models.CharField("waarom?", max_length=14, choices=Vertrekreden, blank=True, default="")
    toelichting = models.CharField("toelichting", max_length=300, blank=True, default="")
    neemt_deel_sinds = models.DateField(null=True, blank=True, editable=False)
    uitkomst = models.CharField("wat werd het?", max_length=10, choices=Groepsuitkomst, blank=True, default="")
    uitkomst_op = models.DateField(null=True, blank=True, editable=False)
    uitkomst_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = InschrijvingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = "inschrijving"
        verbose_name_plural = "inschrijvingen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="inschrijving_een_mens",
                condition=Q(client=None, deelnemer__isnull=False) | Q(client__isnull=False, deelnemer=None),
                violation_error_message="Een inschrijving is van één persoon.",
            ),
            models.CheckConstraint(
                name="inschrijving_stoel_bij_status",
                condition=Q(status__in=MET_STOEL, stoel__gte=1) | (~Q(status__in=MET_STOEL) & Q(stoel=None)),
                violation_error_message="Alleen wie ingeschreven is of een aanbod kreeg, heeft een plaats.",
            ),
            models.CheckConstraint(
                name="inschrijving_aanbod_heeft_dag",
                condition=Q(status=Inschrijfstatus.AANGEBODEN, aanbod_tot__isnull=False)
                | (~Q(status=Inschrijfstatus.AANGEBODEN) & Q(aanbod_tot=None)),
                violation_error_message="Een aangeboden plaats heeft een laatste dag om te antwoorden.",
            ),
            models.CheckConstraint(
                name="inschrijving_stop_zegt_waarom",
                condition=(Q(status=Inschrijfstatus.GESTOPT, gestopt_op__isnull=False) & ~Q(stopreden=""))
                | (~Q(status=Inschrijfstatus.GESTOPT) & Q(gestopt_op=None, stopreden="")),
                violation_error_message="Zeg waarom deze persoon stopt.",
            ),
            models.CheckConstraint(
                name="inschrijving_uitkomst_heeft_dag",
                condition=Q(uitkomst="", uitkomst_op=None) | (~Q(uitkomst="") & Q(uitkomst_op__isnull=False)),
                violation_error_message="Zeg ook wanneer je dit hoorde.",
            ),
            models.UniqueConstraint(
                fields=["reeks", "stoel"],
                name="stoel_een_mens",
                violation_error_message="Deze plaats is net aan iemand anders gegeven.",
            ),
            models.UniqueConstraint(
                fields=["reeks", "client"],
                condition=~Q(status=Inschrijfstatus.GESTOPT),
                name="client_een_keer_in_reeks",
                violation_error_message="Deze persoon is al ingeschreven in deze reeks.",
            ),
            models.UniqueConstraint(
                fields=["reeks", "deelnemer"],
                condition=~Q(status=Inschrijfstatus.GESTOPT),
                name="deelnemer_een_keer_in_reeks",
                violation_error_message="Deze persoon is al ingeschreven in deze reeks.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["aanbod_tot"], name="aanbod_dat_vervalt", condition=Q(status=Inschrijfstatus.AANGEBODEN)
            )
        ]

    def __str__(self) -> str:
        return f"{self.naam}: {self.reeks}"

    @property
    def naam(self) -> str:
        return str(self.client or self.deelnemer or "")

    @property
    def geboortedatum(self) -> date | None:
        mens: Any = self.client or self.deelnemer
        return mens.geboortedatum if mens else None

    @property
    def mailadres(self) -> str:
        """Where a mail to this person goes; empty when there is no address."""
        return next((adres for adres in self._bereikbaar_op() if "@" in adres), "")

    @property
    def telefoon(self) -> str:
        return next((nummer for nummer in self._bereikbaar_op() if nummer and "@" not in nummer), "")

    def _bereikbaar_op(self) -> list[str]:
        if self.deelnemer is not None:
            return [self.deelnemer.contact]
        contact: Contactgegevens | None = getattr(
            self.client, "contact", None
        )  # a reverse one-to-one raises without a row
        return [contact.gsm, contact.telefoon, contact.email] if contact else []

    def weigering_voor_antwoord(self) -> str:
        return "" if self.status == Inschrijfstatus.AANGEBODEN else "Er staat geen plaats open voor deze persoon."

    def weigering_voor_stoppen(self) -> str:
        return "Deze persoon is al gestopt." if self.status == Inschrijfstatus.GESTOPT else ""


def op_familienaam(rij: Inschrijving) -> tuple[str, str, int]:
    """The order of every list of people in a group."""
    mens = rij.client or rij.deelnemer
    return (mens.achternaam if mens else "", rij.naam, rij.pk)


class SessieaanwezigheidQuerySet(ScopedQuerySet["Sessieaanwezigheid"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(inschrijving__in=Inschrijving.objects.zichtbaar_voor(medewerker))


class Sessieaanwezigheid(Versie):
    """Who was there, once per person and session: noting it again replaces it, so a mark that is sent twice counts once."""

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="aanwezigheden")
    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="aanwezigheden")
    stand = models.CharField("was er?", max_length=16, choices=Sessiestand)
    reden = models.CharField("reden", max_length=160, blank=True, default="")
    nota = models.TextField("nota over deze persoon", max_length=1000, blank=True, default="")

    objects = SessieaanwezigheidQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "aanwezigheden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sessie", "inschrijving"], name="aanwezigheid_een_keer")
        ]

    def __str__(self) -> str:
        return self.get_stand_display()
