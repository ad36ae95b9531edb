"""What happened and who looked. Append-only, without foreign keys: the log never blocks or follows live data."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any, ClassVar, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils import timezone

from ocmw.journaal.enums import GEWONE_GROND, Inzagereden, Journaalsoort
from ocmw.journaal.journaalcodes import JOURNAALCODES, LIJST_BEKEKEN, Journaalcode
from ocmw.toegang.models import Medewerker

# Rows of what happens now, to be written together.
_SAMEN: ContextVar["list[Journaalregel] | None"] = ContextVar("journaal", default=None)
_CODE = re.compile(r"^[\w.:/+-]{0,60}$")


class JournaalQuerySet(models.QuerySet["Journaalregel"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("Het journaal wordt alleen aangevuld, nooit gewijzigd.")

    def delete(self) -> NoReturn:
        raise TypeError("Het journaal wordt alleen opgeruimd na de bewaartermijn.")

    def over(self, clienten: Iterable[int]) -> Self:
        """Everything about these dossiers: their own rows, and those of lists in which they stood."""
        wie, in_lijst = list(clienten), Q()
        if not wie:
            return self.none()
        for pk in wie:
            in_lijst |= Q(details_tekst__contains=f'"{in_een_lijst(pk)}"')
        rijen = self.annotate(details_tekst=Cast("details", models.TextField()))
        return rijen.filter(Q(client_id__in=wie) | (Q(wat=LIJST_BEKEKEN) & in_lijst))


def in_een_lijst(client: int) -> str:
    """How a row of a list names a dossier: quotes around it in the JSON make it a whole word on either database."""
    return f"D{client}"


class Journaalregel(models.Model):
    op = models.DateTimeField(default=timezone.now, editable=False)
    soort = models.CharField(max_length=10, choices=Journaalsoort)
    wat = models.CharField(max_length=40, help_text="One of JOURNAALCODES (ocmw/journaal/journaalcodes.py).")
    medewerker_id = models.BigIntegerField(null=True)
    medewerker_naam = models.CharField(max_length=150)
    rol = models.CharField(max_length=12)
    ocmw_id = models.BigIntegerField(null=True, help_text="OCMW of the dossier; of the colleague when there is none.")
    client_id = models.BigIntegerField(null=True)
    onderwerp = models.CharField(max_length=80, blank=True)
    reden = models.CharField(max_length=20, blank=True)
    details = models.JSONField(default=dict, blank=True)

    objects = JournaalQuerySet.as_manager()

    class Meta:
        ordering = ["-op", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["client_id", "-op"], name="journaal_client"),
            models.Index(fields=["medewerker_id", "-op"], name="journaal_medewerker"),
            models.Index(fields=["ocmw_id", "-op"], name="journaal_ocmw"),
            # Looking is most of what is written: a count of one kind, or of what changed, must not read all of it.
            models.Index(fields=["ocmw_id", "soort", "-op"], name="journaal_soort"),
            models.Index(
                fields=["client_id", "-op"],
                name="journaal_wijziging",
                condition=models.Q(soort=Journaalsoort.WIJZIGING),
            ),
            # Which lists a dossier stood in is asked of lists only.
            models.Index(fields=["-op"], name="journaal_lijst", condition=Q(wat=str(LIJST_BEKEKEN))),
            models.Index(
                fields=["ocmw_id", "-op"],
                name="journaal_buiten",
                condition=~models.Q(reden__in=GEWONE_GROND),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_naam} {self.wat_in_woorden}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Het journaal wordt alleen aangevuld, nooit gewijzigd.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("Het journaal wordt alleen opgeruimd na de bewaartermijn.")

    @property
    def wat_in_woorden(self) -> str:
        return JOURNAALCODES.in_woorden(self.wat)


class Zegel(models.Model):
    """The place of a journaal row in the chain of its OCMW; made within minutes by `verzegel()` (keten.py), never changed."""

    regel_id = models.BigIntegerField(primary_key=True)
    keten = models.BigIntegerField(help_text="The OCMW of the row; 0 for rows of nobody.")
    nummer = models.BigIntegerField(help_text="1, 2, 3 ... within the chain, without a gap.")
    hash = models.BinaryField(max_length=32)

    objects = JournaalQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["keten", "nummer"], name="zegel_nummer_eenmaal")]

    def __str__(self) -> str:
        return f"{self.keten}/{self.nummer}"


class Inzagegrond(models.Model):
    """Why somebody opened a dossier outside the own caseload; free text stays here, out of the journaal."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="inzagegronden")
    client_id = models.BigIntegerField()
    reden = models.CharField(max_length=20, choices=Inzagereden)
    toelichting = models.CharField(max_length=300, blank=True)
    gegeven_op = models.DateTimeField(default=timezone.now, editable=False)
    geldig_tot = models.DateTimeField()
    nagekeken_op = models.DateTimeField(null=True, editable=False)
    nagekeken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["medewerker", "client_id", "geldig_tot"], name="inzagegrond_geldig"),
            models.Index(fields=["client_id"], name="inzagegrond_na_te_kijken", condition=models.Q(nagekeken_op=None)),
        ]

    def __str__(self) -> str:
        return f"{self.medewerker} - {self.get_reden_display()}"


