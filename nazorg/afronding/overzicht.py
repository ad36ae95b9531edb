"""Rows to one picture of phase 5: which contract ends, its list, the nazorg after it, and the checks later."""

from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from nazorg.afronding.lijst import Punt, Vraag, eindelijst, vragen_uit
from nazorg.afronding.meetmomenten import Meetmoment, meetmomenten, uitstroomdag
from nazorg.afronding.models import Eindepunt, Uitkomst
from nazorg.feiten import werkfeiten_uit
from nazorg.models import Werkervaring
from nazorg.nazorgstand import Nazorgstand, nazorgstand
from nazorg.venster import venster_vanaf
from ocmw.regels.opzoeken import Regelwaarde, regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.enums import Contractsoort
from tewerkstelling.models import Tewerkstelling


@dataclass(frozen=True)
class Lijst:
    """The list as one colleague may see it; `afgeschermd`: there is more that this reader may not see."""

    punten: tuple[Punt, ...]
    afgeschermd: bool

    @property
    def open(self) -> list[Punt]:
        return [punt for punt in self.punten if not punt.klaar]

    @property
    def klaar(self) -> int:
        return sum(punt.klaar for punt in self.punten)

    @property
    def delen(self) -> list[tuple[str, list[Punt]]]:
        """The points under their headings, in the order of the rule."""
        delen: dict[str, list[Punt]] = {}
        for punt in self.punten:
            delen.setdefault(punt.vraag.deel, []).append(punt)
        return list(delen.items())


def eindigend_contract(contracten: list[Tewerkstelling], *, op: date) -> Tewerkstelling | None:
    """The art.60 contract whose end comes first; without a running one the last that ended, to look back."""
    art60 = [c for c in contracten if c.soort == Contractsoort.ART60]
    lopend = [c for c in art60 if c.tot is None or c.tot > op]
    if lopend:
        return min(lopend, key=lambda c: (c.tot or date.max, c.van))
    return max(art60, key=lambda c: c.tot or date.max, default=None)


def lijst_van(contract: Tewerkstelling, *, lezer: Medewerker, op: date) -> Lijst:
    rijen = Eindepunt.objects.filter(contract=contract).select_related("gewijzigd_door")
    antwoorden = {rij.code: rij for rij in rijen}
    punten = eindelijst(vragen_op(op), antwoorden, laatste_dag=contract.laatste_dag, op=op)
    if lezer.mag(Recht.AFGESCHERMD_LEZEN):
        return Lijst(punten, afgeschermd=False)
    zichtbaar = tuple(punt for punt in punten if not punt.vraag.afgeschermd)
    return Lijst(zichtbaar, afgeschermd=len(zichtbaar) < len(punten))


def vragen_op(op: date) -> tuple[Vraag, ...]:
    return vragen_uit(regel("einde.vragen", op=op).waarde)


def instrumenten(op: date) -> tuple[dict[str, str], Regelwaarde]:
    """Code -> words with the region, and the rule they come from (T24)."""
    gevonden = regel("einde.instrumenten", op=op)
    return {rij["code"]: f"{rij['naam']} ({rij['streek']})" for rij in gevonden.waarde}, gevonden


def stand_van(client: Client, contracten: list[Tewerkstelling], *, op: date) -> Nazorgstand:
    werkervaring = Werkervaring.objects.lopend().filter(client=client).first()
    return nazorgstand(werkfeiten_uit(contracten, werkervaring), op=op)


@dataclass(frozen=True)
class Meting:
    moment: Meetmoment
    uitkomst: Uitkomst | None
    kan: bool


@dataclass(frozen=True)
class Opvolging:
    """The checks after the exit of the last art.60 contract."""

    contract: Tewerkstelling
    uitstroom_op: date
    metingen: tuple[Meting, ...]
    regel: Regelwaarde


def opvolging_van(client: Client, *, op: date) -> Opvolging | None:
    """None while art.60 runs, or without any. Three queries."""
    contract = Tewerkstelling.objects.art60().filter(client=client).order_by("-van", "-pk").first()
    if contract is None or contract.laatste_dag is None or contract.laatste_dag >= op:
        return None
    werkervaring = Werkervaring.objects.filter(client=client).order_by("-start", "-pk").first()
    twe_einde = werkervaring and (werkervaring.gestopt_op or venster_vanaf(werkervaring.start).laatste_dag)
    uit = uitstroomdag(contract.laatste_dag, twe_einde or None)
    gevonden = regel("uitstroom.meetmomenten", op=op)
    genoteerd = {rij.moment: rij for rij in Uitkomst.objects.filter(contract=contract)}
    metingen = tuple(
        Meting(moment, genoteerd.get(moment.code), moment.dag <= op) for moment in meetmomenten(uit, gevonden.waarde)
    )
    return Opvolging(contract, uit, metingen, gevonden)
