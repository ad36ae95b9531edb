"""Which interruptions move what comes after them, and after how many months somebody looks how it goes."""

from collections.abc import Callable
from datetime import date

from ocmw.regels.opzoeken import regel
from ocmw.ui.aanbod import Aanbod
from tewerkstelling.models import Tewerkstelling

# Contract, today -> whole months after the start. The room that evaluates knows the schemes.
EVALUATIEMAANDEN: Aanbod[Callable[[Tewerkstelling, date], tuple[int, ...]]] = Aanbod("maanden van de evaluaties")


def schuift_op(op: date) -> list[str]:
    """Kinds of interruption during which nobody works, so that what comes after moves along."""
    soorten: list[str] = regel("evaluatie.verschuift_bij", op=op).waarde
    return soorten
