"""From the rows of a person to the facts of the rechtenteller, and to its answer with the rules that hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from clienten.insz import lees_insz
from clienten.models import Client
from ocmw.kalender.woorden import dag_in_woorden, maand_in_woorden
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel
from tewerkstelling.enums import Toelatingssoort
from tewerkstelling.models import Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen
from tewerkstelling.rechtenteller.models import Rechtspositie
from tewerkstelling.rechtenteller.tellen import Gebeurtenis, Teller, Tellerfeiten, Tellerwerk, Tijdvak, rechtenteller
from tewerkstelling.rechtenteller.toelating import Toelating, toelating_van

REGELS = ("rva.toelating", "rva.gelijkgesteld", "rva.deeltijds")  # all that `tel` asks; a test holds it to that
VOLTIJDS = Toelating(Toelatingssoort.VOLTIJDS, "het contract is voltijds")
HALVE_DAGEN_VROEGER = (
    "Voor halve dagen gold toen misschien een langere periode. Dat vonden we niet terug: vraag het de RVA."
)
JONGST, OUDST = 15, 66  # who works under art.60 is between these ages when nobody knows the year of birth


@dataclass(frozen=True)
class Onzeker:
    """The birth date is not known to the day and it matters: the answer for both ends of what is possible."""

    zin: str
    vroegst: Teller
    laatst: Teller


@dataclass(frozen=True)
class Telling:
    """The ledger with the two rule sets it used, so that a page can show both with their source."""

    teller: Teller
    toelating: Regelwaarde
    gelijkgesteld: Regelwaarde
    onzeker: Onzeker | None = None

    @property
    def regelsets(self) -> tuple[Regelwaarde, Regelwaarde]:
        return self.toelating, self.gelijkgesteld

    @property
    def aannames(self) -> tuple[str, ...]:
        """What is open and was taken for true, in sentences: the same on the page, on the sheet and in `reken`."""
        feiten = self.teller.feiten
        open_ = (
            feiten.halve_dagen and (gevonden := regel_deeltijds(self.teller.aanvraag)) and gevonden.waarde.get("open")
        )
        return tuple(filter(None, (feiten.aanname, HALVE_DAGEN_VROEGER if open_ else "")))


def werk_van(contract: Tewerkstelling, onderbrekingen: Iterable[Onderbrekingsdagen] = ()) -> Tellerwerk:
    """A contract without hours counts as full-time: the form of an art.60 contract asks them."""
    return Tellerwerk(
        start=contract.van,
        tot_en_met=contract.laatste_dag,
        uren=Fraction(contract.uren_per_week or contract.voltijds_uren),
        voltijds=Fraction(contract.voltijds_uren),
        dagen_per_week=contract.dagen_per_week,
        gebeurtenissen=tuple(Gebeurtenis(o.soort, o.van, o.laatste_dag) for o in onderbrekingen),
        wijzigingen=contract.regimes,
    )


def feiten_van(
    contract: Tewerkstelling,
    onderbrekingen: Iterable[Onderbrekingsdagen] = (),
    positie: Rechtspositie | None = None,
    vroeger: Sequence[Tellerwerk] = (),
) -> Tellerfeiten:
    """Needs `contract.client`. `vroeger`: the other contracts that count with this one (feiten_met_vorige)."""
    geboren, geboren_tot = _geboorte(contract.client)
    toelating = toelating_van_contract(contract)
    return Tellerfeiten(
        **vars(werk_van(contract, onderbrekingen)),
        geboortedatum=geboren,
        geboren_tot=geboren_tot,
        halve_dagen=toelating.halve_dagen,
        aanname=toelating.aanname,
        al_bewezen=Fraction(positie.al_bewezen) if positie else Fraction(0),
        vorige_toelating=positie.vorige_toelating_op if positie else None,
        aanvraag=contract.aanvraag_op,
        vroeger=tuple(vroeger),
    )


def toelating_van_contract(contract: Tewerkstelling) -> Toelating:
    """As what the client will be admitted after this contract, with the rule of the day on which it was asked."""
    uren = (
        contract.regimes[-1].uren
        if contract.andere_uren
        else Fraction(contract.uren_per_week or contract.voltijds_uren)
    )
    voltijds = Fraction(contract.voltijds_uren)
    if uren >= voltijds and not contract.toelating:
        return VOLTIJDS
    geldend = regel_deeltijds(contract.toelating_gevraagd_op or contract.van)
    return toelating_van(
        keuze=contract.toelating,
        maandloon=contract.maandloon,
        uren=uren,
        voltijds=voltijds,
        regel=geldend.waarde if geldend else None,
    )


def regel_deeltijds(dag: date) -> Regelwaarde | None:
    try:
        return regel("rva.deeltijds", op=dag)
    except OnbekendeRegel:
        return None


def _geboorte(client: Client) -> tuple[date | None, date | None]:
    """The earliest and (when it is another day) the latest birth date; a number may know only the year or the month (I6)."""
    if client.geboortedatum or not client.insz:
        return client.geboortedatum, None
    eerste, laatste = lees_insz(client.insz, op=date.max).geboren_tussen or (None, None)
    return eerste, laatste if laatste != eerste else None


def andere_contracten(contract: Tewerkstelling, alle: Iterable[Tewerkstelling]) -> list[Tewerkstelling]:
    """Those of `alle` that began before this one ends, oldest first: all paid work counts (A14), also beside it."""
    andere = (een for een in alle if een.pk != contract.pk and (contract.tot is None or een.van < contract.tot))
    return sorted(andere, key=lambda een: (een.van, een.pk))


def feiten_met_vorige(
    contract: Tewerkstelling,
    alle: Iterable[Tewerkstelling],
    onderbrekingen: Mapping[int, Sequence[Onderbrekingsdagen]],
    positie: Rechtspositie | None,
) -> Tellerfeiten:
    """The facts of `contract` with the other contracts in `alle` that count. `onderbrekingen`: per contract pk."""
    andere = andere_contracten(contract, alle)
    vroeger = [werk_van(ander, onderbrekingen.get(ander.pk, ())) for ander in andere]
    return feiten_van(contract, onderbrekingen.get(contract.pk, ()), positie, vroeger)


def tel(feiten: Tellerfeiten, *, op: date) -> Telling:
    """The ledger up to `op`, with the rules of the day of the application, and the earliest application that succeeds
    under the rules of its own day (A10, A12). Raises ValueError with a Dutch sentence, OnbekendeRegel outside all rules."""
    vakken = _tijdvakken(feiten, op)
    feiten = met_ondergrens(feiten, max(feiten.start, vakken[0].van))
    onzeker = None
    if (feiten.geboortedatum and not feiten.geboren_tot) or all(len(vak.toelating) == 1 for vak in vakken):
        teller = rechtenteller(feiten, op=op, tijdvakken=vakken)
    else:
        teller, onzeker = _beide_einden(feiten, op, vakken)
    return Telling(
        teller, regel("rva.toelating", op=teller.aanvraag), regel("rva.gelijkgesteld", op=teller.aanvraag), onzeker
    )


def met_ondergrens(feiten: Tellerfeiten, dag: date) -> Tellerfeiten:
    """With the least hours that count for who is admitted as voluntary part-timer, as the rule says on `dag`."""
    if not feiten.halve_dagen:
        return feiten
    waarde = regel("rva.deeltijds", op=dag).waarde
    return replace(feiten, minste_uren=Fraction(str(waarde["minste_uren"])), minste_deel=Fraction(1, waarde["een_op"]))


def _tijdvakken(feiten: Tellerfeiten, op: date) -> list[Tijdvak]:
    """The rules from the first day on which an application can matter, one after the other."""
    dag: date | None = min(feiten.start, feiten.aanvraag) if feiten.aanvraag else feiten.start
    vakken: list[Tijdvak] = []
    while dag:
        try:
            toelating, gelijk = regel("rva.toelating", op=dag), regel("rva.gelijkgesteld", op=dag)
        except OnbekendeRegel:
            later = feiten.aanvraag or feiten.tot_en_met or op
            if vakken or later <= dag:
                raise
            # Work from before the first rules: an application from then on can be judged.
            toelating, gelijk = regel("rva.toelating", op=later), regel("rva.gelijkgesteld", op=later)
            dag = max(toelating.geldig_van, gelijk.geldig_van)
        tot = min((t for t in (toelating.geldig_tot, gelijk.geldig_tot) if t), default=None)
        vakken.append(Tijdvak(dag, tot, toelating.waarde, gelijk.waarde))
        dag = tot
    return vakken


def _beide_einden(feiten: Tellerfeiten, op: date, vakken: Sequence[Tijdvak]) -> tuple[Teller, Onzeker | None]:
    """The careful one of two answers, and both when they differ."""
    geboren = feiten.geboortedatum or date(feiten.start.year - OUDST, 1, 1)
    tot = feiten.geboren_tot or date(feiten.start.year - JONGST, 12, 31)
    oud, jong = (
        rechtenteller(replace(feiten, geboortedatum=dag, geboren_tot=None), op=op, tijdvakken=vakken)
        for dag in (geboren, tot)
    )
    een, ander = sorted((jong, oud), key=_zo_laat)
    if all(getattr(een, wat) == getattr(ander, wat) for wat in ("nodig", "verwacht_einde", "referte_van", "geteld")):
        return ander, None
    bekend = (
        f"alleen dat het {_wat_bekend_is(geboren, tot)} is" if feiten.geboren_tot and feiten.geboortedatum else "niet"
    )
    zin = (
        f"De geboortedatum kennen we {bekend}. De leeftijd bepaalt hoeveel dagen nodig zijn: {een.nodig} of {ander.nodig}, "
        f"met {_wanneer(een)} of {_wanneer(ander)} als laatste dag. We rekenen met het laatste. Vul de geboortedatum in."
    )
    return ander, Onzeker(zin, een, ander)


def _wat_bekend_is(eerste: date, laatste: date) -> str:
    return maand_in_woorden(eerste) if eerste.month == laatste.month else str(eerste.year)


def _zo_laat(teller: Teller) -> tuple[bool, date, int]:
    return bool(teller.onmogelijk), teller.verwacht_einde or date.min, teller.nodig


def _wanneer(teller: Teller) -> str:
    if teller.verwacht_einde:
        return dag_in_woorden(teller.verwacht_einde)
    return "geen dag" if teller.onmogelijk else "een dag voor dit contract"
