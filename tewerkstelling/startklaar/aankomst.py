"""A placement that is being prepared keeps a seat. A renewal does not: who is there stays."""

from collections.abc import Iterable, Sequence

from tewerkstelling.aankomst import AANKOMSTEN, Aankomst
from tewerkstelling.startklaar.models import Plaatsing


@AANKOMSTEN.biedt("startklaar")
def plaatsingen(plekken: Sequence[int]) -> Iterable[Aankomst]:
    rijen = Plaatsing.objects.te_starten().filter(werkplek__in=plekken, voorganger=None).select_related("client")
    return [Aankomst(rij.werkplek_id, rij.client, rij.van, rij.get_absolute_url()) for rij in rijen]
