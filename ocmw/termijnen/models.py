"""A deadline is a row: opened, moved and closed by the action that makes or keeps the promise (docs/adr/0002)."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q, QuerySet
from django.utils import timezone

from clienten.models import Client, DossierQuerySet, zicht
from ocmw.termijnen.soorten import TERMIJNSOORTEN, Termijnrol
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht, rollen_met


class TermijnQuerySet(DossierQuerySet["Termijn"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return super().zichtbaar_voor(medewerker).leesbaar_voor(medewerker)

    def leesbaar_voor(self, medewerker: Medewerker) -> Self:
        """Without the promises that exist only for who may read what is shielded."""
        return self if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else self.filter(afgeschermd=False)

    def open(self) -> Self:
        return self.filter(gesloten_op=None)

    def te_markeren(self, op: date) -> Self:
        """What the sweep must flag: due, open, not flagged yet. Served by the partial index `termijn_te_markeren`."""
        return self.filter(gesloten_op=None, gemarkeerd_op=None, vervalt_op__lte=op)

    def van(self, medewerker: Medewerker) -> Self:
        return self.filter(verantwoordelijke=medewerker)

    def van_anderen(self, medewerker: Medewerker) -> Self:
        """Of the people this colleague follows, what somebody else must do."""
        mijn = Client.objects.in_caseload_van(medewerker).values("pk")
        return self.filter(client__in=mijn).exclude(verantwoordelijke=medewerker)

    def te_laat(self, op: date) -> Self:
        """Still to do on that day while its own day is over: what every page, list, report and mail calls "te laat"."""
        return self.open_op(op).filter(vervalt_op__lt=op)

    def aandacht(self, op: date) -> Self:
        """What is late and what falls due on the day itself."""
        return self.open_op(op).filter(vervalt_op__lte=op)

    def open_op(self, op: date) -> Self:
        """Open on that day, also when it was closed since: a report looks back."""
        return self.filter(Q(gesloten_op=None) | Q(gesloten_op__gt=op), geopend_op__lte=op)


class Termijn(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="termijnen")
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="+", db_index=False)
    soort = models.CharField(max_length=20, help_text="One of TERMIJNSOORTEN (ocmw/termijnen/soorten.py).")
    sleutel = models.CharField(
        max_length=40, blank=True, default="", help_text="Which one: actiepunt:12, tewerkstelling:3:90."
    )
    onderwerp = models.CharField(
        max_length=200, blank=True, default="", help_text="What the sentence on screen ends with."
    )
    afgeschermd = models.BooleanField(
        default=False, help_text="Only for who may read what is shielded; the list row of the dossier leaves it out."
    )
    vervalt_op = models.DateField()
    verantwoordelijke = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="termijnen"
    )
    geopend_op = models.DateField()
    uitgesteld_tot = models.DateField(null=True, blank=True)
    uitstelreden = models.CharField(max_length=200, blank=True, default="")
    doorgegeven_aan = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Handed over: this colleague does it, whoever the facts point at, as long as she works here.",
    )
    doorgegeven_op = models.DateTimeField(null=True, blank=True, editable=False)
    volgende_op = models.DateField(
        null=True, blank=True, help_text="The next step of the same promise: on that day the night derives it again."
    )
    gemarkeerd_op = models.DateField(null=True, blank=True)
    gesloten_op = models.DateField(null=True, blank=True)
    voldaan = models.BooleanField(
        default=False, help_text="Closed because the promise was kept, not because it lapsed."
    )
    voldaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Closed by hand: the same promise for the same day does not come back.",
    )

    objects = TermijnQuerySet.as_manager()

    class Meta:
        ordering = ["vervalt_op", "pk"]
        verbose_name_plural = "termijnen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "soort", "sleutel"],
                condition=Q(gesloten_op=None),
                name="een_open_termijn_per_belofte",
            ),
            models.CheckConstraint(
                name="open_termijn_niet_voldaan",
                condition=Q(gesloten_op__isnull=False) | Q(voldaan=False),
                violation_error_message="Een termijn die voldaan is, is ook gesloten.",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["vervalt_op"], name="termijn_te_markeren", condition=Q(gesloten_op=None, gemarkeerd_op=None)
            ),
            models.Index(
                fields=["verantwoordelijke", "vervalt_op"], name="termijn_van_wie", condition=Q(gesloten_op=None)
            ),
            models.Index(fields=["client", "vervalt_op"], name="termijn_client", condition=Q(gesloten_op=None)),
            models.Index(fields=["volgende_op"], name="termijn_volgende_stap", condition=Q(gesloten_op=None)),
        ]

    def __str__(self) -> str:
        return f"{self.soort_in_woorden} {self.onderwerp}".strip()

    @property
    def soort_in_woorden(self) -> str:
        return TERMIJNSOORTEN.in_woorden(self.soort)

    @property
    def uitleg(self) -> str:
        soort = TERMIJNSOORTEN.get(self.soort)
        return soort.uitleg if soort else ""

    @property
    def waarschuwt_voor_einde(self) -> bool:
        soort = TERMIJNSOORTEN.get(self.soort)
        return soort is not None and soort.rol is Termijnrol.EINDEWAARSCHUWING

    def weigering_voor_voldoen(self) -> str:
        """Why nobody can tick this off: the fact it waits for says so by itself. Empty when a person may."""
        if self.gesloten_op:
            return "Deze termijn is al afgewerkt."
        soort = TERMIJNSOORTEN.get(self.soort)
        return soort.vanzelf if soort else ""

    @property
    def overnemers(self) -> QuerySet[Medewerker]:
        """Colleagues of this OCMW who handle termijnen; whether one may read it, `weigering_voor_doorgeven` says."""
        rijen = Medewerker.objects.filter(ocmw=self.ocmw_id, is_active=True, rol__in=rollen_met(Recht.TERMIJN_BEHEREN))
        if self.verantwoordelijke_id:
            rijen = rijen.exclude(pk=self.verantwoordelijke_id)
        return rijen.order_by("achternaam", "voornaam", "pk")

    def weigering_voor_doorgeven(self, aan: Medewerker) -> str:
        """Why this colleague cannot take it over; empty when she can."""
        if self.gesloten_op:
            return "Deze termijn is al afgewerkt."
        if self.verantwoordelijke_id == aan.pk:
            return f"{aan.naam} doet dit al."
        if not (aan.is_active and aan.mag(Recht.TERMIJN_BEHEREN)):
            return f"{aan.naam} kan dit niet opvolgen."
        ziet = Termijn.objects.zichtbaar_voor(aan).filter(pk=self.pk).exists()
        return "" if ziet else f"{aan.naam} mag dit niet lezen."

    def weigering_voor_uitstel(self, tot: date, *, op: date) -> str:
        """Why this promise cannot be postponed to `tot`; empty when it can."""
        if self.gesloten_op:
            return "Deze termijn is al afgewerkt."
        if tot <= op:
            return "Kies een dag na vandaag."
        if self.waarschuwt_voor_einde:
            return "Deze datum volgt uit een contract. Wijzig het contract als de datum niet klopt."
        return ""


class MeldingQuerySet(models.QuerySet["Melding"]):
    def voor(self, medewerker: Medewerker) -> Self:
        """Addressed to this colleague, or to nobody and then to the coordinators of the OCMW.

        An OCMW without an active coordinator has nobody to fall back on: then every colleague there who handles
        termijnen sees them. Only promises that are still open, of dossiers that exist for this reader.
        """
        wees = Q(medewerker=None, termijn__ocmw=medewerker.ocmw_id)
        if not medewerker.mag(Recht.TEAM_VOLGEN):
            stuurt = Medewerker.objects.filter(
                ocmw=medewerker.ocmw_id, is_active=True, rol__in=rollen_met(Recht.TEAM_VOLGEN)
            )
            wees &= Q(~Exists(stuurt))
        if medewerker.mag(Recht.AFGESCHERMD_LEZEN):
            wees |= Q(medewerker=None, termijn__ocmw=medewerker.ocmw_id, termijn__afgeschermd=True)
            leesbaar = Q()
        else:
            leesbaar = Q(termijn__afgeschermd=False)
        # A promise that moved on to its next step was told of anew: only the last word counts.
        return self.filter(
            Q(medewerker=medewerker) | wees,
            leesbaar,
            zicht(medewerker, "termijn__client__"),
            termijn__gesloten_op=None,
            vervalt_op=F("termijn__vervalt_op"),
        )

    def ongelezen(self, medewerker: Medewerker) -> Self:
        return self.voor(medewerker).filter(gelezen_op=None)


class Melding(models.Model):
    """The sweep told somebody once that this promise is due on this day; bell, Vandaag and digest read it."""

    termijn = models.ForeignKey(Termijn, on_delete=models.CASCADE, related_name="meldingen", db_index=False)
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        related_name="meldingen",
        db_index=False,
        help_text="Empty: nobody can act, so it is for the coordinators.",
    )
    vervalt_op = models.DateField()
    op = models.DateField()
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    gelezen_op = models.DateTimeField(null=True, blank=True)

    objects = MeldingQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name_plural = "meldingen"
        constraints: ClassVar = [
            # Exactly once is a property of the database: a second flag of the same promise cannot exist.
            models.UniqueConstraint(fields=["termijn", "vervalt_op"], name="een_melding_per_termijn_en_dag")
        ]
        indexes: ClassVar = [models.Index(fields=["medewerker", "gelezen_op"], name="melding_ongelezen")]

    def __str__(self) -> str:
        return f"melding {self.op}"


class Ochtendbericht(models.Model):
    """One digest per colleague per day; the row is claimed before the mail goes out."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="ochtendberichten")
    dag = models.DateField()
    verstuurd_op = models.DateTimeField(null=True, blank=True)
    geclaimd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "ochtendberichten"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["medewerker", "dag"], name="een_ochtendbericht_per_dag")
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} {self.dag}"
