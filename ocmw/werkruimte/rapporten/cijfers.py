"""The numbers of a caseload in a period (R1, R2, R12): facts in, counts out. Nothing is stored and nothing is rounded here.

A stay in a phase is half-open [van, tot); a traject counts on a day when it started on or before it and ended after it.
So for every period: running before + inflow - outflow = running at the end.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from statistics import mean, median
from typing import Any

from django.db.models import Q, QuerySet

from clienten.enums import Toewijzingsrol
from clienten.models import Toewijzing
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker, Ocmw
from trajecten.enums import Doorverwijsstatus
from trajecten.fasen import Fase
from trajecten.models import Doorverwijzing, Faseperiode, Traject


@dataclass(frozen=True)
class Duurcijfer:
    """Completed stays in one phase, in days; without any, there is no average."""

    aantal: int
    gemiddelde: float | None
    mediaan: float | None


@dataclass(frozen=True)
class Trajectrij:
    client: int
    ocmw: int
    gestart_op: date
    afgesloten_op: date | None
    stopreden: str


@dataclass(frozen=True)
class Termijnrij:
    pk: int
    client: int
    ocmw: int
    wie: int | None
    soort: str
    vervalt_op: date
    gesloten_op: date | None
    voldaan: bool


@dataclass(frozen=True)
class Bereik:
    """Which files count, from `van` up to and including `tot_en_met`; `voor` narrows to what that colleague may see."""

    ocmws: tuple[Ocmw, ...]
    van: date
    tot_en_met: date
    vandaag: date
    voor: Medewerker | None = None

    @property
    def peildag(self) -> date:
        """The day on which the state is taken: the last of the period, or today when the period still runs."""
        return min(self.tot_en_met, self.vandaag)

    def binnen(self, rijen: Any) -> Any:
        """Rows with a `client`, of these OCMWs and visible to the reader."""
        zichtbaar = rijen.zichtbaar_voor(self.voor) if self.voor else rijen
        return zichtbaar.filter(client__ocmw__in=self.ocmws)

    def periode(self, veld: str) -> Q:
        return Q(**{f"{veld}__gte": self.van, f"{veld}__lte": self.peildag})


class Cijfers:
    """Nine queries, whatever the size of the caseload; the counts are taken in memory."""

    def __init__(self, bereik: Bereik) -> None:
        self.bereik = bereik
        self.van, self.peildag = bereik.van, bereik.peildag
        relevant = Q(gestart_op__lte=self.peildag) & (Q(afgesloten_op=None) | Q(afgesloten_op__gte=self.van))
        self._trajecten: QuerySet[Traject] = bereik.binnen(Traject.objects.all()).filter(relevant)
        velden = ("client_id", "client__ocmw_id", "gestart_op", "afgesloten_op", "stopreden")
        self.trajecten = [Trajectrij(*rij) for rij in self._trajecten.order_by().values_list(*velden)]

    # --- in, out and running ---

    @cached_property
    def lopend(self) -> list[Trajectrij]:
        return [t for t in self.trajecten if t.afgesloten_op is None or t.afgesloten_op > self.peildag]

    @cached_property
    def vooraf(self) -> list[Trajectrij]:
        return [t for t in self.trajecten if t.gestart_op < self.van]

    @cached_property
    def instroom(self) -> list[Trajectrij]:
        return [t for t in self.trajecten if t.gestart_op >= self.van]

    @cached_property
    def uitstroom(self) -> list[Trajectrij]:
        return [t for t in self.trajecten if t.afgesloten_op is not None and t.afgesloten_op <= self.peildag]

    @cached_property
    def uitstroom_per_reden(self) -> Counter[str]:
        return Counter(t.stopreden for t in self.uitstroom)

    @cached_property
    def per_maand(self) -> list[tuple[date, int, int]]:
        """First day of the month, inflow, outflow: every month that the period touches, also the empty ones."""
        begonnen = Counter(t.gestart_op.replace(day=1) for t in self.instroom)
        beeindigd = Counter(t.afgesloten_op.replace(day=1) for t in self.uitstroom if t.afgesloten_op)
        return [(maand, begonnen[maand], beeindigd[maand]) for maand in _maanden(self.van, self.peildag)]

    # --- phases ---

    @cached_property
    def _periodes(self) -> list[tuple[int, int, date, date | None]]:
        """Traject, phase, from, to - in the order they were lived."""
        rijen = Faseperiode.objects.filter(traject__in=self._trajecten.order_by().values("pk"), van__lte=self.peildag)
        return list(rijen.order_by("traject", "van", "pk").values_list("traject_id", "fase", "van", "tot"))

    @cached_property
    def per_fase(self) -> dict[Fase, int]:
        """Clients whose traject runs on the peildag, by the phase of that day."""
        op = Counter(fase for _, fase, _, tot in self._periodes if tot is None or tot > self.peildag)
        return {fase: op[fase.value] for fase in Fase}

    @cached_property
    def dagen_per_fase(self) -> dict[Fase, Duurcijfer]:
        """Stays that ended in the period; one of zero days was a correction and does not count."""
        dagen: dict[int, list[int]] = {}
        for _, fase, van, tot in self._periodes:
            if tot is not None and self.van <= tot <= self.peildag and tot > van:
                dagen.setdefault(fase, []).append((tot - van).days)
        return {fase: _duur(dagen.get(fase.value, [])) for fase in Fase}

    @cached_property
    def terugkeer(self) -> int:
        """Steps back to an earlier phase that were taken in the period."""
        return sum(
            ene[0] == andere[0] and andere[1] < ene[1] and andere[2] >= self.van and ene[3] != ene[2]
            for ene, andere in pairwise(self._periodes)
        )

    # --- promises and referrals ---

    @cached_property
    def termijnen(self) -> list[Termijnrij]:
        """Promises that were open on the peildag, or were closed in the period; none that is shielded."""
        rijen = self.bereik.binnen(Termijn.objects.filter(geopend_op__lte=self.peildag, afgeschermd=False)).filter(
            Q(gesloten_op=None) | Q(gesloten_op__gte=self.van)
        )
        velden = (
            "pk", "client_id", "client__ocmw_id", "verantwoordelijke_id", "soort", "vervalt_op", "gesloten_op", "voldaan"
        )  # fmt: skip
        return [Termijnrij(*rij) for rij in rijen.order_by().values_list(*velden)]

    def is_open(self, termijn: Termijnrij) -> bool:
        return termijn.gesloten_op is None or termijn.gesloten_op > self.peildag

    @cached_property
    def _laat(self) -> frozenset[int]:
        return frozenset(self.bereik.binnen(Termijn.objects.te_laat(self.peildag)).values_list("pk", flat=True))

    def is_te_laat(self, termijn: Termijnrij) -> bool:
        """As Vandaag asks it: open, and the day itself has passed."""
        return termijn.pk in self._laat

    @cached_property
    def doorverwijzingen(self) -> dict[str, int]:
        """Sent, accepted and declined in the period; `wacht`: sent and not answered on the peildag."""
        rijen = list(
            self.bereik.binnen(Doorverwijzing.objects.exclude(verstuurd_op=None))
            .filter(verstuurd_op__lte=self.peildag)
            .order_by()
            .values_list("verstuurd_op", "behandeld_op", "status")
        )
        beantwoord = [rij for rij in rijen if rij[1] is not None and self.van <= rij[1] <= self.peildag]
        return {
            "verstuurd": sum(rij[0] >= self.van for rij in rijen),
            "aanvaard": sum(rij[2] == Doorverwijsstatus.AANVAARD for rij in beantwoord),
            "afgewezen": sum(rij[2] == Doorverwijsstatus.AFGEWEZEN for rij in beantwoord),
            "wacht": sum(_wacht(rij, self.peildag) for rij in rijen),
        }

    # --- by whom ---

    @cached_property
    def verantwoordelijken(self) -> dict[int, str]:
        """Who a promise waits for (id -> name)."""
        wie = Medewerker.objects.filter(pk__in={t.wie for t in self.termijnen if t.wie})
        return {pk: f"{voornaam} {naam}" for pk, voornaam, naam in wie.values_list("pk", "voornaam", "achternaam")}

    @cached_property
    def coach_van(self) -> dict[int, tuple[int, str]]:
        """Client -> the trajectbegeleider on the peildag (id, name)."""
        rijen = (
            Toewijzing.objects.geldig(self.peildag)
            .filter(rol=Toewijzingsrol.ATB, client__ocmw__in=self.bereik.ocmws)
            .values_list("client_id", "medewerker_id", "medewerker__voornaam", "medewerker__achternaam")
        )
        return {client: (pk, f"{voornaam} {achternaam}") for client, pk, voornaam, achternaam in rijen}


def _duur(dagen: list[int]) -> Duurcijfer:
    return Duurcijfer(len(dagen), mean(dagen) if dagen else None, median(dagen) if dagen else None)


def _wacht(rij: tuple[date, date | None, str], peildag: date) -> bool:
    return (rij[1] is None and rij[2] in {Doorverwijsstatus.VERSTUURD, Doorverwijsstatus.AANVULLING}) or (
        rij[1] is not None and rij[1] > peildag
    )


def _maanden(van: date, tot_en_met: date) -> Iterable[date]:
    maand = van.replace(day=1)
    while maand <= tot_en_met:
        yield maand
        maand = (maand + timedelta(days=32)).replace(day=1)
