"""Which measures there are on the way to work (T24): chosen with an employer in phase 3, and at the end of art.60."""

from datetime import date

from ocmw.regels.opzoeken import Regelwaarde, regel


def maatregelen_op(op: date) -> tuple[dict[str, str], Regelwaarde]:
    """Code -> words with the region, and the rule they come from."""
    gevonden = regel("einde.instrumenten", op=op)
    return {rij["code"]: f"{rij['naam']} ({rij['streek']})" for rij in gevonden.waarde}, gevonden
