"""One import from upload to result: the sheets as proposed, each row with its cells, its corrections and what became of it.

The uploaded file itself is not kept. The rows are personal data that also stand in the dossiers: `ruim_invoer_op` empties them.
"""

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from clienten.models import Client
from ocmw.opdrachten.models import Opdracht, Opdrachtstatus
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.toegang.scoping import ScopedQuerySet
from ocmw.werkruimte.invoer.enums import TE_DOEN, Invoersoort, Invoerstatus, Rijuitkomst, TweBron
from ocmw.werkruimte.invoer.velden import Bladsoort

SOORTEN = [
    (Bladsoort.CASELOAD.value, "caseload"),
    (Bladsoort.GESPREKKEN.value, "gesprekken"),
    (Bladsoort.WERKPLEKKEN.value, "werkplekken"),
    (Bladsoort.ANDERS.value, "niet invoeren"),
]


class InvoerQuerySet(ScopedQuerySet["Invoer"]):
    def op_te_ruimen(self, voor: date) -> Self:
        """Imports whose rows are still kept, and which nobody touched since the day `voor`; not one that is busy."""
        laatst = Coalesce("ingevoerd_op", "gemaakt_op")
        bezig = Q(status=Invoerstatus.BEZIG, opdracht__status__in=[Opdrachtstatus.WACHT, Opdrachtstatus.BEZIG])
        return self.alias(laatst=laatst).filter(opgeruimd_op=None, laatst__date__lt=voor).exclude(bezig)

    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(ocmw=medewerker.ocmw_id) if medewerker.mag(Recht.INVOEREN) else self.none()


class Invoer(models.Model):
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField("wat erin staat", max_length=12, choices=Invoersoort, default=Invoersoort.CASELOAD)
    bestandsnaam = models.CharField("bestand", max_length=160)
    sha256 = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=Invoerstatus, default=Invoerstatus.INDELEN)
    twe_bron = models.CharField("start van de 24 maanden", max_length=10, choices=TweBron, default=TweBron.AFLEIDEN)
    fasen = models.JSONField(default=dict, help_text="What this team calls our phases: norm(text) -> code.")
    collegas = models.JSONField(
        default=dict, help_text="Who is meant by a name: norm(text) -> Medewerker pk, 0 = nobody."
    )
    telling = models.JSONField(default=dict, help_text="Counts per sheet kind and outcome, for the history list.")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    gemaakt_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ingevoerd_op = models.DateTimeField(null=True)
    ingevoerd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    opgeruimd_op = models.DateTimeField(null=True)
    opdracht = models.ForeignKey(Opdracht, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = InvoerQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        verbose_name_plural = "invoeren"

    def __str__(self) -> str:
        return self.bestandsnaam

    def get_absolute_url(self) -> str:
        naam = {Invoerstatus.INDELEN: "indeling", Invoerstatus.NAKIJKEN: "voorbeeld"}.get(self.stand, "detail")
        return reverse(f"invoer:invoer_{naam}", args=[self.pk])

    @property
    def stand(self) -> Invoerstatus:
        """Busy only as long as its job is: a job that was stopped or failed leaves an import that can go on."""
        if self.status == Invoerstatus.BEZIG and not (self.opdracht and self.opdracht.is_open):
            return Invoerstatus.NAKIJKEN
        return Invoerstatus(self.status)

    @property
    def van_werkplekken(self) -> bool:
        """For templates: the words differ from those of a caseload."""
        return self.soort == Invoersoort.WERKPLEKKEN

    def bewaarde_indelingen(self) -> "KolomindelingQuerySet":
        return Kolomindeling.objects.filter(ocmw=self.ocmw_id)

    def weigering_voor_invoeren(self) -> str:
        """Why this import cannot be written now; empty when it can."""
        if self.stand == Invoerstatus.INDELEN:
            return "Kies eerst de kolommen en kijk de rijen na."
        if self.stand == Invoerstatus.BEZIG:
            return "Deze invoer is al bezig."
        if self.opgeruimd_op:
            return "De rijen van deze invoer zijn opgeruimd. Laad het bestand opnieuw op."
        if not Invoerrij.objects.te_doen(self).exists():
            return "Er is niets om in te voeren: geen enkele rij is nieuw of gewijzigd."
        return ""

    def weigering_voor_wijzigen(self) -> str:
        """Why mapping and cells cannot change now."""
        if self.stand == Invoerstatus.BEZIG:
            return "Deze invoer is bezig. Wacht tot ze klaar is."
        return "De rijen van deze invoer zijn opgeruimd. Laad het bestand opnieuw op." if self.opgeruimd_op else ""


class Invoerblad(models.Model):
    """One sheet with the chosen kind, header row and columns."""

    invoer = models.ForeignKey(Invoer, on_delete=models.CASCADE, related_name="bladen")
    plaats = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=100)
    soort = models.CharField(max_length=12, choices=SOORTEN)
    koprij = models.PositiveIntegerField(default=0, help_text="Row number in the file; 0 when there is none.")
    koppen = models.JSONField(default=list)
    indeling = models.JSONField(default=dict, help_text="field -> column (0-based)")
    voorstel = models.JSONField(default=dict, help_text="field -> [column, certainty, reason] as first proposed")
    handtekening = models.CharField(max_length=32, blank=True, default="")
    bewaard = models.BooleanField(default=False, help_text="The columns came from a kept mapping.")

    class Meta:
        ordering = ["plaats"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["invoer", "plaats"], name="invoerblad_plaats")]

    def __str__(self) -> str:
        return self.naam

    @property
    def bladsoort(self) -> Bladsoort:
        return Bladsoort(self.soort)


