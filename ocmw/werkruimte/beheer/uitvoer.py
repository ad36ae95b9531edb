"""The journaal as a workbook. Text cells only: nothing in a cell can become a formula or a link."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from django.utils import timezone

from ocmw.werkruimte.beheer.weergave import Regelweergave

KOPPEN = ("Wanneer", "Wie", "Rol", "Wat", "Onderdeel", "Grond", "Dossier", "Cliënt")


def journaal_werkboek(regels: Sequence[Regelweergave]) -> bytes:
    buffer = BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    boek = xlsxwriter.Workbook(buffer, opties)
    blad = boek.add_worksheet("Journaal")
    blad.write_row(0, 0, KOPPEN, boek.add_format({"bold": True}))
    blad.freeze_panes(1, 0)
    blad.set_column(0, len(KOPPEN) - 1, 22)
    moment = boek.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
    for nummer, regel in enumerate(regels, start=1):
        blad.write_datetime(nummer, 0, timezone.localtime(regel.op).replace(tzinfo=None), moment)
        teksten = (regel.wie, regel.rol, regel.wat, regel.deel, regel.grond, regel.dossiernummer, regel.client)
        for kolom, tekst in enumerate(teksten, start=1):
            blad.write_string(nummer, kolom, tekst)
    boek.close()
    return buffer.getvalue()
