"""From an uploaded file to plain cells: sheets with their filled rows, each row with the number people see in Excel.

A cell is text, a number, yes/no or nothing. Dates become dd/mm/jjjj, so what the screen shows is what a person would type, and a row
can be kept as JSON. A formula stays visible as text that starts with "=": it is never calculated and never taken as a value.

The file itself is opened in a child process with limits (`boeklezer`): a hostile workbook costs its own upload, never the site.
"""

import logging
from dataclasses import dataclass
from pathlib import Path

from ocmw.kindproces.starten import Grenzen, KindMislukt, Waarom, in_kind
from ocmw.ui.weigering import Geweigerd

logger = logging.getLogger(__name__)

Cel = str | int | float | bool | None
FORMULE = "=formule"
MAX_BESTAND = 20 * 1024 * 1024
TE_GROOT = "Dit bestand is te groot om veilig te openen. Haal tekeningen en oude tabbladen eruit, of splits het."
GRENZEN = Grenzen(seconden=60, megabyte=512)
WERK = "ocmw.werkruimte.invoer.boeklezer:boeklezer"
MISLUKT = {
    Waarom.TIJD: "Dit bestand lezen duurt te lang. Bewaar enkel de bladen die je nodig hebt, of splits het.",
    Waarom.GEHEUGEN: TE_GROOT,
    Waarom.KAPOT: "Dit bestand kunnen we niet lezen. Open het in Excel, bewaar het opnieuw als .xlsx en probeer nog eens.",
    Waarom.DRUK: "Er worden op dit moment veel bestanden gelezen. Probeer het over een minuut opnieuw.",
}


@dataclass(frozen=True, slots=True)
class Werkboekrij:
    nummer: int
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Werkblad:
    """One visible sheet; `rijen` holds the rows with at least one filled cell, in order."""

    naam: str
    rijen: tuple[Werkboekrij, ...]


def lees_werkboek(bron: Path | bytes) -> list[Werkblad]:
    """All visible sheets of an .xlsx, or the one of a .csv/.tsv; Geweigerd with one Dutch sentence when it is anything else.

    Takes seconds for a large file. Do not call it inside a transaction: on SQLite nobody else could save meanwhile.
    """
    ruw = bron if isinstance(bron, bytes) else _lees_bestand(bron)
    if len(ruw) > MAX_BESTAND:
        raise Geweigerd(TE_GROOT)
    try:
        bladen, _ = in_kind(WERK, ruw, grenzen=GRENZEN)
    except KindMislukt as fout:
        logger.warning("inlezen mislukt: grootte=%d waarom=%s", len(ruw), fout)
        raise Geweigerd(MISLUKT[fout.waarom]) from fout
    return [
        Werkblad(naam, tuple(Werkboekrij(nummer, tuple(cellen)) for nummer, cellen in rijen)) for naam, rijen in bladen
    ]


def _lees_bestand(pad: Path) -> bytes:
    try:
        if pad.stat().st_size > MAX_BESTAND:
            raise Geweigerd(TE_GROOT)
        return pad.read_bytes()
    except OSError as fout:
        raise Geweigerd(f"We kunnen het bestand {pad.name} niet lezen.") from fout
