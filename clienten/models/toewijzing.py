"""Who follows whom, since when: the caseload, and the only way into a dossier of a cooperating OCMW."""

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from clienten.enums import Toewijzingsrol
from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import COACHROLLEN, Recht, Rol
from ocmw.toegang.samen import begeleide_ocmws, kunnen_volgen

if TYPE_CHECKING:
    from clienten.models.client import Client


# Which roles can follow a client in which way.
VOLGROLLEN = {Toewijzingsrol.ATB: COACHROLLEN, Toewijzingsrol.MW: (Rol.MW,)}


class ToewijzingQuerySet(models.QuerySet["Toewijzing"]):
    def geldig(self, op: date) -> Self:
        return self.filter(Q(tot=None) | Q(tot__gt=op), van__lte=op)

    def zonder_bevoegde(self) -> Self:
        """Running ones of who left, or has a role now that cannot follow this way."""
        kan = Q(pk__in=[])
        for rol, rollen in VOLGROLLEN.items():
            kan |= Q(rol=rol, medewerker__rol__in=rollen)
        return self.filter(tot=None).exclude(kan & Q(medewerker__is_active=True))

    def gevolgd_door(self, medewerker: int) -> Self:
        """Ended ones of this trajectbegeleider, of dossiers nobody guides now."""
        nu = self.model.objects.filter(client=OuterRef("client"), rol=Toewijzingsrol.ATB, tot=None)
        return self.filter(medewerker=medewerker, rol=Toewijzingsrol.ATB, tot__isnull=False).exclude(Exists(nu))

    def wie(self, client: "Client") -> int | None:
        """Who keeps a promise of this client: the trajectbegeleider, or else the maatschappelijk werker."""
        wie = dict(self.filter(client=client, tot=None).values_list("rol", "medewerker_id"))
        return wie.get(Toewijzingsrol.ATB) or wie.get(Toewijzingsrol.MW)

    def over_de_grens(self, medewerker: Medewerker, op: date) -> Self:
        """Assignments of `medewerker` (or of the team, for who follows it) to clients of a cooperating OCMW."""
        van_wie = (
            {"medewerker__ocmw": medewerker.ocmw_id}
            if medewerker.mag(Recht.TEAM_VOLGEN)
            else {"medewerker": medewerker}
        )
        # A small table, asked first: who guides for nobody never touches the assignments of the whole team.
        ocmws = begeleide_ocmws(medewerker.ocmw_id, op=op)
        if not ocmws:
            return self.none()
        return self.geldig(op).filter(**van_wie, client__ocmw__in=ocmws)


class Toewijzing(models.Model):
    client = models.ForeignKey("clienten.Client", on_delete=models.CASCADE, related_name="toewijzingen")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="toewijzingen")
    rol = models.CharField(max_length=5, choices=Toewijzingsrol)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    objects = ToewijzingQuerySet.as_manager()

    class Meta:
        ordering = ["van"]
        verbose_name_plural = "toewijzingen"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["client", "rol"],
                condition=Q(tot=None),
                name="een_lopende_toewijzing_per_rol",
                violation_error_message="Er loopt al een toewijzing in deze rol.",
            ),
            models.CheckConstraint(
                name="toewijzing_periode",
                condition=Q(tot=None) | Q(tot__gte=F("van")),
                violation_error_message="Een toewijzing eindigt niet voor haar begin.",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["medewerker", "client"], name="toewijzing_caseload")]

    def __str__(self) -> str:
        return f"{self.medewerker} volgt als {self.get_rol_display()}"


def gedeelde_clienten(medewerker: Medewerker) -> list[int]:
    """Ids of clients of cooperating OCMWs this person sees; asked once per request, then kept on the object."""
    gedeeld: list[int] | None = getattr(medewerker, "_gedeelde_clienten", None)
    if gedeeld is None:
        rijen = Toewijzing.objects.over_de_grens(medewerker, vandaag())
        gedeeld = list(rijen.values_list("client_id", flat=True).distinct())
        medewerker._gedeelde_clienten = gedeeld  # type: ignore[attr-defined]  # kept on the person for this request only, so no field of the class
    return gedeeld


def wie_kan_volgen(client: "Client", rol: Rol, *, op: date) -> models.QuerySet[Medewerker]:
    """Colleagues in `rol` of the client's OCMW, and of an OCMW that guides for it under a recorded Samenwerking."""
    return kunnen_volgen(client.ocmw_id, op=op).filter(rol=rol)
