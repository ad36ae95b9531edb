"""Small things a match page looks up."""

from collections.abc import Iterable
from typing import Any

from django import template

from tewerkstelling.enums import FysiekeEis, Werktijd
from tewerkstelling.match.enums import Factor
from tewerkstelling.match.factoren import uur, woorden
from tewerkstelling.match.feiten import Plekfeiten
from tewerkstelling.match.maatstaf import Maatstaf
from tewerkstelling.match.randfactoren import plaats

register = template.Library()
register.filter(uur)


@register.filter
def uit(tabel: dict[Any, str], sleutel: Any) -> str:
    """The value of a key, or empty."""
    return tabel.get(sleutel, "")


@register.filter
def gewichten(maat: Maatstaf) -> list[tuple[str, int]]:
    """Each factor in words with its weight, the heaviest first."""
    rijen = [(str(factor.label), maat.gewichten.get(factor.value, 1)) for factor in Factor]
    return sorted(rijen, key=lambda rij: -rij[1])


@register.filter
def eisen(codes: Iterable[str]) -> str:
    return woorden(codes, FysiekeEis)


@register.filter
def werktijden(codes: Iterable[str]) -> str:
    return woorden(codes, Werktijd)


@register.filter
def ruimte(plek: Plekfeiten) -> str:
    """Free places and mentors in one sentence, the same as in the judgement."""
    return plaats(plek.vrij, plek.komt_vrij_op, plek.in_voorbereiding, plek.mentorplaatsen, plek.actief).zin
