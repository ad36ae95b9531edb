"""What work says about the path: the gate and the proposal of a phase ask it, and only a room above knows contracts."""

from collections.abc import Callable, Iterable
from datetime import date

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod
from trajecten.fasen import Fase
from trajecten.fasevoorstel import Faseverblijf, Fasevoorstel, Werkfeit, fasevoorstel, verblijf_uit
from trajecten.models import Traject

# Client -> every period of work, of any time.
WERK: Aanbod[Callable[[Client], Iterable[Werkfeit]]] = Aanbod("perioden van werk")


def werkfeiten_van(client: Client) -> list[Werkfeit]:
    return [feit for bron in WERK for feit in bron(client)]


def voorstel_voor(traject: Traject, werk: Iterable[Werkfeit], *, op: date) -> Fasevoorstel | None:
    if traject.afgesloten_op:
        return None
    # The stays are in their own order; prefetched where a page shows them.
    verblijf = verblijf_uit((periode.fase, periode.van, periode.tot) for periode in traject.faseperiodes.all())
    return fasevoorstel(verblijf or Faseverblijf(Fase(traject.fase), traject.gestart_op), werk, op=op)