class InvoerrijQuerySet(models.QuerySet["Invoerrij"]):
    def van(self, invoer: Invoer, soort: Bladsoort) -> Self:
        """The rows below the headings of the sheets of one kind."""
        return self.filter(blad__invoer=invoer, blad__soort=soort, nummer__gt=models.F("blad__koprij"))

    def personen(self, invoer: Invoer) -> Self:
        return self.van(invoer, Bladsoort.CASELOAD)

    def gesprekken(self, invoer: Invoer) -> Self:
        return self.van(invoer, Bladsoort.GESPREKKEN)

    def te_doen(self, invoer: Invoer) -> Self:
        return self.filter(blad__invoer=invoer, uitkomst__in=TE_DOEN, overgenomen_op=None)


class Invoerrij(models.Model):
    blad = models.ForeignKey(Invoerblad, on_delete=models.CASCADE, related_name="rijen")
    nummer = models.PositiveIntegerField()
    cellen = models.JSONField(default=list)
    correcties = models.JSONField(default=dict, help_text="column (as text) -> what the user typed instead")
    uitkomst = models.CharField(max_length=12, choices=Rijuitkomst, blank=True, default="")
    redenen = models.JSONField(default=list, help_text="[field, sentence, fout|let_op]")
    verschillen = models.JSONField(default=list, help_text="[label, old, new] of what changes on an existing person")
    naam = models.CharField(max_length=220, blank=True, default="", help_text="Who the row is about, for the screen.")
    insz = models.CharField(max_length=11, blank=True, default="")
    naamsleutel = models.CharField(max_length=240, blank=True, default="", help_text="Name and birth date, comparable.")
    client = models.ForeignKey(Client, on_delete=models.SET_NULL, null=True, related_name="+")
    persoonrij = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="gespreksrijen")
    overgenomen_op = models.DateTimeField(null=True)

    objects = InvoerrijQuerySet.as_manager()

    class Meta:
        ordering = ["nummer", "pk"]
        verbose_name_plural = "invoerrijen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["blad", "nummer"], name="invoerrij_nummer")]
        indexes: ClassVar = [
            models.Index(fields=["blad", "uitkomst", "nummer"], name="invoerrij_uitkomst"),
            models.Index(fields=["blad", "insz"], name="invoerrij_insz"),
            models.Index(fields=["blad", "naamsleutel"], name="invoerrij_naam"),
        ]

    def __str__(self) -> str:
        return f"rij {self.nummer}"

    def lees_cellen(self) -> tuple[Any, ...]:
        """The cells with the corrections laid over them."""
        if not self.correcties:
            return tuple(self.cellen)
        breedte = max(len(self.cellen), *(int(kolom) + 1 for kolom in self.correcties))
        cellen = [*self.cellen, *[None] * (breedte - len(self.cellen))]
        for kolom, tekst in self.correcties.items():
            cellen[int(kolom)] = tekst or None
        return tuple(cellen)

    @property
    def fouten(self) -> list[str]:
        return [tekst for _, tekst, ernst in self.redenen if ernst == "fout"]

    @property
    def opgelet(self) -> list[str]:
        return [tekst for _, tekst, ernst in self.redenen if ernst == "let_op"]

    @property
    def reden(self) -> str:
        return " ".join(self.fouten)


class KolomindelingQuerySet(ScopedQuerySet["Kolomindeling"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(ocmw=medewerker.ocmw_id) if medewerker.mag(Recht.INVOEREN) else self.none()


class Kolomindeling(models.Model):
    """Kept for next time: a sheet with the same headings gets these columns and words at once."""

    ocmw = models.ForeignKey(Ocmw, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12, choices=SOORTEN)
    handtekening = models.CharField(max_length=32)
    indeling = models.JSONField(default=dict)
    fasen = models.JSONField(default=dict)
    collegas = models.JSONField(default=dict)
    bewaard_op = models.DateTimeField(default=timezone.now)
    bewaard_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = KolomindelingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "kolomindelingen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["ocmw", "soort", "handtekening"], name="kolomindeling_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.handtekening}"
