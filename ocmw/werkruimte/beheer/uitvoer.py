"""The journaal as a workbook."""

from collections.abc import Sequence

from ocmw.ui.werkboek import lijst_als_werkboek
from ocmw.werkruimte.beheer.weergave import Regelweergave

KOPPEN = ("Wanneer", "Wie", "Rol", "Wat", "Onderdeel", "Grond", "Dossier", "Cliënt")


def journaal_werkboek(regels: Sequence[Regelweergave]) -> bytes:
    cellen = (
        (regel.op, regel.wie, regel.rol, regel.wat, regel.deel, regel.grond, regel.dossiernummer, regel.client)
        for regel in regels
    )
    return lijst_als_werkboek("Journaal", KOPPEN, cellen, breedte=22, vast=0, moment="dd/mm/yyyy hh:mm:ss")
