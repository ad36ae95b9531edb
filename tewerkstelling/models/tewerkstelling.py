from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from ocmw.kalender.woorden import getal
from tewerkstelling.enums import Contractsoort, Eindreden, Toelatingssoort
from tewerkstelling.models.werkperiode import Werkperiode, WerkperiodeQuerySet
from tewerkstelling.regime import Regime


class TewerkstellingQuerySet(WerkperiodeQuerySet["Tewerkstelling"]):
    def art60(self) -> Self:
        return self.filter(soort=Contractsoort.ART60)

    def zelfde_soort_werk(self, soort: str) -> Self:
        """Art.60 for art.60, and the rest for the rest: only those never run on the same day."""
        return self.art60() if soort == Contractsoort.ART60 else self.exclude(soort=Contractsoort.ART60)


def regimes_uit(andere_uren: Iterable[dict[str, Any]]) -> tuple[Regime, ...]:
    """The rows of `andere_uren`, as stored here and in what the RVA was asked."""
    return tuple(
        Regime(date.fromisoformat(rij["vanaf"]), Fraction(rij["uren"]), int(rij["dagen"])) for rij in andere_uren
    )


def uren_in_woorden(uren: Decimal, voltijds: Decimal, regimes: Iterable[Regime]) -> str:
    """28,5 van 38; vanaf 01/07/2026 19 van 38."""
    vol = getal(voltijds)
    later = [f"vanaf {regime.vanaf:%d/%m/%Y} {regime.uren_tekst} van {vol}" for regime in regimes]
    return "; ".join([f"{getal(uren)} van {vol}", *later])


class Tewerkstelling(Werkperiode):
    """One contract."""

    soort = models.CharField("soort contract", max_length=10, choices=Contractsoort, default=Contractsoort.ART60)
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2, null=True, blank=True)
    voltijds_uren = models.DecimalField(
        "uren van een voltijdse in deze functie", max_digits=4, decimal_places=2, default=Decimal(38)
    )
    dagen_per_week = models.PositiveSmallIntegerField("werkdagen per week", default=5)
    # What the client chose; empty: nobody asked yet. With the wage it says as what the RVA admits (rechtenteller.toelating).
    toelating = models.CharField("toelating als", max_length=10, choices=Toelatingssoort, blank=True, default="")
    maandloon = models.DecimalField("brutoloon per maand", max_digits=8, decimal_places=2, null=True, blank=True)
    toelating_gevraagd_op = models.DateField(null=True, editable=False)
    toelating_gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    aanvraag_op = models.DateField(
        "uitkering aangevraagd op", null=True, blank=True, help_text="Leeg: de dag na het einde van het contract."
    )
    # [{"vanaf": "2026-07-01", "uren": "19", "dagen": 5}], oldest first: a value of the contract, always read whole (ADR 0010).
    andere_uren = models.JSONField("andere uren later", default=list, blank=True)
    functie = models.CharField("functie", max_length=120, blank=True, default="")
    eindreden = models.CharField("reden van het einde", max_length=20, choices=Eindreden, blank=True, default="")

    objects = TewerkstellingQuerySet.as_manager()

    class Meta:
        ordering = ["-van", "-pk"]
        verbose_name_plural = "tewerkstellingen"
        indexes: ClassVar = [models.Index(fields=["client", "-van"], name="tewerkstelling_client")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="contract_eindigt_na_start",
                condition=Q(tot=None) | Q(tot__gt=F("van")),
                violation_error_message="De laatste dag ligt niet voor de eerste werkdag.",
            ),
            models.CheckConstraint(
                name="uren_niet_boven_voltijds",
                condition=Q(uren_per_week=None) | Q(uren_per_week__gt=0, uren_per_week__lte=F("voltijds_uren")),
                violation_error_message="De uren per week zijn meer dan een voltijdse werkt in deze functie.",
            ),
            models.CheckConstraint(
                name="werkdagen_per_week",
                condition=Q(dagen_per_week__gte=1, dagen_per_week__lte=6),
                violation_error_message="Een werkweek telt 1 tot 6 dagen.",
            ),
            models.CheckConstraint(
                name="maandloon_niet_negatief",
                condition=Q(maandloon=None) | Q(maandloon__gt=0),
                violation_error_message="Het loon is meer dan nul.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} vanaf {self.van:%d/%m/%Y}"

    def clean(self) -> None:
        super().clean()
        if zin := self.weigering_voor_uren():
            raise ValidationError(zin)

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """What the hours become later, oldest first."""
        return regimes_uit(self.andere_uren)

    def zet_uren(self, vanaf: date, uren: Decimal | None, dagen: int) -> None:
        """Other hours from `vanaf` on, in the place of what stood on that day; None takes them away. Does not save."""
        blijven = [rij for rij in self.andere_uren if rij["vanaf"] != vanaf.isoformat()]
        if uren is not None:
            blijven.append({"vanaf": vanaf.isoformat(), "uren": f"{uren.normalize():f}", "dagen": dagen})
        self.andere_uren = sorted(blijven, key=lambda rij: str(rij["vanaf"]))

    def weigering_voor_uren(self) -> str:
        """Why the later hours cannot belong to this contract; empty when they can."""
        for regime in self.regimes:
            dag = f"{regime.vanaf:%d/%m/%Y}"
            if self.uren_per_week is None:
                return "Vul eerst in hoeveel uren per week de cliënt van bij de start werkt."
            if regime.vanaf <= self.van or (self.tot and regime.vanaf >= self.tot):
                return f"De andere uren vanaf {dag} vallen dan buiten het contract. Haal ze eerst weg bij Rechten."
            if regime.uren > self.voltijds_uren:
                return f"De andere uren vanaf {dag} zijn meer dan een voltijdse werkt. Pas ze eerst aan bij Rechten."
        return ""

    @property
    def uren_tekst(self) -> str:
        """28,5 van 38; vanaf 01/07/2026 19 van 38. Empty when the hours are unknown."""
        if self.uren_per_week is None:
            return ""
        return uren_in_woorden(self.uren_per_week, self.voltijds_uren, self.regimes)
