"""Who is being prepared for a place and has no contract yet. A contract knows no room (docs/adr/0007), so the room that
prepares says so here, and board and match ask: nobody promises the same seat twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from ocmw.ui.aanbod import Aanbod


@dataclass(frozen=True)
class Aankomst:
    """`adres` is the page where it is prepared."""

    werkplek: int
    client: Client
    van: date
    adres: str


# Keys of places -> who comes there; a source asks the database once, whatever their number.
Bron = Callable[[Sequence[int]], Iterable[Aankomst]]
AANKOMSTEN: Aanbod[Bron] = Aanbod("wie naar een werkplek komt")


def aankomsten(plekken: Sequence[int]) -> dict[int, list[Aankomst]]:
    """Per place who is coming, first day first. The reader's rights are for who shows them."""
    per_plek: dict[int, list[Aankomst]] = defaultdict(list)
    alle = [aankomst for bron in AANKOMSTEN for aankomst in bron(plekken)] if plekken else []
    for aankomst in sorted(alle, key=lambda rij: rij.van):
        per_plek[aankomst.werkplek].append(aankomst)
    return per_plek
