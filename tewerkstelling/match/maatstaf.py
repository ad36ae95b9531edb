"""The measure in force on a day: weights, values and thresholds from the dated rules, with their source."""

from dataclasses import dataclass, field
from datetime import date, time

from ocmw.regels.opzoeken import regel
from tewerkstelling.match.enums import Factor, Kleur


@dataclass(frozen=True)
class Maatstaf:
    """`minuten`, `uren` and so on: up to so much difference is amber, beyond it red."""

    gewichten: dict[str, int]
    waarden: dict[str, int]
    uren: float = 4
    minuten: int = 30
    reisminuten: int = 10
    taalstappen: int = 1
    startdagen: int = 14
    wachtdagen: int = 60
    ov_van: time = time(6, 30)
    ov_tot: time = time(22)
    opvang_van: time = time(8)
    opvang_tot: time = time(18)
    bron: str = ""
    geldig_van: date | None = field(default=None)

    @property
    def hoogste(self) -> int:
        return sum(self.gewichten.get(factor.value, 1) for factor in Factor) * self.waarden[Kleur.GROEN]


def maatstaf(*, op: date) -> Maatstaf:
    """Raises OnbekendeRegel when no rule holds on that day."""
    gewichten, waarden, drempels = (
        regel(sleutel, op=op) for sleutel in ("match.gewichten", "match.waarden", "match.drempels")
    )
    tijden = {naam: time.fromisoformat(uur) for naam, uur in drempels.waarde.items() if isinstance(uur, str)}
    bekend = {naam: waarde for naam, waarde in drempels.waarde.items() if naam in Maatstaf.__dataclass_fields__}
    return Maatstaf(
        gewichten=dict(gewichten.waarde),
        waarden=dict(waarden.waarde),
        bron=gewichten.bron,
        geldig_van=gewichten.geldig_van,
        **{**bekend, **tijden},
    )
