"""A workplace as the board shows it: its state, who works there, and how many moved on to a regular job."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Prefetch

from clienten.models import Client
from ocmw.kalender.woorden import aandeel
from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from tewerkstelling.aankomst import Aankomst, aankomsten
from tewerkstelling.models import Mentor, Tewerkstelling, Werkplek
from tewerkstelling.views.mentorbeeld import Mentorbeeld, mentorbeelden

# state -> status code, label of the chip
STANDEN: dict[str, tuple[str, str]] = {
    "vrij": ("klaar", "Vrij"),
    "komt_vrij": ("binnenkort", "Komt vrij"),
    "bezet": ("onderbroken", "Bezet"),
    "niet": ("gesloten", "Niet beschikbaar"),
}


def vrij_dagen(op: date) -> int:
    """How far ahead a place counts as coming free."""
    return int(regel("werkplek.vrij_dagen", op=op).waarde)


@dataclass(frozen=True)
class Doorstroom:
    """How many of the ended art.60 contracts of a place led to a regular job."""

    afgelopen: int
    doorgestroomd: int
    minstens: int

    @property
    def zin(self) -> str:
        if not self.afgelopen:
            return "nog geen afgelopen contract"
        if self.afgelopen < self.minstens:
            return f"te weinig om iets te zeggen ({self.afgelopen} afgelopen)"
        deel = aandeel(self.doorgestroomd / self.afgelopen, 0)
        return f"{self.doorgestroomd} van {self.afgelopen} naar gewoon werk ({deel})"


def doorstroom_van(plek: Any, *, op: date) -> Doorstroom:
    """For a place that carries `afgelopen` and `doorgestroomd` (WerkplekQuerySet.met_verloop)."""
    return Doorstroom(plek.afgelopen, plek.doorgestroomd, int(regel("statistiek.kleine_cel", op=op).waarde))


def stand_van(plek: Any) -> str:
    """The same states as WerkplekQuerySet.in_stand, for one place that carries its counts."""
    beschikbaar = plek.actief and plek.werkgever.actief
    return _stand(beschikbaar, plek.capaciteit, plek.bezet, plek.eindigt, plek.begint)


def _stand(beschikbaar: bool, capaciteit: int, bezet: int, eindigt: int, begint: int) -> str:  # noqa: FBT001 - by place: this runs for every place there is
    if not beschikbaar:
        return "niet"
    if bezet < capaciteit:
        return "vrij"
    return "komt_vrij" if bezet - eindigt + begint < capaciteit else "bezet"


def tel_standen(plekken: Any) -> dict[str, int]:
    """How many places are in each state: their contracts are read once, not once for each state."""
    velden = ("actief", "werkgever__actief", "capaciteit", "bezet", "eindigt", "begint")
    rijen = plekken.order_by().values_list(*velden)
    geteld = Counter(_stand(actief and werkgever, *rest) for actief, werkgever, *rest in rijen)
    return {stand: geteld[stand] for stand in STANDEN}


@dataclass(frozen=True)
class Bezetting:
    """One contract on a place. `client` is None when this reader may not know who it is."""

    contract: Tewerkstelling
    client: Any

    eindigt_binnenkort: bool = False

    def begint_later(self, op: date) -> bool:
        return self.contract.van > op


@dataclass(frozen=True)
class Bordplek:
    plek: Any  # a Werkplek that carries its counts (met_verloop)
    stand: str
    mensen: Sequence[Bezetting]
    komend: Sequence[Bezetting]
    straks: Sequence[tuple[Aankomst, bool]]  # who is being prepared, and whether this reader may know who it is
    mentoren: Sequence[Mentorbeeld]
    doorstroom: Doorstroom

    @property
    def status(self) -> tuple[str, str]:
        te_vol = self.stand != "niet" and self.plek.bezet > self.plek.capaciteit
        return ("te_laat", "Te vol") if te_vol else STANDEN[self.stand]


def met_mentoren(plekken: Any, *, op: date) -> Any:
    """The active mentors of each place with their load, in one query for the page."""
    actief = Mentor.objects.filter(actief=True).met_belasting(op)
    return plekken.prefetch_related(Prefetch("mentoren", queryset=actief, to_attr="actieve_mentoren"))


def bordplekken(plekken: Iterable[Any], *, medewerker: Medewerker, op: date) -> list[Bordplek]:
    """At most four queries whatever the number: who works on these places, who is being prepared, and which of them this
    reader may see."""
    plekken = list(plekken)
    per_plek, straks = _mensen(plekken, medewerker, op), _straks(plekken, medewerker)
    return [
        Bordplek(
            plek,
            stand_van(plek),
            [b for b in per_plek[plek.pk] if not b.begint_later(op)],
            [b for b in per_plek[plek.pk] if b.begint_later(op)],
            straks.get(plek.pk, []),
            mentorbeelden(plek.actieve_mentoren, op=op),
            doorstroom_van(plek, op=op),
        )
        for plek in plekken
    ]


def _straks(plekken: Sequence[Werkplek], medewerker: Medewerker) -> dict[int, list[tuple[Aankomst, bool]]]:
    per_plek = aankomsten([plek.pk for plek in plekken])
    clienten = {rij.client.pk for rijen in per_plek.values() for rij in rijen}
    ziet = Client.objects.zichtbaar_voor(medewerker).filter(pk__in=clienten)
    zichtbaar = set(ziet.values_list("pk", flat=True)) if clienten else set()
    return {plek: [(rij, rij.client.pk in zichtbaar) for rij in rijen] for plek, rijen in per_plek.items()}


def _mensen(plekken: Sequence[Werkplek], medewerker: Medewerker, op: date) -> dict[int, list[Bezetting]]:
    sleutels = [plek.pk for plek in plekken]
    contracten = Tewerkstelling.objects.filter(werkplek__in=sleutels).exclude(tot__lte=op).select_related("client")
    zichtbaar = set(
        Tewerkstelling.objects.zichtbaar_voor(medewerker)
        .filter(werkplek__in=sleutels)
        .exclude(tot__lte=op)
        .values_list("pk", flat=True)
    )
    per_plek: dict[int, list[Bezetting]] = defaultdict(list)
    grens = op + timedelta(days=vrij_dagen(op) + 1)
    for contract in contracten.order_by(F("tot").asc(nulls_last=True), "pk"):
        binnenkort = contract.van <= op and contract.tot is not None and contract.tot <= grens
        bezetting = Bezetting(contract, contract.client if contract.pk in zichtbaar else None, binnenkort)
        per_plek[contract.werkplek_id or 0].append(bezetting)
    return per_plek
