"""Who promises what. An app says in `<app>/beloften.py` how one kind of termijn follows from its facts; the actions that
change a fact and the weekly check of everything ask the same function, so they cannot disagree."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from clienten.enums import Toewijzingsrol
from clienten.models import Client, Toewijzing
from ocmw.regels.opzoeken import huisregels_van, regelboek
from ocmw.termijnen.actions import richt
from ocmw.termijnen.models import Belofte
from ocmw.termijnen.soorten import Termijnsoort
from ocmw.ui.aanbod import Aanbod

# Clients, who is responsible for each (client pk -> medewerker pk), today -> (client pk, promise) in any order.
Bron = Callable[[Sequence[Client], Mapping[int, int | None], date], Iterable[tuple[int, Belofte]]]
BELOFTEN: Aanbod[tuple[Bron, tuple[Termijnsoort, ...]]] = Aanbod("beloften")


def belooft(*soorten: Termijnsoort) -> Callable[[Bron], Bron]:
    """Register a source of these kinds. It gets open dossiers only, and asks the database once per kind of fact."""

    def registreer(bron: Bron) -> Bron:
        BELOFTEN.bied(f"{bron.__module__}.{bron.__name__}", (bron, soorten))
        return bron

    return registreer


def uit_bronnen(
    clienten: Sequence[Client],
    wie: Mapping[int, int | None],
    *,
    op: date,
    soorten: Collection[Termijnsoort] | None = None,
) -> dict[int, list[Belofte]]:
    """Per client what the sources of `soorten` (default: of all kinds) promise; a closed dossier promises nothing."""
    beloften: dict[int, list[Belofte]] = defaultdict(list)
    for groep in per_huis([client for client in clienten if client.gesloten_op is None]):
        with huisregels_van(groep[0].ocmw_id):
            for bron, eigen in BELOFTEN:
                if soorten is None or set(eigen) & set(soorten):
                    for client, belofte in bron(groep, wie, op):
                        if soorten is None or belofte.soort in soorten:
                            beloften[client].append(belofte)
    return beloften


def per_huis(clienten: Iterable[Client]) -> list[list[Client]]:
    """Clients whose OCMWs work with the same house rules, together: as few questions as there are answers."""
    boek, groepen = regelboek(), defaultdict(list)
    for client in clienten:
        groepen[boek.huis(client.ocmw_id)].append(client)
    return list(groepen.values())


def richt_uit_bronnen(client: Client, soorten: Collection[Termijnsoort], *, op: date) -> None:
    """After a fact changed: make the termijnen of these kinds equal to what the facts of this client promise now."""
    beloften = uit_bronnen([client], {client.pk: verantwoordelijke(client)}, op=op, soorten=soorten)
    richt(client, soorten, beloften[client.pk], op=op)


def verantwoordelijke(client: Client) -> int | None:
    """The trajectbegeleider, or else the maatschappelijk werker."""
    wie = dict(Toewijzing.objects.filter(client=client, tot=None).values_list("rol", "medewerker_id"))
    return wie.get(Toewijzingsrol.ATB) or wie.get(Toewijzingsrol.MW)
