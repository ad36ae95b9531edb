"""A client proposed for a place, and what came of it."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.match.enums import OPEN_STATUSSEN, OVERGANGEN, Nietgeschiktreden, Voorstelstatus
from tewerkstelling.models import Werkplek

OPEN = sorted(OPEN_STATUSSEN)


class VoorstelQuerySet(DossierQuerySet["Voorstel"]):
    def open(self) -> Self:
        return self.filter(status__in=OPEN)


class Voorstel(Versie):
    """`oordeel` is how the pair was judged when it was proposed: codes only. The trial runs in [proef_van, proef_tot)."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="voorstellen")
    werkplek = models.ForeignKey(Werkplek, on_delete=models.PROTECT, related_name="voorstellen")
    gedaan_op = models.DateField("voorgesteld op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField("status", max_length=14, choices=Voorstelstatus, default=Voorstelstatus.VOORGESTELD)
    status_op = models.DateField("sinds")
    proef_van = models.DateField("eerste dag van de proefweek", null=True, blank=True)
    proef_tot = models.DateField(null=True, blank=True, help_text="First day after the trial.")
    reden = models.CharField("waarom niet?", max_length=20, choices=Nietgeschiktreden, blank=True, default="")
    nota = models.TextField("nota", blank=True, default="")
    oordeel = models.JSONField(default=dict, blank=True)

    objects = VoorstelQuerySet.as_manager()

    class Meta:
        ordering = ["-gedaan_op", "-pk"]
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        indexes: ClassVar = [
            models.Index(fields=["client", "-gedaan_op"], name="voorstel_client"),
            models.Index(fields=["werkplek", "-gedaan_op"], name="voorstel_werkplek"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "werkplek"],
                condition=Q(status__in=OPEN),
                name="een_open_voorstel",
                violation_error_message="Er loopt al een voorstel voor deze cliënt op deze plek.",
            ),
            models.CheckConstraint(
                name="voorstel_reden",
                condition=(Q(status=Voorstelstatus.NIET_GESCHIKT) & ~Q(reden=""))
                | (~Q(status=Voorstelstatus.NIET_GESCHIKT) & Q(reden="")),
                violation_error_message="Kies waarom het niet geschikt was.",
            ),
            models.CheckConstraint(
                name="voorstel_proefweek",
                condition=(Q(proef_van=None, proef_tot=None) & ~Q(status=Voorstelstatus.PROEFWEEK))
                | Q(proef_van__isnull=False, proef_tot__isnull=False, proef_tot__gt=F("proef_van")),
                violation_error_message="Een proefweek heeft een eerste en een laatste dag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} op {self.gedaan_op:%d/%m/%Y}"

    @property
    def open(self) -> bool:
        return self.status in OPEN_STATUSSEN

    @property
    def laatste_proefdag(self) -> date | None:
        return self.proef_tot - timedelta(days=1) if self.proef_tot else None

    @property
    def hierna(self) -> list[tuple[str, str]]:
        """What it can become from here, as choices in the order of the path."""
        return [keuze for keuze in Voorstelstatus.choices if keuze[0] in OVERGANGEN[Voorstelstatus(self.status)]]

    def weigering_voor(self, status: Voorstelstatus | str) -> str:
        """Why it cannot become `status`; empty when it can."""
        if status in OVERGANGEN[Voorstelstatus(self.status)]:
            return ""
        if not self.open:
            return f"Dit voorstel is al afgerond: {self.get_status_display().lower()}."
        return f"Van {self.get_status_display().lower()} kan je niet naar {Voorstelstatus(status).label.lower()}."

    def oordeel_voor(self, *, ziet_beperking: bool) -> dict[str, Any]:
        """The judgement at the time, without what this reader may not know."""
        factoren = dict(self.oordeel.get("factoren", {}))
        if not ziet_beperking:
            factoren.pop("fysiek", None)
        return {**self.oordeel, "factoren": factoren}
