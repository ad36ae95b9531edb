"""What taking it back does to what came after, in words."""

from django.apps import apps

from clienten.models import Stand
from ocmw.kalender.woorden import opsomming
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.werkruimte.dubbels.actions import Terugkeer
from ocmw.werkruimte.dubbels.models import Vereniging
from ocmw.werkruimte.dubbels.verhuis import bijgekomen

_AFGELEID = (Stand, Termijn, Vereniging)


def wat_bijkwam(vereniging: Vereniging, *, lezer: Medewerker) -> list[str]:
    """`2 gesprekken`, per kind of row that was added since, of what this reader may see."""
    uit = []
    for verwijzing, pks in bijgekomen(vereniging.client, vereniging.hoogste):
        if issubclass(verwijzing.model, _AFGELEID):
            continue
        rijen = verwijzing.model._default_manager.filter(pk__in=pks)
        zien = getattr(rijen, "zichtbaar_voor", None)
        aantal = (zien(lezer) if zien else rijen).count()
        if aantal:
            uit.append(_geteld(verwijzing.model._meta.label, aantal))
    return uit


def wat_bleef_staan(terugkeer: Terugkeer) -> str:
    """One sentence about what was not put back as it was; empty when all of it was."""
    zinnen = []
    if terugkeer.anders:
        delen = [_geteld(label, aantal) for label, aantal in sorted(terugkeer.anders.items())]
        zinnen.append(f"Wat intussen gewijzigd of verwijderd was, lieten we zo: {opsomming(delen)}.")
    if terugkeer.mee:
        zinnen.append(f"Wat bijkwam bij iets dat terugging, ging mee ({terugkeer.mee}).")
    return " ".join(zinnen)


def _geteld(label: str, aantal: int) -> str:
    meta = apps.get_model(label)._meta
    return f"{aantal} {meta.verbose_name if aantal == 1 else meta.verbose_name_plural}"
