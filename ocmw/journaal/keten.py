"""Is the journaal still what was written? Each OCMW's rows form a chain: a seal holds a fingerprint of its row and of the seal
before it, so a row that is changed, removed or slipped in later breaks everything behind it (docs/adr/0043).

Sealing is work for the clock, every minute: nobody who saves waits for it, and a transaction that commits late is sealed later,
with a later number. The last seal of each chain is also written outside the database, every night: who can rewrite the whole
chain, cannot rewrite that too.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, Max, OuterRef, QuerySet

from ocmw.journaal.models import Journaalregel, Zegel

BEGIN = bytes(32)
VAN_NIEMAND = 0
PER_KEER = 5_000
# Far more rows than are written while one transaction is open; the check of the night looks at all of them.
TERUGKIJKEN = 100_000
_VELDEN = (
    "pk", "op", "soort", "wat", "medewerker_id", "medewerker_naam", "rol", "ocmw_id", "client_id", "onderwerp", "reden", "details",
)  # fmt: skip


@dataclass(frozen=True)
class Breuk:
    """Where a chain no longer holds. `nummer` is the first place that is wrong."""

    keten: int
    nummer: int
    wat: str


def schakel(vorige: bytes, regel: dict[str, Any]) -> bytes:
    """The fingerprint of a row behind `vorige`. Moments count to the millisecond: a dump in JSON keeps no more."""
    waarden = [
        round(waarde.timestamp() * 1000) if isinstance(waarde, datetime) else waarde
        for waarde in (regel[veld] for veld in _VELDEN)
    ]
    inhoud = json.dumps(waarden, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(vorige + inhoud.encode()).digest()


def verzegel(*, alles: bool = False) -> int:
    """Give every row without a seal its place; how many there were. Two that seal at once: one of them does it."""
    totaal = 0
    while aantal := _verzegel_enkele(_zonder_zegel(alles=alles)):
        totaal += aantal
    return totaal


def _zonder_zegel(*, alles: bool) -> QuerySet[Journaalregel]:
    regels = Journaalregel.objects.filter(~Exists(Zegel.objects.filter(regel_id=OuterRef("pk")))).order_by("pk")
    laatste = None if alles else Zegel.objects.aggregate(laatste=Max("regel_id"))["laatste"]
    return regels if laatste is None else regels.filter(pk__gt=laatste - TERUGKIJKEN)


def _verzegel_enkele(regels: QuerySet[Journaalregel]) -> int:
    try:
        with transaction.atomic():
            rijen = list(regels.values(*_VELDEN)[:PER_KEER])
            hoofden = {keten: _hoofd(keten) for keten in {rij["ocmw_id"] or VAN_NIEMAND for rij in rijen}}
            zegels = []
            for rij in rijen:
                keten = rij["ocmw_id"] or VAN_NIEMAND
                nummer, vorige = hoofden[keten]
                hoofden[keten] = nummer + 1, schakel(vorige, rij)
                zegels.append(Zegel(regel_id=rij["pk"], keten=keten, nummer=nummer + 1, hash=hoofden[keten][1]))
            Zegel.objects.bulk_create(zegels)
    except IntegrityError:
        return 0
    return len(zegels)


def _hoofd(keten: int) -> tuple[int, bytes]:
    laatste = Zegel.objects.filter(keten=keten).order_by("-nummer").first()
    return (laatste.nummer, bytes(laatste.hash)) if laatste else (0, BEGIN)


def ketens() -> list[int]:
    return sorted(Zegel.objects.order_by().values_list("keten", flat=True).distinct())


def controleer() -> list[Breuk]:
    """Every chain from its first row on, and against what was written outside the database; the first break of each."""
    verzegel(alles=True)
    breuken = [breuk for keten in sorted({*ketens(), *_verankerd()}) if (breuk := _eerste_breuk(keten))]
    if not breuken:
        _veranker()
    return breuken


def _eerste_breuk(keten: int) -> Breuk | None:
    ankers = _verankerd().get(keten, {})
    nummer, vorige = 0, BEGIN
    for zegel, rij in _schakels(keten):
        nummer += 1
        if zegel.nummer != nummer:
            return Breuk(keten, nummer, "een zegel ontbreekt")
        if rij is None:
            return Breuk(keten, nummer, "een regel is verdwenen")
        vorige = schakel(vorige, rij)
        if vorige != bytes(zegel.hash):
            return Breuk(keten, nummer, "een regel is gewijzigd")
        if ankers.get(nummer, vorige) != vorige:
            return Breuk(keten, nummer, "de keten is herschreven")
    ontbreekt = [anker for anker in ankers if anker > nummer]
    return Breuk(keten, min(ontbreekt), "het einde van de keten is weg") if ontbreekt else None


def _schakels(keten: int) -> Iterator[tuple[Zegel, dict[str, Any] | None]]:
    zegels = Zegel.objects.filter(keten=keten).order_by("nummer").iterator(chunk_size=PER_KEER)
    while deel := list(islice(zegels, PER_KEER)):
        rijen = Journaalregel.objects.filter(pk__in=[zegel.regel_id for zegel in deel]).order_by().values(*_VELDEN)
        per_sleutel = {rij["pk"]: rij for rij in rijen}
        for zegel in deel:
            yield zegel, per_sleutel.get(zegel.regel_id)


# --- outside the database -----------------------------------------------------------------------------


def ankerbestand() -> Path:
    """One line per chain per night. Another disk or a share that only takes additions is better still (OCMW_ANKERS)."""
    return Path(settings.ANKERS_DIR) / "journaal.jsonl"


def _verankerd() -> dict[int, dict[int, bytes]]:
    """Chain -> number -> fingerprint. A line that cannot be read was cut off by a crash: the others count."""
    gelezen: dict[int, dict[int, bytes]] = {}
    bestand = ankerbestand()
    for lijn in bestand.read_text(encoding="utf-8").splitlines() if bestand.exists() else ():
        try:
            anker = json.loads(lijn)
            gelezen.setdefault(int(anker["keten"]), {})[int(anker["nummer"])] = bytes.fromhex(anker["hash"])
        except (ValueError, KeyError, TypeError):
            continue
    return gelezen


def _veranker() -> None:
    nu, bekend = datetime.now(UTC).isoformat(timespec="seconds"), _verankerd()
    nieuw = []
    for keten in ketens():
        nummer, hash_ = _hoofd(keten)
        if nummer not in bekend.get(keten, {}):
            nieuw.append(json.dumps({"op": nu, "keten": keten, "nummer": nummer, "hash": hash_.hex()}) + "\n")
    if nieuw:
        ankerbestand().parent.mkdir(parents=True, exist_ok=True)
        with ankerbestand().open("a", encoding="utf-8") as bestand:
            bestand.writelines(nieuw)
