"""Writing the Profiel, as part of the action that writes the row it was edited with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from clienten.handeling import houd_vast, raakt
from clienten.profiel.enums import Profielbron
from clienten.profiel.models import Profiel, Profielantwoord, als_waarde
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd

# Only from these follows a promise (the list before the start); the rest costs no derivation.
BELOOFT = {"vdab", "vdab_sinds"}


@dataclass(frozen=True)
class Profielwijziging:
    """The row with what it becomes, and which fields that are."""

    profiel: Profiel
    velden: list[str] = field(default_factory=list)


@transaction.atomic
def schrijf_profiel(wijziging: Profielwijziging, *, met: Any, bron: Profielbron, door: Medewerker, op: date) -> None:
    """Write what changed, if anything did, and keep who said it, when and where (`bron`). The caller writes `met` (a Versie
    with a `client`) after this, and journals.

    Raises IntussenGewijzigd about `met` as it is stored, for its page shows both rows as one form.
    """
    if not wijziging.velden:
        return
    profiel = wijziging.profiel
    profiel.full_clean(exclude=["client"])
    try:
        if profiel.pk is None:
            profiel.bewaar_eerste(door=door, client=profiel.client_id)
        else:
            profiel.bewaar(door=door, velden=wijziging.velden)
    except IntussenGewijzigd as conflict:
        soort = type(met)
        bewaard = soort.objects.filter(client=met.client_id).first() or soort(client_id=met.client_id, versie=0)
        raise IntussenGewijzigd(bewaard, laatste=conflict.actueel) from None
    if BELOOFT & set(wijziging.velden):
        raakt(profiel)
    Profielantwoord.objects.bulk_create(
        Profielantwoord(
            client_id=profiel.client_id,
            feit=veld,
            waarde=als_waarde(veld, getattr(profiel, veld)),
            bron=bron,
            op=op,
            door=door,
        )
        for veld in wijziging.velden
    )


def neem_op(
    rij: Any, velden: Iterable[str], kaart: Mapping[str, str], *, bron: Profielbron, door: Medewerker, op: date
) -> list[str]:
    """What was said in `velden` of `rij` (a bundle, an intake) is what the Profiel says from now on; `kaart` names the field of
    the Profiel for each. The row keeps its own words as the record of that talk. Inside the action that writes the row."""
    gewijzigd = set(velden)
    if rij._state.adding:  # a first answer says all of itself; what it leaves empty takes nothing away
        gewijzigd |= {veld for veld in kaart if getattr(rij, veld)}
    gezegd = {kaart[veld]: getattr(rij, veld) or _leeg(kaart[veld]) for veld in kaart if veld in gewijzigd}
    if not gezegd:
        return []
    houd_vast(rij.client)
    profiel = Profiel.objects.filter(client=rij.client_id).first() or Profiel(client=rij.client)
    anders = [feit for feit, waarde in gezegd.items() if getattr(profiel, feit) != waarde]
    for feit in anders:
        setattr(profiel, feit, gezegd[feit])
    schrijf_profiel(Profielwijziging(profiel, anders), met=rij, bron=bron, door=door, op=op)
    return anders


def _leeg(feit: str) -> Any:
    """What an answer that was taken away leaves: not asked."""
    return Profiel._meta.get_field(feit).get_default()  # type: ignore[union-attr]  # a column of ours, never a relation back
