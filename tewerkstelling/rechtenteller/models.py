"""Facts of the rechtenteller: what was proven before, what the RVA answered, and a wat-als that somebody kept."""

from datetime import date
from decimal import Decimal
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from clienten.models import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker, Ocmw
from ocmw.toegang.rechten import Recht
from ocmw.ui.versie import Versie
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.models.tewerkstelling import regimes_uit, uren_in_woorden
from tewerkstelling.rechtenteller.enums import RvaStatus


class Rechtspositie(Versie):
    """What the client proved before, outside the contracts in this application (A13)."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="rechtspositie")
    vorige_toelating_op = models.DateField("laatste toelating tot een werkloosheidsuitkering", null=True, blank=True)
    al_bewezen = models.DecimalField(
        "al bewezen dagen bij een andere werkgever", max_digits=6, decimal_places=2, default=0
    )

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "rechtspositie"
        verbose_name_plural = "rechtsposities"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="al_bewezen_niet_negatief",
                condition=Q(al_bewezen__gte=0),
                violation_error_message="Het aantal bewezen dagen is niet negatief.",
            )
        ]

    def __str__(self) -> str:
        return f"Rechtspositie van {self.client_id}"


class RvaBerekening(Versie):
    """One calculation in OCMW@RVA, kept as a dated version (A22). The basis is what the contract said when it was asked,
    so a changed start date or regime shows. `einde_op` is the last day of the contract the RVA answered, included."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="rva_berekeningen")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="rva_berekeningen")
    status = models.CharField("status in OCMW@RVA", max_length=10, choices=RvaStatus, default=RvaStatus.KLAD)
    kenmerk = models.CharField("kenmerk van de RVA", max_length=40, blank=True, default="")
    basis_start = models.DateField("eerste werkdag in de aanvraag")
    basis_uren = models.DecimalField("uren per week in de aanvraag", max_digits=4, decimal_places=2)
    basis_voltijds = models.DecimalField("uren van een voltijdse in de aanvraag", max_digits=4, decimal_places=2)
    basis_andere_uren = models.JSONField("andere uren in de aanvraag", default=list, blank=True)
    basis_feiten = models.JSONField("feiten in de aanvraag", null=True, blank=True, editable=False)  # rva_basis.py
    verzonden_op = models.DateField("verzonden op", null=True, blank=True)
    antwoord_op = models.DateField("antwoord van", null=True, blank=True)
    dagen = models.PositiveSmallIntegerField("dagen te bewijzen volgens de RVA", null=True, blank=True)
    einde_op = models.DateField("laatste dag volgens de RVA", null=True, blank=True)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = "berekening van de RVA"
        verbose_name_plural = "berekeningen van de RVA"
        indexes: ClassVar = [models.Index(fields=["contract", "-id"], name="rva_contract")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="rva_verzonden_heeft_dag",
                condition=Q(status=RvaStatus.KLAD) | Q(verzonden_op__isnull=False),
                violation_error_message="Vul in wanneer de aanvraag verstuurd is.",
            ),
            models.CheckConstraint(
                name="rva_berekend_heeft_antwoord",
                condition=~Q(status=RvaStatus.BEREKEND)
                | Q(antwoord_op__isnull=False, dagen__isnull=False, einde_op__isnull=False),
                violation_error_message="Vul in wat de RVA antwoordde: de dag, het aantal dagen en de laatste dag.",
            ),
            models.CheckConstraint(
                name="rva_antwoord_na_verzending",
                condition=Q(antwoord_op=None) | Q(verzonden_op=None) | Q(antwoord_op__gte=F("verzonden_op")),
                violation_error_message="Het antwoord komt niet voor de aanvraag.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_status_display()} ({self.basis_start:%d/%m/%Y})"

    @property
    def uren_tekst(self) -> str:
        """The hours it was asked for."""
        return uren_in_woorden(self.basis_uren, self.basis_voltijds, regimes_uit(self.basis_andere_uren))

    def past_bij(self, contract: Tewerkstelling) -> bool:
        """Was it asked for the start and the hours the contract has now?"""
        uren = contract.uren_per_week or contract.voltijds_uren
        nu = (contract.van, Decimal(uren), Decimal(contract.voltijds_uren), contract.andere_uren)
        return nu == (
            self.basis_start,
            Decimal(self.basis_uren),
            Decimal(self.basis_voltijds),
            self.basis_andere_uren,
        )


class RechtendagQuerySet(DossierQuerySet["Rechtendag"]):
    ocmw_pad = "ocmw"

    def lopend(self, op: date) -> Self:
        return self.filter(van__lte=op, tot__gt=op)

    def te_lang(self) -> Self:
        """Contracts that go on after the day they are needed for."""
        return self.filter(dagen__gt=0)

    def niet_te_berekenen(self) -> Self:
        return self.exclude(fout="")

    def met_regels(self, stempel: str) -> Self:
        return self.filter(stempel=stempel)

    def met_andere_regels(self, stempel: str) -> Self:
        """Counted with rules that changed since; two ranges, so that the index answers it when there are none."""
        return self.filter(Q(stempel__lt=stempel) | Q(stempel__gt=stempel))


class Rechtendag(models.Model):
    """The answer of `teller.tel` for one art.60 contract whose end is known and not past, counted up to its last day: nothing
    in it depends on today. Derived by stand.py of this room, with the rules of `stempel`; no decision is taken from it."""

    contract = models.OneToOneField(
        Tewerkstelling, on_delete=models.CASCADE, primary_key=True, related_name="rechtendag"
    )
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    ocmw = models.ForeignKey(Ocmw, on_delete=models.PROTECT, related_name="+", db_index=False)
    van = models.DateField()
    tot = models.DateField(help_text="First day after the contract.")
    rechten_op = models.DateField(null=True, help_text="Day on which the days are proven.")
    nodig_tot = models.DateField(null=True, help_text="Last day on which the contract is needed for that.")
    dagen = models.PositiveIntegerField(default=0, help_text="Days the contract goes on after that.")
    regels_van = models.DateField(null=True, help_text="First day of the rule for the days.")
    onzeker = models.BooleanField(default=False, help_text="The birth date is not known, and matters.")
    fout = models.TextField(default="", help_text="Why it cannot be counted.")
    stempel = models.CharField(max_length=16)

    objects = RechtendagQuerySet.as_manager()

    class Meta:
        verbose_name = "dag van de rechten"
        verbose_name_plural = "dagen van de rechten"
        indexes: ClassVar = [
            models.Index(fields=["ocmw", "dagen", "contract"], name="rechtendag_dagen"),
            models.Index(fields=["ocmw", "stempel"], name="rechtendag_stempel"),
            models.Index(fields=["ocmw", "contract"], name="rechtendag_fout", condition=~Q(fout="")),
        ]

    def __str__(self) -> str:
        return f"Contract {self.contract_id}: {self.rechten_op or self.fout}"


class ScenarioQuerySet(DossierQuerySet["Scenario"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """One with sickness in it does not exist for who may not read that."""
        zichtbaar = super().zichtbaar_voor(medewerker)
        return zichtbaar if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else zichtbaar.filter(afgeschermd=False)


class Scenario(models.Model):
    """A wat-als to talk about with the client or the team; nothing follows from it. `invoer`: codes and dates as the form reads them, and under "basis" the contract as it was then."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="scenarios")
    contract = models.ForeignKey(Tewerkstelling, on_delete=models.CASCADE, related_name="scenarios")
    nota = models.CharField("waarover gaat dit scenario?", max_length=200)
    invoer = models.JSONField()
    afgeschermd = models.BooleanField(default=False, editable=False)
    bewaard_op = models.DateTimeField(default=timezone.now, editable=False)
    bewaard_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ScenarioQuerySet.as_manager()

    class Meta:
        ordering = ["-bewaard_op", "-pk"]
        indexes: ClassVar = [models.Index(fields=["client", "-bewaard_op"], name="scenario_client")]

    def __str__(self) -> str:
        return f"Scenario van {self.bewaard_op:%d/%m/%Y}"
