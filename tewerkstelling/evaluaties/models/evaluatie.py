"""One evaluation with three voices. Each voice has a version of its own: coach and client may write at the same time."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.evaluaties.enums import Evaluatiesoort, Stemsoort
from tewerkstelling.evaluaties.models.competentie import Competentie, Competentielijst, Domein
from tewerkstelling.models import Tewerkstelling
from trajecten.models import Actiepunt


class EvaluatieQuerySet(DossierQuerySet["Evaluatie"]):
    def afgerond(self) -> Self:
        return self.filter(afgerond_op__isnull=False)


class Evaluatie(Versie):
    """`moment` is the code of the planned moment ("m7"), empty for an extra one. Rounded off, it never changes again."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="evaluaties")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="evaluaties")
    moment = models.CharField(max_length=6, blank=True, default="", editable=False)
    soort = models.CharField("soort", max_length=10, choices=Evaluatiesoort, default=Evaluatiesoort.VOLLEDIG)
    lijst = models.ForeignKey(
        Competentielijst, on_delete=models.PROTECT, related_name="evaluaties", verbose_name="competentielijst"
    )
    gehouden_op = models.DateField("dag van het gesprek")
    aanwezig = models.CharField("wie was erbij", max_length=200, blank=True, default="")
    verslag = models.TextField("wat is besproken", blank=True, default="")
    besluit = models.TextField("besluit", blank=True, default="")
    afspraken = models.ManyToManyField(Actiepunt, blank=True, related_name="evaluaties")
    afgerond_op = models.DateField(null=True, blank=True, editable=False)
    afgerond_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = EvaluatieQuerySet.as_manager()

    class Meta:
        ordering = ["-gehouden_op", "-pk"]
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        indexes: ClassVar = [models.Index(fields=["contract", "gehouden_op"], name="evaluatie_contract")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contract", "moment"],
                condition=~Q(moment=""),
                name="een_evaluatie_per_moment",
                violation_error_message="Voor dit moment is er al een evaluatie.",
            )
        ]

    def __str__(self) -> str:
        return f"Evaluatie van {self.gehouden_op:%d/%m/%Y}"

    @property
    def naam(self) -> str:
        """Maand 7, week 2, or what an extra one is called."""
        if not self.moment:
            return "Extra evaluatie"
        return f"{'Maand' if self.moment[0] == 'm' else 'Week'} {self.moment[1:]}"

    @property
    def is_volledig(self) -> bool:
        return self.soort == Evaluatiesoort.VOLLEDIG

    def weigering_voor_wijzigen(self) -> str:
        if self.afgerond_op:
            return f"Deze evaluatie is afgerond op {self.afgerond_op:%d/%m/%Y} en verandert niet meer."
        return self.client.weigering_als_gesloten()

    def weigering_voor_afronden(self, op: date) -> str:
        """Why it cannot be rounded off yet; empty when it can."""
        if zin := self.weigering_voor_wijzigen():
            return zin
        if self.gehouden_op > op:
            return f"Het gesprek is pas op {self.gehouden_op:%d/%m/%Y}. Pas de dag aan als het al geweest is."
        if self.is_volledig and not Score.objects.filter(stem__evaluatie=self, stem__wie=Stemsoort.COACH).exists():
            return "Vul eerst je eigen scores in."
        if not self.is_volledig and not self.verslag.strip():
            return "Schrijf eerst wat er besproken is."
        return ""


class Stem(Versie):
    """The answers of one voice. `ingediend_op`: the mentor sent the form by the link, nobody writes over it."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    evaluatie = models.ForeignKey(Evaluatie, on_delete=models.CASCADE, related_name="stemmen")
    wie = models.CharField(max_length=6, choices=Stemsoort)
    naam = models.CharField("ingevuld door", max_length=120, blank=True, default="")
    sterk = models.JSONField("sterk in", default=list, blank=True, help_text="Codes of Talent.")
    leren = models.JSONField("kan nog leren", default=list, blank=True, help_text="Codes of Talent.")
    ingediend_op = models.DateTimeField(null=True, blank=True, editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "stem"
        verbose_name_plural = "stemmen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["evaluatie", "wie"], name="een_stem_per_evaluatie_en_wie")
        ]

    def __str__(self) -> str:
        return self.get_wie_display()

    def weigering_voor_wijzigen(self) -> str:
        if self.ingediend_op:
            return "De mentor stuurde dit formulier zelf in. De antwoorden blijven zoals ze zijn."
        return self.evaluatie.weigering_voor_wijzigen()


class Score(models.Model):
    """One competence, one voice. `waarde` empty: looked at, and could not be judged."""

    stem = models.ForeignKey(Stem, on_delete=models.CASCADE, related_name="scores")
    competentie = models.ForeignKey(Competentie, on_delete=models.PROTECT, related_name="scores")
    waarde = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "scores"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["stem", "competentie"], name="een_score_per_competentie"),
            models.CheckConstraint(name="score_niveau", condition=Q(waarde=None) | Q(waarde__gte=1, waarde__lte=9)),
        ]

    def __str__(self) -> str:
        return str(self.waarde or "-")


class Opmerking(models.Model):
    """What a voice adds in words to a domain."""

    stem = models.ForeignKey(Stem, on_delete=models.CASCADE, related_name="opmerkingen")
    domein = models.ForeignKey(Domein, on_delete=models.PROTECT, related_name="opmerkingen")
    tekst = models.TextField()

    class Meta:
        verbose_name_plural = "opmerkingen"
        constraints: ClassVar = [models.UniqueConstraint(fields=["stem", "domein"], name="een_opmerking_per_domein")]

    def __str__(self) -> str:
        return self.tekst[:60]
