"""A vacancy that a client follows, and how far the application got."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from clienten.models.client import op_naam
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import Versie
from tewerkstelling.models import Tewerkstelling, Werkgever
from tewerkstelling.regulier.enums import LOPEND, OVERGANGEN, Sollicitatiestatus


class SollicitatieQuerySet(DossierQuerySet["Sollicitatie"]):
    def lopend(self) -> Self:
        return self.filter(status__in=LOPEND)

    def in_caseload_van(self, medewerker: Medewerker) -> Self:
        return self.filter(client__in=Client.objects.in_caseload_van(medewerker))

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the job, the employer or the name of the client."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(
                Q(functie__icontains=woord)
                | Q(bij__icontains=woord)
                | Q(werkgever__naam__icontains=woord)
                | op_naam(woord, "client__")
            )
        return rijen


class Sollicitatie(Versie):
    """The vacancy and its application in one row: a vacancy we follow is an application still to send."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="sollicitaties")
    functie = models.CharField("job", max_length=120)
    werkgever = models.ForeignKey(
        Werkgever, on_delete=models.SET_NULL, null=True, blank=True, related_name="sollicitaties"
    )
    bij = models.CharField("naam van de werkgever", max_length=120, blank=True, default="")
    link = models.URLField("waar staat de vacature?", max_length=500, blank=True, default="")
    deadline = models.DateField("solliciteren kan tot en met", null=True, blank=True)
    nota = models.TextField("nota", blank=True, default="")
    status = models.CharField(
        max_length=12, choices=Sollicitatiestatus, default=Sollicitatiestatus.TE_VERSTUREN, editable=False
    )
    status_op = models.DateField(editable=False)
    les = models.TextField("wat leren we hieruit?", blank=True, default="")
    contract = models.OneToOneField(
        Tewerkstelling, on_delete=models.SET_NULL, null=True, blank=True, related_name="sollicitatie", editable=False
    )

    objects = SollicitatieQuerySet.as_manager()

    class Meta:
        ordering = ["-status_op", "-pk"]
        verbose_name = "sollicitatie"
        verbose_name_plural = "sollicitaties"
        indexes: ClassVar = [models.Index(fields=["client", "status"], name="sollicitatie_client")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="sollicitatie_bij_iemand",
                condition=~Q(bij="") | Q(werkgever__isnull=False),
                violation_error_message="Kies een werkgever uit de lijst, of schrijf de naam.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.functie} bij {self.bij_wie}"

    @property
    def bij_wie(self) -> str:
        return self.werkgever.naam if self.werkgever else self.bij

    @property
    def loopt(self) -> bool:
        return self.status in LOPEND

    @property
    def volgende(self) -> tuple[Sollicitatiestatus, ...]:
        return () if self.contract_id else OVERGANGEN[Sollicitatiestatus(self.status)]

    def weigering_voor(self, naar: str) -> str:
        """Why this step cannot be taken now; empty when it can."""
        if reden := self.client.weigering_als_gesloten():
            return reden
        if self.contract_id:
            return "Voor deze job loopt al een contract. Wijzig het contract als er iets niet klopt."
        if naar not in self.volgende:
            label = Sollicitatiestatus(naar).label if naar in Sollicitatiestatus.values else naar
            return f"Na “{self.get_status_display()}” komt niet “{label}”. Kies een andere stap."
        return ""


class Sollicitatiestap(models.Model):
    """One step, with its day: sent, each interview, the result. Only added to."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="sollicitatiestappen")
    sollicitatie = models.ForeignKey(Sollicitatie, on_delete=models.CASCADE, related_name="stappen")
    status = models.CharField("stap", max_length=12, choices=Sollicitatiestatus)
    op = models.DateField("datum")
    nota = models.TextField("nota", blank=True, default="")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = "stap van een sollicitatie"
        verbose_name_plural = "stappen van een sollicitatie"

    def __str__(self) -> str:
        return f"{self.get_status_display()} op {self.op:%d/%m/%Y}"
