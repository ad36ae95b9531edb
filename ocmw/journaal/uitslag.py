"""What the last check of the journaal found: a file, so that a page can tell it without a query."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from django.conf import settings

from ocmw.journaal.keten import Breuk
from ocmw.ui.schijf import schrijf_heel

NAAM = "journaal.json"


@dataclass(frozen=True)
class Ketenuitslag:
    op: datetime
    breuken: tuple[Breuk, ...]


def bewaar_uitslag(breuken: Iterable[Breuk]) -> None:
    inhoud = {"op": datetime.now(UTC).isoformat(timespec="seconds"), "breuken": [asdict(breuk) for breuk in breuken]}
    schrijf_heel(settings.TEKEN_DIR / NAAM, json.dumps(inhoud).encode(), rechten=0o600)


def laatste_uitslag() -> Ketenuitslag | None:
    """None: never looked at, or what stands there cannot be read."""
    try:
        inhoud = json.loads((settings.TEKEN_DIR / NAAM).read_text(encoding="utf-8"))
        return Ketenuitslag(datetime.fromisoformat(inhoud["op"]), tuple(Breuk(**breuk) for breuk in inhoud["breuken"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_gebroken() -> bool:
    uitslag = laatste_uitslag()
    return uitslag is not None and bool(uitslag.breuken)
