"""Icons of channels, for templates; always beside the word."""

from django import template

from trajecten.enums import Aanwezigheid, Kanaal

register = template.Library()

ICOON: dict[str, str] = {
    Kanaal.GESPREK: "person",
    Kanaal.TELEFOON: "telephone",
    Kanaal.MAIL: "envelope",
    Kanaal.HUISBEZOEK: "house-door",
    Kanaal.WERKPLEKBEZOEK: "building",
    Kanaal.VIDEO: "camera-video",
    Aanwezigheid.AANWEZIG: "check-lg",
    Aanwezigheid.AFWEZIG: "x-lg",
    Aanwezigheid.VERONTSCHULDIGD: "calendar-x",
}


@register.filter
def kanaalicoon(waarde: str) -> str:
    return f"bi-{ICOON.get(waarde, 'chat')}"
