"""The caseload as a workbook for those who may export."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from clienten.enums import Stap
from clienten.insz import toon_insz
from clienten.models import Client
from clienten.models.client import dossiernummer
from ocmw.ui.werkboek import lijst_als_werkboek

KOPPEN = (
    "Dossier", "Familienaam", "Voornaam", "Geboortedatum", "INSZ", "OCMW", "Fase", "In deze fase sinds",
    "Trajectbegeleider", "Maatschappelijk werker", "Moedertaal", "Laatste contact", "Eerste termijn", "Eerstvolgend einde",
)  # fmt: skip


# Of a Stand, as plain values: four model instances for each of five thousand rows cost more than the sheet.
VELDEN = (
    "client_id", "ocmw_id", "client__achternaam", "client__voornaam", "client__geboortedatum", "client__insz", "ocmw__naam",
    "stap", "stap_sinds", "coach__voornaam", "coach__achternaam", "mw__voornaam", "mw__achternaam", "taal",
    "laatste_contact_op", "eerste_termijn_op", "einde_op",
)  # fmt: skip
STAPPEN = dict(Stap.choices)


def caseload_werkboek(rijen: Sequence[tuple[Any, ...]]) -> bytes:
    """`rijen`: the values of VELDEN."""
    return lijst_als_werkboek("Caseload", KOPPEN, _cellen(rijen), breedte=18)


def _cellen(rijen: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    for (
        pk, _, achternaam, voornaam, geboren, insz, ocmw, stap, sinds, coach_voor, coach, mw_voor, mw, taal, *dagen,
    ) in rijen:  # fmt: skip
        yield (
            dossiernummer(pk), achternaam, voornaam, geboren, toon_insz(insz), ocmw, STAPPEN[stap], sinds,
            f"{coach_voor} {coach}" if coach else "", f"{mw_voor} {mw}" if mw else "", taal, *dagen,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Uitgevoerd:
    """A client who is in the sheet, as far as the journaal must know."""

    pk: int
    ocmw_id: int
    _meta: ClassVar[Any] = Client._meta


def clienten_van(rijen: Iterable[tuple[Any, ...]]) -> list[Uitgevoerd]:
    return [Uitgevoerd(pk, ocmw) for pk, ocmw, *_ in rijen]
