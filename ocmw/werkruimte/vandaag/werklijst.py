"""Vandaag as a work list: one row per person, one line per fact. Every list has a ceiling, so a bad morning costs the same."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from django.utils.timezone import localtime

from clienten.models import Client, Stand
from ocmw.journaal.models import Journaalregel
from ocmw.kalender.klok import begin_van
from ocmw.termijnen.journaalcodes import TERMIJN_VOLDAAN
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.ui.tijdbeeld import Tijdbeeld
from tewerkstelling.feiten import werkfeiten_per_client
from trajecten.models import Afspraak
from trajecten.twe.beeld import rijbeeld

DAGEN_VOORUIT = 7
DAGEN_TERUG = 7
MEESTE_MENSEN = 25
MEESTE_FEITEN = 600
MEESTE_KLAAR = 30
# What stands open in the row; the rest is one click away.
OPEN_FEITEN = 2


@dataclass(frozen=True)
class Daglijn:
    """One line of a person: a promise with its latest step, or an appointment."""

    op: date
    termijn: Termijn | None = None
    afspraak: Afspraak | None = None
    voorbij: bool = False  # an appointment that is over, and nobody said how it went


@dataclass
class Mens:
    client: Client
    stand: Stand
    feiten: list[Daglijn] = field(default_factory=list)
    beeld: Tijdbeeld | None = None  # the months of work, as small as a line of text

    @property
    def eerste(self) -> list[Daglijn]:
        return self.feiten[:OPEN_FEITEN]

    @property
    def meer(self) -> list[Daglijn]:
        return self.feiten[OPEN_FEITEN:]

    def te_laat(self, op: date) -> int:
        return sum(feit.termijn is not None and feit.op < op for feit in self.feiten)


@dataclass(frozen=True)
class Groep:
    """The people of one coach; one group without a name on the own list."""

    naam: str
    mensen: list[Mens]
    te_laat: int = 0


@dataclass(frozen=True)
class Werklijst:
    groepen: list[Groep]
    mensen: dict[int, Mens]  # everybody with something to do, also beyond the ceiling of the groups
    te_laat: int  # promises that are late
    vol: bool = False  # more facts than were read

    @property
    def aantal(self) -> int:
        return len(self.mensen)

    @property
    def meer(self) -> int:
        return max(0, self.aantal - sum(len(groep.mensen) for groep in self.groepen))


def werklijst(medewerker: Medewerker, op: date, nu: datetime, *, team: bool = False) -> Werklijst:
    """Everybody with something late, of today or of this week."""
    termijnen: Any = Termijn.objects.none()
    if medewerker.mag(Recht.TERMIJN_BEHEREN):
        open_ = Termijn.objects.zichtbaar_voor(medewerker).open()
        termijnen = open_.filter(vervalt_op__lte=op + timedelta(days=DAGEN_VOORUIT))
    afspraken: Any = (
        Afspraak.objects.zichtbaar_voor(medewerker)
        .gepland()
        .filter(
            begint_op__gte=begin_van(op - timedelta(days=DAGEN_TERUG)),
            begint_op__lt=begin_van(op + timedelta(days=DAGEN_VOORUIT)),
        )
    )
    if not team:
        termijnen, afspraken = termijnen.van(medewerker), afspraken.van(medewerker)
    mensen: dict[int, Mens] = {}
    gelezen = list(_met_client(termijnen).order_by("vervalt_op", "pk")[:MEESTE_FEITEN])
    for termijn in gelezen:
        _mens(mensen, termijn.client).feiten.append(Daglijn(termijn.vervalt_op, termijn=termijn))
    for afspraak in _met_client(afspraken).order_by("begint_op")[:MEESTE_FEITEN]:
        voorbij = afspraak.eindigt_op < nu
        dag = op if voorbij else localtime(afspraak.begint_op).date()
        _mens(mensen, afspraak.client).feiten.append(Daglijn(dag, afspraak=afspraak, voorbij=voorbij))
    rij = sorted(mensen.values(), key=lambda mens: _volgorde(mens, op))
    for mens in rij:
        mens.feiten.sort(key=lambda feit: (feit.afspraak is None or feit.op > op, feit.op))
    vol = len(gelezen) == MEESTE_FEITEN
    te_laat = termijnen.te_laat(op).count() if vol else sum(mens.te_laat(op) for mens in rij)
    groepen = _groepen(rij, op, team=team)
    getoond = [mens for groep in groepen for mens in groep.mensen]
    werk = werkfeiten_per_client([mens.client for mens in getoond], op=op)
    for mens in getoond:
        if feiten := werk.get(mens.client.pk):
            mens.beeld = rijbeeld(feiten, op=op)
    return Werklijst(groepen, mensen, te_laat, vol=vol)


def klaar_vandaag(medewerker: Medewerker, op: date) -> list[Termijn]:
    """What this colleague ticked off today, the last one first; until midnight it can be taken back."""
    regels = Journaalregel.objects.filter(medewerker_id=medewerker.pk, wat=TERMIJN_VOLDAAN, op__gte=begin_van(op))
    nummers = [int(tekst.rpartition(":")[2]) for tekst in regels.values_list("onderwerp", flat=True)[:MEESTE_KLAAR]]
    rijen = Termijn.objects.zichtbaar_voor(medewerker).filter(gesloten_op=op).select_related("client").in_bulk(nummers)
    return [rijen[nummer] for nummer in dict.fromkeys(nummers) if nummer in rijen]


def _met_client(rijen: Any) -> Any:
    return rijen.select_related("client__stand__coach")


def _mens(mensen: dict[int, Mens], client: Client) -> Mens:
    return mensen.setdefault(client.pk, Mens(client, client.stand))


def _volgorde(mens: Mens, op: date) -> tuple[Any, ...]:
    """Appointments of today first, by the hour; then what is late, the longest first; then the week."""
    vandaag = [feit.afspraak.begint_op for feit in mens.feiten if feit.afspraak and feit.op == op and not feit.voorbij]
    eerste = min(feit.op for feit in mens.feiten)
    return (not vandaag, min(vandaag, default=None) or begin_van(op), eerste, mens.stand.zoeknaam)


def _groepen(rij: list[Mens], op: date, *, team: bool) -> list[Groep]:
    if not team:
        return [Groep("", rij[:MEESTE_MENSEN])] if rij else []
    per_coach = sorted(rij, key=_coach)
    groepen = [
        Groep(naam, deel[:MEESTE_MENSEN], sum(mens.te_laat(op) for mens in deel))
        for (_, naam), mensen in groupby(per_coach, key=_coach)
        if (deel := list(mensen))
    ]
    return sorted(groepen, key=lambda groep: -groep.te_laat)


def _coach(mens: Mens) -> tuple[int, str]:
    coach = mens.stand.coach
    return (coach.pk, coach.naam) if coach else (0, "Zonder trajectbegeleider")
