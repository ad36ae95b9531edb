"""The list of rules: per key the set that holds today, the one that comes, and the draft."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ocmw.regels.models import Regelconcept, Regelset
from ocmw.regels.sleutels import Onderwerp

CHIPS = (
    ("concept", "Met een concept"),
    ("straks", "Verandert binnenkort"),
    ("aanname", "Zonder openbare bron"),
)


@dataclass
class Regelrij:
    """`nu` is the set that holds today, or else the last one that did. `sets`: of the installation, and the own ones of the
    OCMW whose house rules are asked, which go before."""

    sleutel: str
    sets: list[Regelset]
    op: date
    concept: Regelconcept | None = None
    nu: Regelset = field(init=False)
    straks: Regelset | None = field(init=False)

    def __post_init__(self) -> None:
        eigen = [set_ for set_ in self.sets if set_.ocmw_id]
        gewoon = [set_ for set_ in self.sets if not set_.ocmw_id]
        begonnen = [set_ for set_ in gewoon if set_.geldig_van <= self.op]
        gelden = [set_ for set_ in eigen if set_.geldt(self.op)]
        self.nu = gelden[0] if gelden else begonnen[-1] if begonnen else self.sets[0]
        komt = [set_ for set_ in eigen if set_.geldig_van > self.op]
        komt = komt or ([] if gelden else [set_ for set_ in gewoon if set_.geldig_van > self.op])
        self.straks = komt[0] if komt else None

    @property
    def geldt(self) -> bool:
        return self.nu.geldt(self.op)

    @property
    def onderwerp(self) -> Onderwerp:
        return self.nu.beschrijving.onderwerp

    @property
    def vroeger(self) -> int:
        return len([set_ for set_ in self.sets if set_.geldig_van < self.nu.geldig_van])

    def past(self, vraag: Mapping[str, str]) -> bool:
        woorden = vraag.get("q", "").lower().split()
        tekst = " ".join((self.sleutel, self.nu.naam, self.nu.in_woorden, self.nu.bron, self.nu.toelichting)).lower()
        return (
            all(woord in tekst for woord in woorden)
            and vraag.get("onderwerp", "") in ("", self.onderwerp)
            and self.is_soort(vraag.get("toon", ""))
        )

    def is_soort(self, soort: str) -> bool:
        kenmerken = {
            "concept": self.concept is not None,
            "straks": self.straks is not None,
            "aanname": self.nu.herkomst.is_aanname,
        }
        return kenmerken.get(soort, True)


def regelrijen(sets: Iterable[Regelset], concepten: Iterable[Regelconcept], *, op: date) -> list[Regelrij]:
    """By subject and name; every key the application knows, so there is no need for pages."""
    per_sleutel: dict[str, list[Regelset]] = {}
    for set_ in sets:
        per_sleutel.setdefault(set_.sleutel, []).append(set_)
    lopend = {concept.sleutel: concept for concept in concepten}
    rijen = [Regelrij(sleutel, eigen, op, lopend.get(sleutel)) for sleutel, eigen in per_sleutel.items()]
    plaats = list(Onderwerp)
    return sorted(rijen, key=lambda rij: (plaats.index(rij.onderwerp), rij.nu.naam))
