"""The cv of a client: what stands in it, and what is shown. Made from the file, then the client's own text."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from clienten.models import Client, DossierQuerySet
from ocmw.ui.versie import Versie
from tewerkstelling.regulier.enums import Cvopmaak, Cvregelsoort


class Cv(Versie):
    """What is printed. The job the client wants, the licence and the computer are asked once and stand in Profiel."""

    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="cv")
    profiel = models.TextField("wie ben je?", blank=True, default="")
    hobby = models.TextField("hobby's", blank=True, default="")
    toon_contact = models.BooleanField("gsm en e-mail", default=True)
    toon_adres = models.BooleanField("adres", default=False)
    toon_geboortedatum = models.BooleanField("geboortedatum", default=False)
    toon_hobby = models.BooleanField("hobby's", default=False)
    toon_sterktes = models.BooleanField("sterk in", default=True)
    noem_ocmw = models.BooleanField("het cv mag zeggen dat je via het OCMW werkte", default=False)
    opmaak = models.CharField("opmaak", max_length=10, choices=Cvopmaak, default=Cvopmaak.RUSTIG)

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "cv"
        verbose_name_plural = "cv's"

    def __str__(self) -> str:
        return f"Cv van {self.client_id}"


class Cvregel(Versie):
    """One job, training or language. `bron` says which row of the file it came from, so it is taken over once."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="cvregels")
    soort = models.CharField("soort", max_length=10, choices=Cvregelsoort)
    titel = models.CharField("functie, opleiding of taal", max_length=160)
    bij = models.CharField("werkgever of school", max_length=120, blank=True, default="")
    van_jaar = models.PositiveSmallIntegerField("van (jaar)", null=True, blank=True)
    tot_jaar = models.PositiveSmallIntegerField("tot (jaar)", null=True, blank=True)
    nog_bezig = models.BooleanField("loopt nog", default=False)
    tekst = models.TextField("taken of niveau", blank=True, default="")
    tonen = models.BooleanField("staat op het cv", default=True)
    bron = models.CharField(max_length=30, blank=True, default="", editable=False)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["-nog_bezig", F("tot_jaar").desc(nulls_last=True), F("van_jaar").desc(nulls_last=True), "pk"]
        verbose_name = "regel van het cv"
        verbose_name_plural = "regels van het cv"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "bron"],
                condition=~Q(bron=""),
                name="cvregel_bron_een_keer",
                violation_error_message="Dit staat al op het cv.",
            ),
            models.CheckConstraint(
                name="cvregel_jaren",
                condition=Q(van_jaar=None) | Q(tot_jaar=None) | Q(tot_jaar__gte=F("van_jaar")),
                violation_error_message="Het einde ligt niet voor het begin.",
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def periode(self) -> str:
        """2019 – 2021, sinds 2024, 2018; empty when no year is known."""
        if self.nog_bezig:
            return f"sinds {self.van_jaar}" if self.van_jaar else "nu"
        jaren = [str(jaar) for jaar in dict.fromkeys((self.van_jaar, self.tot_jaar)) if jaar]
        return " – ".join(jaren)
