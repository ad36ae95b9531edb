"""The doorverwijsbundel (S2): filled in with the client, handed to the arbeidstrajectbegeleider, answered."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from clienten.enums import Antwoord
from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie
from trajecten.enums import AFGESCHERMDE_VOORWAARDEN, DOORVERWIJS_OVERGANGEN, Doorverwijsstatus, Voorwaarde


class DoorverwijzingQuerySet(DossierQuerySet["Doorverwijzing"]):
    def lopend(self) -> Self:
        return self.exclude(status__in=[Doorverwijsstatus.AANVAARD, Doorverwijsstatus.AFGEWEZEN])

    def te_behandelen(self) -> Self:
        return self.filter(status=Doorverwijsstatus.VERSTUURD)


class Doorverwijzing(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="doorverwijzingen")
    van = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    aan = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="aan welke trajectbegeleider",
        help_text="Laat leeg om aan het team te sturen.",
    )
    status = models.CharField(max_length=12, choices=Doorverwijsstatus, default=Doorverwijsstatus.KLAD, editable=False)
    begonnen_op = models.DateField(editable=False)
    # step 1 - situation
    situatie = models.TextField("Hoe is de situatie van de cliënt nu?", blank=True, default="")
    hulpverleningsplan = models.TextField("Wat staat er in het hulpverleningsplan?", blank=True, default="")
    # step 3 - experience, schooling, languages, registration at VDAB
    opleiding = models.TextField("Opleiding en diploma's", blank=True, default="")
    werkervaring = models.TextField("Werkervaring", blank=True, default="")
    talen = models.TextField("Talen", blank=True, default="")
    vdab_ingeschreven = models.CharField(
        "Ingeschreven bij VDAB", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    vdab_sinds = models.DateField("Ingeschreven sinds", null=True, blank=True)
    vdab_hulp_nodig = models.BooleanField("Heeft hulp nodig bij de inschrijving", default=False)
    # step 4 - wishes and limits
    wensen = models.TextField("Wat wil de cliënt?", blank=True, default="")
    beperkingen = models.TextField("Waar moeten we rekening mee houden?", blank=True, default="")
    # step 5 - agreement
    mw_akkoord_op = models.DateField("de maatschappelijk werker bevestigt op", null=True, blank=True)
    client_akkoord_op = models.DateField("de cliënt bevestigt op", null=True, blank=True)
    verstuurd_op = models.DateField(null=True, blank=True, editable=False)
    # answer
    behandeld_op = models.DateField(null=True, blank=True, editable=False)
    behandeld_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    antwoord = models.TextField("antwoord", blank=True, default="", editable=False)
    antwoord_gelezen_op = models.DateField(null=True, blank=True, editable=False)

    objects = DoorverwijzingQuerySet.as_manager()

    class Meta:
        ordering = ["-begonnen_op", "-pk"]
        verbose_name_plural = "doorverwijzingen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(status__in=["klad", "verstuurd", "aanvulling"]),
                name="een_lopende_doorverwijzing",
                violation_error_message="Er loopt al een doorverwijzing voor deze cliënt.",
            ),
            models.CheckConstraint(
                name="verstuurde_bundel_is_bevestigd",
                condition=Q(status="klad")
                | Q(mw_akkoord_op__isnull=False, client_akkoord_op__isnull=False, verstuurd_op__isnull=False),
                violation_error_message="De maatschappelijk werker en de cliënt bevestigen allebei voor je verstuurt.",
            ),
            models.CheckConstraint(
                name="antwoord_heeft_datum_en_naam",
                condition=Q(behandeld_op=None, behandeld_door=None)
                | Q(behandeld_op__isnull=False, behandeld_door__isnull=False),
            ),
            models.CheckConstraint(
                name="behandeld_na_verstuurd",
                condition=Q(behandeld_op=None) | Q(behandeld_op__gte=F("verstuurd_op")),
                violation_error_message="Een bundel wordt beantwoord na het versturen.",
            ),
        ]

    def __str__(self) -> str:
        return f"Doorverwijzing ({self.get_status_display()})"

    def weigering_voor(self, status: Doorverwijsstatus) -> str:
        """Why this bundle cannot get `status` now; empty when it can."""
        if status not in DOORVERWIJS_OVERGANGEN[Doorverwijsstatus(self.status)]:
            return f"Een bundel met status “{self.get_status_display()}” kan niet “{status.label}” worden."
        return self._weigering_voor_versturen() if status == Doorverwijsstatus.VERSTUURD else ""

    def _weigering_voor_versturen(self) -> str:
        if not self.situatie.strip():
            return "Beschrijf eerst de situatie van de cliënt (stap 1)."
        if self.voorwaarden.count() < len(Voorwaarde):
            return "Beantwoord eerst de vijf voorwaarden (stap 2). Wat afgeschermd is, beantwoordt een maatschappelijk werker."
        if not self.mw_akkoord_op or not self.client_akkoord_op:
            return "De maatschappelijk werker en de cliënt bevestigen allebei voor je verstuurt (stap 5)."
        if self.behandeld_op and min(self.mw_akkoord_op, self.client_akkoord_op) < self.behandeld_op:
            return "De bundel is aangevuld. Bevestig opnieuw, samen met de cliënt (stap 5)."
        return ""

    def weigering_voor_invullen(self) -> str:
        """Why nobody can edit this bundle now; empty when it is a draft or waits for more."""
        if self.status in {Doorverwijsstatus.KLAD, Doorverwijsstatus.AANVULLING}:
            return ""
        return f"Deze bundel is {self.get_status_display().lower()}. Je kan hem niet meer wijzigen."

    def voorwaarden_voor(self, *, ziet_afgeschermd: bool) -> list["Voorwaardeantwoord"]:
        """The answers as this reader may know them: of a shielded one neither answer nor note, whatever it is."""
        antwoorden = list(self.voorwaarden.all())
        for een in antwoorden:
            if een.voorwaarde in AFGESCHERMDE_VOORWAARDEN and not ziet_afgeschermd:
                een.antwoord, een.nota, een.afgeschermd = "", "", True
        return antwoorden

    def wacht_op(self, medewerker: Medewerker) -> bool:
        """Is it up to this colleague to read and answer it? (A bundle to the team is up to the own OCMW.)"""
        if self.status not in {Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.AANVULLING}:
            return False
        if not medewerker.mag(Recht.DOORVERWIJZING_BEHANDELEN):
            return False
        return self.aan_id == medewerker.pk or (self.aan_id is None and self.client.ocmw_id == medewerker.ocmw_id)

    @property
    def statusregel(self) -> str:
        """Where the bundle stands, in one line, the same for sender and receiver."""
        naar = f"aan {self.aan.naam}" if self.aan else "aan het team"
        if self.verstuurd_op is None:
            return f"Klad van {self.van.naam}, begonnen op {self.begonnen_op:%d/%m/%Y}"
        regel = f"Verstuurd op {self.verstuurd_op:%d/%m/%Y} {naar}"
        if self.behandeld_op and self.behandeld_door:
            besluit = {
                Doorverwijsstatus.AANVAARD: "aanvaard door",
                Doorverwijsstatus.AANVULLING: "aanvulling gevraagd door",
                Doorverwijsstatus.AFGEWEZEN: "afgewezen door",
            }.get(Doorverwijsstatus(self.status), "bekeken door")
            return f"{regel}, {besluit} {self.behandeld_door.naam} op {self.behandeld_op:%d/%m/%Y}"
        return f"{regel}, wacht op antwoord"


class Voorwaardeantwoord(models.Model):
    doorverwijzing = models.ForeignKey(Doorverwijzing, on_delete=models.CASCADE, related_name="voorwaarden")
    voorwaarde = models.CharField(max_length=20, choices=Voorwaarde)
    antwoord = models.CharField(max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    nota = models.CharField(max_length=300, blank=True, default="")
    op = models.DateField("nagekeken op")
    # Set on a row that was emptied for its reader; such a row is never saved.
    afgeschermd = False

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "antwoorden op voorwaarden"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["doorverwijzing", "voorwaarde"], name="voorwaarde_een_keer")
        ]

    def __str__(self) -> str:
        return f"{self.get_voorwaarde_display()}: {self.antwoord}"
