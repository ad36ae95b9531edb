"""Who works with whom: the two questions a recorded Samenwerking answers."""

from datetime import date

from django.db.models import Q, QuerySet

from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking
from ocmw.toegang.rechten import Rol
from ocmw.ui.vastevraag import VasteVraag, Vragenkas

_BEGELEID: Vragenkas[VasteVraag] = Vragenkas()
_VOLGERS: Vragenkas[VasteVraag] = Vragenkas()


def begeleide_ocmws(ocmw_id: int, *, op: date) -> list[int]:
    """Ids of the OCMWs this one guides clients for on `op`."""

    def vraag() -> VasteVraag:
        return VasteVraag.van(Samenwerking.objects.geldig(op).filter(begeleidend=ocmw_id).values_list("ocmw"))

    return [pk for (pk,) in _BEGELEID.geef((ocmw_id, op), vraag).rijen()]


def kunnen_volgen(ocmw_id: int, *, op: date) -> QuerySet[Medewerker]:
    """Active colleagues who can follow a client of this OCMW: its own, and those of an OCMW that guides for it."""
    gidsen = Samenwerking.objects.geldig(op).filter(ocmw=ocmw_id).values("begeleidend")
    return Medewerker.objects.filter(Q(ocmw=ocmw_id) | Q(ocmw__in=gidsen), is_active=True).order_by(
        "achternaam", "voornaam", "pk"
    )


def keuzes_volgers(ocmw_id: int, *, op: date, rollen: tuple[Rol, ...]) -> list[tuple[int, str]]:
    """Who can follow a client of this OCMW in one of these roles, with the name: for a select on a list."""

    def vraag() -> VasteVraag:
        rijen = kunnen_volgen(ocmw_id, op=op).filter(rol__in=rollen)
        return VasteVraag.van(rijen.values_list("pk", "voornaam", "achternaam"))

    return [(pk, f"{voor} {naam}") for pk, voor, naam in _VOLGERS.geef((ocmw_id, op, rollen), vraag).rijen()]


def keuzes_ocmws(medewerker: Medewerker, *, op: date) -> list[tuple[int, str]]:
    """As `ocmws_van`, for a select; who guides for nobody has the one choice, without a question."""
    if not begeleide_ocmws(medewerker.ocmw_id, op=op):
        return [(medewerker.ocmw_id, medewerker.ocmw.naam)]
    return list(ocmws_van(medewerker, op=op).values_list("pk", "naam"))


def ocmws_van(medewerker: Medewerker, *, op: date) -> QuerySet[Ocmw]:
    """The own OCMW, and the ones it guides clients for."""
    begeleid = Samenwerking.objects.geldig(op).filter(begeleidend=medewerker.ocmw_id).values("ocmw")
    return Ocmw.objects.filter(Q(pk=medewerker.ocmw_id) | Q(pk__in=begeleid))
