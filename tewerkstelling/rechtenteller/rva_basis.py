"""What the RVA was asked about, and whether that is still so (A22). Only fingerprints are kept: a calculation needs to know
that an interruption changed, not which, and health is written down in one place."""

from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from ocmw.regels.opzoeken import OnbekendeRegel, regel
from tewerkstelling.enums import Onderbrekingsoort
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.teller import andere_contracten

WAT = {
    "dagen_per_week": "de werkdagen per week",
    "onderbrekingen": "de onderbrekingen",
    "ander_werk": "het andere werk",
    "eerder": "wat al bewezen is",
}


def basis_van_vraag(
    contract: Tewerkstelling,
    contracten: Iterable[Tewerkstelling],
    onderbrekingen: Sequence[Onderbreking],
    positie: Rechtspositie | None,
    *,
    op: date,
) -> dict[str, str]:
    """A fingerprint per kind of fact that moves the day of the rights, start and hours left out (RvaBerekening.past_bij).

    `onderbrekingen`: of all contracts. `op`: the day whose rules say which interruptions count."""
    weg = _die_niet_tellen(op)

    def van(een: Tewerkstelling) -> list[tuple[str, date, date]]:
        return sorted(
            (str(o.soort), o.van, o.tot) for o in onderbrekingen if o.contract_id == een.pk and o.soort in weg
        )

    andere = [
        (een.van, een.tot, _uren(een), een.dagen_per_week, een.andere_uren, van(een))
        for een in andere_contracten(contract, contracten)
    ]
    eerder = (positie.vorige_toelating_op, float(positie.al_bewezen)) if positie else (None, 0.0)
    feiten = {
        "dagen_per_week": contract.dagen_per_week,
        "onderbrekingen": van(contract),
        "ander_werk": andere,
        "eerder": eerder,
    }
    return {"op": op.isoformat()} | {wat: sha256(repr(waarde).encode()).hexdigest() for wat, waarde in feiten.items()}


def wat_veranderde(
    berekening: RvaBerekening,
    contract: Tewerkstelling,
    contracten: Iterable[Tewerkstelling],
    onderbrekingen: Sequence[Onderbreking],
    positie: Rechtspositie | None,
) -> list[str]:
    """In words, what moves the day and is no longer what the RVA was asked about; empty when nothing."""
    uit = [] if berekening.past_bij(contract) else ["de start of de uren"]
    gevraagd = berekening.basis_feiten
    if not gevraagd:
        return uit  # asked before we kept this
    op = date.fromisoformat(gevraagd["op"])
    nu = basis_van_vraag(contract, contracten, onderbrekingen, positie, op=op)
    return uit + [woord for wat, woord in WAT.items() if nu[wat] != gevraagd[wat]]


def _uren(contract: Tewerkstelling) -> tuple[float, float]:
    return float(contract.uren_per_week or contract.voltijds_uren), float(contract.voltijds_uren)


def _die_niet_tellen(op: date) -> set[str]:
    try:
        regels = regel("rva.gelijkgesteld", op=op).waarde
    except OnbekendeRegel:
        return set(Onderbrekingsoort.values)
    return {soort for soort, rij in regels.items() if rij["telt"] == "niet"}
