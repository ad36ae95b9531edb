"""Who said what about the profile, when and where: shown beside every field that asks it again."""

from collections.abc import Iterable
from dataclasses import dataclass

from clienten.models import Client
from clienten.profiel.models import Profielantwoord


@dataclass(frozen=True)
class Herkomst:
    """The last answer to one fact, and the ones before it that said something else."""

    laatste: Profielantwoord
    vroeger: tuple[Profielantwoord, ...]

    @property
    def zin(self) -> str:
        return (
            f"Laatst gezegd door {self.laatste.herkomst}."
            if self.laatste.door
            else f"Laatst genoteerd {self.laatste.herkomst}."
        )


def herkomst_van(client: Client, feiten: Iterable[str] = ()) -> dict[str, Herkomst]:
    """By field of Profiel; without `feiten` all of them. One query."""
    rijen = Profielantwoord.objects.filter(client=client).select_related("door")
    if feiten:
        rijen = rijen.filter(feit__in=list(feiten))
    per_feit: dict[str, list[Profielantwoord]] = {}
    for rij in rijen:
        per_feit.setdefault(rij.feit, []).append(rij)
    return {feit: Herkomst(alle[0], _anders(alle)) for feit, alle in per_feit.items()}


def _anders(alle: list[Profielantwoord]) -> tuple[Profielantwoord, ...]:
    """Every other answer once, with the last time somebody gave it."""
    gezien, over = {alle[0].waarde.strip()}, []
    for rij in alle[1:]:
        if rij.waarde.strip() and rij.waarde.strip() not in gezien:
            gezien.add(rij.waarde.strip())
            over.append(rij)
    return tuple(over)
