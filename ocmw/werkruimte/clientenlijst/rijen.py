"""One row of the caseload, ready to print: plain values instead of four model instances per row, and one piece of HTML instead
of a template per cell, which is what a page of twenty-five rows spends its time on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.safestring import SafeString, mark_safe

from clienten.enums import Stap
from clienten.models import Client, Stand
from ocmw.kalender.woorden import afstand, korte_dag, te_laat
from ocmw.termijnen.models import Termijn
from ocmw.toegang.models import Medewerker
from ocmw.ui.plaats import naar
from ocmw.ui.templatetags.ui import kortedag, over_dagen, status, termijnstatus
from ocmw.ui.tijdtekening import teken
from tewerkstelling.feiten import werkfeiten_per_client
from trajecten.twe.beeld import rijbeeld

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


@dataclass(frozen=True, slots=True)
class Clientrij:
    pk: int
    url: str
    voornaam: str
    achternaam: str
    wie: str
    nummer_stap: int
    stap: str
    kleur: str
    sinds: date | None
    contact: date | None
    stil: bool
    termijn: date | None
    vervallen: bool
    van_mij: bool  # what is late, is late for this reader to do
    termijn_tekst: str
    einde: date | None
    coach: str
    mw: str
    band: SafeString | str = ""

    @property
    def naam(self) -> str:
        return f"{self.voornaam} {self.achternaam}"

    def als_html(self, *, kies: bool) -> SafeString:
        """Its <tr>, with a box to tick for who may assign. Every text that comes from a person goes through `escape`."""
        naam = f"{escape(self.voornaam)} <b>{escape(self.achternaam)}</b>"
        termijn = ""
        if self.termijn:
            soort = termijnstatus(self.termijn)
            # Red is for what is late and mine to do; what waits for a colleague is said in words.
            soort = "let_op" if soort == "te_laat" and not self.van_mij else soort
            termijn = status(soort, self.termijn_tekst)
        contact = f"{over_dagen(self.contact)}" if self.contact else "nog geen"
        merk = status("let_op", contact) if self.stil else contact
        wie = f"{self.coach} met {self.mw}" if self.mw else self.coach
        return mark_safe(
            f"<tr data-rij>{KIES.format(self.pk, escape(self.naam)) if kies else ''}"
            f'<th scope="row"><a class="naam" href="{self.url}">{naam}</a> <span class="zacht">{escape(self.wie)}</span></th>\n'
            f'<td><span class="fasechip {self.kleur}" title="{self.stap} sinds {_dag(self.sinds)}">{self.stap}</span></td>\n'
            f'<td title="{_dag(self.termijn)}">{termijn}</td>\n'
            f'<td class="breed-alleen" data-feit="laatste_contact" data-client="{self.pk}" title="{_dag(self.contact)}">{merk}</td>\n'
            f'<td class="bandcel" data-kop="Einde:" data-feit="einde_op" data-client="{self.pk}">{self.band}{kortedag(self.einde)}</td>\n'
            f'<td class="breed-alleen" title="{escape(wie)}">{escape(self.coach)}</td></tr>\n'
        )


def rijen(standen: QuerySet[Stand], *, op: date, met_ocmw: bool, voor: Medewerker | None = None) -> list[Clientrij]:
    """The rows of an ordered and sliced queryset: one query, and three for the bands of those who have a window.

    `voor`: whose work is red; without one, anybody's.
    """
    laat = Termijn.objects.te_laat(op).filter(client=OuterRef("client_id"))
    mijn = Exists(laat.van(voor)) if voor else Exists(laat)
    uit = [_rij(waarden, op, met_ocmw) for waarden in standen.annotate(van_mij=mijn).values_list(*VELDEN, "van_mij")]
    clienten = [Client(pk=rij.pk, gesloten_op=op if rij.nummer_stap == Stap.GESLOTEN else None) for rij in uit]
    feiten = werkfeiten_per_client(clienten, op=op)
    banden = {pk: teken(beeld).svg() for pk, een in feiten.items() if (beeld := rijbeeld(een, op=op))}
    return [replace(rij, band=banden.get(rij.pk, "")) for rij in uit]


def _rij(waarden: Iterable[Any], op: date, met_ocmw: bool) -> Clientrij:  # noqa: FBT001 - by place: this runs for every row of a list
    (
        pk, voornaam, achternaam, geboren, taal, ocmw, stap, sinds, contact, stilte, termijn, einde,
        coach_voornaam, coach, mw_voornaam, mw, van_mij,
    ) = waarden  # fmt: skip
    wie = [f"°{geboren:%d/%m/%Y}" if geboren else "geboortedatum onbekend", taal, ocmw if met_ocmw else ""]
    return Clientrij(
        pk=pk,
        url=naar("dossier", pk),
        voornaam=voornaam,
        achternaam=achternaam,
        wie=" · ".join(filter(None, wie)),
        nummer_stap=stap,
        stap=NAMEN[stap],
        kleur=KLEUREN.get(stap, ""),
        sinds=sinds,
        contact=contact,
        stil=stilte is not None and stilte <= op,
        termijn=termijn,
        vervallen=termijn is not None and termijn <= op,
        van_mij=van_mij,
        termijn_tekst=te_laat(termijn, op) or afstand(termijn, op) if termijn else "",
        einde=einde,
        coach=f"{coach_voornaam} {coach}" if coach else "zonder trajectbegeleider",
        mw=f"{mw_voornaam} {mw}" if mw else "",
    )


def _dag(dag: date | None) -> str:
    return korte_dag(dag) if dag else ""
