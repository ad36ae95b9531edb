"""What a rule that is not published yet would change: every date of a dossier with the published rules and with the draft.

Nothing is calculated here that the pages do not calculate too: the same functions run twice, each time inside
`met_regels()`; a part that never asked the rule runs once. The facts are read once per batch, in a fixed number of queries.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from clienten.feiten import Feiten
from clienten.models import Client
from ocmw.kalender.woorden import aantal, dag_in_woorden, euro, getal
from ocmw.regels.enums import Impactsoort, Richting
from ocmw.regels.models import Regelconcept
from ocmw.regels.opzoeken import Luisterboek, OnbekendeRegel, Regelboek, Regelwaarde, huisregels_van, met_regels
from ocmw.termijnen.belofte import Belofte
from ocmw.termijnen.richten import beloften
from ocmw.werkruimte.regelimpact.models import Impactrij
from tewerkstelling.enums import AFGESCHERMDE_ONDERBREKINGEN, Contractsoort
from tewerkstelling.feiten import werkfeiten_uit
from tewerkstelling.geld.berekening import twefeiten
from tewerkstelling.geld.models import TweRegistratie
from tewerkstelling.gevolgen import Contractstand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, tel_dagen
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rechtenstand import Rechtenfeiten, art60_nodig_tot
from tewerkstelling.rechtenteller.tellen import Tellerfeiten
from tewerkstelling.rechtenteller.teller import feiten_met_vorige, tel
from trajecten.twe.beloften import werkervaringen
from trajecten.twe.tarieven import Tarieven
from trajecten.twe.venster import Tijdigheid
from trajecten.twe.vergoeding import vergoeding

# Whoever moves because of this rule had an interruption, and some of those say something about health or justice.
VERRAADT_ONDERBREKING = "rva.gelijkgesteld"
Sleutel = tuple[Impactsoort, str]
Punten = dict[int, dict[Sleutel, "Impactpunt"]]


@dataclass(frozen=True)
class Impactpunt:
    """One date or number of a dossier. `dag` and `getal` say which way it moves, `tekst` is what people read."""

    tekst: str
    dag: date | None = None
    getal: Decimal | None = None
    fout: bool = False


@dataclass(frozen=True)
class Boeken:
    """The rules as they are, and as they would be."""

    nu: Regelboek
    straks: Regelboek

    @classmethod
    def van(cls, concept: Regelconcept, nu: Regelboek, tot: date | None) -> "Boeken":
        nieuw = Regelwaarde(concept.sleutel, concept.waarde, concept.bron, concept.geldig_van, tot, concept.ocmw_id)
        return cls(nu, nu.met(nieuw))


class Impactgroep:
    """A batch of open dossiers with the facts from which their dates follow."""

    def __init__(self, clienten: Sequence[Client], *, op: date) -> None:
        self.clienten, self.op = clienten, op
        self.feiten = Feiten(clienten, op=op)
        per_pk = {client.pk: client for client in clienten}
        self.contracten: dict[int, list[Tewerkstelling]] = defaultdict(list)
        for contract in Tewerkstelling.objects.filter(client__in=per_pk).order_by("van", "pk"):
            contract.client = per_pk[contract.client_id]
            self.contracten[contract.client_id].append(contract)
        self.onderbrekingen: dict[int, list[Onderbrekingsdagen]] = defaultdict(list)
        alle = [contract for rijen in self.contracten.values() for contract in rijen]
        for onderbreking in tel_dagen(Onderbreking.objects.filter(client__in=per_pk), alle, op=op):
            self.onderbrekingen[onderbreking.contract_id].append(onderbreking)
        registraties = TweRegistratie.objects.filter(client__in=per_pk)
        self.registraties = {rij.werkervaring_id: rij for rij in registraties}
        self.posities = {rij.client_id: rij for rij in Rechtspositie.objects.filter(client__in=per_pk)}
        self.berekeningen: dict[int, list[RvaBerekening]] = defaultdict(list)
        for berekening in RvaBerekening.objects.filter(client__in=per_pk):
            self.berekeningen[berekening.client_id].append(berekening)

    def delen(self) -> tuple[Callable[[], Punten], ...]:
        """Each gives, per client, a part of the dates and numbers with the rules that `regel()` gives at that moment. A part keeps
        nothing for the next one: what it asks, it asks itself."""
        return (
            lambda: self._per_client(self._alle_rechten),
            lambda: self._per_client(self._venster),
            lambda: self._per_client(partial(self._geld, tarieven=Tarieven())),
            lambda: self._per_client(partial(self._termijnen, beloofd=beloften(self.feiten))),
        )

    def _per_client(self, reken: Callable[[Client], Iterable[tuple[Sleutel, Impactpunt]]]) -> Punten:
        alle = {}
        for client in self.clienten:
            with huisregels_van(client.ocmw_id):
                alle[client.pk] = dict(reken(client))
        return alle

    def lopende(self, client: Client) -> list[Tewerkstelling]:
        """Contracts whose days are still being proven."""
        return [
            c
            for c in self.contracten[client.pk]
            if c.soort == Contractsoort.ART60 and (c.tot is None or c.tot > self.op)
        ]

    def _alle_rechten(self, client: Client) -> Iterator[tuple[Sleutel, Impactpunt]]:
        for contract in self.lopende(client):
            yield from self._rechten(contract)

    def _feiten(self, contract: Tewerkstelling) -> Tellerfeiten:
        alle, positie = self.contracten[contract.client_id], self.posities.get(contract.client_id)
        return feiten_met_vorige(contract, alle, self.onderbrekingen, positie)

    def _rechten(self, contract: Tewerkstelling) -> Iterator[tuple[Sleutel, Impactpunt]]:
        contract_pk = str(contract.pk)
        try:
            feiten = self._feiten(contract)
            teller = tel(feiten, op=self.op).teller
        except (ValueError, OnbekendeRegel, OverflowError) as fout:
            yield (Impactsoort.RECHTEN, contract_pk), Impactpunt(f"niet te berekenen: {fout}"[:200], fout=True)
            return
        einde, geteld = teller.verwacht_einde, Decimal(f"{float(teller.geteld):.2f}").normalize()
        tekst = dag_in_woorden(einde) if einde else teller.onmogelijk or "alle dagen zijn al bewezen"
        dag = None if teller.onmogelijk else einde or feiten.start
        yield (Impactsoort.RECHTEN, contract_pk), Impactpunt(tekst[:200], dag=dag)
        yield (
            (Impactsoort.DAGEN, contract_pk),
            Impactpunt(aantal(teller.nodig, "dag", "dagen"), getal=Decimal(teller.nodig)),
        )
        yield (Impactsoort.GETELD, contract_pk), Impactpunt(f"{getal(geteld)} dagen", getal=geteld)
        yield (Impactsoort.REFERTE, contract_pk), _dag(teller.referte_van)

    def _venster(self, client: Client) -> Iterator[tuple[Sleutel, Impactpunt]]:
        werkervaring = self.feiten.lees(werkervaringen).get(client.pk)
        if werkervaring is None:
            return
        stand = Contractstand(client, None, self.contracten[client.pk], (), self.op)
        werk = werkfeiten_uit(stand, werkervaring, op=self.op)
        if werk.venster is None:
            tekst = f"niet te berekenen: er is geen regel voor een start op {werkervaring.start:%d/%m/%Y}"
            yield (Impactsoort.TWE, ""), Impactpunt(tekst, fout=True)
            return
        yield (Impactsoort.TWE, ""), _dag(werk.venster.laatste_dag)
        if not werk.art60_binnen:
            yield (Impactsoort.TIJDIG, ""), _dag(werk.venster.tijdig_art60_tot)
        else:
            tijdig = werk.venster.tijdigheid(werk.art60_binnen[0].van)
            yield (Impactsoort.OP_TIJD, ""), Impactpunt("ja" if tijdig == Tijdigheid.ZEKER else tijdig.value)

    def _geld(self, client: Client, tarieven: Tarieven) -> Iterator[tuple[Sleutel, Impactpunt]]:
        """What VDAB pays for the whole window, as the page of the client counts it."""
        werkervaring = self.feiten.lees(werkervaringen).get(client.pk)
        if werkervaring is None:
            return
        try:
            regels = tarieven.voor(werkervaring.start)
        except OnbekendeRegel:
            return  # the window itself says so
        registratie = self.registraties.get(werkervaring.pk)
        contracten = self.contracten[client.pk]
        feiten, _ = twefeiten(werkervaring, regels.venster, contracten, registratie, self._nodig_tot)
        som = vergoeding(feiten, regels.tarief).bedrag
        yield (Impactsoort.GELD, ""), Impactpunt(euro(som), getal=som)

    def _nodig_tot(self, contract: Tewerkstelling) -> date | None:
        alle, client = self.contracten[contract.client_id], contract.client_id
        gevallen = [geval for een in alle for geval in self.onderbrekingen[een.pk]]
        feiten = Rechtenfeiten(alle, gevallen, self.posities.get(client), self.berekeningen[client])
        return art60_nodig_tot(feiten, contract, op=self.op)

    def _termijnen(
        self, client: Client, beloofd: Mapping[int, Sequence[Belofte]]
    ) -> Iterator[tuple[Sleutel, Impactpunt]]:
        """Per kind the days that still come; of what is late, only the last one."""
        dagen: dict[str, set[date]] = defaultdict(set)
        for belofte in beloofd.get(client.pk, ()):
            if belofte.afgeschermd:
                continue  # who publishes rules may not read it
            dagen[belofte.soort].update(belofte.stappen or [belofte.vervalt_op])
        for soort, alle in dagen.items():
            komend = sorted(dag for dag in alle if dag >= self.op) or [max(alle)]
            tekst = "; ".join(map(dag_in_woorden, komend[:4]))
            yield (Impactsoort.TERMIJN, str(soort)), Impactpunt(tekst, dag=komend[0])


def _dag(dag: date) -> Impactpunt:
    return Impactpunt(dag_in_woorden(dag), dag=dag)


@dataclass(frozen=True)
class Groepsimpact:
    rijen: list[Impactrij]
    contracten: int
    niet_te_berekenen: int


def impact_van_groep(clienten: Sequence[Client], boeken: Boeken, concept: Regelconcept, *, op: date) -> Groepsimpact:
    """The rows of a batch of open dossiers; nothing is written."""
    groep = Impactgroep(clienten, op=op)
    nu: Punten = {client.pk: {} for client in clienten}
    straks: Punten = {client.pk: {} for client in clienten}
    for deel in groep.delen():
        luistert = Luisterboek(boeken.nu, concept.sleutel)
        with met_regels(luistert):
            eerst = daarna = deel()
        if luistert.gevraagd:
            with met_regels(boeken.straks):
                daarna = deel()
        for pk in nu:
            nu[pk] |= eerst[pk]
            straks[pk] |= daarna[pk]
    rijen = [
        rij for client in clienten for rij in _verschillen(client, nu[client.pk], straks[client.pk], concept, groep)
    ]
    fouten = sum(punt.fout for punten in straks.values() for punt in punten.values())
    return Groepsimpact(rijen, sum(len(groep.lopende(client)) for client in clienten), fouten)


def _verschillen(
    client: Client,
    nu: dict[Sleutel, Impactpunt],
    straks: dict[Sleutel, Impactpunt],
    concept: Regelconcept,
    groep: Impactgroep,
) -> Iterator[Impactrij]:
    geheim = concept.sleutel == VERRAADT_ONDERBREKING and any(
        onderbreking.soort in AFGESCHERMDE_ONDERBREKINGEN
        for contract in groep.contracten[client.pk]
        for onderbreking in groep.onderbrekingen[contract.pk]
    )
    for soort, detail in dict.fromkeys([*nu, *straks]):
        voor, na = nu.get((soort, detail)), straks.get((soort, detail))
        if voor == na:
            continue
        richting, verschil = _richting(voor, na)
        yield Impactrij(
            concept=concept,
            client=client,
            ocmw_id=client.ocmw_id,
            soort=soort,
            detail=detail,
            richting=richting,
            verschil=verschil,
            voor=voor.tekst if voor else "",
            na=na.tekst if na else "",
            voor_dag=voor.dag if voor else None,
            na_dag=na.dag if na else None,
            afgeschermd=geheim,
        )


def _richting(voor: Impactpunt | None, na: Impactpunt | None) -> tuple[Richting, int | None]:
    if voor is None or na is None:
        return (Richting.NIEUW if voor is None else Richting.WEG), None
    if voor.dag and na.dag and voor.dag != na.dag:
        dagen = (na.dag - voor.dag).days
        return (Richting.LATER if dagen > 0 else Richting.VROEGER), dagen
    if voor.getal is not None and na.getal is not None and voor.getal != na.getal:
        meer = na.getal - voor.getal
        return (Richting.MEER if meer > 0 else Richting.MINDER), round(meer)
    return Richting.ANDERS, None
