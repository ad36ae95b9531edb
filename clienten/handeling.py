"""One thing that happens, however many actions it takes. What the facts say after it (termijnen, the list row) is derived once,
at the end of the outermost action, inside its transaction: no action writes a derived row, and none can forget one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Model

from clienten.enums import Stap
from clienten.feiten import Feiten, bewaarde_stand, lees_dossiers
from clienten.models import Client, Toewijzing
from clienten.stand import Feitsoorten, Stapwens, maak_leesplannen, maak_standplan
from ocmw.journaal.models import Journaalregel, samen_genoteerd
from ocmw.ui.aanbod import Aanbod

P = ParamSpec("P")
T = TypeVar("T")

# What a room keeps in step besides the list row: it gets the dossiers and the kinds of rows that changed (None: any), writes,
# and says which kinds of rows changed by that.
VERVOLG: Aanbod[Callable[[Feiten, Feitsoorten | None], Feitsoorten]] = Aanbod("wat volgt op een handeling")
ACTIES: dict[str, Callable[..., Any]] = {}


@dataclass(frozen=True)
class Geraakt:
    """`alles`: every derived value may be another one. `nieuw`: before this there was no dossier, so no other facts either."""

    soorten: frozenset[type[Model]] = frozenset()
    alles: bool = False
    nieuw: bool = False
    wens: Stapwens | None = None


@dataclass
class Handeling:
    """`op` is the day of the outermost action, on which is derived; `dag` that of the innermost one, on which something
    happens now. `vast`: dossiers nobody else touches until the end."""

    op: date
    dag: date
    genoteerd: list[Journaalregel]
    dossiers: dict[int, Geraakt] = field(default_factory=dict)
    vast: set[int] = field(default_factory=set)

    def leid_af(self) -> None:
        if self.dossiers:
            alles = any(geraakt.alles and not geraakt.nieuw for geraakt in self.dossiers.values())
            soorten = {soort for geraakt in self.dossiers.values() for soort in geraakt.soorten}
            wensen = {pk: geraakt.wens for pk, geraakt in self.dossiers.items() if geraakt.wens}
            nieuw = {pk for pk, geraakt in self.dossiers.items() if geraakt.nieuw}
            feiten = lees_dossiers(self.dossiers, op=self.op, slot=not self.dossiers.keys() <= nieuw | self.vast)
            # A dossier without its list row is derived wholly: what is stored cannot be trusted for the rest of the columns.
            kaal = any(bewaarde_stand(rij) is None for pk, rij in feiten.clienten.items() if pk not in nieuw)
            gevolg = None if alles or kaal else soorten
            leid_af(feiten, gevolg, wensen)
            # Who had no dossier until now has only the rows this handeling made: from the person alone nothing follows yet.
            kamers = gevolg - {Client, Toewijzing} if gevolg is not None and self.dossiers.keys() <= nieuw else gevolg
            for plan in maak_leesplannen(feiten, kamers):
                plan.schrijf()


def leid_af(feiten: Feiten, soorten: Feitsoorten | None = None, wensen: dict[int, Stapwens] | None = None) -> None:
    """Write what follows from `soorten` (None: everything) for dossiers that lees_dossiers read, in the transaction of the
    caller. Actions call nothing: `actie` does."""
    gevolgd = set(soorten or ())
    for vervolg in VERVOLG:
        gevolgd |= set(vervolg(feiten, soorten))
    maak_standplan(feiten, None if soorten is None else gevolgd, wensen).schrijf()


_NU: ContextVar[Handeling | None] = ContextVar("handeling", default=None)


@contextmanager
def handeling(*, op: date) -> Iterator[None]:
    """Everything inside is one handeling on the day `op`: atomic, derived at its end. Inside another one it joins that."""
    buitenste = _NU.get()
    if buitenste is None:
        with transaction.atomic(), samen_genoteerd() as genoteerd:
            nu = Handeling(op, op, genoteerd)
            merk = _NU.set(nu)
            try:
                yield
            finally:
                _NU.reset(merk)
            nu.leid_af()
        return
    voor, vast, regels, dag = dict(buitenste.dossiers), set(buitenste.vast), len(buitenste.genoteerd), buitenste.dag
    buitenste.dag = op
    try:
        # No savepoint of its own: who lets an inner action fail and goes on, makes one around it (ui.bewaring.bewaar_apart).
        with transaction.atomic(savepoint=False):
            yield
    except BaseException:
        buitenste.dossiers, buitenste.vast = voor, vast
        del buitenste.genoteerd[regels:]
        raise
    finally:
        buitenste.dag = dag


def actie(functie: Callable[P, T]) -> Callable[P, T]:
    """Something that happens to a dossier: keyword-only `op=` is the day. All of it or nothing, with what follows from it."""

    naam = f"{functie.__module__}.{functie.__qualname__}"
    if signature(functie).parameters.get("op") is None:
        raise TypeError(f"{naam} krijgt geen dag (op=) en kan dus geen actie zijn.")

    @wraps(functie)
    def binnen(*args: P.args, **kwargs: P.kwargs) -> T:
        op: Any = kwargs.get("op")
        if op is None:
            return functie(*args, **kwargs)  # Python says that it is missing
        with handeling(op=op):
            return functie(*args, **kwargs)

    ACTIES[naam] = binnen
    return binnen


def raakt(rij: Model, *ook: type[Model], stap: Stap | None = None, nieuw: bool = False) -> None:
    """Say inside an action that this row of a dossier changed, and rows of the kinds `ook` with it. `stap` is the step the
    dossier takes by this action. `nieuw`: the row is a person who had no dossier until now."""
    pk = rij.pk if isinstance(rij, Client) else rij.client_id  # type: ignore[attr-defined]  # a row of a dossier, or the person
    _raak(pk, {type(rij), *ook}, stap=stap, nieuw=nieuw)


def raakt_alles(client: Client, *, stap: Stap | None = None) -> None:
    """Something changed for the dossier as a whole: who follows it, or whether it is open."""
    # For a new dossier only what follows from these is derived: it has no other facts yet.
    _raak(client.pk, {Client, Toewijzing}, alles=True, stap=stap)


def houd_vast(client: Client) -> None:
    """Until the end of the transaction nobody else who asks this touches the dossier: two who add a row that may exist once
    see each other's, because what is read after this is what the other one left."""
    Client.objects.select_for_update(of=("self",)).get(pk=client.pk)
    if (nu := _NU.get()) is not None:
        nu.vast.add(client.pk)


def _raak(pk: int, soorten: set[type[Model]], *, stap: Stap | None, alles: bool = False, nieuw: bool = False) -> None:
    nu = _NU.get()
    if nu is None:
        raise RuntimeError("Alleen binnen een actie (clienten/handeling.py) wordt een dossier geraakt.")
    was = nu.dossiers.get(pk, Geraakt())
    nu.dossiers[pk] = replace(
        was,
        soorten=was.soorten | soorten,
        alles=was.alles or alles,
        nieuw=was.nieuw or nieuw,
        wens=Stapwens(stap, nu.dag) if stap is not None else was.wens,
    )
