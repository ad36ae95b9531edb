"""How far somebody is with the days for the unemployment benefit: the facts of one dossier, and one sentence to read aloud.

The RVA decides (A20): its last answer stands in the sentence as long as the contract is what it was asked about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from ocmw.kalender.woorden import aantal, dag_in_woorden, getal
from ocmw.regels.opzoeken import OnbekendeRegel
from ocmw.ui.feit import Feit, getoond
from tewerkstelling.enums import Contractsoort
from tewerkstelling.gevolgen import Contractstand
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from tewerkstelling.rechtenteller.duur import Uitkeringsduur, duur_van_recht
from tewerkstelling.rechtenteller.enums import RvaStatus
from tewerkstelling.rechtenteller.models import Rechtspositie, RvaBerekening
from tewerkstelling.rechtenteller.rechtenbeeld import Grootboekdeel, Grootboekrij, delen_van, rijen_van
from tewerkstelling.rechtenteller.rva_basis import wat_veranderde
from tewerkstelling.rechtenteller.tellen import Teller
from tewerkstelling.rechtenteller.teller import Telling, andere_contracten, feiten_met_vorige, tel

REGELS_ONBEKEND = "Voor deze dagen kennen we de regels van de RVA niet."
ONZEKER = " Dat is niet zeker: de geboortedatum kennen we niet helemaal."


@dataclass(frozen=True)
class Rechtenfeiten:
    """Everything in a dossier that the rechtenteller looks at; `berekeningen` newest first."""

    contracten: Sequence[Tewerkstelling]
    onderbrekingen: Sequence[Onderbrekingsdagen]
    positie: Rechtspositie | None
    berekeningen: Sequence[RvaBerekening]

    def van(self, contract: Tewerkstelling) -> list[Onderbrekingsdagen]:
        return [rij for rij in self.onderbrekingen if rij.contract_id == contract.pk]

    def veranderd(self, berekening: RvaBerekening, contract: Tewerkstelling) -> list[str]:
        """What changed since the RVA was asked, in words."""
        return wat_veranderde(berekening, contract, self.contracten, self.onderbrekingen, self.positie)

    def rva(self, contract: Tewerkstelling) -> list[RvaBerekening]:
        return [rij for rij in self.berekeningen if rij.contract_id == contract.pk]


def lees_rechten(stand: Contractstand) -> Rechtenfeiten:
    """Of the dossier as it is, or as it would be (lees_stand); two queries, once per page."""
    client = stand.client
    positie, berekeningen = stand.eenmaal(
        "rechten",
        lambda: (
            Rechtspositie.objects.filter(client=client).first(),
            list(RvaBerekening.objects.filter(client=client)) if stand.contracten else [],
        ),
    )
    return Rechtenfeiten(stand.contracten, stand.onderbrekingen, positie, berekeningen)


@dataclass(frozen=True)
class Rechtenstand:
    """One contract, counted up to today. `telling` is None when it cannot be counted; `reden` says why."""

    contract: Tewerkstelling
    zin: str
    reden: str = ""
    telling: Telling | None = None
    eerder: tuple[tuple[Tewerkstelling, Fraction], ...] = ()
    antwoord: RvaBerekening | None = None
    verschil: tuple[str, ...] = ()
    oud: str = ""
    op: date = date.min
    mag_alles: bool = False
    loopt: str = ""

    @cached_property
    def opmerkingen(self) -> tuple[str, ...]:
        """What a colleague should know about this count."""
        eerst = tuple(filter(None, (self.loopt, self.oud)))
        return (*eerst, *opmerkingen_bij(self.contract, self.telling)) if self.telling else eerst

    @cached_property
    def rijen(self) -> tuple[Grootboekrij, ...]:
        return rijen_van(self.teller, mag_alles=self.mag_alles)

    @cached_property
    def delen(self) -> tuple[Grootboekdeel, ...]:
        return delen_van(self.teller)

    @property
    def in_het_kort(self) -> str:
        """The sentence, and what is old about it; empty when the days cannot be counted (the page of the rechten says why)."""
        return " ".join(filter(None, (self.zin, self.loopt, self.oud))) if self.telling else ""

    @property
    def geteld_heel(self) -> int:
        """Whole days, never more than needed: what people can say aloud."""
        return min(int(self.teller.geteld), self.teller.nodig)

    @property
    def rechten_op(self) -> date | None:
        """The day the RVA says, or else our estimate; None once all days are proven."""
        if self.antwoord and self.antwoord.einde_op:
            return self.antwoord.einde_op
        return self.teller.verwacht_einde if self.teller.resterend else None

    @property
    def toont(self) -> dict[str, Feit]:
        """Nothing when the days cannot be counted."""
        if self.telling is None:
            return {}
        return getoond(
            f"contract-{self.contract.pk}",
            rechten_op=self.rechten_op,
            recht_vanaf=self.recht_vanaf,
            rechten_geschat=self.teller.verwacht_einde,
            dagen_nodig=self.teller.nodig,
            dagen_geteld=self.geteld_heel,
            dagen_langer=self.dagen_langer or None,
        )

    @property
    def dagen_langer(self) -> int:
        """How long art.60 goes on after the days are there (A2); of other work nobody asks that."""
        return langer_dan_nodig(self.contract, self.teller)

    @property
    def recht_vanaf(self) -> date | None:
        """The first day of the right: the day after the last day proven."""
        return self.rechten_op + timedelta(days=1) if self.rechten_op else None

    @property
    def duur(self) -> Uitkeringsduur | None:
        """How long the right would last: judged on its first day."""
        feiten = self.teller.feiten
        return duur_van_recht(
            self.recht_vanaf or self.teller.aanvraag, geboortedatum=feiten.geboren_tot or feiten.geboortedatum
        )

    @property
    def te_kort(self) -> bool:
        """The contract ends before the days are there."""
        laatste = self.contract.laatste_dag
        return bool(laatste and (self.teller.onmogelijk or (self.rechten_op and laatste < self.rechten_op)))

    @property
    def geteld(self) -> str:
        return getal(self.teller.geteld)

    @property
    def resterend(self) -> str:
        return getal(self.teller.resterend)

    @property
    def eenheid(self) -> str:
        return eenheid(self.teller)

    @property
    def eerder_in_woorden(self) -> list[tuple[Tewerkstelling, str]]:
        return [(contract, getal(dagen)) for contract, dagen in self.eerder]

    @property
    def eerder_samen(self) -> str:
        """Days of earlier contracts in this dossier; empty when there are none."""
        return getal(self._eerder) if self.eerder else ""

    @property
    def elders(self) -> str:
        """Days proven outside this application; empty when there are none."""
        dagen = self.teller.feiten.al_bewezen
        return getal(dagen) if dagen else ""

    @property
    def _eerder(self) -> Fraction:
        return sum((dagen for _, dagen in self.eerder), Fraction(0))

    @property
    def teller(self) -> Teller:
        """Only for a stand that could be counted."""
        if self.telling is None:
            raise LookupError(self.reden)
        return self.telling.teller


def rechtenstand(feiten: Rechtenfeiten, contract: Tewerkstelling, *, op: date, mag_alles: bool = False) -> Rechtenstand:
    """`mag_alles`: the reader may read what is about health or justice; it changes the words of the ledger, no fact."""
    try:
        telling, eerder = tel_contract(feiten, contract, op=op)
    except (ValueError, OnbekendeRegel) as fout:
        reden = str(fout) if isinstance(fout, ValueError) else REGELS_ONBEKEND
        return Rechtenstand(contract, "De dagen kunnen we nog niet tellen.", reden)
    teller, antwoord = telling.teller, geldig_antwoord(feiten, contract)
    zin = zin_over(teller, antwoord.einde_op if antwoord else None, op=op) + (ONZEKER if telling.onzeker else "")
    return Rechtenstand(
        contract,
        zin,
        telling=telling,
        eerder=tuple(eerder),
        antwoord=antwoord,
        verschil=tuple(verschil_met_rva(teller, antwoord)) if antwoord else (),
        oud=oud_antwoord(feiten, contract),
        loopt=wat_nog_loopt(feiten.van(contract)),
        op=op,
        mag_alles=mag_alles,
    )


def tel_contract(
    feiten: Rechtenfeiten, contract: Tewerkstelling, *, op: date
) -> tuple[Telling, list[tuple[Tewerkstelling, Fraction]]]:
    """The ledger of one contract with the others that count, and what each of those proves, newest first. Raises
    ValueError or OnbekendeRegel."""
    per_contract = {een.pk: feiten.van(een) for een in (contract, *feiten.contracten)}
    telling = tel(feiten_met_vorige(contract, feiten.contracten, per_contract, feiten.positie), op=op)
    andere = andere_contracten(contract, feiten.contracten)
    dagen = zip(andere, telling.teller.per_werk[:-1], strict=True)
    return telling, [(ander, geteld) for ander, geteld in dagen if geteld][::-1]


def art60_nodig_tot(feiten: Rechtenfeiten, contract: Tewerkstelling, *, op: date) -> date | None:
    """Until when the contract is needed for the days: what the RVA said, or else our count (T16). None when neither says."""
    if (antwoord := geldig_antwoord(feiten, contract)) and antwoord.einde_op:
        return antwoord.einde_op
    try:
        return tel_contract(feiten, contract, op=contract.laatste_dag or op)[0].teller.werk_tot
    except (ValueError, OnbekendeRegel, OverflowError):
        return None


def geldig_antwoord(feiten: Rechtenfeiten, contract: Tewerkstelling) -> RvaBerekening | None:
    """The last answer of the RVA, when it is about the facts as they are now."""
    for rij in feiten.rva(contract):
        if rij.status == RvaStatus.BEREKEND:
            return None if feiten.veranderd(rij, contract) else rij
    return None


def oud_antwoord(feiten: Rechtenfeiten, contract: Tewerkstelling) -> str:
    """What is no longer true of the last calculation that was sent, and what to do; empty when it still holds."""
    rij = next((een for een in feiten.rva(contract) if een.status != RvaStatus.KLAD), None)
    if rij is None or not (wat := feiten.veranderd(rij, contract)):
        return ""
    kop = (
        f"Het antwoord van de RVA (laatste dag {dag_in_woorden(rij.einde_op)})"
        if rij.einde_op
        else "De vraag aan de RVA"
    )
    return f"{kop} is oud: daarna veranderde {' en '.join(wat)}. Vraag de RVA een herberekening."


def wat_nog_loopt(onderbrekingen: Iterable[Onderbrekingsdagen]) -> str:
    """That the count moves every day, in a sentence; empty when nothing goes on."""
    for dagen in onderbrekingen:
        if dagen.loopt:
            return f"De onderbreking vanaf {dag_in_woorden(dagen.van)} loopt nog: we tellen tot en met vandaag."
    return ""


def eenheid(teller: Teller) -> str:
    return "halve dagen" if teller.feiten.halve_dagen else "dagen"


def zin_over(teller: Teller, volgens_rva: date | None, *, op: date) -> str:
    """Where it stands in one sentence: "212 van 312 dagen, rechten op vr 14 mei 2027." Counted days are rounded down."""
    geteld = min(int(teller.geteld), teller.nodig)
    kop = f"{geteld} van {teller.nodig} {eenheid(teller)}"
    laatste = teller.feiten.tot_en_met
    if volgens_rva and volgens_rva > op:
        te_kort = f" Het contract stopt al op {dag_in_woorden(laatste)}." if laatste and laatste < volgens_rva else ""
        return f"{kop}, rechten op {dag_in_woorden(volgens_rva)} volgens de RVA.{te_kort}"
    einde = teller.verwacht_einde
    if not teller.resterend:
        sinds = f" sinds {dag_in_woorden(einde)}" if einde and einde <= op else ""
        return f"{kop}: alles is bewezen{sinds}."
    rest = int(teller.nodig - geteld)
    if teller.onmogelijk:
        return f"{kop}. {teller.onmogelijk}"
    if einde is None or einde <= op:
        # The day was there, under the rules and in the period of that day; on the day of the application it no longer is.
        wanneer = f"na {dag_in_woorden(einde)}" if einde else "voor dit contract begon"
        aanvraag = dag_in_woorden(teller.aanvraag)
        return f"{kop} bij een aanvraag op {aanvraag}. Een aanvraag {wanneer} had er genoeg: vraag het de RVA."
    if laatste and laatste < op:
        return f"{kop} op het einde van het contract. Er ontbreken nog {rest} {eenheid(teller)}."
    if laatste and einde and einde > laatste:
        return f"{kop}. Het contract stopt op {dag_in_woorden(laatste)}, de rechten zijn er pas op {dag_in_woorden(einde)}."
    return f"{kop}, rechten op {dag_in_woorden(einde)}."


def langer_dan_nodig(contract: Tewerkstelling, teller: Teller) -> int:
    """Days, for art.60 only."""
    return teller.dagen_langer if contract.soort == Contractsoort.ART60 else 0


def verschil_met_rva(teller: Teller, antwoord: RvaBerekening) -> list[str]:
    """What the binding answer says beside our estimate, in sentences."""
    zinnen = []
    if antwoord.dagen is not None and antwoord.dagen != teller.nodig:
        zinnen.append(f"De RVA vraagt {antwoord.dagen} {eenheid(teller)}, wij rekenen met {teller.nodig}.")
    ons, hun = teller.verwacht_einde, antwoord.einde_op
    if ons and hun and ons != hun:
        dagen = aantal(abs((hun - ons).days), "dag", "dagen")
        richting = "later" if hun > ons else "vroeger"
        zinnen.append(f"De RVA komt uit op {dag_in_woorden(hun)}. Dat is {dagen} {richting} dan onze schatting.")
    return zinnen or ["De RVA en onze schatting komen op hetzelfde uit."]


def opmerkingen_bij(contract: Tewerkstelling, telling: Telling) -> list[str]:
    """What a colleague should know about this count."""
    teller, zinnen = telling.teller, []
    if contract.uren_per_week is None:
        zinnen.append("Het contract heeft geen uren. We tellen alsof het voltijds is.")
    if telling.onzeker:
        zinnen.append(telling.onzeker.zin)
    if any(lijn.soort == "voor_referte" for lijn in teller.lijnen):
        van = dag_in_woorden(teller.referte_van)
        zinnen.append(
            f"Een deel van het werk ligt voor {van}, de eerste dag van de periode. Die dagen tellen niet mee."
        )
    zinnen += telling.aannames
    if teller.resterend and teller.verwacht_einde is not None and contract.tot is not None:
        aan_het_einde = tel(teller.feiten, op=contract.tot).teller
        if aan_het_einde.resterend:
            rest = getal(aan_het_einde.resterend)
            zinnen.append(f"Op de laatste dag van het contract ontbreken nog {rest} {eenheid(teller)}.")
    if langer := langer_dan_nodig(contract, teller):
        zinnen.append(f"Het contract loopt {aantal(langer, 'dag', 'dagen')} langer dan nodig is voor de rechten.")
    return zinnen
