"""How a cell of a report reads: Belgian dates, a comma, and a dash in words for "nothing"."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import is_aware, localtime

from ocmw.kalender.woorden import aandeel, getal
from ocmw.ui.feit import Feit
from ocmw.werkruimte.rapporten.rapport import Beeld, Cel, Celsoort, Tabelkolom
from ocmw.werkruimte.rapporten.trend import Stemmerk, Trendrij

register = template.Library()
LEEG = "–"


@register.filter
def cel(waarde: Cel, kolom: Tabelkolom | None = None) -> str:
    """The text of one cell. Aandeel is a fraction: 0.378 reads "37,8 %"."""
    soort = kolom.soort if kolom else None
    if isinstance(waarde, Feit):
        return format_html(
            '<data data-feit="{}" value="{}">{}</data>', waarde.sleutel, waarde.kaal, cel(waarde.waarde, kolom)
        )
    if waarde is None or waarde == "":
        return LEEG
    if isinstance(waarde, datetime):
        return date_format(localtime(waarde) if is_aware(waarde) else waarde, "d/m/Y H:i")
    if isinstance(waarde, date):
        return date_format(waarde, "d/m/Y")
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if soort == Celsoort.AANDEEL and isinstance(waarde, int | float | Decimal):
        return aandeel(waarde)
    if isinstance(waarde, int | float | Decimal):
        return getal(waarde, 1)
    return str(waarde)


@register.filter
def svg(beeld: Beeld | Trendrij | Stemmerk) -> SafeString:
    """The one place where a report puts markup on the page: it is drawn by us and escaped when serialised."""
    return mark_safe(beeld.svg)


@register.filter
def rechts(kolom: Tabelkolom) -> bool:
    return kolom.soort in {Celsoort.GETAL, Celsoort.MAAT, Celsoort.AANDEEL}


@register.filter
def voluit(waarde: Any) -> str:
    """A date with its weekday in full sentences: "vrijdag 14 mei 2027"."""
    if isinstance(waarde, datetime):
        return date_format(localtime(waarde), "l j F Y \\o\\m H:i")
    return date_format(waarde, "l j F Y") if isinstance(waarde, date) else str(waarde)
