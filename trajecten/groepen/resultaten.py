"""What became of who took part in a programme (R6, W11). The room that knows a fact offers it; who has none in the dossier is
what somebody said at the end, and otherwise unknown: a row of its own, never left out of the count."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q

from ocmw.kalender.woorden import aandeel, dag_in_woorden
from ocmw.ui.aanbod import Aanbod
from trajecten.enums import Middelsoort
from trajecten.groepen.enums import WAS_ER, Groepsuitkomst, Sessiestand, Sessiestatus, Vertrekreden
from trajecten.groepen.models import Groepsreeks, Inschrijving, Programma, Sessie, Sessieaanwezigheid
from trajecten.models import Middel

# In this order: who found work and follows a course besides, found work.
GETELD = (Groepsuitkomst.NEC, Groepsuitkomst.OPLEIDING, Groepsuitkomst.ART60)
VOLGORDE = (*GETELD, Groepsuitkomst.ANDERE)
ONBEKEND = "Onbekend"
GING_WEG = (Vertrekreden.AFWEZIG, Vertrekreden.STOPT_ZELF, Vertrekreden.ANDERE)


@dataclass(frozen=True)
class Uitkomstfeit:
    """Something that began on `dag`, as the dossier has it; `feit` says it in words."""

    soort: Groepsuitkomst
    dag: date
    feit: str


# Of these clients, what began for each; in any order.
UITKOMSTBRONNEN: Aanbod[Callable[[list[int]], Iterable[tuple[int, Uitkomstfeit]]]] = Aanbod("wat van deelnemers werd")


@dataclass(frozen=True)
class Groepsresultaat:
    """What became of one person, and how we know. `soort` is None when nobody knows."""

    soort: Groepsuitkomst | None
    vanwaar: str = ""

    @property
    def woord(self) -> str:
        return str(self.soort.label) if self.soort else ONBEKEND


@dataclass(frozen=True)
class Resultaatrij:
    woord: str
    aantal: int
    totaal: int

    @property
    def aandeel(self) -> str:
        """Rounded, of everybody who took part; a dash when nobody did."""
        return aandeel(Fraction(self.aantal, self.totaal)) if self.totaal else "-"


@dataclass(frozen=True)
class Resultaten:
    """The table of R6. `rijen` add up to `deelnemers`, the unknown one included."""

    deelnemers: int
    rijen: tuple[Resultaatrij, ...]
    samen: Resultaatrij
    gehouden: int
    niet_doorgegaan: int
    aanwezig: int
    gevraagd: int
    uitvallers: int

    @property
    def aanwezigheid(self) -> str:
        """Present, of who was expected: an excuse counts on neither side (R6)."""
        return aandeel(Fraction(self.aanwezig, self.gevraagd)) if self.gevraagd else "nog niet genoteerd"


def kies_uitkomst(feiten: Iterable[Uitkomstfeit], *, sinds: date, op: date, gezegd: Groepsresultaat) -> Groepsresultaat:
    """One answer for one person, pure: a fact of the dossier that began from `sinds` up to and including `op`, in the order of
    VOLGORDE; else what somebody said; else unknown. What began before the group is no result of it."""
    telt = [feit for feit in feiten if sinds <= feit.dag <= op]
    for soort in VOLGORDE:
        dagen = sorted((feit for feit in telt if feit.soort == soort), key=lambda feit: feit.dag)
        if dagen:
            return Groepsresultaat(soort, dagen[0].feit)
    return gezegd


@dataclass(frozen=True)
class Deelname:
    """One person in a programme: every time with a seat, the first one first."""

    keren: tuple[Inschrijving, ...]

    @property
    def eerste(self) -> Inschrijving:
        return self.keren[0]

    def viel_uit(self, op: date) -> bool:
        """Whether the last time ended by leaving, on that day or before."""
        laatste = self.keren[-1]
        weg = laatste.gestopt_op is not None and laatste.gestopt_op <= op
        return weg and laatste.stopreden in GING_WEG

    def gezegd(self, op: date) -> Groepsresultaat:
        """What somebody said last, on that day or before."""
        rijen = [rij for rij in self.keren if rij.uitkomst_op is not None and rij.uitkomst_op <= op]
        if not rijen:
            return Groepsresultaat(None)
        rij = max(rijen, key=lambda rij: (rij.uitkomst_op, rij.pk))
        wie = f" door {rij.uitkomst_door}" if rij.uitkomst_door else ""
        dag = dag_in_woorden(rij.uitkomst_op) if rij.uitkomst_op else ""
        return Groepsresultaat(Groepsuitkomst(rij.uitkomst), f"gezegd op {dag}{wie}")


def deelnames_van(programma: Programma, *, op: date, reeks: Groepsreeks | None = None) -> list[Deelname]:
    """Each person once: who had a seat on that day or before. Who only waited did not take part."""
    rijen = Inschrijving.objects.filter(reeks__programma=programma, neemt_deel_sinds__lte=op)
    if reeks is not None:
        rijen = rijen.filter(reeks=reeks)
    per: dict[tuple[int | None, int | None], list[Inschrijving]] = {}
    for rij in rijen.select_related("client", "deelnemer", "uitkomst_door").order_by("neemt_deel_sinds", "pk"):
        per.setdefault((rij.client_id, rij.deelnemer_id), []).append(rij)
    return [Deelname(tuple(keren)) for keren in per.values()]


def uitkomsten_van(deelnames: Iterable[Deelname], *, op: date) -> list[Groepsresultaat]:
    """What became of each, in the same order."""
    lijst = list(deelnames)
    feiten = _feiten([deelname.eerste.client_id for deelname in lijst if deelname.eerste.client_id])
    return [
        kies_uitkomst(
            feiten.get(deelname.eerste.client_id or 0, []),
            sinds=deelname.eerste.neemt_deel_sinds or deelname.eerste.ingeschreven_op,
            op=op,
            gezegd=deelname.gezegd(op),
        )
        for deelname in lijst
    ]


def resultaten_van(programma: Programma, *, op: date, reeks: Groepsreeks | None = None) -> Resultaten:
    """As it was known at the end of the day `op`: of the whole programme or of one series."""
    deelnames = deelnames_van(programma, op=op, reeks=reeks)
    soorten = [uitkomst.soort for uitkomst in uitkomsten_van(deelnames, op=op)]
    totaal = len(deelnames)
    tabel = [Resultaatrij(str(soort.label), soorten.count(soort), totaal) for soort in VOLGORDE]
    tabel.append(Resultaatrij(ONBEKEND, soorten.count(None), totaal))
    sessies = Sessie.objects.filter(reeks__programma=programma, dag__lte=op)
    if reeks is not None:
        sessies = sessies.filter(reeks=reeks)
    geteld = sessies.aggregate(
        gehouden=Count("pk", filter=Q(status=Sessiestatus.GEHOUDEN)),
        niet=Count("pk", filter=Q(status=Sessiestatus.NIET_DOORGEGAAN)),
    )
    merken = Sessieaanwezigheid.objects.filter(sessie__in=sessies.values("pk")).aggregate(
        aanwezig=Count("pk", filter=Q(stand__in=WAS_ER)),
        gevraagd=Count("pk", filter=~Q(stand=Sessiestand.VERONTSCHULDIGD)),
    )
    return Resultaten(
        deelnemers=totaal,
        rijen=tuple(tabel),
        samen=Resultaatrij("Samen", sum(soorten.count(soort) for soort in GETELD), totaal),
        gehouden=geteld["gehouden"],
        niet_doorgegaan=geteld["niet"],
        aanwezig=merken["aanwezig"],
        gevraagd=merken["gevraagd"],
        uitvallers=sum(deelname.viel_uit(op) for deelname in deelnames),
    )


@UITKOMSTBRONNEN.biedt("middelen")
def opleidingen(clienten: list[int]) -> Iterable[tuple[int, Uitkomstfeit]]:
    """Training that began."""
    rijen = Middel.objects.filter(client__in=clienten, soort=Middelsoort.OPLEIDING)
    for client, dag, welke in rijen.values_list("client", "van", "omschrijving"):
        yield client, Uitkomstfeit(Groepsuitkomst.OPLEIDING, dag, f"{welke}, sinds {dag_in_woorden(dag)}")


def _feiten(clienten: list[int]) -> Mapping[int, list[Uitkomstfeit]]:
    per: dict[int, list[Uitkomstfeit]] = {}
    for bron in UITKOMSTBRONNEN if clienten else ():
        for client, feit in bron(clienten):
            per.setdefault(client, []).append(feit)
    return per
