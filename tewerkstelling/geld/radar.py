"""Who will not count on the last calendar day of the month, why, and what is at stake: a fixed number of queries for
any number of people (T12-T16, T20; kenmerken C3)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.core.cache import cache
from django.db.models import Q, QuerySet

from clienten.enums import Antwoord
from ocmw.kalender.maanden import laatste_dag_van_maand, plus_maanden
from ocmw.kalender.werkdagen import is_werkdag
from ocmw.regels.opzoeken import OnbekendeRegel, regel
from ocmw.toegang.models import Medewerker
from ocmw.ui.feit import Feit
from tewerkstelling.geld.berekening import loopt_over, nodig_tot
from tewerkstelling.geld.enums import MlpStatus
from tewerkstelling.geld.models import Radartaak, registratie_van
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import tel_dagen
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, art60_nodig_tot
from trajecten.twe.models import Werkervaring
from trajecten.twe.tarieven import Geldregels, Tarieven
from trajecten.twe.venster import TweVenster
from trajecten.twe.vergoeding import Looptijd, Maand, Maandoordeel, Twefeiten, grenzen, maand_van

EEN_DAG = timedelta(days=1)
BEWAAR_SECONDEN = 900


class Radargroep(StrEnum):
    """What can be done about it."""

    TE_DOEN = "te_doen"
    VERLOREN = "verloren"
    NIET_NAGEKEKEN = "niet_nagekeken"


GROEPEN = {
    Radargroep.TE_DOEN: "Nog iets aan te doen",
    Radargroep.VERLOREN: "Niet meer te herstellen",
    Radargroep.NIET_NAGEKEKEN: "Registratie niet nagekeken",
}
OORDELEN = {
    Maandoordeel.NIET_GEREGISTREERD: "Niet geregistreerd bij VDAB",
    Maandoordeel.NOG_GEEN_ART60: "Nog geen art.60",
    Maandoordeel.TE_LAAT_GESTART: "Art.60 te laat gestart",
    Maandoordeel.ART60_TE_KORT: "Art.60 stopt te vroeg",
    Maandoordeel.GEEN_BEGELEIDING: "Begeleiding stopt te vroeg",
    Maandoordeel.NA_24_NIET_NODIG: "Na de 24 maanden",
}
# What to do, as the words of the task.
TAKEN = {
    Maandoordeel.NIET_GEREGISTREERD: "Zet de werkervaring in het dossier bij VDAB (MLP)",
    Maandoordeel.NOG_GEEN_ART60: "Start art.60 op tijd of kijk de datums na",
    Maandoordeel.TE_LAAT_GESTART: "Kan art.60 vroeger starten? Kijk de datums na",
    Maandoordeel.ART60_TE_KORT: "Kijk de laatste dag van art.60 na",
    Maandoordeel.GEEN_BEGELEIDING: "Kijk de laatste dag van de werkervaring na",
    Maandoordeel.NA_24_NIET_NODIG: "Noteer of art.60 nog nodig is voor de sociale rechten",
}
VELDEN = (
    "pk", "client_id", "start", "gestopt_op", "client__voornaam", "client__achternaam", "client__geboortedatum",
    "client__ocmw_id", "client__ocmw__naam", "client__stand__coach_id", "client__stand__coach__voornaam",
    "client__stand__coach__achternaam", "registratie__status", "registratie__vdab_vanaf", "registratie__na_24_nodig",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Radarrij:
    """One trajectory that does not count this month, or of which nobody looked at the registration."""

    werkervaring: int
    client: int
    naam: str
    geboortedatum: date | None
    ocmw_id: int
    ocmw: str
    coach_id: int | None
    coach: str
    groep: Radargroep
    maand: Maand
    taak: Radartaak | None = None

    @property
    def toont(self) -> dict[str, Feit]:
        """The month as the page of the money has it; `op_het_spel` says which of its amounts this list is about."""
        return self.maand.toont

    @property
    def op_het_spel(self) -> Feit:
        """What it misses, or, when nobody looked at the registration, all it would pay."""
        return self.toont[feit_op_het_spel(self.groep)]

    @property
    def gemist(self) -> Decimal:
        return self.maand.bedrag if self.groep == Radargroep.NIET_NAGEKEKEN else self.maand.gemist

    @property
    def oordeel(self) -> Maandoordeel:
        return self.maand.oordeel

    @property
    def reden(self) -> str:
        if self.groep == Radargroep.NIET_NAGEKEKEN:
            return "Niemand keek na of de werkervaring bij VDAB geregistreerd is."
        return self.maand.reden

    @property
    def op_te_lossen_met_registratie(self) -> bool:
        """What stands at VDAB, or whether art.60 is needed, is noted on the page of the registration."""
        return self.oordeel in {Maandoordeel.NIET_GEREGISTREERD, Maandoordeel.NA_24_NIET_NODIG}

    @property
    def kort(self) -> str:
        return "Niet nagekeken" if self.groep == Radargroep.NIET_NAGEKEKEN else OORDELEN[self.oordeel]


def feit_op_het_spel(groep: Radargroep) -> str:
    """Which fact of the month a list is about."""
    return "maand_bedrag" if groep == Radargroep.NIET_NAGEKEKEN else "maand_gemist"


def maandeinde(op: date) -> date:
    return laatste_dag_van_maand(op)


def taakdag(maand: date, *, op: date) -> date:
    """The last working day before the last calendar day, so there is a day left; today when that is past."""
    dag = maand - EEN_DAG
    while not is_werkdag(dag):
        dag -= EEN_DAG
    return max(dag, op)


def radar(medewerker: Medewerker, maand: date, *, op: date) -> list[Radarrij]:
    """Every trajectory this colleague may see that does not count on `maand`, a last calendar day, by name."""
    tarieven = Tarieven()
    vraag = _kandidaten(medewerker, maand, tarieven)
    rijen = list(vraag.values_list(*VELDEN))
    art60: dict[int, list[Looptijd]] = defaultdict(list)
    contracten = Tewerkstelling.objects.art60().filter(client__in=vraag.order_by().values("client"))
    for client, van, tot in contracten.order_by().values_list("client_id", "van", "tot"):
        art60[client].append(Looptijd(van, tot - EEN_DAG if tot else None))
    taken = {
        taak.werkervaring_id: taak
        for taak in Radartaak.objects.filter(
            maand=maand, werkervaring__in=vraag.order_by().values("pk")
        ).select_related("punt__medewerker")
    }
    rechten = _rechten(_voorbij_zonder_antwoord(rijen, art60, maand, tarieven), op=maand)
    uit = (_rij(rij, art60[rij[1]], rechten.get(rij[1]), taken.get(rij[0]), maand, op, tarieven) for rij in rijen)
    return [rij for rij in uit if rij]


@dataclass(frozen=True)
class Samenvatting:
    aantal: int
    som: Decimal


def samenvatting(medewerker: Medewerker, *, op: date) -> Samenvatting | None:
    """How many trajectories still can be saved this month, from the day of the rule on; None when there is nothing to say.

    Kept for a quarter of an hour: the start page is opened all day, and the whole list is behind its link.
    """
    maand = maandeinde(op)
    if op.day < min(regel("twe.radar_dag", op=op).waarde, maand.day):
        return None
    sleutel = f"maandeinde-{medewerker.pk}-{op:%Y%m%d}"
    gevonden: Samenvatting | None = cache.get(sleutel)
    if gevonden is None:
        rijen = [rij for rij in radar(medewerker, maand, op=op) if rij.groep == Radargroep.TE_DOEN]
        gevonden = Samenvatting(len(rijen), sum((rij.gemist for rij in rijen), Decimal(0)))
        cache.set(sleutel, gevonden, BEWAAR_SECONDEN)
    return gevonden if gevonden.aantal else None


def _kandidaten(medewerker: Medewerker, maand: date, tarieven: Tarieven) -> QuerySet[Werkervaring]:
    """Windows that are open on the last day, or stopped in this month, or over with art.60 still running."""
    lengte = tarieven.langste()
    lopend = Tewerkstelling.objects.art60().lopend(maand).values("client")
    return (
        Werkervaring.objects.zichtbaar_voor(medewerker)
        .filter(
            Q(gestopt_op=None) | Q(gestopt_op__gte=maand.replace(day=1)), client__gesloten_op=None, start__lte=maand
        )
        .filter(Q(start__gte=plus_maanden(maand, -lengte - 1)) | Q(client__in=lopend))
        .order_by("client__zoeknaam", "client_id")
    )


def _voorbij_zonder_antwoord(
    rijen: Iterable[tuple[Any, ...]], art60: dict[int, list[Looptijd]], maand: date, tarieven: Tarieven
) -> dict[int, TweVenster]:
    """Clients past the window with art.60 on the last day, of whom nobody said whether it is needed; each with the window."""
    gevonden = {}
    for rij in rijen:
        client, start, antwoord = rij[1], rij[2], rij[14] or Antwoord.ONBEKEND
        regels = _regels(tarieven, start)
        voorbij = regels is not None and maand > regels.venster.laatste_dag
        if regels and voorbij and antwoord == Antwoord.ONBEKEND and any(c.loopt_op(maand) for c in art60[client]):
            gevonden[client] = regels.venster
    return gevonden


def _rechten(vensters: dict[int, TweVenster], *, op: date) -> dict[int, date | None]:
    """Until when art.60 is needed per client, five queries for all."""
    if not vensters:
        return {}
    contracten: dict[int, list[Tewerkstelling]] = defaultdict(list)
    rijen = Tewerkstelling.objects.filter(client__in=vensters).select_related("client")
    for rij in rijen.order_by("van"):
        contracten[rij.client_id].append(rij)
    onderbrekingen: dict[int, list[Onderbreking]] = defaultdict(list)
    for geval in Onderbreking.objects.filter(client__in=vensters):
        onderbrekingen[geval.client_id].append(geval)
    posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=vensters)}
    berekeningen: dict[int, list[RvaBerekening]] = defaultdict(list)
    for berekening in RvaBerekening.objects.filter(client__in=vensters):
        berekeningen[berekening.client_id].append(berekening)
    uit: dict[int, date | None] = {}
    for client, eigen in contracten.items():
        if over := loopt_over(eigen, vensters[client]):
            dagen = tel_dagen(onderbrekingen[client], eigen, op=op)
            feiten = Rechtenfeiten(eigen, dagen, posities.get(client), berekeningen[client])
            uit[client] = art60_nodig_tot(feiten, over, op=op)
    return uit


def _rij(
    rij: tuple[Any, ...],
    art60: list[Looptijd],
    rechten: date | None,
    taak: Radartaak | None,
    maand: date,
    op: date,
    tarieven: Tarieven,
) -> Radarrij | None:
    (
        pk, client, start, gestopt, voornaam, achternaam, geboren, ocmw_id, ocmw, coach_id, coach_voornaam, coach,
        status, vanaf, antwoord,
    ) = rij  # fmt: skip
    regels = _regels(tarieven, start)
    if regels is None:
        return None
    status = status or MlpStatus.ONBEKEND
    feiten = Twefeiten(
        start=start,
        einde=gestopt or regels.venster.laatste_dag,
        art60=tuple(art60),
        nodig_tot=nodig_tot(antwoord or Antwoord.ONBEKEND, rechten),
        registratie=registratie_van(status, vanaf),
    )
    uit = maand_van(maand, feiten, regels.tarief)
    groep = groep_van(uit, feiten, regels, status, op=op)
    if groep is None:
        return None
    return Radarrij(
        werkervaring=pk,
        client=client,
        naam=f"{achternaam} {voornaam}",
        geboortedatum=geboren,
        ocmw_id=ocmw_id,
        ocmw=ocmw,
        coach_id=coach_id,
        coach=f"{coach_voornaam} {coach}" if coach_id else "",
        groep=groep,
        maand=uit,
        taak=taak,
    )


def _regels(tarieven: Tarieven, start: date) -> Geldregels | None:
    try:
        return tarieven.voor(start)
    except OnbekendeRegel:
        return None


def groep_van(uit: Maand, feiten: Twefeiten, regels: Geldregels, status: str, *, op: date) -> Radargroep | None:
    """In which list this month belongs; None when it counts, or when nothing was to be expected of it.

    A start that still can be in time after this month is no failure yet: its own termijn watches it.
    """
    if uit.oordeel in {Maandoordeel.NOG_GEEN_ART60, Maandoordeel.TE_LAAT_GESTART}:
        grens, _ = grenzen(feiten.start, regels.tarief.tijdig_maanden, regels.tarief.max_maanden)
        if uit.laatste_dag > feiten.einde or (uit.oordeel == Maandoordeel.NOG_GEEN_ART60 and grens > uit.laatste_dag):
            return None
        return Radargroep.TE_DOEN if op <= grens else Radargroep.VERLOREN
    if uit.oordeel == Maandoordeel.GEEN_BEGELEIDING:
        # Stopped in this month; a stop of long ago is no news.
        return Radargroep.TE_DOEN if feiten.einde >= uit.laatste_dag.replace(day=1) else None
    if uit.oordeel in OORDELEN:
        return Radargroep.TE_DOEN
    if uit.bedrag and status == MlpStatus.ONBEKEND:
        return Radargroep.NIET_NAGEKEKEN
    return None
