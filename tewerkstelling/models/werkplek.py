"""Workplaces: how full they are, what comes free, and what they ask."""

from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from clienten.enums import Taalniveau
from clienten.profiel.enums import Sector
from ocmw.kalender.woorden import getal
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.enums import DOORSTROOM, Contractsoort, FysiekeEis, Werktijd
from tewerkstelling.models.werkgever import Werkgever


class WerkplekQuerySet(ScopedQuerySet["Werkplek"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(werkgever__ocmw=medewerker.ocmw_id)

    def beschikbaar(self) -> Self:
        return self.filter(actief=True, werkgever__actief=True)

    def met_bezetting(self, op: date) -> Self:
        """Annotates `bezet`: how many contracts run here on `op`, of any client."""
        lopend = Q(tewerkstellingen__van__lte=op) & (Q(tewerkstellingen__tot=None) | Q(tewerkstellingen__tot__gt=op))
        return self.annotate(bezet=Count("tewerkstellingen", filter=lopend))

    def met_verloop(self, op: date, dagen: int) -> Self:
        """Besides `bezet`: `eindigt` and `begint` count contracts that end or start within `dagen` days after `op`;
        `vrij` is how many seats are free; `afgelopen` counts ended art.60 contracts, `doorgestroomd` those of them that
        led to a regular job."""
        einde = op + timedelta(days=dagen + 1)
        lopend = Q(tewerkstellingen__van__lte=op, tewerkstellingen__tot__gt=op)
        art60 = Q(tewerkstellingen__soort=Contractsoort.ART60, tewerkstellingen__tot__lte=op)
        return self.met_bezetting(op).annotate(
            vrij=F("capaciteit") - F("bezet"),
            eindigt=Count("tewerkstellingen", filter=lopend & Q(tewerkstellingen__tot__lte=einde)),
            begint=Count("tewerkstellingen", filter=Q(tewerkstellingen__van__gt=op, tewerkstellingen__van__lte=einde)),
            afgelopen=Count("tewerkstellingen", filter=art60),
            doorgestroomd=Count("tewerkstellingen", filter=art60 & Q(tewerkstellingen__eindreden__in=DOORSTROOM)),
        )

    def in_stand(self, stand: str) -> Self:
        """Places in one state of the board, after `met_verloop`: vrij, komt_vrij, bezet or niet."""
        if stand == "niet":
            return self.exclude(actief=True, werkgever__actief=True)
        if stand == "vrij":
            return self.beschikbaar().filter(bezet__lt=F("capaciteit"))
        straks = F("bezet") - F("eindigt") + F("begint")
        vol = self.beschikbaar().filter(bezet__gte=F("capaciteit"))
        vrijt = Q(capaciteit__gt=straks)
        return vol.filter(vrijt) if stand == "komt_vrij" else vol.exclude(vrijt)

    def zoek(self, tekst: str) -> Self:
        """Every word must stand in the name of the place, of the employer, or in the town."""
        rijen = self
        for woord in tekst.split():
            rijen = rijen.filter(
                Q(naam__icontains=woord) | Q(werkgever__naam__icontains=woord) | Q(gemeente__icontains=woord)
            )
        return rijen


class Werkplek(Versie):
    werkgever = models.ForeignKey(Werkgever, on_delete=models.PROTECT, related_name="werkplekken")
    naam = models.CharField("werkplek", max_length=120)
    taken = models.TextField("taken", blank=True, default="")
    straat = models.CharField("straat en nummer", max_length=160, blank=True, default="")
    gemeente = models.CharField("gemeente", max_length=80, blank=True, default="")
    vestigingsnummer = models.CharField("vestigingsnummer", max_length=10, blank=True, default="")
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2, null=True, blank=True)
    capaciteit = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    sector = models.CharField("soort werk", max_length=12, choices=Sector, blank=True, default="")
    taalniveau = models.CharField("Nederlands dat nodig is", max_length=2, choices=Taalniveau, blank=True, default="")
    fysieke_eisen = models.JSONField("wat het werk van het lichaam vraagt", default=list, blank=True)
    talenten = models.JSONField("wat het werk aan talenten vraagt", default=list, blank=True)
    werktijden = models.JSONField("wanneer er gewerkt wordt", default=list, blank=True)
    begint_om = models.TimeField("werkdag begint om", null=True, blank=True)
    eindigt_om = models.TimeField("werkdag eindigt om", null=True, blank=True)
    rijbewijs_nodig = models.BooleanField("rijbewijs B nodig", default=False)
    reisminuten = models.PositiveSmallIntegerField("minuten met bus of fiets vanaf het station", null=True, blank=True)
    actief = models.BooleanField("beschikbaar", default=True)

    objects = WerkplekQuerySet.as_manager()

    class Meta:
        ordering = ["werkgever__naam", "naam", "pk"]
        verbose_name_plural = "werkplekken"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["werkgever", "naam"],
                name="werkplek_naam_uniek",
                violation_error_message="Deze werkgever heeft al een werkplek met deze naam.",
            ),
            models.CheckConstraint(name="werkplek_capaciteit", condition=Q(capaciteit__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.werkgever.naam} - {self.naam}"

    def get_absolute_url(self) -> str:
        return reverse("tewerkstelling:werkplek_detail", args=[self.pk])

    def clean(self) -> None:
        """What a form, an action and an import refuse alike; each sentence at its field."""
        fouten = {
            "capaciteit": "Vul minstens 1 plaats in." if self.capaciteit is not None and self.capaciteit < 1 else "",
            "eindigt_om": self._weigering_voor_tijden(),
            "fysieke_eisen": _onbekend(self.fysieke_eisen, FysiekeEis.values),
            "werktijden": _onbekend(self.werktijden, Werktijd.values),
        }
        if any(fouten.values()):
            raise ValidationError({veld: zin for veld, zin in fouten.items() if zin})

    def _weigering_voor_tijden(self) -> str:
        """A night shift ends before it begins, so only the same hour twice says nothing."""
        gelijk = self.begint_om is not None and self.begint_om == self.eindigt_om
        return "De werkdag eindigt op hetzelfde uur als ze begint. Verbeter een van beide." if gelijk else ""

    @property
    def adres(self) -> str:
        return ", ".join(deel for deel in (self.straat, self.gemeente) if deel)

    @property
    def uren_tekst(self) -> str:
        return getal(self.uren_per_week) if self.uren_per_week is not None else ""

    @property
    def tijden_tekst(self) -> str:
        """van 8:00 tot 16:30; only what is known."""
        delen = [("van", self.begint_om), ("tot", self.eindigt_om)]
        return " ".join(f"{woord} {uur.hour}:{uur.minute:02}" for woord, uur in delen if uur)

    @property
    def eisen_namen(self) -> list[str]:
        return [label for code, label in FysiekeEis.choices if code in self.fysieke_eisen]

    @property
    def werktijden_namen(self) -> list[str]:
        return [label for code, label in Werktijd.choices if code in self.werktijden]


def weigering_voor_uren(uren: Any, *, op: date) -> str:
    """Why a place cannot ask this many hours a week under the rule of `op`; empty when it can."""
    if uren is None:
        return ""
    hoogstens = regel("werkplek.max_uren", op=op).waarde
    if uren <= 0:
        return "Vul een aantal uren in dat groter is dan nul."
    return f"Een werkweek telt hoogstens {hoogstens} uren. Verbeter het aantal." if uren > hoogstens else ""


def _onbekend(codes: Any, gekend: list[str]) -> str:
    return "" if isinstance(codes, list) and set(codes) <= set(gekend) else "Kies uit de lijst."
