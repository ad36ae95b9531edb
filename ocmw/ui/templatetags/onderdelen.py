"""The parts of a page, as block tags (builtin). Each renders one template of templates/components, where its parameters stand."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.forms import BoundField
from django.template import Engine
from django.template.base import FilterExpression, NodeList, Parser, Token, token_kwargs
from django.utils.safestring import SafeString, mark_safe

from ocmw.ui import veldvorm

register = template.Library()

# Part -> its template, and the slots that may follow the first one, in this order in the source.
ONDERDELEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "paginakop": ("components/paginakop.html", ("terug", "erbij", "tabs", "acties")),
    "sectie": ("components/sectie.html", ("erbij", "acties")),
    "feiten": ("components/feiten.html", ()),
    "volgendestap": ("components/volgende-stap.html", ()),
}


class Onderdeel(template.Node):
    """One part: its slots are rendered by the page and laid out by the template of the part; an empty slot is not there."""

    child_nodelists = ("inhoud", "terug", "erbij", "tabs", "acties")

    def __init__(self, naam: str, waarden: Mapping[str, FilterExpression], sleuven: Mapping[str, NodeList]) -> None:
        self.naam = naam
        self.waarden = waarden
        self.sleuven = sleuven
        for sleuf in self.child_nodelists:
            setattr(self, sleuf, sleuven.get(sleuf, NodeList()))

    def render(self, context: template.Context) -> SafeString:
        waarden: dict[str, Any] = {naam: waarde.resolve(context) for naam, waarde in self.waarden.items()}
        # What a page renders is escaped by that page; the template of the part may not escape it again.
        waarden |= {naam: mark_safe(str(nodes.render(context)).strip()) for naam, nodes in self.sleuven.items()}
        sjabloon = Engine.get_default().get_template(ONDERDELEN[self.naam][0])
        return mark_safe(sjabloon.render(context.new(waarden)).strip())


def _onderdeel(parser: Parser, token: Token) -> Onderdeel:
    """`{% sectie id="mentoren" %}Mentoren{% acties %}<a ...>{% endsectie %}`"""
    naam, *rest = token.split_contents()
    waarden = token_kwargs(rest, parser)
    if rest:
        raise template.TemplateSyntaxError(f"{naam}: schrijf elke waarde als naam=waarde, niet {rest!r}")
    einde = f"end{naam}"
    sleuven: dict[str, NodeList] = {}
    hier = "inhoud"
    over = ONDERDELEN[naam][1]
    while True:
        sleuven[hier] = parser.parse((*over, einde))
        hier = parser.next_token().contents
        if hier == einde:
            return Onderdeel(naam, waarden, sleuven)
        over = over[over.index(hier) + 1 :]


for _naam in ONDERDELEN:
    register.tag(_naam, _onderdeel)


@register.filter
def veldmaat(veld: BoundField) -> str:
    return veldvorm.maat_van(veld.field)


@register.filter
def veldlabel(veld: BoundField) -> str:
    return veldvorm.zonder_eenheid(str(veld.label))


@register.filter
def eenheid(veld: BoundField) -> str:
    return veldvorm.eenheid_in(str(veld.label))


@register.filter
def magleeg(veld: BoundField) -> bool:
    return veldvorm.mag_leeg(veld)
