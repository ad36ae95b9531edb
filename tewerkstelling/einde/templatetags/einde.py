"""Words of the list for the end of art.60."""

from django import template

from tewerkstelling.einde.wegwijzer import Weg

register = template.Library()


@register.filter
def van(wegen: dict[str, Weg], code: str) -> Weg | None:
    """Where this point is done."""
    return wegen.get(code)


@register.filter
def maatregel(code: str, namen: dict[str, str]) -> str:
    """The words of an instrument; one that left the list keeps its code."""
    return namen.get(code, "geen van deze maatregelen" if code == "geen" else code)
