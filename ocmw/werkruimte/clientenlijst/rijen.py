"""One row of the caseload, ready to print: plain values instead of four model instances per row, and one piece of HTML instead
of a template per cell, which is what a page of twenty-five rows spends its time on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from clienten.enums import Stap
from clienten.models import Stand
from ocmw.ui.datum import afstand, te_laat
from ocmw.ui.templatetags.ui import kortedag, over_dagen, status, termijnstatus

VELDEN = (
    "client_id", "client__voornaam", "client__achternaam", "client__geboortedatum", "taal", "ocmw__naam", "stap",
    "stap_sinds", "laatste_contact_op", "stilte_op", "eerste_termijn_op", "einde_op",
    "coach__voornaam", "coach__achternaam", "mw__voornaam", "mw__achternaam",
)  # fmt: skip
NAMEN = dict(Stap.choices)
KLEUREN = {stap.value: f"fase-{stap.value - 10}" for stap in Stap if Stap.FASE_1 <= stap <= Stap.FASE_5}

RIJ = """<tr data-rij>{kies}<th scope="row"><a class="naam" href="{url}">{naam}</a><span class="sub">{wie}</span></th>
<td><span class="fasechip {kleur}">{stap}</span></td>
<td class="breed-alleen">{sinds}</td>
<td class="breed-alleen">{contact}{hoe_lang}</td>
<td>{termijn}</td>
<td data-kop="Einde:">{einde}</td>
<td class="breed-alleen">{coach}{mw}</td></tr>
"""
KIES = (
    '<td class="kies"><input class="form-check-input" type="checkbox" name="client" value="{pk}" data-keuze-rij '
    'aria-label="Kies {naam}"></td>'
)
TERMIJN = '<span class="breed-alleen">{}<br></span>{}'
EINDE = '{}<span class="sub breed-alleen">{}</span>'
SUB, MW = '<span class="sub">{}</span>', '<span class="sub">met {}</span>'
LANG_GELEDEN = format_html("<br>{}", status("let_op", "lang geleden"))


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
        """Its <tr>, with a box to tick for who may assign."""
        return format_html(
            RIJ,
            kies=format_html(KIES, pk=self.pk, naam=self.naam) if kies else "",
            url=self.url,
            naam=self.naam,
            wie=self.wie,
            kleur=self.kleur,
            stap=self.stap,
            sinds=kortedag(self.sinds),
            contact=kortedag(self.contact) or "nog geen",
            hoe_lang=self._hoe_lang(),
            termijn=format_html(
                TERMIJN, kortedag(self.termijn), status(termijnstatus(self.termijn), self.termijn_tekst)
            )
            if self.termijn
            else "",
            einde=format_html(EINDE, kortedag(self.einde), over_dagen(self.einde)) if self.einde else "",
            coach=self.coach,
            mw=format_html(MW, self.mw) if self.mw else "",
        )

    def _hoe_lang(self) -> SafeString | str:
        if self.stil:
            return LANG_GELEDEN
        return format_html(SUB, over_dagen(self.contact)) if self.contact else ""


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
        url=reverse("dossier:dossier_detail", args=[pk]),
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
