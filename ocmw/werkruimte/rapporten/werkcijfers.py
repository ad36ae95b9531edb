"""The numbers of art.60 in a period (R4): contracts that run, began and ended, and what lies ahead. Facts in, counts out."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from clienten.namen import naamsleutel
from ocmw.werkruimte.rapporten.cijfers import Bereik
from tewerkstelling.enums import Contractsoort, Eindreden
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import RvaBerekening

DOORSTROOM = frozenset({Eindreden.DOORSTROOM_ZELFDE, Eindreden.DOORSTROOM_ANDERE})


@dataclass(frozen=True)
class Contractrij:
    """`tot` is the first day after the contract."""

    pk: int
    ocmw: int
    van: date
    tot: date | None
    eindreden: str
    gebruiker: str | None

    def loopt_op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or self.tot > dag)


class Werkcijfers:
    """Two queries, whatever the size of the caseload."""

    def __init__(self, bereik: Bereik) -> None:
        self.bereik = bereik
        self.van, self.peildag = bereik.van, bereik.peildag
        rijen = bereik.binnen(Tewerkstelling.objects.art60()).filter(
            Q(tot=None) | Q(tot__gt=self.van), van__lte=self.peildag
        )
        velden = ("pk", "client__ocmw_id", "van", "tot", "eindreden", "werkplek__werkgever__soort")
        self.contracten = [Contractrij(*rij) for rij in rijen.order_by().values_list(*velden)]

    @cached_property
    def lopend(self) -> list[Contractrij]:
        return [c for c in self.contracten if c.loopt_op(self.peildag)]

    @cached_property
    def gestart(self) -> list[Contractrij]:
        return [c for c in self.contracten if c.van >= self.van]

    @cached_property
    def geeindigd(self) -> list[Contractrij]:
        """Whose last day lies in the period, both ends included: quarters add up to the year. Who works for the last time
        on the peildag still runs on it, as everywhere else."""
        return [
            c for c in self.contracten if c.tot is not None and self.van < c.tot <= self.peildag + timedelta(days=1)
        ]

    @cached_property
    def per_gebruiker(self) -> Counter[str]:
        return Counter(c.gebruiker or "" for c in self.lopend)

    @cached_property
    def per_eindreden(self) -> Counter[str]:
        return Counter(c.eindreden for c in self.geeindigd)

    @cached_property
    def doorstroom(self) -> int:
        return sum(c.eindreden in DOORSTROOM for c in self.geeindigd)

    def eindigt_binnen(self, dagen: int) -> int:
        """Running on the peildag, last day at most so many days later."""
        grens = self.peildag + timedelta(days=dagen)
        return sum(c.tot is not None and c.tot <= grens + timedelta(days=1) for c in self.lopend)

    @cached_property
    def zonder_rva(self) -> int:
        """Running contracts without an answer of the RVA by the peildag."""
        beantwoord = set(
            self.bereik.binnen(RvaBerekening.objects.filter(status=RvaStatus.BEREKEND, antwoord_op__lte=self.peildag))
            .order_by()
            .values_list("contract_id", flat=True)
        )
        return sum(c.pk not in beantwoord for c in self.lopend)


@dataclass(frozen=True)
class Gewonejob:
    """`uit_lijst`: the name of the employer in the list, of the place or of the application; `erbuiten`: the name that somebody
    typed with the application when the employer is no partner."""

    van: date
    tot: date | None
    uit_lijst: str
    erbuiten: str

    def loopt_op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or self.tot > dag)

    @property
    def werkgever(self) -> str:
        """The same employer however it was written; empty when nobody said."""
        return naamsleutel(self.uit_lijst or self.erbuiten)


class Gewoonwerkcijfers:
    """Regular jobs and with how many employers, in the list or not (missie 26). One query."""

    def __init__(self, bereik: Bereik) -> None:
        self.van, self.peildag = bereik.van, bereik.peildag
        rijen = bereik.binnen(Tewerkstelling.objects.filter(soort=Contractsoort.REGULIER)).filter(
            Q(tot=None) | Q(tot__gt=self.van), van__lte=self.peildag
        )
        uit_lijst = Coalesce("werkplek__werkgever__naam", "sollicitatie__werkgever__naam")
        velden = rijen.order_by().values_list("van", "tot", uit_lijst, F("sollicitatie__bij"))
        self.jobs = [Gewonejob(van, tot, lijst or "", bij or "") for van, tot, lijst, bij in velden]

    @property
    def gestart(self) -> int:
        return sum(job.van >= self.van for job in self.jobs)

    @cached_property
    def lopend(self) -> list[Gewonejob]:
        return [job for job in self.jobs if job.loopt_op(self.peildag)]

    @property
    def bij_partner(self) -> int:
        return sum(bool(job.uit_lijst) for job in self.lopend)

    @property
    def buiten_lijst(self) -> int:
        return sum(bool(job.erbuiten) and not job.uit_lijst for job in self.lopend)

    @property
    def zonder_werkgever(self) -> int:
        return sum(not job.werkgever for job in self.lopend)

    @property
    def werkgevers(self) -> int:
        return len({job.werkgever for job in self.lopend if job.werkgever})
