"""What is asked once: schooling, languages, and what the person wants and has for work."""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from clienten.enums import Antwoord, Taalniveau
from clienten.models import Client, DossierQuerySet
from clienten.profiel.enums import Profielbron, Sector, Talent
from ocmw.ui.versie import Versie


class Diploma(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="diplomas")
    naam = models.CharField("diploma of opleiding", max_length=160)
    land = models.CharField("land", max_length=60, blank=True, default="")
    jaar = models.PositiveSmallIntegerField("jaar", null=True, blank=True)
    erkend = models.CharField("erkend in België", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-jaar", "naam"]
        verbose_name_plural = "diploma's"

    def __str__(self) -> str:
        return self.naam


class Taalkennis(Versie):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="talen")
    taal = models.CharField("taal", max_length=40)
    niveau = models.CharField("niveau", max_length=2, choices=Taalniveau, blank=True, default="")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["taal"]
        verbose_name_plural = "talenkennis"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "taal"], name="taal_een_keer", violation_error_message="Deze taal staat er al bij."
            )
        ]

    def __str__(self) -> str:
        return f"{self.taal} {self.niveau}".strip()


class Profiel(Versie):
    """One per client. An empty list or field means "not asked yet". Dutch comes from Taalkennis, not from here."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="profiel")
    jobdoelwit = models.CharField("jobdoelwit", max_length=200, blank=True, default="")
    realistisch = models.CharField(
        "is dit jobdoelwit haalbaar?", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    sectoren = models.JSONField("wil werken in", default=list, blank=True, help_text="Codes of Sector.")
    sectoren_niet = models.JSONField("wil niet werken in", default=list, blank=True, help_text="Codes of Sector.")
    rijbewijs = models.CharField("rijbewijs B", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND)
    computer = models.TextField("wat kan je met de computer?", blank=True, default="")
    # In the words of the client; the lists of diplomas and languages say the same in rows.
    opleiding = models.TextField("opleiding en diploma's", blank=True, default="")
    werkervaring = models.TextField("werkervaring", blank=True, default="")
    talen = models.TextField("talen", blank=True, default="")
    wensen = models.TextField("wat wil de cliënt?", blank=True, default="")
    sterktes = models.TextField("waar is de cliënt sterk in?", blank=True, default="")
    talenten = models.JSONField("sterk in", default=list, blank=True, help_text="Codes of Talent.")
    te_leren = models.JSONField("kan nog leren", default=list, blank=True, help_text="Codes of Talent.")
    # The number is a column of Client: lists and imports look for a person with it.
    vdab = models.CharField(
        "ingeschreven bij VDAB als werkzoekende", max_length=8, choices=Antwoord, default=Antwoord.ONBEKEND
    )
    vdab_sinds = models.DateField("ingeschreven sinds", null=True, blank=True)
    vdab_hulp = models.BooleanField("heeft hulp nodig bij de inschrijving", default=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "profiel"
        verbose_name_plural = "profielen"

    def __str__(self) -> str:
        return f"Profiel van {self.client_id}"


class Profielantwoord(models.Model):
    """What somebody wrote in one field of the Profiel: who, when, where. Only added, so that nothing that was said is lost;
    the Profiel holds what counts now."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="profielantwoorden")
    feit = models.CharField(max_length=20, help_text="The name of the field of Profiel.")
    waarde = models.TextField(blank=True, default="")
    bron = models.CharField("waar", max_length=12, choices=Profielbron)
    op = models.DateField("op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        verbose_name = "antwoord voor het profiel"
        verbose_name_plural = "antwoorden voor het profiel"
        indexes: ClassVar = [models.Index(fields=["client", "feit", "-op"], name="profielantwoord_feit")]

    def __str__(self) -> str:
        return f"{self.feit} op {self.op:%d/%m/%Y}"

    @property
    def herkomst(self) -> str:
        """Bert Bos, op 03/11/2026, in de intake"""
        wie = f"{self.door.naam}, " if self.door else ""
        return f"{wie}op {self.op:%d/%m/%Y}, {self.get_bron_display()}"

    @property
    def vraag(self) -> str:
        """The name of the field, as a heading."""
        naam = str(Profiel._meta.get_field(self.feit).verbose_name)  # type: ignore[union-attr]  # a column of ours, never a relation back
        return naam[:1].upper() + naam[1:]

    @property
    def in_woorden(self) -> str:
        """As people read it: an answer by its label, a kind of work by its name."""
        return in_woorden(self.feit, self.waarde)


def als_waarde(feit: str, waarde: Any) -> str:
    """How a value of this field is kept in the history."""
    if isinstance(waarde, bool):
        return Antwoord.JA if waarde else Antwoord.NEE
    return ",".join(waarde) if isinstance(waarde, list) else str(waarde or "")


def in_woorden(feit: str, waarde: str) -> str:
    if feit in {"sectoren", "sectoren_niet"}:
        return ", ".join(str(Sector(code).label) for code in waarde.split(",") if code in Sector.values)
    if feit in {"talenten", "te_leren"}:
        return ", ".join(str(Talent(code).label) for code in waarde.split(",") if code in Talent.values)
    if feit == "vdab_sinds":
        return f"{date.fromisoformat(waarde):%d/%m/%Y}" if waarde else ""
    if feit in {"rijbewijs", "realistisch", "vdab", "vdab_hulp"}:
        return str(Antwoord(waarde).label) if waarde in Antwoord.values else waarde
    return waarde


def profiel_van(client: Client) -> Profiel:
    """The row of this client, or a new one that is not stored yet. No query after `select_related("profiel")`."""
    try:
        return client.profiel
    except Profiel.DoesNotExist:
        return Profiel(client=client)
