"""For Vandaag of the coordinator: openings outside the caseload that wait for a look."""

from typing import Any

from django import template

from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.beheer.redenen import na_te_kijken

register = template.Library()
TEL_TOT = 99


@register.inclusion_tag("beheer/_toezicht.html")
def toezicht(medewerker: Medewerker) -> dict[str, Any]:
    """Nothing, without a query, for who may not read the journaal."""
    if not medewerker.mag(Recht.JOURNAAL_LEZEN):
        return {"aantal": 0}
    aantal = na_te_kijken(medewerker).order_by()[: TEL_TOT + 1].count()
    return {"aantal": aantal, "tekst": f"meer dan {TEL_TOT}" if aantal > TEL_TOT else str(aantal)}