def _veilig(naam: str, waarde: Any) -> Any:
    """House rule 8: the log holds codes, ids and dates. Free text is a programming error, refused here."""
    if waarde is None or isinstance(waarde, bool | int):
        return waarde
    if isinstance(waarde, datetime | date):
        return waarde.isoformat()
    if isinstance(waarde, list | tuple):
        return [_veilig(naam, deel) for deel in waarde]
    if isinstance(waarde, str) and _CODE.match(waarde):
        return str(waarde)
    raise TypeError(f"Het journaal bewaart geen vrije tekst (detail {naam!r}).")


def journaalregel(
    wat: Journaalcode,
    onderwerp: models.Model | None,
    *,
    door: Medewerker | None,
    client: Any = None,
    reden: str = "",
    **details: Any,
) -> Journaalregel:
    """An unsaved journaal row; for bulk actions. Everybody else calls `noteer()`. Raises OnbekendAanbod for a code of nobody."""
    if client is None and onderwerp is not None:
        client = getattr(onderwerp, "client", None)
    ocmw_id = client.ocmw_id if client is not None else (door.ocmw_id if door else None)
    return Journaalregel(
        soort=JOURNAALCODES[wat].soort,
        wat=wat,
        medewerker_id=door.pk if door else None,
        medewerker_naam=door.naam if door else "systeem",
        rol=door.rol if door else "systeem",
        ocmw_id=ocmw_id,
        client_id=client.pk if client is not None else None,
        onderwerp=f"{onderwerp._meta.label}:{onderwerp.pk}" if onderwerp is not None else "",
        reden=reden,
        details={naam: _veilig(naam, waarde) for naam, waarde in details.items()},
    )


def noteer(
    wat: Journaalcode,
    onderwerp: models.Model | None,
    *,
    door: Medewerker | None,
    client: Any = None,
    reden: str = "",
    **details: Any,
) -> Journaalregel:
    """Append one row, in the transaction of the change it describes. `door=None` means the system itself.

    Inside `samen_genoteerd()` the row is written with the others, at the end.
    """
    regel = journaalregel(wat, onderwerp, door=door, client=client, reden=reden, **details)
    samen = _SAMEN.get()
    if samen is None:
        regel.save(force_insert=True)
    else:
        samen.append(regel)
    return regel


@contextmanager
def samen_genoteerd() -> Iterator[list[Journaalregel]]:
    """Rows noted inside are written at the end, in one go and in order; none when the block fails. Who gives up a part of it
    takes the rows of that part off the list."""
    regels: list[Journaalregel] = []
    merk = _SAMEN.set(regels)
    try:
        yield regels
    finally:
        _SAMEN.reset(merk)
    if len(regels) == 1:
        regels[0].save(force_insert=True)
    elif regels:
        Journaalregel.objects.bulk_create(regels)
