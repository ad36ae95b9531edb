"""The next step that belongs to a promise."""

from django import template
from django.urls import reverse

from ocmw.termijnen.models import Termijn
from ocmw.termijnen.stappen import STAPPEN
from ocmw.toegang.models import Medewerker

register = template.Library()


@register.simple_tag
def volgende_stap(termijn: Termijn, medewerker: Medewerker) -> dict[str, str]:
    """Label and address of the page where this promise is kept; empty when there is none for this colleague."""
    stap = STAPPEN.get(termijn.soort)
    if stap is None or stap.recht not in medewerker.rechten:
        return {}
    return {"label": stap.label, "url": reverse(stap.url, args=[termijn.client_id])}
