"""Compare what is stored with what the facts say, report each difference, and repair when asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from clienten.feiten import Feiten, lees_dossiers
from clienten.models import Client, Stand
from clienten.stand import maak_leesplannen, maak_standplan
from ocmw.journaal.models import Journaalregel, journaalregel
from ocmw.termijnen.models import Termijn
from ocmw.termijnen.richten import maak_termijnplan, open_dagen
from ocmw.werkruimte.dossier.journaalcodes import DOSSIER_HERSTELD
from tewerkstelling.models import Onderbreking

PARTIJ = 500
HERSTEL = 100  # at most so many dossiers wait for a repair at once
MELD_HOOGSTENS = 10_000
TERMIJNVERSCHIL = {
    "vervalt_op": "termijn_datum",
    "verantwoordelijke_id": "termijn_verantwoordelijke",
    "onderwerp": "termijn_onderwerp",
    "volgende_op": "termijn_volgende_stap",
}
TEKST = {"onderwerp", "zoeknaam", "taal", "fout"}


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
    for groep in partijen(pks, partij):
        afwijkend: set[int] = set()
        for verschil in Dossiercontrole(lees_dossiers(groep, op=op)).verschillen():
            uitslag.aantal += 1
            afwijkend.add(verschil.client)
            if len(uitslag.verschillen) < MELD_HOOGSTENS:
                uitslag.verschillen.append(verschil)
        if afwijkend and herstel:
            uitslag.hersteld += herstel_dossiers(sorted(afwijkend), op=op)
        uitslag.clienten += len(groep)
    return uitslag


def haal_nachten_in(op: date) -> int:
    """An appointment, an end or a promise that passed makes place for the next one, and what hangs on an interruption that goes
    on moves a day; no action did that. How many dossiers changed, of as many nights as were missed."""
    voorbij = Stand.objects.filter(Q(volgende_afspraak_op__lt=op) | Q(einde_op__lt=op)).values_list("client", flat=True)
    # A week, so that nights that were missed are caught up with.
    net = Termijn.objects.open().filter(vervalt_op__lt=op, vervalt_op__gte=op - timedelta(days=7))
    stap = Termijn.objects.open().filter(volgende_op__lte=op)
    # Also in the days after the contract ended: the last day moved to its end.
    loopt = Onderbreking.objects.zonder_einde(op=op - timedelta(days=7))
    rijen = (net, stap, loopt)
    pks = sorted({*voorbij, *(pk for deel in rijen for pk in deel.values_list("client", flat=True))})
    return sum(herstel_dossiers(pks[begin : begin + HERSTEL], op=op) for begin in range(0, len(pks), HERSTEL))


def partijen(pks: list[int] | None, partij: int) -> Iterator[list[int]]:
    """By primary key, so a dossier that is added or closed meanwhile shifts no page."""
    na = 0
    while True:
        rijen = Client.objects.filter(pk__gt=na).order_by("pk").values_list("pk", flat=True)
        groep = list((rijen if pks is None else rijen.filter(pk__in=pks))[:partij])
        if not groep:
            return
        yield groep
        na = groep[-1]


class Dossiercontrole:
    """What a derivation would write for these dossiers: every line of it is a difference."""

    def __init__(self, feiten: Feiten) -> None:
        self.feiten = feiten
        self.termijnen = maak_termijnplan(feiten)
        feiten.onthoud(open_dagen, self.termijnen.dagen)
        self.standen = maak_standplan(feiten)
        self.leesplannen = maak_leesplannen(feiten)

    def verschillen(self) -> list[Verschil]:
        """In the order of the dossiers."""
        alle = [*self._van_termijnen(), *self._van_standen(), *self._van_leesrijen()]
        return sorted(alle, key=lambda verschil: verschil.client)

    def schrijf(self) -> None:
        self.termijnen.schrijf()
        self.standen.schrijf()
        for plan in self.leesplannen:
            plan.schrijf()

    def _van_termijnen(self) -> Iterator[Verschil]:
        for rij in self.termijnen.nieuw:
            yield Verschil(rij.client_id, "termijn_ontbreekt", _naam(rij), None, rij.vervalt_op)
        for rij in self.termijnen.gehouden:
            yield Verschil(rij.client_id, "termijn_te_veel", _naam(rij), rij.vervalt_op, None)
        for rij, anders in self.termijnen.verzet:
            for kolom, soort in TERMIJNVERSCHIL.items():
                if kolom in anders:
                    was, wordt = getattr(rij, kolom), anders[kolom]
                    yield Verschil(rij.client_id, soort, _naam(rij), *_veilig(kolom, was, wordt))

    def _van_standen(self) -> Iterator[Verschil]:
        for nieuw in self.standen.nieuw:
            yield Verschil(nieuw.client_id, "stand_ontbreekt", "", None, None)
        for rij, anders in self.standen.anders:
            for kolom, waarde in anders.items():
                yield Verschil(rij.client_id, "stand", kolom, *_veilig(kolom, getattr(rij, kolom), waarde))

    def _van_leesrijen(self) -> Iterator[Verschil]:
        for plan in self.leesplannen:
            for client, kolom, was, wordt in plan.verschillen():
                yield Verschil(client, "leesrij", kolom, *_veilig(kolom, was, wordt))


def _naam(termijn: Termijn) -> str:
    return "/".join(filter(None, (termijn.soort, termijn.sleutel)))


def _veilig(kolom: str, was: Any, wordt: Any) -> tuple[Any, Any]:
    """Free text stays out of the report: only that it differs."""
    return ("tekst", "andere tekst") if kolom in TEKST else (was, wordt)


@transaction.atomic
def herstel_dossiers(pks: list[int], *, op: date) -> int:
    """Derive under a lock and write what differs, so a repair never writes back what a colleague changed a moment ago.
    How many dossiers differed."""
    nu = Dossiercontrole(lees_dossiers(pks, op=op, slot=True))
    aantallen = Counter(verschil.client for verschil in nu.verschillen())
    nu.schrijf()
    clienten = nu.feiten.clienten
    Journaalregel.objects.bulk_create(
        journaalregel(DOSSIER_HERSTELD, clienten[pk], door=None, client=clienten[pk], verschillen=aantal)
        for pk, aantal in aantallen.items()
    )
    return len(aantallen)


def _kaal(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
