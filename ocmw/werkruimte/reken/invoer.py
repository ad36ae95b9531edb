"""Reading the facts of a calculation: what cannot be used is refused in one Dutch sentence, never guessed."""

import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Onbruikbaar(ValueError):
    """The input cannot be used; the text is one Dutch sentence for the person or script that asked."""


class Gegevens:
    """The facts of one question. Remembers which keys were read, so a key nobody asked for is reported, not dropped."""

    def __init__(self, feiten: Mapping[str, Any]) -> None:
        self._feiten = feiten
        self._gelezen: set[str] = set()

    @property
    def genegeerd(self) -> list[str]:
        return sorted(set(self._feiten) - self._gelezen)

    def datum(self, sleutel: str) -> date:
        """A required ISO date, written YYYY-MM-DD and nothing else."""
        waarde = self._waarde(sleutel)
        if not isinstance(waarde, str) or not _ISO.fullmatch(waarde):
            raise Onbruikbaar(f"{sleutel} moet een datum zijn zoals 2026-09-01, niet {_kort(waarde)}.")
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            raise Onbruikbaar(f"{sleutel}: de datum {waarde} bestaat niet.") from None

    def tekst(self, sleutel: str) -> str:
        """A required text. A number is refused: JSON would already have lost its leading zero."""
        waarde = self._waarde(sleutel)
        if not isinstance(waarde, str):
            raise Onbruikbaar(f"{sleutel} moet tekst tussen aanhalingstekens zijn, niet {_kort(waarde)}.")
        return waarde

    def heeft(self, sleutel: str) -> bool:
        """Was this optional fact given? `null` counts as not given."""
        return self._feiten.get(sleutel) is not None

    def tekst_of(self, sleutel: str, standaard: str) -> str:
        return self.tekst(sleutel) if self.heeft(sleutel) else standaard

    def getal(self, sleutel: str, standaard: Decimal | None = None) -> Decimal:
        """A number that is not negative; with `standaard` it may be left out."""
        if standaard is not None and not self.heeft(sleutel):
            return standaard
        waarde = self._waarde(sleutel)
        if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not 0 <= waarde < 1_000_000:
            raise Onbruikbaar(f"{sleutel} moet een getal zijn zoals 38 of 28.5, niet {_kort(waarde)}.")
        return Decimal(str(waarde))

    def geheel(self, sleutel: str, standaard: int | None = None) -> int:
        getal = self.getal(sleutel, None if standaard is None else Decimal(standaard))
        if getal != int(getal):
            raise Onbruikbaar(f"{sleutel} moet een geheel getal zijn, niet {getal}.")
        return int(getal)

    def ja_nee(self, sleutel: str, *, standaard: bool = False) -> bool:
        """An optional true or false; left out means `standaard`."""
        waarde = self._waarde(sleutel) if self.heeft(sleutel) else standaard
        if not isinstance(waarde, bool):
            raise Onbruikbaar(f"{sleutel} moet true of false zijn, niet {_kort(waarde)}.")
        return waarde

    def lijst(self, sleutel: str) -> list["Gegevens"]:
        """An optional list of objects; left out means empty."""
        waarde = self._waarde(sleutel) if self.heeft(sleutel) else []
        if not isinstance(waarde, list) or not all(isinstance(deel, dict) for deel in waarde):
            raise Onbruikbaar(f"{sleutel} moet een lijst van objecten zijn, niet {_kort(waarde)}.")
        return [Gegevens(deel) for deel in waarde]

    def teksten(self, sleutel: str) -> list[str]:
        """A required list of texts; it may be empty."""
        waarde = self._waarde(sleutel)
        if not isinstance(waarde, list) or not all(isinstance(deel, str) for deel in waarde):
            raise Onbruikbaar(f"{sleutel} moet een lijst van teksten zijn, niet {_kort(waarde)}.")
        return list(waarde)

    def _waarde(self, sleutel: str) -> Any:
        if sleutel not in self._feiten:
            raise Onbruikbaar(f"De sleutel {sleutel} ontbreekt.")
        self._gelezen.add(sleutel)
        return self._feiten[sleutel]


def lees_gegevens(invoer: bytes) -> Gegevens:
    """One JSON object in UTF-8. Raises Onbruikbaar for anything else, a doubled key included."""
    try:
        feiten = json.loads(invoer.decode("utf-8-sig"), object_pairs_hook=_zonder_dubbels)
    except UnicodeDecodeError:
        raise Onbruikbaar("De invoer is geen UTF-8-tekst.") from None
    except RecursionError:
        raise Onbruikbaar("De invoer is te diep genest.") from None
    except json.JSONDecodeError as fout:
        raise Onbruikbaar(f"De invoer is geen JSON (regel {fout.lineno}, teken {fout.colno}).") from None
    except Onbruikbaar:
        raise
    except ValueError:  # Python reads no number of thousands of digits
        raise Onbruikbaar("Een getal in de invoer is te groot.") from None
    if not isinstance(feiten, dict):
        raise Onbruikbaar('De invoer moet een JSON-object zijn, zoals {"start": "2026-09-01"}.')
    return Gegevens(feiten)


def _zonder_dubbels(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    feiten = dict(paren)
    if len(feiten) != len(paren):
        raise Onbruikbaar("Een sleutel staat twee keer in de invoer.")
    return feiten


def _kort(waarde: Any) -> str:
    """The value as people typed it, on one line and never long."""
    tekst = json.dumps(waarde, ensure_ascii=False)
    return tekst if len(tekst) <= 40 else tekst[:37] + "..."
