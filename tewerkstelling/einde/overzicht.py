"""Rows to one picture of phase 5: which contract ends, its list, and the nazorg after it."""

from dataclasses import dataclass
from datetime import date

from clienten.models import Client
from ocmw.regels.opzoeken import Regelwaarde, regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.einde.lijst import Eindevraag, Lijstpunt, eindelijst, vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.enums import Contractsoort
from tewerkstelling.feiten import werkfeiten_uit
from tewerkstelling.models import Tewerkstelling
from trajecten.twe.models import Werkervaring
from trajecten.twe.nazorgstand import Nazorgstand, nazorgstand


@dataclass(frozen=True)
class Lijst:
    """The list as one colleague may see it; `afgeschermd`: there is more that this reader may not see."""

    punten: tuple[Lijstpunt, ...]
    afgeschermd: bool

    @property
    def open(self) -> list[Lijstpunt]:
        return [punt for punt in self.punten if not punt.klaar]

    @property
    def klaar(self) -> int:
        return sum(punt.klaar for punt in self.punten)

    @property
    def delen(self) -> list[tuple[str, list[Lijstpunt]]]:
        """The points under their headings, in the order of the rule."""
        delen: dict[str, list[Lijstpunt]] = {}
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


def vragen_op(op: date) -> tuple[Eindevraag, ...]:
    return vragen_uit(regel("einde.vragen", op=op).waarde)


def instrumenten(op: date) -> tuple[dict[str, str], Regelwaarde]:
    """Code -> words with the region, and the rule they come from (T24)."""
    gevonden = regel("einde.instrumenten", op=op)
    return {rij["code"]: f"{rij['naam']} ({rij['streek']})" for rij in gevonden.waarde}, gevonden


def stand_van(client: Client, contracten: list[Tewerkstelling], *, op: date) -> Nazorgstand:
    werkervaring = Werkervaring.objects.lopend().filter(client=client).first()
    return nazorgstand(werkfeiten_uit(contracten, werkervaring), op=op)
