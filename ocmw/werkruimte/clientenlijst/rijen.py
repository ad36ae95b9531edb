"""One row of the caseload, ready to print: plain values instead of four model instances per row, and one piece of HTML instead
of a template per cell, which is what a page of twenty-five rows spends its time on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.kalender.woorden import afstand, te_laat
from ocmw.ui.plaats import naar
from ocmw.ui.templatetags.ui import kortedag, over_dagen, status, termijnstatus

VELDEN = (
    "client_id", "client__voornaam", "client__achternaam", "client__geboortedatum", "taal", "ocmw__naam", "stap",
    "stap_sinds", "laatste_contact_op", "stilte_op", "eerste_termijn_op", "einde_op",
    "coach__voornaam", "coach__achternaam", "mw__voornaam", "mw__achternaam",
)  # fmt: skip
NAMEN = dict(Stap.choices)
KLEUREN = {stap.value: f"fase-{stap.value - 10}" for stap in Stap if Stap.FASE_1 <= stap <= Stap.FASE_5}

KIES = (
    '<td class="kies"><input class="form-check-input" type="checkbox" name="client" value="{}" data-keuze-rij '
    'aria-label="Kies {}"></td>'
)
MW = '<span class="sub">met {}</span>'


@dataclass(frozen=True, slots=True)
class Clientrij:
    pk: int
    url: str
    naam: str
    wie: str
    nummer_stap: int
    stap: str
    kleur: str
    sinds: date | None
    contact: date | None
    stil: bool
    termijn: date | None
    vervallen: bool
    termijn_tekst: str
    einde: date | None
    coach: str
    mw: str

    def als_html(self, *, kies: bool) -> SafeString:
        """Its <tr>, with a box to tick for who may assign. Every text that comes from a person goes through `escape`."""
        naam = escape(self.naam)
        termijn = einde = hoe_lang = ""
        if self.termijn:
            merk = status(termijnstatus(self.termijn), self.termijn_tekst)
            termijn = f'<span class="breed-alleen">{kortedag(self.termijn)}<br></span>{merk}'
        if self.einde:
            einde = f'{kortedag(self.einde)}<span class="sub breed-alleen">{over_dagen(self.einde)}</span>'
        if self.stil:
            hoe_lang = f"<br>{status('let_op', 'lang geleden')}"
        elif self.contact:
            hoe_lang = f'<span class="sub">{over_dagen(self.contact)}</span>'
        return mark_safe(
            f"<tr data-rij>{KIES.format(self.pk, naam) if kies else ''}"
            f'<th scope="row"><a class="naam" href="{self.url}">{naam}</a><span class="sub">{escape(self.wie)}</span></th>\n'
            f'<td><span class="fasechip {self.kleur}">{self.stap}</span></td>\n'
            f'<td class="breed-alleen">{kortedag(self.sinds)}</td>\n'
            f'<td class="breed-alleen">{kortedag(self.contact) or "nog geen"}{hoe_lang}</td>\n'
            f'<td>{termijn}</td>\n<td data-kop="Einde:">{einde}</td>\n'
            f'<td class="breed-alleen">{escape(self.coach)}{MW.format(escape(self.mw)) if self.mw else ""}</td></tr>\n'
        )


def rijen(standen: QuerySet[Stand], *, op: date, met_ocmw: bool) -> list[Clientrij]:
    """The rows of an ordered and sliced queryset, in one query."""
    return [_rij(waarden, op, met_ocmw) for waarden in standen.values_list(*VELDEN)]


def _rij(waarden: Iterable[Any], op: date, met_ocmw: bool) -> Clientrij:  # noqa: FBT001 - by place: this runs for every row of a list
    (
        pk, voornaam, achternaam, geboren, taal, ocmw, stap, sinds, contact, stilte, termijn, einde,
        coach_voornaam, coach, mw_voornaam, mw,
    ) = waarden  # fmt: skip
    wie = [f"{geboren:%d/%m/%Y}" if geboren else "geboortedatum onbekend", taal, ocmw if met_ocmw else ""]
    return Clientrij(
        pk=pk,
        url=naar("dossier", pk),
        naam=f"{achternaam} {voornaam}",
        wie=" · ".join(filter(None, wie)),
        nummer_stap=stap,
        stap=NAMEN[stap],
        kleur=KLEUREN.get(stap, ""),
        sinds=sinds,
        contact=contact,
        stil=stilte is not None and stilte <= op,
        termijn=termijn,
        vervallen=termijn is not None and termijn <= op,
        termijn_tekst=te_laat(termijn, op) or afstand(termijn, op) if termijn else "",
        einde=einde,
        coach=f"{coach_voornaam} {coach}" if coach else "zonder trajectbegeleider",
        mw=f"{mw_voornaam} {mw}" if mw else "",
    )
