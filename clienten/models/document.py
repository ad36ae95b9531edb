import uuid
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from clienten.enums import Documentsoort
from clienten.models.client import Client, DossierQuerySet
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht


def pad_voor(document: "Document", bestandsnaam: str) -> str:
    """A random name below the client: the uploaded name never reaches the disk."""
    return f"documenten/{document.client_id}/{uuid.uuid4().hex}"


class DocumentQuerySet(DossierQuerySet["Document"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        zichtbaar = super().zichtbaar_voor(medewerker).filter(verwijderd_op=None)
        return zichtbaar if medewerker.mag(Recht.AFGESCHERMD_LEZEN) else zichtbaar.filter(afgeschermd=False)


class Document(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="documenten")
    titel = models.CharField("titel", max_length=160)
    soort = models.CharField("soort", max_length=12, choices=Documentsoort, default=Documentsoort.ANDER)
    afgeschermd = models.BooleanField("alleen voor wie gezondheidsgegevens mag lezen", default=False)
    bestand = models.FileField(upload_to=pad_voor)
    bestandsnaam = models.CharField(max_length=160, help_text="For the download; cleaned.")
    mime = models.CharField(max_length=100)
    grootte = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    toegevoegd_op = models.DateTimeField(default=timezone.now, editable=False)
    toegevoegd_door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    verwijderd_op = models.DateTimeField(null=True, editable=False)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-toegevoegd_op"]
        verbose_name_plural = "documenten"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="medisch_document_afgeschermd",
                condition=~Q(soort="medisch") | Q(afgeschermd=True),
                violation_error_message="Een medisch document is altijd afgeschermd.",
            )
        ]

    def __str__(self) -> str:
        return self.titel
