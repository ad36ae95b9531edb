"""A placement: one client on one place for one period, from proposal to start. The contract is made when it starts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from clienten.models import Client, DossierQuerySet
from clienten.models.client import op_naam
from ocmw.kalender.woorden import getal
from ocmw.ui.versie import Versie
from tewerkstelling.match.models import Voorstel
from tewerkstelling.models import Mentor, Overeenkomst, Tewerkstelling, Werkplek
from tewerkstelling.rechtenteller.models import RvaBerekening
from tewerkstelling.startklaar.enums import Plaatsingstatus, Plaatsingstopreden
from trajecten.twe.models import Werkervaring

OPGESLAGEN = (Plaatsingstatus.VOORSTEL, Plaatsingstatus.GESTART, Plaatsingstatus.STOPGEZET)
HANDTEKENINGEN = ("getekend_ocmw_op", "getekend_gebruiker_op", "getekend_werknemer_op")


class PlaatsingQuerySet(DossierQuerySet["Plaatsing"]):
    def te_starten(self) -> Self:
        """Proposals, ready or not, of dossiers that are open."""
        return self.filter(status=Plaatsingstatus.VOORSTEL, client__gesloten_op=None)

    def lopend(self, op: date) -> Self:
        return self.filter(Q(contract__tot=None) | Q(contract__tot__gt=op), status=Plaatsingstatus.GESTART)

    def afgelopen(self, op: date) -> Self:
        """Stopped before the start, or started and the contract is over."""
        return self.filter(
            Q(status=Plaatsingstatus.STOPGEZET) | Q(status=Plaatsingstatus.GESTART, contract__tot__lte=op)
        )

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the name of the client, of the place, or of the employer."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(
                Q(werkplek__naam__icontains=woord)
                | op_naam(woord, "client__")
                | Q(werkplek__werkgever__naam__icontains=woord)
            )
        return rijen

    def met_alles(self) -> Self:
        """With what the paper and the checklist say: no query per placement."""
        return (
            self.select_related(
                "client__ocmw", "client__profiel", "werkplek__werkgever", "mentor", "overeenkomst", "berekening", "contract", "gestart_door",
                "beslissing__mw", "beslissing__recht_door", "loonafspraak__gewijzigd_door",
            )
            .prefetch_related("punten__door")
            .annotate(weo_start=Subquery(weo_rond(OuterRef("client"), OuterRef("van")).values("start")[:1]))
        )  # fmt: skip


def weo_rond(client: Any, dag: Any) -> models.QuerySet[Werkervaring]:
    """The werkervaringsovereenkomsten that were not stopped before `dag`, the one that says most about it first."""
    return Werkervaring.objects.filter(Q(gestopt_op=None) | Q(gestopt_op__gte=dag), client=client).order_by("-start")


class Plaatsing(Versie):
    """Work in [van, tot). What stands on the paper is signed as a whole: `getekende_tekst` is what the signers read."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="plaatsingen")
    werkplek = models.ForeignKey(
        Werkplek, on_delete=models.PROTECT, related_name="plaatsingen", verbose_name="werkplek"
    )
    mentor = models.ForeignKey(
        Mentor, on_delete=models.SET_NULL, null=True, blank=True, related_name="plaatsingen", verbose_name="mentor"
    )
    status = models.CharField(
        max_length=10,
        choices=[(s.value, s.label) for s in OPGESLAGEN],
        default=Plaatsingstatus.VOORSTEL,
        editable=False,
    )
    van = models.DateField("eerste werkdag")
    tot = models.DateField(help_text="First day after the placement.")
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2)
    voltijds_uren = models.DecimalField(
        "uren van een voltijdse in deze functie", max_digits=4, decimal_places=2, default=Decimal(38)
    )
    dagen_per_week = models.PositiveSmallIntegerField("werkdagen per week", default=5)
    functie = models.CharField("functie", max_length=120)
    taken = models.TextField("taken", blank=True, default="")
    werkrooster = models.TextField("werkrooster", blank=True, default="")
    berekening = models.ForeignKey(
        RvaBerekening,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="plaatsingen",
        verbose_name="berekening van de RVA",
    )
    duur_basis = models.CharField("waarom duurt de plaatsing zo lang?", max_length=200, blank=True, default="")
    overeenkomst = models.ForeignKey(
        Overeenkomst,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plaatsingen",
        verbose_name="overeenkomst met de werkgever",
    )
    begeleidingsplicht = models.TextField("wat de gebruiker belooft aan begeleiding", blank=True, default="")
    doorstroom = models.TextField("afspraken over vorming en doorstroom", blank=True, default="")
    # signing and the council
    getekend_ocmw_op = models.DateField("getekend door het OCMW op", null=True, blank=True)
    getekend_gebruiker_op = models.DateField("getekend door de gebruiker op", null=True, blank=True)
    getekend_werknemer_op = models.DateField("getekend door de werknemer op", null=True, blank=True)
    getekende_tekst = models.JSONField(default=list, blank=True, editable=False)
    raad_op = models.DateField("op de raadslijst van", null=True, blank=True)
    raad_besluit = models.CharField("nummer van het besluit", max_length=40, blank=True, default="")
    # what happened
    contract = models.OneToOneField(
        Tewerkstelling, on_delete=models.PROTECT, null=True, blank=True, related_name="plaatsing", editable=False
    )
    gestart_op = models.DateField(null=True, blank=True, editable=False)
    gestart_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    toch_gestart = models.JSONField(default=list, blank=True, editable=False, help_text="Codes that were missing.")
    motivatie = models.TextField("waarom toch starten?", blank=True, default="", editable=False)
    stopgezet_op = models.DateField("stopgezet op", null=True, blank=True, editable=False)
    stopreden = models.CharField(
        "reden", max_length=12, choices=Plaatsingstopreden, blank=True, default="", editable=False
    )
    voorganger = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="verlengingen", editable=False
    )
    uit_voorstel = models.ForeignKey(
        Voorstel,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        db_index=False,
        help_text="The match proposal it came from; of the same client.",
    )

    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name = "plaatsing"
        verbose_name_plural = "plaatsingen"
        indexes: ClassVar = [
            models.Index(fields=["client", "-van"], name="plaatsing_client"),
            models.Index(fields=["van"], name="plaatsing_te_starten", condition=Q(status=Plaatsingstatus.VOORSTEL)),
            models.Index(fields=["raad_op"], name="plaatsing_raad", condition=Q(raad_op__isnull=False)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plaatsing_eindigt_na_start",
                condition=Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste werkdag.",
            ),
            models.CheckConstraint(
                name="plaatsing_uren",
                condition=Q(uren_per_week__gt=0, uren_per_week__lte=F("voltijds_uren")),
                violation_error_message="De uren per week zijn meer dan een voltijdse werkt in deze functie.",
            ),
            models.CheckConstraint(
                name="plaatsing_werkdagen",
                condition=Q(dagen_per_week__gte=1, dagen_per_week__lte=6),
                violation_error_message="Een werkweek telt 1 tot 6 dagen.",
            ),
            models.CheckConstraint(
                name="plaatsing_status",
                condition=Q(status__in=[s.value for s in OPGESLAGEN]),
                violation_error_message="Deze status volgt uit de feiten en wordt niet bewaard.",
            ),
            # A4 is law: nothing and nobody starts a placement that the three did not sign in time.
            models.CheckConstraint(
                name="plaatsing_gestart_is_getekend",
                condition=~Q(status=Plaatsingstatus.GESTART)
                | Q(
                    getekend_ocmw_op__lte=F("van"),
                    getekend_gebruiker_op__lte=F("van"),
                    getekend_werknemer_op__lte=F("van"),
                    getekend_ocmw_op__isnull=False,
                    getekend_gebruiker_op__isnull=False,
                    getekend_werknemer_op__isnull=False,
                ),
                violation_error_message="OCMW, gebruiker en werknemer tekenen ten laatste op de eerste werkdag.",
            ),
            models.CheckConstraint(
                name="plaatsing_contract_na_start",
                condition=Q(contract=None) | Q(status=Plaatsingstatus.GESTART),
                violation_error_message="Alleen een plaatsing die gestart is, heeft een contract.",
            ),
            models.CheckConstraint(
                name="plaatsing_stop_volledig",
                condition=Q(status=Plaatsingstatus.STOPGEZET, stopgezet_op__isnull=False) & ~Q(stopreden="")
                | (~Q(status=Plaatsingstatus.STOPGEZET) & Q(stopgezet_op=None, stopreden="")),
                violation_error_message="Een stopgezette plaatsing heeft een datum én een reden.",
            ),
            models.CheckConstraint(
                name="plaatsing_toch_met_motivatie",
                condition=Q(toch_gestart=[]) | ~Q(motivatie=""),
                violation_error_message="Schrijf waarom je toch start.",
            ),
            models.UniqueConstraint(
                fields=["voorganger"],
                condition=~Q(status=Plaatsingstatus.STOPGEZET),
                name="plaatsing_een_verlenging",
                violation_error_message="Er is al een verlenging van deze plaatsing.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.functie} vanaf {self.van:%d/%m/%Y}"

    def clean(self) -> None:
        """Whoever is named beside the place belongs to it; a calculation belongs to the client."""
        fouten = {}
        if self.werkplek_id:
            werkgever = self.werkplek.werkgever_id
            if self.mentor and self.mentor.werkgever_id != werkgever:
                fouten["mentor"] = "Deze mentor werkt niet bij de werkgever van deze werkplek."
            if self.overeenkomst and self.overeenkomst.werkgever_id != werkgever:
                fouten["overeenkomst"] = "Deze overeenkomst is met een andere werkgever."
        if self.berekening and self.berekening.client_id != self.client_id:
            fouten["berekening"] = "Deze berekening is van een andere cliënt."
        if fouten:
            raise ValidationError(fouten)

    def get_absolute_url(self) -> str:
        return reverse("startklaar:plaatsing_detail", args=[self.client_id, self.pk])

    @property
    def laatste_dag(self) -> date:
        return self.tot - timedelta(days=1)

    @property
    def uren_tekst(self) -> str:
        """28,5 van 38"""
        return f"{getal(self.uren_per_week)} van {getal(self.voltijds_uren)}"

    @property
    def heeft_handtekening(self) -> bool:
        return any(getattr(self, veld) for veld in HANDTEKENINGEN)
