"""The next step that belongs to a promise."""

from django import template

from ocmw.termijnen.models import Termijn
from ocmw.termijnen.soorten import TERMIJNSOORTEN
from ocmw.toegang.models import Medewerker

register = template.Library()


@register.simple_tag
def volgende_stap(termijn: Termijn, medewerker: Medewerker) -> dict[str, str]:
    """Label and address of the page where this promise is kept; empty when there is none for this colleague."""
    soort = TERMIJNSOORTEN.get(termijn.soort)
    stap = soort.stap if soort else None
    if stap is None or stap.recht not in medewerker.rechten:
        return {}
    return {"label": stap.label, "url": stap.adres(termijn.client_id)}
