"""For Vandaag: openings outside the caseload that wait for a look, and rules of the installation that changed or wait."""

from typing import Any

from django import template

from ocmw.regels.actions import te_goedkeuren
from ocmw.regels.models import Regelbericht
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from ocmw.werkruimte.beheer.redenen import na_te_kijken

register = template.Library()
TEL_TOT = 99


@register.inclusion_tag("beheer/_toezicht.html", takes_context=True)
def toezicht(context: template.Context, medewerker: Medewerker) -> dict[str, Any]:
    """Nothing, without a query, for who has none of these tasks."""
    aantal = 0
    if medewerker.mag(Recht.JOURNAAL_LEZEN):
        aantal = na_te_kijken(medewerker).order_by()[: TEL_TOT + 1].count()
    beheert = medewerker.mag(Recht.REGELS_BEHEREN)
    return {
        "aantal": aantal,
        "tekst": f"meer dan {TEL_TOT}" if aantal > TEL_TOT else str(aantal),
        "berichten": Regelbericht.objects.ongelezen(medewerker).select_related("set") if beheert else [],
        "wachtend": te_goedkeuren(medewerker) if medewerker.mag(Recht.REGELS_INSTALLATIE) else [],
        "request": context["request"],
    }
