"""Who works with whom: the two questions a recorded Samenwerking answers."""

from datetime import date

from django.db.models import Q, QuerySet

from ocmw.toegang.models import Medewerker, Ocmw, Samenwerking


def kunnen_volgen(ocmw_id: int, *, op: date) -> QuerySet[Medewerker]:
    """Active colleagues who can follow a client of this OCMW: its own, and those of an OCMW that guides for it."""
    gidsen = Samenwerking.objects.geldig(op).filter(ocmw=ocmw_id).values("begeleidend")
    return Medewerker.objects.filter(Q(ocmw=ocmw_id) | Q(ocmw__in=gidsen), is_active=True).order_by(
        "achternaam", "voornaam", "pk"
    )


def ocmws_van(medewerker: Medewerker, *, op: date) -> QuerySet[Ocmw]:
    """The own OCMW, and the ones it guides clients for."""
    begeleid = Samenwerking.objects.geldig(op).filter(begeleidend=medewerker.ocmw_id).values("ocmw")
    return Ocmw.objects.filter(Q(pk=medewerker.ocmw_id) | Q(pk__in=begeleid))
