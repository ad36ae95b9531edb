"""The list of phase 5: which points there are, and which still wait. Pure; the points are the rule `einde.vragen`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from tewerkstelling.einde.enums import Eindeantwoord as A

ANTWOORDEN: dict[str, tuple[A, ...]] = {
    "vraag": (A.JA, A.NEE, A.ONBEKEND),
    "taak": (A.GEDAAN, A.NOG_NIET, A.NIET_NODIG),
    "keuze": (),
    "plan": (),
}
AF = {A.JA, A.NEE, A.GEDAAN, A.NIET_NODIG}
GEEN_MAATREGEL = "geen"
SOCIALE_ECONOMIE = "sociale_economie"  # the point that asks whether it is the highest level


class Puntantwoord(Protocol):
    antwoord: Any
    keuzes: Any
    toelichting: Any
    contact_op: Any


@dataclass(frozen=True)
class Eindevraag:
    """One point. `bij_sociale_economie`: it only counts when that is the highest level somebody can reach (T9a)."""

    code: str
    deel: str
    soort: str
    vraag: str
    open: str
    bron: str
    afgeschermd: bool = False
    tijdens_contract: bool = False
    bij_sociale_economie: bool = False

    @property
    def antwoorden(self) -> tuple[A, ...]:
        return ANTWOORDEN[self.soort]


@dataclass(frozen=True)
class Lijstpunt:
    """A point with its answer. `rij` is None while nobody answered."""

    vraag: Eindevraag
    rij: Any
    klaar: bool
    zin: str = ""


def vragen_uit(waarde: Iterable[Mapping[str, Any]]) -> tuple[Eindevraag, ...]:
    """The rule as it is stored, as questions."""
    return tuple(Eindevraag(**rij) for rij in waarde)


def is_klaar(vraag: Eindevraag, rij: Puntantwoord | None) -> bool:
    if rij is None:
        return False
    if vraag.soort == "keuze":
        return bool(rij.keuzes)
    if vraag.soort == "plan":
        return bool(rij.toelichting.strip()) and rij.contact_op is not None
    return rij.antwoord in AF


def eindelijst(
    vragen: Iterable[Eindevraag], antwoorden: Mapping[str, Puntantwoord], *, laatste_dag: date | None, op: date
) -> tuple[Lijstpunt, ...]:
    """Every point that applies, in the order of the rule; `zin` says what waits when it is not settled."""
    punten = []
    for vraag in vragen:
        if not _geldt(vraag, antwoorden):
            continue
        rij = antwoorden.get(vraag.code)
        klaar = is_klaar(vraag, rij)
        punten.append(Lijstpunt(vraag, rij, klaar, "" if klaar else _zin(vraag, laatste_dag, op)))
    return tuple(punten)


def _geldt(vraag: Eindevraag, antwoorden: Mapping[str, Puntantwoord]) -> bool:
    hoogste = antwoorden.get(SOCIALE_ECONOMIE)
    return not vraag.bij_sociale_economie or (hoogste is not None and hoogste.antwoord == A.JA)


def _zin(vraag: Eindevraag, laatste_dag: date | None, op: date) -> str:
    if vraag.tijdens_contract and laatste_dag and laatste_dag < op:
        return "De screening is niet gevraagd terwijl het contract liep. Bespreek met VDAB wat nu nog kan."
    return vraag.open
