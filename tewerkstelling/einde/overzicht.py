"""Rows to one picture of phase 5: the list of a contract, with what is settled."""

from dataclasses import dataclass
from datetime import date

from ocmw.regels.opzoeken import regel
from ocmw.toegang.models import Medewerker
from ocmw.toegang.rechten import Recht
from tewerkstelling.einde.lijst import Eindevraag, Lijstpunt, eindelijst, vragen_uit
from tewerkstelling.einde.models import Eindepunt
from tewerkstelling.models import Tewerkstelling


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
