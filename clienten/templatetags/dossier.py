"""The sticky header and tabs of a dossier, for the pages of every app; reads only the client and its Stand row."""

from datetime import date, timedelta
from typing import Any

from django import template

from clienten.enums import Stap
from clienten.models import Client, Stand
from clienten.tabs import dossiertabs
from ocmw.kalender.klok import vandaag

register = template.Library()

EINDE_DAGEN = 90  # the same window as the filter "eindigt binnen 90 dagen"


def meldingen(client: Client, stand: Stand, dag: date) -> list[tuple[str, str]]:
    """What somebody must know before anything else: status code and sentence, most urgent first."""
    if client.gesloten_op:
        return [("gesloten", f"Gesloten op {client.gesloten_op:%d/%m/%Y}")]
    regels: list[tuple[str, str]] = []
    if stand.eerste_termijn_op and stand.eerste_termijn_op < dag:
        regels.append(("te_laat", f"Termijn te laat sinds {stand.eerste_termijn_op:%d/%m/%Y}"))
    elif stand.eerste_termijn_op == dag:
        regels.append(("vandaag", "Termijn vandaag"))
    if stand.stilte_op and stand.stilte_op <= dag:
        regels.append(("let_op", "Lang geen contact"))
    if stand.einde_op and dag <= stand.einde_op <= dag + timedelta(days=EINDE_DAGEN):
        regels.append(("let_op", f"Loopt af op {stand.einde_op:%d/%m/%Y}"))
    if stand.coach_id is None:
        regels.append(("let_op", "Zonder trajectbegeleider"))
    if client.tolk_nodig:
        regels.append(("let_op", f"Tolk nodig{f' ({client.taal})' if client.taal else ''}"))
    return regels


def leeftijd(geboren: date | None, dag: date) -> int | None:
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day)) if geboren else None


@register.inclusion_tag("clienten/_dossierkop.html", takes_context=True)
def dossierkop(context: dict[str, Any], client: Client, tab: str) -> dict[str, Any]:
    # Most pages fetch the client `met_kop()`, with this row beside it.
    stand: Stand = client._state.fields_cache.get("stand") or Stand.objects.select_related("coach").get(client=client)
    dag = vandaag()
    komend = stand.volgende_afspraak_op if stand.volgende_afspraak_op and stand.volgende_afspraak_op >= dag else None
    return {
        "client": client,
        "stand": stand,
        "fase": stand.stap - 10 if Stap.FASE_1 <= stand.stap <= Stap.FASE_5 else 0,
        "meldingen": meldingen(client, stand, dag),
        "leeftijd": leeftijd(client.geboortedatum, dag),
        "komend": komend,
        "tabs": dossiertabs(),
        "tab": tab,
        "medewerker": context["request"].user,
        "vandaag": dag,
        "request": context["request"],
    }
