"""Who heard that a session changed: by mail, or from somebody."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from ocmw.toegang.models import Medewerker
from ocmw.toegang.scoping import ScopedQuerySet
from trajecten.groepen.enums import Verwittigwijze
from trajecten.groepen.models.inschrijving import Inschrijving
from trajecten.groepen.models.reeks import Sessie


class VerwittigingQuerySet(ScopedQuerySet["Verwittiging"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(inschrijving__in=Inschrijving.objects.zichtbaar_voor(medewerker))

    def te_mailen(self) -> Self:
        return self.filter(hoe=Verwittigwijze.MAIL, verstuurd_op=None)


class Verwittiging(models.Model):
    """`nieuws_op` is the change it is about: once a session changes again, who was told must hear again.

    Of a mail the address is not kept: it is read when the mail leaves. `geclaimd_op` is when a worker took it.
    """

    sessie = models.ForeignKey(Sessie, on_delete=models.CASCADE, related_name="verwittigingen")
    inschrijving = models.ForeignKey(Inschrijving, on_delete=models.CASCADE, related_name="verwittigingen")
    nieuws_op = models.DateTimeField()
    hoe = models.CharField(max_length=10, choices=Verwittigwijze)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField()
    geclaimd_op = models.DateTimeField(null=True, blank=True)
    verstuurd_op = models.DateTimeField(null=True, blank=True)

    objects = VerwittigingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "verwittigingen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sessie", "inschrijving", "nieuws_op"],
                name="verwittiging_een_keer",
                violation_error_message="Een collega noteerde dit net.",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["geclaimd_op"],
                name="verwittiging_te_mailen",
                condition=Q(hoe=Verwittigwijze.MAIL, verstuurd_op=None),
            )
        ]

    def __str__(self) -> str:
        return self.get_hoe_display()
