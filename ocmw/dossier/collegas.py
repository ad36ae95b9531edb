"""Colleagues a dossier can be given to; filters and forms both ask it."""

from django.db.models import Q, QuerySet

from ocmw.kalender.klok import vandaag
from ocmw.toegang.models import Medewerker, Samenwerking


def medewerkers_van(medewerker: Medewerker) -> QuerySet[Medewerker]:
    """Colleagues a client of this reader can be followed by: the own OCMW and the one that guides for it."""
    gidsen = Samenwerking.objects.geldig(vandaag()).filter(ocmw=medewerker.ocmw_id).values("begeleidend")
    return Medewerker.objects.filter(Q(ocmw=medewerker.ocmw_id) | Q(ocmw__in=gidsen), is_active=True)
