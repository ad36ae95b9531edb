"""The months of the TWE money per quarter: what is paid now, what waits, until when VDAB corrects (T14, T19). Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ocmw.kalender.maanden import Kwartaal, kwartaal, laatste_dag_na_maanden
from ocmw.ui.feit import Feit, getoond
from trajecten.twe.vergoeding import NIETS, Maand, Tarief, Vergoeding


@dataclass(frozen=True)
class Kwartaalsom:
    """What one quarter pays now (`nu`) and what waits for the end of the guidance (`later`, T14).

    `verbeter_tot`: the last day on which a wrong registration still counts for this quarter (T19).
    """

    kwartaal: Kwartaal
    maanden: tuple[Maand, ...]
    nu: Decimal
    later: Decimal
    verbeter_tot: date

    @property
    def bedrag(self) -> Decimal:
        return self.nu + self.later

    @property
    def toont(self) -> dict[str, Feit]:
        return getoond(f"{self.kwartaal.eerste_dag:%Y-%m}", vergoeding_kwartaal=self.bedrag)


def per_kwartaal(uit: Vergoeding, tarief: Tarief, *, correctie_maanden: int) -> list[Kwartaalsom]:
    """The months grouped by calendar quarter; `correctie_maanden`: how many months of it allow a correction."""
    groepen: dict[Kwartaal, list[Maand]] = {}
    for maand in uit.maanden:
        groepen.setdefault(maand.kwartaal, []).append(maand)
    sommen = []
    for wanneer, maanden in groepen.items():
        later = sum((min(tarief.op(m.laatste_dag).op_einde, m.compensatie) for m in maanden), NIETS)
        samen = sum((m.bedrag for m in maanden), NIETS)
        tot = correctiedag(maanden[0].laatste_dag, correctie_maanden)
        sommen.append(Kwartaalsom(wanneer, tuple(maanden), samen - later, later, tot))
    return sommen


def correctiedag(maand: date, correctie_maanden: int) -> date:
    """The last day on which a correction counts for the quarter of `maand` (T19)."""
    return laatste_dag_na_maanden(kwartaal(maand).eerste_dag, correctie_maanden)
