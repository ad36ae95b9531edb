"""The parts of the tab Werk en nazorg as links."""

from typing import Any

from django import template
from django.urls import reverse

from clienten.models import Client
from ocmw.ui.plaats import naar
from tewerkstelling.werkdelen import GROEPEN, WERKDELEN, delen_van

register = template.Library()


@register.simple_tag(takes_context=True)
def werkdelen(context: template.Context, client: Client) -> list[dict[str, Any]]:
    """Groups of links; the longest address that fits the page is "here"."""
    pad = context["request"].path
    begin = naar("dossier", client.pk)
    links = {deel.url: reverse(deel.url, args=[client.pk]) for deel in WERKDELEN}
    past = [
        (len(adres), deel.url)
        for deel in WERKDELEN
        for adres in (links[deel.url], *(begin + ook for ook in deel.ook))
        if pad.startswith(adres)
    ]
    hier = max(past)[1] if past else ""
    return [
        {
            "titel": groep,
            "delen": [
                {"label": deel.label, "url": links[deel.url], "hier": deel.url == hier} for deel in delen_van(groep)
            ],
        }
        for groep in GROEPEN
    ]
