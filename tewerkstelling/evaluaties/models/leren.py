"""What a goal or an action of the traject works on: a thing to learn, by its code."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from clienten.models import Client, DossierQuerySet
from trajecten.models import Actiepunt, Doel


class Leerkoppeling(models.Model):
    """`punt` is the code of a part of a Leerpunt (leerplan.py): a competence of a list, or a talent. The words of the goal or the
    action are of who writes them: rewriting them unties nothing."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    punt = models.CharField(max_length=160)
    actie = models.ForeignKey(Actiepunt, on_delete=models.CASCADE, null=True, related_name="leerkoppelingen")
    doel = models.ForeignKey(Doel, on_delete=models.CASCADE, null=True, related_name="leerkoppelingen")

    objects = DossierQuerySet.as_manager()

    class Meta:
        verbose_name = "koppeling met een leerpunt"
        verbose_name_plural = "koppelingen met een leerpunt"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="leerkoppeling_van_actie_of_doel",
                condition=Q(actie=None, doel__isnull=False) | Q(actie__isnull=False, doel=None),
            ),
            models.UniqueConstraint(fields=["actie", "punt"], name="leerkoppeling_actie_een_keer"),
            models.UniqueConstraint(fields=["doel", "punt"], name="leerkoppeling_doel_een_keer"),
        ]

    def __str__(self) -> str:
        return self.punt
