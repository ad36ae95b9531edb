"""Which interruptions move what comes after them, and on which days somebody looks how it goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ocmw.regels.opzoeken import regel
from ocmw.ui.aanbod import Aanbod
from tewerkstelling.gevolgen import Contractstand


@dataclass(frozen=True)
class Evaluatiedag:
    """`hoe`: in words, when it was held or is agreed on: then no schedule moves it any more."""

    code: str
    naam: str
    op: date
    hoe: str = ""


# As the dossier is -> what the schedule of the contract at hand would be in another state of the same dossier.
EVALUATIEDAGEN: Aanbod[Callable[[Contractstand, date], Callable[[Contractstand], Sequence[Evaluatiedag]]]] = Aanbod(
    "dagen van de evaluaties"
)


def schuift_op(op: date) -> list[str]:
    """Kinds of interruption during which nobody works, so that what comes after moves along."""
    soorten: list[str] = regel("evaluatie.verschuift_bij", op=op).waarde
    return soorten
