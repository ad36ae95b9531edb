"""The bell in the top bar: how many notifications this colleague has not read."""

from typing import Any

from django import template

from ocmw.termijnen.models import Melding
from ocmw.toegang.models import Medewerker

register = template.Library()
PLAFOND = 99


@register.inclusion_tag("components/_bel.html")
def bel(medewerker: Medewerker) -> dict[str, Any]:
    aantal = Melding.objects.ongelezen(medewerker)[: PLAFOND + 1].count()
    return {"aantal": aantal, "tekst": f"{PLAFOND}+" if aantal > PLAFOND else str(aantal)}
