"""What the RVA was asked about, and whether that is still so (A22). Only fingerprints are kept: a calculation needs to know
that an interruption changed, not which, and health is written down in one place."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import Protocol

from ocmw.regels.opzoeken import OnbekendeRegel, regel
from tewerkstelling.enums import Onderbrekingsoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.teller import andere_contracten, toelating_van_contract


class Genoteerd(Protocol):
    """An interruption as it is written down, or its days. What the RVA was told is the end that was known: an interruption
    that goes on is no other one tomorrow."""

    @property
    def contract_id(self) -> int: ...

    @property
    def soort(self) -> str: ...

    @property
    def van(self) -> date: ...

    @property
    def bekend_tot(self) -> date | None: ...


WAT = {
    "dagen_per_week": "de werkdagen per week",
    "toelating": "de toelating",
    "onderbrekingen": "de onderbrekingen",
    "ander_werk": "het andere werk",
    "eerder": "wat al bewezen is",
}


def basis_van_vraag(
    contract: Tewerkstelling,
    contracten: Iterable[Tewerkstelling],
    onderbrekingen: Sequence[Genoteerd],
    positie: Rechtspositie | None,
    *,
    op: date,
) -> dict[str, str]:
    """A fingerprint per kind of fact that moves the day of the rights, start and hours left out (RvaBerekening.past_bij).

    `onderbrekingen`: of all contracts. `op`: the day whose rules say which interruptions count."""
    weg = _die_niet_tellen(op)

    def van(een: Tewerkstelling) -> list[tuple[str, date, date | None]]:
        # Two of one contract never begin on the same day, so an end that is not there is never compared.
        return sorted(
            (str(o.soort), o.van, o.bekend_tot) for o in onderbrekingen if o.contract_id == een.pk and o.soort in weg
        )

    andere = [
        (een.van, een.tot, _uren(een), een.dagen_per_week, een.andere_uren, van(een))
        for een in andere_contracten(contract, contracten)
    ]
    eerder = (positie.vorige_toelating_op, float(positie.al_bewezen)) if positie else (None, 0.0)
    feiten = {
        "dagen_per_week": contract.dagen_per_week,
        "toelating": str(toelating_van_contract(contract).als),
        "onderbrekingen": van(contract),
        "ander_werk": andere,
        "eerder": eerder,
    }
    return {"op": op.isoformat()} | {wat: sha256(repr(waarde).encode()).hexdigest() for wat, waarde in feiten.items()}


def wat_veranderde(
    berekening: RvaBerekening,
    contract: Tewerkstelling,
    contracten: Iterable[Tewerkstelling],
    onderbrekingen: Sequence[Genoteerd],
    positie: Rechtspositie | None,
) -> list[str]:
    """In words, what moves the day and is no longer what the RVA was asked about; empty when nothing."""
    uit = [] if berekening.past_bij(contract) else ["de start of de uren"]
    gevraagd = berekening.basis_feiten
    if not gevraagd:
        return uit  # asked before we kept this
    op = date.fromisoformat(gevraagd["op"])
    nu = basis_van_vraag(contract, contracten, onderbrekingen, positie, op=op)
    # A calculation of before we kept one of these says nothing about it.
    return uit + [woord for wat, woord in WAT.items() if nu[wat] != gevraagd.get(wat, nu[wat])]


def _uren(contract: Tewerkstelling) -> tuple[float, float]:
    return float(contract.uren_per_week or contract.voltijds_uren), float(contract.voltijds_uren)


def _die_niet_tellen(op: date) -> set[str]:
    try:
        regels = regel("rva.gelijkgesteld", op=op).waarde
    except OnbekendeRegel:
        return set(Onderbrekingsoort.values)
    return {soort for soort, rij in regels.items() if rij["telt"] == "niet"}
