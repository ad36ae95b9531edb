"""What the list row of a dossier says, and which facts say so. Rooms above offer their part; nobody else writes a Stand."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol, TypedDict

from django.db.models import Model

from clienten.enums import Stap
from clienten.feiten import NIEMAND, Feiten, Volgers, bewaarde_stand, volgers
from clienten.models import Client, Stand
from ocmw.ui.aanbod import Aanbod
from ocmw.ui.veelrijen import voeg_toe

Feitsoorten = Collection[type[Model]]


@dataclass(frozen=True)
class Wegfeit:
    """Where an open dossier may stand: the steps that fit the facts, the likeliest first, and since when if a fact tells."""

    stappen: tuple[Stap, ...] = (Stap.NIEUW,)
    sinds: Mapping[Stap, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Termijndagen:
    eerste: date | None = None
    stilte: date | None = None


class Standfeiten(TypedDict, total=False):
    """Facts of one dossier. What is absent was not asked: its columns stay what they are."""

    volgers: Volgers
    weg: Wegfeit
    contact: date | None
    afspraak: date | None
    venster: date | None
    einden: Iterable[date]
    termijnen: Termijndagen


@dataclass(frozen=True)
class Standdeel:
    """One of Standfeiten for a group of dossiers, and the kinds of rows it follows. A client it leaves out has none."""

    lees: Callable[[Feiten], Mapping[int, Any]]
    volgt: tuple[type[Model], ...]


class Leesplan(Protocol):
    """What rows of a room have to become, for dossiers that were read; nothing is written yet."""

    def schrijf(self) -> None: ...

    def verschillen(self) -> Iterable[tuple[int, str, Any, Any]]:
        """Client, column, what is stored and what the facts say."""
        ...


@dataclass(frozen=True)
class Leesrij:
    """Rows that a list of one room reads, derived and checked together with the list row; and what they follow from."""

    plan: Callable[[Feiten], Leesplan]
    volgt: tuple[type[Model], ...]


LEESRIJEN: Aanbod[Leesrij] = Aanbod("leesrijen van een kamer")
# Under the names of Standfeiten: "weg", "contact", "afspraak", "venster", "termijnen".
STANDDELEN: Aanbod[Standdeel] = Aanbod("delen van de stand")
# Per room the last days (included) that are still to come; the first of all of them is in the list.
EINDEN: Aanbod[Standdeel] = Aanbod("einden die komen")
LEEG: dict[str, Any] = {"weg": Wegfeit(), "termijnen": Termijndagen()}


@dataclass(frozen=True)
class Stapwens:
    """The step an action takes. It counts where more than one fits the facts: sending back, reopening and starting an intake
    leave no fact that says so."""

    stap: Stap
    op: date


def stand_van(
    client: Client, feiten: Standfeiten, *, op: date, bewaard: Stand | None = None, wens: Stapwens | None = None
) -> dict[str, Any]:
    """The columns of the list row that follow from these facts, without a query. `op`: since when a new step counts, when no
    fact says. Of several steps that fit, the one an action took comes first, then the one that is stored."""
    kolommen: dict[str, Any] = {"ocmw_id": client.ocmw_id, "zoeknaam": client.zoeknaam, "taal": client.taal}
    dicht = client.gesloten_op is not None
    if "volgers" in feiten:
        kolommen |= {"coach_id": feiten["volgers"].coach, "mw_id": feiten["volgers"].mw}
    if "weg" in feiten:
        kolommen["stap"], kolommen["stap_sinds"] = _stap(client, feiten["weg"], op=op, bewaard=bewaard, wens=wens)
    if "contact" in feiten:
        kolommen["laatste_contact_op"] = feiten["contact"]
    if "afspraak" in feiten:
        kolommen["volgende_afspraak_op"] = None if dicht else feiten["afspraak"]
    if "venster" in feiten:
        kolommen["twe_einde_op"] = None if dicht else feiten["venster"]
    if "einden" in feiten:
        kolommen["einde_op"] = None if dicht else min(feiten["einden"], default=None)
    if "termijnen" in feiten:
        kolommen["eerste_termijn_op"] = feiten["termijnen"].eerste
        kolommen["stilte_op"] = feiten["termijnen"].stilte
    return kolommen


def _stap(
    client: Client, weg: Wegfeit, *, op: date, bewaard: Stand | None, wens: Stapwens | None
) -> tuple[Stap, date | None]:
    if client.gesloten_op:
        return Stap.GESLOTEN, client.gesloten_op
    if wens is not None and wens.stap in weg.stappen:
        return wens.stap, weg.sinds.get(wens.stap, wens.op)
    if bewaard is not None and bewaard.stap in weg.stappen:
        stap = Stap(bewaard.stap)
        return stap, weg.sinds.get(stap, bewaard.stap_sinds)
    return weg.stappen[0], weg.sinds.get(weg.stappen[0], op)


def volgt_uit(volgt: Iterable[type[Model]], soorten: Feitsoorten | None) -> bool:
    """Does this follow from one of these kinds of rows? None: from everything."""
    return soorten is None or not set(soorten).isdisjoint(volgt)


def lees_standfeiten(feiten: Feiten, soorten: Feitsoorten | None) -> dict[int, Standfeiten]:
    """Per client the facts that follow from `soorten` (None: all of them); a fixed number of queries."""
    delen = {naam: feiten.lees(deel.lees) for naam, deel in STANDDELEN.items() if volgt_uit(deel.volgt, soorten)}
    einden: list[Mapping[int, Collection[date]]] = []
    if any(volgt_uit(deel.volgt, soorten) for deel in EINDEN):
        einden = [feiten.lees(deel.lees) for deel in EINDEN]
    team = feiten.lees(volgers)
    uit: dict[int, Standfeiten] = {}
    for pk in feiten.pks:
        per: Any = {naam: rijen.get(pk, LEEG.get(naam)) for naam, rijen in delen.items()}
        if einden:
            per["einden"] = [dag for rijen in einden for dag in rijen.get(pk, ())]
        uit[pk] = {**per, "volgers": team.get(pk, NIEMAND)}
    return uit


@dataclass(frozen=True)
class Standplan:
    """Rows to add, and per row that says something else: what its columns become."""

    nieuw: list[Stand]
    anders: list[tuple[Stand, dict[str, Any]]]

    def schrijf(self) -> None:
        voeg_toe(self.nieuw, met_pk=False)
        if len(self.anders) == 1:
            (rij, kolommen) = self.anders[0]
            Stand.objects.filter(pk=rij.pk).update(**kolommen)
        elif self.anders:
            for rij, kolommen in self.anders:
                for naam, waarde in kolommen.items():
                    setattr(rij, naam, waarde)
            namen = sorted({naam for _, kolommen in self.anders for naam in kolommen})
            Stand.objects.bulk_update([rij for rij, _ in self.anders], namen)


def maak_leesplannen(feiten: Feiten, soorten: Feitsoorten | None = None) -> list[Leesplan]:
    """Of every room whose rows follow from `soorten` (None: of all)."""
    return [rij.plan(feiten) for rij in LEESRIJEN if volgt_uit(rij.volgt, soorten)]


def maak_standplan(
    feiten: Feiten, soorten: Feitsoorten | None = None, wensen: Mapping[int, Stapwens] | None = None
) -> Standplan:
    """What has to be written, for dossiers that lees_dossiers read; nothing is written yet."""
    plan = Standplan([], [])
    for pk, delen in lees_standfeiten(feiten, soorten).items():
        client, wens = feiten.clienten[pk], (wensen or {}).get(pk)
        bewaard = bewaarde_stand(client)
        if bewaard is None:
            delen = {
                "weg": Wegfeit(),
                **delen,
            }  # a new dossier stands somewhere, also when no fact of its way was written
        kolommen = stand_van(client, delen, op=feiten.op, bewaard=bewaard, wens=wens)
        if bewaard is None:
            plan.nieuw.append(Stand(client=client, **kolommen))
            continue
        anders = {naam: waarde for naam, waarde in kolommen.items() if getattr(bewaard, naam) != waarde}
        if anders:
            plan.anders.append((bewaard, anders))
    return plan
