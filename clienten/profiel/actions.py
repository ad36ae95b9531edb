"""Writing the Profiel, as part of the action that writes the row it was edited with."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from clienten.profiel.models import Profiel
from ocmw.toegang.models import Medewerker
from ocmw.ui.versie import IntussenGewijzigd


@dataclass(frozen=True)
class Profielwijziging:
    """The row with what it becomes, and which fields that are."""

    profiel: Profiel
    velden: list[str] = field(default_factory=list)


@transaction.atomic
def schrijf_profiel(wijziging: Profielwijziging, *, met: Any, door: Medewerker) -> None:
    """Write what changed, if anything did. The caller writes `met` (a Versie with a `client`) after this, and journals.

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
