"""The sticky header and tabs of a dossier, for the pages of every app; reads only the client and its Stand row."""

from datetime import date, timedelta
from typing import Any

from django import template
from django.urls import reverse

from clienten.enums import Stap
from clienten.models import Client, Stand
from clienten.tabs import delen_van, dossiertabs
from ocmw.kalender.klok import vandaag
from ocmw.ui.plaats import naar

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


@register.simple_tag(takes_context=True)
def dossierdelen(context: dict[str, Any], client: Client, tab: str) -> list[dict[str, Any]]:
    """The pages below a tab, in groups; the longest address that fits the page is "here". Empty for a tab of one page."""
    delen = delen_van(tab)
    pad, begin = context["request"].path, naar("dossier", client.pk)
    links = {deel.url: reverse(deel.url, args=[client.pk]) for deel in delen}
    past = [
        (len(adres), deel.url)
        for deel in delen
        for adres in (links[deel.url], *(begin + ook for ook in deel.ook))
        if pad.startswith(adres)
    ]
    hier = max(past)[1] if past else ""
    groepen: dict[str, list[dict[str, Any]]] = {}
    for deel in delen:
        regel = {"label": deel.label, "url": links[deel.url], "hier": deel.url == hier}
        groepen.setdefault(deel.groep, []).append(regel)
    return [{"titel": titel, "delen": rij} for titel, rij in groepen.items()]
