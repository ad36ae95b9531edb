"""The journaal names a dossier by its number and is never rewritten. When a dossier gets another number, the room that does so
says it here."""

from collections.abc import Callable

from ocmw.ui.aanbod import Aanbod

VROEGER: Aanbod[Callable[[int], list[int]]] = Aanbod("nummers waaronder een dossier vroeger stond")
NU_BIJ: Aanbod[Callable[[int], int | None]] = Aanbod("waar een dossier van een oud nummer nu staat")


def nummers_van(client: int) -> list[int]:
    """Every number under which the journaal wrote about this dossier."""
    return [client, *(nummer for geef in VROEGER for nummer in geef(client))]


def waar_nu(nummer: int) -> int | None:
    """The dossier that an old number belongs to now; None when nobody knows it."""
    return next((gevonden for zoek in NU_BIJ if (gevonden := zoek(nummer)) is not None), None)
