"""The rooms of the tab Werk en nazorg, in the order people walk through them."""

from typing import Any

from django import template
from django.urls import reverse

from clienten.models import Client

register = template.Library()

# Per part: label, URL name, and the other addresses (after the client's) that belong to it.
DELEN = (
    ("Werk zoeken", (
        ("Werkplekken", "match:match_detail", ()),
        ("Gewoon werk", "regulier:regulier_detail", ()),
        ("Cv", "regulier:cv_detail", ()),
    )),
    ("Aan het werk", (
        ("Overzicht", "dossier:werk", ("werk/contracten/", "werk/werkervaring/")),
        ("Startklaar", "startklaar:plaatsing_list", ()),
        ("Rechten", "rechtenteller:rechtenstand_detail", ()),
        ("Wat als", "rechtenteller:watals", ("werk/voorstellen/",)),
        ("Evaluaties", "evaluaties:evaluatie_list", ("werk/bezoeken/",)),
    )),
    ("Daarna", (
        ("Einde art.60", "einde:einde", ()),
        ("Nazorg", "nazorg:nazorg_detail", ()),
        ("Vergoeding", "geld:vergoeding_detail", ()),
    )),
)  # fmt: skip


@register.simple_tag(takes_context=True)
def werkdelen(context: template.Context, client: Client) -> list[dict[str, Any]]:
    """Groups of links; the longest address that fits the page is "here"."""
    pad = context["request"].path
    begin = reverse("dossier:dossier_detail", args=[client.pk])
    links = {naam: reverse(naam, args=[client.pk]) for _, delen in DELEN for _, naam, _ in delen}
    past = [
        (len(adres), naam)
        for _, delen in DELEN
        for _, naam, ook in delen
        for adres in (links[naam], *(begin + deel for deel in ook))
        if pad.startswith(adres)
    ]
    hier = max(past)[1] if past else ""
    return [
        {
            "titel": titel,
            "delen": [{"label": label, "url": links[naam], "hier": naam == hier} for label, naam, _ in delen],
        }
        for titel, delen in DELEN
    ]
