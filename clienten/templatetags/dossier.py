"""The sticky header and tabs of a dossier, for the pages of every app; reads only the client and its Stand row."""

from typing import Any

from django import template

from clienten.enums import Stap
from clienten.models import Client, Stand
from ocmw.kalender.klok import vandaag

register = template.Library()

# Tab, label, URL name: links are not imports, so lower apps may point at pages above them.
TABS = (
    ("overzicht", "Overzicht", "dossier:dossier_detail"),
    ("tijdlijn", "Tijdlijn", "dossier:tijdlijn"),
    ("aanmelding", "Doorverwijzing en intake", "trajecten:aanmelding"),
    ("traject", "Traject", "dossier:traject_detail"),
    ("werk", "Werk en nazorg", "tewerkstelling:werk"),
    ("gegevens", "Gegevens", "clienten:client_gegevens"),
    ("documenten", "Documenten", "clienten:document_list"),
)


@register.inclusion_tag("clienten/_dossierkop.html", takes_context=True)
def dossierkop(context: dict[str, Any], client: Client, tab: str) -> dict[str, Any]:
    stand = Stand.objects.select_related("coach", "mw", "ocmw").get(client=client)
    dag = vandaag()
    return {
        "client": client,
        "stand": stand,
        "fase": stand.stap - 10 if Stap.FASE_1 <= stand.stap <= Stap.FASE_5 else 0,
        "actie_nodig": stand.eerste_termijn_op is not None and stand.eerste_termijn_op <= dag,
        "tabs": TABS,
        "tab": tab,
        "medewerker": context["request"].user,
        "vandaag": dag,
    }
