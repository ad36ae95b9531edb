"""Compare what is stored with what the facts say, report each difference, and repair when asked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from clienten.actions import zet_stand
from clienten.models import Client, Stand
from ocmw.journaal.models import noteer
from ocmw.termijnen.actions import richt
from ocmw.termijnen.models import Belofte, Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.werkruimte.dossier.afleiding import Afgeleid, Dossierfeiten, beloften_van, leid_af
from ocmw.werkruimte.dossier.journaalcodes import DOSSIER_HERSTELD

PARTIJ = 500
MELD_HOOGSTENS = 10_000


@dataclass(frozen=True)
class Verschil:
    """One thing that is not what the facts say. Codes, ids and dates only: this goes to the log."""

    client: int
    soort: str
    wat: str
    bewaard: Any
    afgeleid: Any

    def als_json(self) -> dict[str, Any]:
        return {naam: _kaal(getattr(self, naam)) for naam in ("client", "soort", "wat", "bewaard", "afgeleid")}


@dataclass
class Controleuitslag:
    clienten: int = 0
    hersteld: int = 0
    aantal: int = 0
    verschillen: list[Verschil] = field(default_factory=list)

    def als_json(self) -> dict[str, Any]:
        return {
            "clienten": self.clienten,
            "aantal_verschillen": self.aantal,
            "hersteld": self.hersteld,
            "verschillen": [verschil.als_json() for verschil in self.verschillen],
        }


def controleer(
    op: date, *, herstel: bool = False, pks: list[int] | None = None, partij: int = PARTIJ
) -> Controleuitslag:
    """Walk all dossiers (or only `pks`) batch by batch; memory and queries follow the batch, not the caseload."""
    uitslag = Controleuitslag()
    for clienten in partijen(pks, partij):
        feiten = Dossierfeiten(clienten, op=op)
        for client in clienten:
            verschillen = vergelijk(client, leid_af(client, feiten), feiten)
            uitslag.aantal += len(verschillen)
            uitslag.verschillen += verschillen[: max(0, MELD_HOOGSTENS - len(uitslag.verschillen))]
            if verschillen and herstel:
                uitslag.hersteld += herstel_dossier(client.pk, op=op)
        uitslag.clienten += len(clienten)
    return uitslag


def haal_nachten_in(op: date) -> int:
    """An appointment, an end or a promise that passed makes place for the next one; no action did that. How many dossiers
    changed, of as many nights as were missed."""
    voorbij = Stand.objects.filter(Q(volgende_afspraak_op__lt=op) | Q(einde_op__lt=op)).values_list("client", flat=True)
    # A week, so that nights that were missed are caught up with.
    net = Termijn.objects.open().filter(vervalt_op__lt=op, vervalt_op__gte=op - timedelta(days=7))
    pks = sorted({*voorbij, *net.values_list("client", flat=True)})
    return sum(
        controleer(op, herstel=True, pks=pks[begin : begin + PARTIJ]).hersteld for begin in range(0, len(pks), PARTIJ)
    )


def partijen(pks: list[int] | None, partij: int) -> Iterator[list[Client]]:
    """By primary key, so a dossier that is added or closed meanwhile shifts no page."""
    na = 0
    while True:
        rijen = Client.objects.filter(pk__gt=na).order_by("pk")
        clienten = list((rijen if pks is None else rijen.filter(pk__in=pks))[:partij])
        if not clienten:
            return
        yield clienten
        na = clienten[-1].pk


def vergelijk(client: Client, afgeleid: Afgeleid, feiten: Dossierfeiten) -> list[Verschil]:
    return [
        *_vergelijk_termijnen(client, afgeleid.beloften, feiten.termijnen[client.pk]),
        *_vergelijk_stand(client, afgeleid.stand, feiten.standen.get(client.pk)),
    ]


def _vergelijk_termijnen(
    client: Client, beloften: dict[tuple[str, str], Belofte], termijnen: list[Termijn]
) -> Iterator[Verschil]:
    bewaard = {(t.soort, t.sleutel): t for t in termijnen}
    for sleutel in sorted(beloften.keys() | bewaard.keys()):
        belofte, termijn, naam = beloften.get(sleutel), bewaard.get(sleutel), "/".join(filter(None, sleutel))
        if termijn is None and belofte is not None:
            yield Verschil(client.pk, "termijn_ontbreekt", naam, None, belofte.vervalt_op)
        elif belofte is None and termijn is not None:
            yield Verschil(client.pk, "termijn_te_veel", naam, termijn.vervalt_op, None)
        elif belofte is not None and termijn is not None:
            if termijn.vervalt_op != belofte.vervalt_op:
                yield Verschil(client.pk, "termijn_datum", naam, termijn.vervalt_op, belofte.vervalt_op)
            if termijn.verantwoordelijke_id != belofte.verantwoordelijke_id:
                wie = termijn.verantwoordelijke_id, belofte.verantwoordelijke_id
                yield Verschil(client.pk, "termijn_verantwoordelijke", naam, *wie)
            if termijn.onderwerp != belofte.onderwerp:
                # Free text stays out of the report: only that it differs.
                yield Verschil(client.pk, "termijn_onderwerp", naam, "tekst", "andere tekst")


def _vergelijk_stand(client: Client, afgeleid: dict[str, Any], stand: Stand | None) -> Iterator[Verschil]:
    if stand is None:
        yield Verschil(client.pk, "stand_ontbreekt", "", None, None)
        return
    for kolom, waarde in afgeleid.items():
        if getattr(stand, kolom) != waarde:
            tekst = kolom in {"zoeknaam", "taal"}
            yield Verschil(
                client.pk,
                "stand",
                kolom,
                "tekst" if tekst else getattr(stand, kolom),
                "andere tekst" if tekst else waarde,
            )


@transaction.atomic
def herstel_dossier(pk: int, *, op: date) -> bool:
    """Derive again under a lock, so a repair never writes back what a colleague changed a moment ago."""
    client = Client.objects.select_for_update().get(pk=pk)
    feiten = Dossierfeiten([client], op=op)
    verschillen = vergelijk(client, leid_af(client, feiten), feiten)
    if not verschillen:
        return False
    richt(client, TERMIJNSOORTEN, beloften_van(client, feiten), op=op)
    feiten = Dossierfeiten([client], op=op)
    stand = leid_af(client, feiten).stand
    bewaard = feiten.standen.get(pk)
    if bewaard is None or bewaard.stap != stand["stap"]:
        stand = {"stap_sinds": op, **stand}
    zet_stand(client, **stand)
    noteer(DOSSIER_HERSTELD, client, door=None, client=client, verschillen=len(verschillen))
    return True


def _kaal(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
