"""A first morning with a hundred old lines has one answer: done, or later, per kind and age; and one way back (docs/adr/0039)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from clienten.handeling import handeling
from ocmw.termijnen.actions import herstel_termijn, stel_termijn_uit, trek_uitstel_in, voldoe_termijn
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker

# From so many late lines on, Vandaag offers it.
VEEL = 15
LEEFTIJDEN = (14, 30, 90, 180)
# One answer takes as much as somebody waits for; the rest goes in a next one.
MEESTE = 200


@dataclass
class Opruiming:
    """What one answer did. `gedaan` holds what is needed to take it back: per termijn its key, and what a postponement replaced."""

    gedaan: list[dict[str, Any]] = field(default_factory=list)
    bleven: Counter[str] = field(default_factory=Counter)  # why a line stayed, and how often


def oude_lijnen(medewerker: Medewerker, *, ouder_dan: int, op: date) -> Any:
    """The late promises of this colleague that fell due more than so many days ago."""
    grens = op - timedelta(days=ouder_dan)
    rijen = Termijn.objects.zichtbaar_voor(medewerker).van(medewerker).te_laat(op).filter(vervalt_op__lt=grens)
    return rijen.select_related("client").order_by("vervalt_op", "pk")


def per_soort(rijen: Iterable[Termijn]) -> list[tuple[str, str, int]]:
    """Code, words and how many, the most first."""
    return [
        (code, TERMIJNSOORTEN.in_woorden(code), hoeveel)
        for code, hoeveel in Counter(r.soort for r in rijen).most_common()
    ]


def ruim_op(
    rijen: Sequence[Termijn], uit: Opruiming, *, tot: date | None, reden: str, door: Medewerker, op: date
) -> None:
    """`tot`: postponed to that day; None: done. A line that cannot be answered so stays, with its reason. All of it or nothing;
    `uit` hears what happened."""
    with handeling(op=op):
        for rij in rijen:
            waarom = rij.weigering_voor_uitstel(tot, op=op) if tot else rij.weigering_voor_voldoen()
            if waarom:
                uit.bleven[waarom] += 1
                continue
            was = {"dag": rij.vervalt_op.isoformat(), "tot": str(rij.uitgesteld_tot or ""), "reden": rij.uitstelreden}
            if tot:
                stel_termijn_uit(rij, tot=tot, reden=reden, door=door, op=op)
            else:
                voldoe_termijn(rij, door=door, op=op)
            uit.gedaan.append({"pk": rij.pk, **was, "uitgesteld": bool(tot)})


def zet_terug(gedaan: Sequence[dict[str, Any]], *, door: Medewerker, op: date) -> int:
    """Take the answer back, for every line that nobody touched since; how many."""
    rijen = Termijn.objects.zichtbaar_voor(door).select_related("client").in_bulk([was["pk"] for was in gedaan])
    terug = 0
    with handeling(op=op):
        for was in gedaan:
            rij = rijen.get(was["pk"])
            if rij is None or (rij.gesloten_op is None) is not was["uitgesteld"] or rij.gesloten_op not in {None, op}:
                continue
            if was["uitgesteld"]:
                tot = date.fromisoformat(was["tot"]) if was["tot"] else None
                dag = date.fromisoformat(was["dag"])
                trek_uitstel_in(rij, vervalt_op=dag, uitgesteld_tot=tot, reden=was["reden"], door=door, op=op)
            else:
                herstel_termijn(rij, door=door, op=op)
            terug += 1
    return terug
