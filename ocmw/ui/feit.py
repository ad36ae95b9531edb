"""A fact as it is shown: its value, which fact it is and about what, on page, paper and sheet alike (docs/adr/0027).

A value object says what it `toont`; templates print them with `{% feit %}` and `{% feitzin %}`, which leave a mark. So a test can
read every page that people read, and ask whether they say the same.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

Waarde = date | Decimal | int | str | None

# What a dossier has one answer to. A name that is not here cannot be shown.
FEITEN = {
    "twe_start": "eerste dag van de 24 maanden",
    "twe_laatste_dag": "laatste dag van de 24 maanden",
    "twe_einde": "laatste dag van de begeleiding: van de 24 maanden, of de dag waarop ze stopte",
    "art60_op_tijd_tot": "laatste dag waarop art.60 zeker op tijd start",
    "nazorg_van": "eerste dag van de nazorg",
    "nazorg_tot": "laatste dag van de nazorg",
    "nazorg_dagen": "dagen nazorg na art.60",
    "nazorg_punt": "waar iemand staat in de 24 maanden",
    "rechten_op": "dag waarop de dagen er zijn: van de RVA, of anders volgens onze telling",
    "rechten_geschat": "dag waarop de dagen er zijn volgens onze telling",
    "recht_vanaf": "eerste dag van het recht: de dag erna",
    "dagen_nodig": "dagen die nodig zijn",
    "dagen_geteld": "hele dagen die bewezen zijn",
    "vergoeding": "wat VDAB samen betaalt",
    "vergoeding_kwartaal": "wat VDAB voor een kwartaal betaalt",
    "maanden_art60": "maanden met art.60 die tellen",
    "maand_bedrag": "wat VDAB voor een maand betaalt",
    "maand_gemist": "wat een maand niet betaalt en wel zou betalen als haar reden opgelost was",
    "dagen_langer": "dagen die het contract langer loopt dan nodig",
    "evaluatie": "geplande dag van een evaluatie",
    "bezoek": "geplande dag van het volgende bezoek",
    "laatste_contact": "dag van het laatste contact",
    "einde_op": "eerstvolgend einde",
    "werkt_nu": "contract dat vandaag loopt",
}


@dataclass(frozen=True)
class Feit:
    """`van`: about which row, where a dossier can have more than one ("contract:12")."""

    naam: str
    waarde: Waarde
    van: str = ""

    def __post_init__(self) -> None:
        if self.naam not in FEITEN:
            raise KeyError(f"{self.naam} staat niet in FEITEN.")

    @property
    def sleutel(self) -> str:
        return f"{self.naam}:{self.van}" if self.van else self.naam

    @property
    def kaal(self) -> str:
        """For a machine: ISO for a day, no separators in a number."""
        return self.waarde.isoformat() if isinstance(self.waarde, date) else str(self.waarde)


class MetFeiten(Protocol):
    """A value object: `toont` is what pages may print of it."""

    @property
    def toont(self) -> Mapping[str, Feit]: ...


def getoond(van: str = "", **waarden: Waarde) -> dict[str, Feit]:
    """What is not known is no fact to show."""
    return {naam: Feit(naam, waarde, van) for naam, waarde in waarden.items() if waarde is not None}


def merk(rijen: Iterable[Feit]) -> str:
    """The facts a sentence is made of, for `data-feiten`."""
    return " ".join(f"{feit.sleutel}={feit.kaal}" for feit in rijen)
