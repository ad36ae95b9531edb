"""Small things the pages of evaluations need."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def haal(waarden: Mapping[str, Any], sleutel: Any) -> Any:
    """The value under a key that is itself a variable."""
    return waarden.get(str(sleutel), "")
