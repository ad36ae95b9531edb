"""The rule sets every installation starts with."""

from ocmw.regels.basis import BASISREGELS
from ocmw.regels.models import Regelset
from ocmw.ui.installatie import BASIS


@BASIS.biedt("regels")
def laad_basisregels() -> int:
    """Only keys that are not there: one that is belongs to the coordinator, whatever its value became."""
    bekend = set(Regelset.objects.values_list("sleutel", flat=True))
    nieuw = [
        Regelset(sleutel=sleutel, waarde=waarde, geldig_van=van, geldig_tot=tot, bron=bron, toelichting=toelichting)
        for sleutel, waarde, van, tot, bron, toelichting in BASISREGELS
        if sleutel not in bekend
    ]
    return len(Regelset.objects.bulk_create(nieuw))
