"""Reads what the schedule of contracts needs, a fixed number of queries whatever their number, and lays it out."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db.models import Q
from django.utils import timezone

from ocmw.kalender.klok import vandaag
from ocmw.kalender.maanden import plus_maanden
from ocmw.kalender.woorden import aantal
from ocmw.regels.opzoeken import OnbekendeRegel, Regelwaarde, regel
from ocmw.ui.feit import Feit, getoond
from tewerkstelling.enums import Contractsoort
from tewerkstelling.evaluaties.enums import Evaluatiesoort, Stemsoort
from tewerkstelling.evaluaties.models import (
    Evaluatie,
    Evaluatieschema,
    Mentorlink,
    Stem,
    Verzetting,
    Werkbezoek,
)
from tewerkstelling.gevolgen import Contractstand
from tewerkstelling.models import Onderbreking, Tewerkstelling
from tewerkstelling.onderbrekingsdagen import Onderbrekingsdagen, tel_dagen
from tewerkstelling.ritme import EVALUATIEDAGEN, Evaluatiedag, schuift_op
from tewerkstelling.rooster import Gat, Moment, antwoord_tegen, geplande_dag, momenten, vrije_dag, waarom_anders

Schemas = dict[tuple[int | None, int | None], Evaluatieschema]  # (contract, None) or (None, werkgever)
# Without an agreed end, visits are planned this far ahead of today.
BEZOEKEN_VOORUIT_MAANDEN = 3


@dataclass(frozen=True)
class Gepland:
    """One evaluation of the schedule: `moment` as the rules say; `op`, the planned day, is that of a planner who moved it.
    What was held stands on its own day, `evaluatie.gehouden_op`."""

    moment: Moment
    op: date
    soort: Evaluatiesoort
    verzetting: Verzetting | None = None
    evaluatie: Evaluatie | None = None
    gevraagd_op: date | None = None  # since when the mentor has a link
    beantwoord: bool = False  # the mentor, or a colleague for her, filled in the form
    contract: int = 0

    @property
    def code(self) -> str:
        return self.moment.code

    @property
    def naam(self) -> str:
        return self.moment.naam

    @property
    def toont(self) -> dict[str, Feit]:
        dag = self.evaluatie.gehouden_op if self.evaluatie else self.op
        return getoond(f"contract-{self.contract}-{self.code}", evaluatie=dag)

    @property
    def afgerond(self) -> bool:
        return self.evaluatie is not None and self.evaluatie.afgerond_op is not None

    @property
    def gehouden(self) -> bool:
        """It took place or began: no schedule moves it any more."""
        return self.evaluatie is not None

    @property
    def redenen(self) -> list[str]:
        """Why it is planned on another day than its target."""
        if self.evaluatie is not None or self.op == self.moment.doel:
            return []
        zinnen = []
        if self.moment.verschoven_dagen:
            dagen = aantal(self.moment.verschoven_dagen, "dag", "dagen")
            zinnen.append(f"{dagen} later door een onderbreking")
        if self.verzetting:
            zinnen.append("met de hand verzet")
        elif anders := waarom_anders(self.moment.op, self.op):
            zinnen.append(anders)
        return zinnen

    @property
    def vrije_dag(self) -> str:
        return vrije_dag(self.op)

    @property
    def stand(self) -> tuple[str, str]:
        """Status code and word."""
        if self.evaluatie is not None:
            return ("klaar", "Afgerond") if self.afgerond else ("bezig", "Bezig")
        return ("te_laat", "Niet gehouden") if self.op < vandaag() else ("gepland", "Gepland")


@dataclass(frozen=True)
class Bezoekmoment:
    moment: Moment
    bezocht: bool
    contract: int = 0

    @property
    def toont(self) -> dict[str, Feit]:
        return getoond(f"contract-{self.contract}-{self.moment.code}", bezoek=self.op)

    @property
    def op(self) -> date:
        """The planned day."""
        return self.moment.dag

    @property
    def redenen(self) -> list[str]:
        dagen = aantal(self.moment.verschoven_dagen, "dag", "dagen")
        later = [f"{dagen} later door een onderbreking"] if self.moment.verschoven_dagen else []
        anders = waarom_anders(self.moment.op, self.op)
        return [*later, *([anders] if anders else [])]


@dataclass(frozen=True)
class Schema:
    """`herkomst` says where it comes from in words; `regel` is there when it is the rule."""

    maanden: tuple[int, ...]
    herkomst: str
    regel: Regelwaarde | None = None


def regel_bij_start(sleutel: str, contract: Tewerkstelling, *, op: date) -> Regelwaarde:
    """The rule as it held when the contract started; for a start before any rule, as it holds now."""
    try:
        return regel(sleutel, op=contract.van)
    except OnbekendeRegel:
        return regel(sleutel, op=op)


def formulier_tegen(link: Mentorlink, evaluatie: Evaluatie, *, op: date) -> date:
    """The day by which we ask the mentor to answer."""
    werkdagen = regel("evaluatie.formulier_klaar_werkdagen", op=op).waarde
    return antwoord_tegen(evaluatie.gehouden_op, timezone.localtime(link.gemaakt_op).date(), werkdagen=werkdagen)


def lees_schemas(contracten: Collection[Tewerkstelling]) -> Schemas:
    """Own schemes of these contracts (`werkplek` selected) and of their employers, in one query."""
    pks = [contract.pk for contract in contracten]
    werkgevers = {contract.werkplek.werkgever_id for contract in contracten if contract.werkplek}
    rijen = Evaluatieschema.objects.filter(Q(contract__in=pks) | Q(werkgever__in=werkgevers))
    return {(rij.contract_id, rij.werkgever_id): rij for rij in rijen}


def kies_schema(contract: Tewerkstelling, schemas: Schemas, *, op: date) -> Schema:
    """The own scheme of the contract, or else of its employer, or else the rule."""
    werkgever = contract.werkplek.werkgever_id if contract.werkplek else None
    if eigen := schemas.get((contract.pk, None)):
        return Schema(tuple(eigen.maanden), "eigen schema van dit contract")
    if werkgever and (van_werkgever := schemas.get((None, werkgever))):
        return Schema(tuple(van_werkgever.maanden), "schema van deze werkgever")
    if contract.soort != Contractsoort.ART60:
        return Schema((), "geen schema: dit is geen art.60-contract")
    waarde = regel_bij_start("evaluatie.art60_maanden", contract, op=op)
    return Schema(tuple(waarde.waarde), "de regel", waarde)


class Planning:
    """The facts behind the schedules of these contracts (`werkplek` selected), read in at most seven queries. `gaten`: every
    interruption per contract, for who has them at hand."""

    def __init__(
        self,
        contracten: Sequence[Tewerkstelling],
        *,
        op: date,
        gaten: Mapping[int, Sequence[Onderbrekingsdagen]] | None = None,
    ) -> None:
        self.op = op
        pks = [contract.pk for contract in contracten]
        schuift = schuift_op(op)
        bekend = (
            tel_dagen(Onderbreking.objects.filter(contract__in=pks), contracten, op=op)
            if gaten is None
            else (g for pk in pks for g in gaten.get(pk, ()))
        )
        self.gaten: dict[int, list[Onderbrekingsdagen]] = defaultdict(list)
        for gat in bekend:
            if gat.soort in schuift:
                self.gaten[gat.contract_id].append(gat)
        self.schemas = lees_schemas(contracten)
        self.verzet = {(v.contract_id, v.moment): v for v in Verzetting.objects.filter(contract__in=pks)}
        self.alle = list(Evaluatie.objects.filter(contract__in=pks).order_by("pk"))
        self.gehouden = {(e.contract_id, e.moment): e for e in self.alle if e.moment}
        self.gevraagd: dict[int, datetime] = {}
        self.beantwoord: set[int] = set()
        if self.gehouden:  # a link and a voice belong to an evaluation
            links = Mentorlink.objects.filter(evaluatie__contract__in=pks, ingetrokken_op=None).order_by("pk")
            self.gevraagd = dict(links.values_list("evaluatie", "gemaakt_op"))
            stemmen = Stem.objects.filter(evaluatie__contract__in=pks, wie=Stemsoort.MENTOR)
            self.beantwoord = set(stemmen.values_list("evaluatie", flat=True))
        self.bezocht: dict[int, date] = {}
        self.bezoekdagen: dict[int, list[date]] = defaultdict(list)
        for contract, dag in (
            Werkbezoek.objects.filter(contract__in=pks).order_by("op").values_list("contract_id", "op")
        ):
            self.bezocht[contract] = dag
            self.bezoekdagen[contract].append(dag)

    def schema(self, contract: Tewerkstelling) -> Schema:
        return kies_schema(contract, self.schemas, op=self.op)

    def evaluaties(self, contract: Tewerkstelling) -> list[Gepland]:
        """In the order of their days; a day that was moved may lie after the next one."""
        schema = self.schema(contract)
        mondeling = {f"m{n}" for n in regel("evaluatie.mondeling_maanden", op=self.op).waarde}
        ruw = momenten(contract.van, contract.laatste_dag, maanden=schema.maanden, gaten=self._gaten(contract))
        rijen = []
        for moment in ruw:
            verzetting = self.verzet.get((contract.pk, moment.code))
            dag = self._verzet(contract, moment, verzetting) if verzetting else moment.dag
            evaluatie = self.gehouden.get((contract.pk, moment.code))
            soort = Evaluatiesoort.MONDELING if moment.code in mondeling else Evaluatiesoort.VOLLEDIG
            gevraagd = self.gevraagd.get(evaluatie.pk) if evaluatie else None
            rijen.append(
                Gepland(
                    moment,
                    dag,
                    soort,
                    verzetting,
                    evaluatie,
                    gevraagd_op=timezone.localtime(gevraagd).date() if gevraagd else None,
                    beantwoord=evaluatie is not None and evaluatie.pk in self.beantwoord,
                    contract=contract.pk,
                )
            )
        return sorted(rijen, key=lambda rij: (rij.op, rij.code))

    def bezoeken(self, contract: Tewerkstelling) -> list[Bezoekmoment]:
        """A visit counts for the moment it lies closest to, and for every one before (F9)."""
        if contract.soort != Contractsoort.ART60:
            return []
        schema = regel_bij_start("werkbezoek.schema", contract, op=self.op).waarde
        grens = contract.laatste_dag or plus_maanden(max(self.op, contract.van), BEZOEKEN_VOORUIT_MAANDEN)
        ruw = momenten(
            contract.van,
            grens,
            weken=schema["weken"],
            maanden=_bezoekmaanden(schema, contract.van, grens),
            gaten=self._gaten(contract),
        )
        laatste, vorige, rijen = self.bezocht.get(contract.pk), contract.van, []
        for moment in ruw:
            midden = vorige + timedelta(days=(moment.dag - vorige).days // 2)
            rijen.append(Bezoekmoment(moment, bezocht=laatste is not None and laatste >= midden, contract=contract.pk))
            vorige = moment.dag
        return rijen

    def _verzet(self, contract: Tewerkstelling, moment: Moment, verzetting: Verzetting) -> date:
        """The day somebody chose; when the contract moved since, so many days from the target as then, on a working day."""
        if moment.op == verzetting.van:
            return verzetting.op
        dag = moment.op + (verzetting.op - verzetting.van)
        uiterlijk = min(dag, contract.laatste_dag or dag)
        return geplande_dag(max(uiterlijk, contract.van), vanaf=contract.van, gaten=self._gaten(contract))

    def alsof(self, contract: Tewerkstelling, onderbrekingen: Iterable[Onderbrekingsdagen]) -> Self:
        """The same facts with these interruptions of one contract, saved or not: for before and after."""
        soorten = schuift_op(self.op)
        self.gaten[contract.pk] = [rij for rij in onderbrekingen if rij.soort in soorten]
        return self

    def van_contract(self, contract: Tewerkstelling) -> list[Evaluatie]:
        """What was held or began, also outside the schedule."""
        return [rij for rij in self.alle if rij.contract_id == contract.pk]

    def afgerond(self, contract: Tewerkstelling) -> list[Evaluatiedag]:
        """What was held, on its own day, whether or not the schedule still has its moment."""
        rijen = [rij for (pk, _), rij in self.gehouden.items() if pk == contract.pk]
        return [Evaluatiedag(rij.moment, rij.naam.lower(), rij.gehouden_op, self._hoe(rij)) for rij in rijen]

    def _hoe(self, evaluatie: Evaluatie) -> str:
        return "gehouden op" if evaluatie.afgerond_op or evaluatie.gehouden_op <= self.op else "afgesproken op"

    def onderbrekingen(self, contract: Tewerkstelling) -> list[Onderbrekingsdagen]:
        return self.gaten[contract.pk]

    def _gaten(self, contract: Tewerkstelling) -> Collection[Gat]:
        return [Gat(rij.van, rij.laatste_dag) for rij in self.gaten[contract.pk]]


def _bezoekmaanden(schema: dict[str, Any], van: date, grens: date) -> list[int]:
    """The months of the rule, then every so many months up to `grens`."""
    maanden: list[int] = [int(n) for n in schema["maanden"]]
    stap = int(schema.get("daarna_elke_maanden") or 0)
    volgende = (max(maanden) if maanden else 0) + stap
    while stap > 0 and plus_maanden(van, volgende) <= grens:
        maanden.append(volgende)
        volgende += stap
    return maanden


def planning_van(stand: Contractstand, *, op: date) -> Planning:
    """Of every contract of the dossier, read once; who asks says with `alsof` what interrupts the contract at hand."""
    return stand.eenmaal("evaluaties", lambda: Planning(stand.contracten, op=op, gaten={}))


@EVALUATIEDAGEN.biedt("evaluaties")
def evaluatiedagen(nu: Contractstand, op: date) -> Callable[[Contractstand], Sequence[Evaluatiedag]]:
    """For wat-als: the schedule of the contract at hand as it would be; what was held stays where it was."""
    planning = planning_van(nu, op=op)

    def dagen(stand: Contractstand) -> list[Evaluatiedag]:
        if stand.contract is None:
            return []
        rijen = planning.alsof(stand.contract, stand.van(stand.contract)).evaluaties(stand.contract)
        gehouden = planning.afgerond(stand.contract)
        dagen = [Evaluatiedag(rij.code, rij.naam, rij.op) for rij in rijen if not rij.gehouden]
        return sorted([*gehouden, *dagen], key=lambda dag: dag.op)

    return dagen
